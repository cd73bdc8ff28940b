"""Records typed in a form: an upload of their own, through the same reading, rules and undo as a file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from model.basics.formatting import today as current_day
from model.basics.free_text import cleaned
from model.basics.personal_data import has_contact, has_cpr
from model.intake.datasets.register import DATASETS
from model.intake.records import background, examining, laying
from model.intake.report import Problem, Report
from model.store.database import data_version, readable

PERSONAL = ("Feltet »{}« indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
            "Skriv det igen uden personoplysninger.")
CONTACT = ("Feltet »{}« indeholder noget, der ligner en mailadresse eller et telefonnummer. Skriv det uden, "
           "eller begrund, hvorfor det skal med.")


def state(engine: Engine, dataset: str, stated: Sequence[Mapping[str, Any]], *, name: str,
          today: date | None = None) -> tuple[Report, bytes]:
    """Check records as a form has them: each a mapping of the dataset's part names to what was typed (None: not said).

    ``name`` is what the upload will be called. Returns the report and the bytes to keep as its original; save with
    ``apply(…, source="form")``. Raises KeyError for an unknown dataset or part, DatabaseProblem. Never writes.
    """
    declared = DATASETS[dataset]
    stated = [{part: _clean(value) for part, value in row.items()} for row in stated]
    said = [{declared.field(part).name: _plain(value) for part, value in row.items() if value not in (None, "")}
            for row in stated]
    problems = _personal(declared, said)
    personal = any(p.severity == "fejl" for p in problems)
    content = b"" if personal else json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
    with readable(), Session(engine) as session:
        version = data_version(session)
        judged: examining.Judged = ("refused", laying.no_changes(), ())
        if not personal:
            known = background.load(session, declared, today=today or current_day())
            judged = examining.judged(examining.form_rows(declared, known, stated))
    status, changes, found = judged
    if status == "ready" and (changes["kind"] == "unchanged").all():
        status, found = "refused", (*found, Problem("fejl", 4, examining.SAME))
    report = Report(dataset=dataset, file_name=name, sha256=hashlib.sha256(content).hexdigest(), status=status,
                    data_version=version, problems=(*problems, *found), notes=(), changes=changes)
    return report, content


def _clean(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _personal(declared: Any, said: Sequence[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """Every text field is searched before anything is stored."""
    found = []
    for row in said:
        for part, value in row.items():
            if not isinstance(value, str):
                continue
            heading, kind = declared.field(part).heading, declared.field(part).kind
            if has_cpr(value):
                found.append(Problem("fejl", 1, PERSONAL.format(heading), column=heading))
            elif kind == "text" and has_contact(value):
                found.append(Problem("advarsel", 1, CONTACT.format(heading), column=heading))
    return tuple(found)
