"""The description of the API, and holding an answer against it."""

import json
from typing import Any

import jsonschema
from httpx import Response

from pages.server.api.routes import DESCRIPTION

DESCRIBED: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))


def operation(method: str, path: str) -> dict[str, Any]:
    """What is described of an address."""
    described: dict[str, Any] = DESCRIBED["paths"][path][method.lower()]
    return described


def hold(answer: Response, path: str) -> Response:
    """The answer, which is as the description says of its status and kind."""
    told = operation(answer.request.method, path)["responses"][str(answer.status_code)]["content"]
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind in told, (answer.status_code, kind)
    if kind == "application/json":
        jsonschema.validate(answer.json(), {**told[kind]["schema"], "components": DESCRIBED["components"]},
                            cls=jsonschema.Draft202012Validator)
    return answer
