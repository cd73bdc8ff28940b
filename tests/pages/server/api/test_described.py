"""The description and the code say the same, both ways: addresses, fields, codes, kinds of content."""

import re

import jsonschema
import pytest

from model.intake.report import Problem
from pages.server.api import bodies, fields
from pages.server.api.refusals import REFUSALS
from pages.server.api.routes import STATUSES, addresses
from pages.server.api.senders import Desk
from pages.server.limits import UPLOADS
from tests.pages.server.api.asking import client
from tests.pages.server.api.described import DESCRIBED, operation

PUBLIC = {"editions", "edition", "description"}
QUERY = {"/uploads": fields.UPLOAD, "/status": fields.STATUS, "/figures": fields.FIGURES, "/editions": (),
         "/editions/{number}": (), "/openapi.json": ()}
OPERATIONS = [(method, path) for path, methods in DESCRIBED["paths"].items() for method in methods]


def test_every_address_is_described_and_no_other(engine):
    there = {(method.lower(), re.sub(r":int}", "}", route.path)) for route in addresses(Desk(engine))
             for method in (route.methods or set()) - {"HEAD"}}
    assert there == set(OPERATIONS)
    assert DESCRIBED["servers"] == [{"url": "/api"}] and f"/api{'/uploads'}" in UPLOADS


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_its_fields_are_those_that_are_taken(method, path):
    named = {each["name"] for each in operation(method, path).get("parameters", []) if each["in"] == "query"}
    assert named == set(QUERY[path])


def test_what_a_file_may_be_sent_as_and_with(engine):
    content = operation("post", "/uploads")["requestBody"]["content"]
    assert set(content) == bodies.ALONE | {bodies.FORM}
    assert set(content[bodies.FORM]["schema"]["properties"]) == {bodies.FILE, *fields.UPLOAD}
    lists = {name for name, each in content[bodies.FORM]["schema"]["properties"].items() if each["type"] == "array"}
    assert lists == set(fields.SEVERAL)
    flags = content[bodies.FORM]["schema"]["properties"]["dry_run"]["enum"]
    assert set(flags) == set(fields.FLAGS)


def test_every_refusal_is_described_with_its_code_and_status():
    assert DESCRIBED["components"]["schemas"]["Refusal"]["properties"]["code"]["enum"] == list(REFUSALS)
    described = {int(status) for method, path in OPERATIONS for status in operation(method, path)["responses"]}
    assert described == {status for status, _ in REFUSALS.values()} | set(STATUSES.values())
    told = {(int(status), code) for method, path in OPERATIONS
            for status, each in operation(method, path)["responses"].items()
            for code in re.findall(r"\b[a-z]+_?[a-z]+\b(?=[,)])", each["description"]) if code in REFUSALS}
    assert told == {(status, code) for code, (status, _) in REFUSALS.items()}


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_who_needs_a_token_is_refused_without_one_and_nobody_else_is(engine, method, path):
    answer = client(engine).request(method.upper(), f"/api{path.replace('{number}', '1')}")
    public = operation(method, path)["operationId"] in PUBLIC
    assert (answer.status_code != 401, operation(method, path)["security"] == []) == (public, public)
    assert ("401" in operation(method, path)["responses"]) is not public


def test_the_report_has_the_parts_of_a_problem():
    named = DESCRIBED["components"]["schemas"]["Report"]["properties"]["problems"]["items"]["properties"]
    assert set(named) - {"options"} <= set(Problem.__dataclass_fields__)


def test_it_is_served_as_it_is_and_its_schemas_are_schemas(engine):
    assert client(engine).get("/api/openapi.json").json() == DESCRIBED
    for schema in DESCRIBED["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
