"""The product as a publisher for the attacker: a history's reports go in, and ``edition N --json`` comes out."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from model.programmes.measures import ENDED, PARTS, PERSONS, SELF_SUPPORTING, TOTAL
from model.publishing import content
from model.publishing.activities import ENQUIRIES, OCCUPANCY, PLACES, TAKEN_OF, Activities
from model.publishing.cells import PublicRecord
from model.publishing.deciding import decide
from model.publishing.edition import Edition, Heading, Withdrawal, document
from model.publishing.limits import Limits
from model.publishing.reported import Reported
from tests.attack.history import History, Step
from tests.attack.reading import Document

NAMES = {"group": PERSONS, "activated": TOTAL, "praktik": PARTS[0], "loentilskud": PARTS[1], "ended": ENDED,
         "outcome": SELF_SUPPORTING}
BACK = {name: generic for generic, name in NAMES.items()} | {
    ENQUIRIES: "enquiries", PLACES: "places", TAKEN_OF: "counted", OCCUPANCY: "occupancy"}
BEGAN = datetime(2010, 1, 1, tzinfo=UTC)


def publish(history: History) -> list[Document]:
    """The documents of every edition, with the measures as the attacker names them."""
    told, made = PublicRecord(), list[Document]()
    limits = Limits(threshold=history.rules["threshold"])
    for step in history.steps:
        month = _month(step.month)
        decision = decide(told, _reported(history, step), limits, month)
        cells = {key: cell._replace(edition=step.edition) for key, cell in decision.cells.items()}
        told = replace(decision.published, cells={**told.cells, **cells})
        made.append(_printed(history, step, told))
    return made


def _printed(history: History, step: Step, told: PublicRecord) -> Document:
    at = BEGAN + timedelta(days=step.edition)
    gone = any(step.edition in later.withdrawn for later in history.steps)
    heading = Heading(step.edition, _month(step.month), at, withdrawn=Withdrawal(at, "", "fejl") if gone else None)
    units = [{"code": code, "name": name, "compared_from": _month(history.months[0]).isoformat()}
             for code, name in history.units.items()]
    printed = json.loads(json.dumps(document(Edition(heading, told, {**content.NOTHING, "units": units}))))
    printed["cells"] = [cell | {"measure": BACK[cell["measure"]]} for cell in printed["cells"]]
    return printed


def _reported(history: History, step: Step) -> Reported:
    units, months = tuple(history.units), history.months
    rows = {(unit, month): step.state.get(unit, {}).get(month) for unit in units for month in months}
    part = np.array([[month > step.month or rows[unit, month] is not None for month in months] for unit in units])
    counts = {name: np.array([[_count(rows[unit, month], generic) for month in months] for unit in units])
              for generic, name in {**NAMES, "counted": "counted", "occupied": "occupied"}.items()}
    return Reported(units=units, months=tuple(map(_month, months)), starts=_month(months[0]), ends=_month(months[-1]),
                    takes_part=part, own_baseline=np.zeros_like(part), counts=counts,
                    baselines=np.arange(len(months)) == np.zeros((len(units), 1)),
                    activities=Activities(counts["counted"], counts["counted"], counts["occupied"],
                                          np.full(len(months), 7.0)))


def _count(row: Mapping[str, int | None] | None, measure: str) -> float:
    count = None if row is None else row[measure]
    return np.nan if count is None else float(count)


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")
