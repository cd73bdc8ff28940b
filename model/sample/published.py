"""Publishes the invented editions as of their days: each tells what was known then, the next one what came later."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from model.access.viewer import invented
from model.basics.formatting import COPENHAGEN, parse_month_key
from model.publishing import editions
from model.sample.book import FOLDER
from model.snapshot import loading
from model.store.database import readable

NAME = "udgivelser.json"


@dataclass(frozen=True)
class Planned:
    """One edition: its month, when it was made, who published it and what they wrote."""

    month: date
    made: datetime
    by: str
    note: str


def planned(folder: Path = FOLDER) -> list[Planned]:
    """The editions of the sample, in the order they were made."""
    known = json.loads((folder / NAME).read_text(encoding="utf-8"))["editions"]
    return [Planned(parse_month_key(each["month"]), datetime.fromisoformat(each["made"]).replace(tzinfo=COPENHAGEN),
                    each["by"], each["note"]) for each in known]


def publish(engine: Engine) -> int:
    """Make the editions that are not there yet and return how many; a load that was cut off is gone on with.

    Raises RecordRefused and DatabaseProblem.
    """
    with readable(), Session(engine) as session:
        there = len(editions.headings(session))
    missing = planned()[there:]
    for each in missing:
        with readable(), Session(engine) as session:
            shot = loading.load(session, invented(each.by), as_of=each.made.date())
        editions.publish(engine, shot, each.month, viewer=invented(each.by), note=each.note, at=each.made)
    return len(missing)
