"""Snapshots of course days built from a few statements, without files or a database."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from model.snapshot.snapshot import Snapshot
from model.store.seeding import plan_rows
from model.store.tables.activities import CourseDay
from tests.model.subjects.builders import said, snapshot

VIBORG, SKIVE, LEMVIG = "791", "779", "665"
THREE = (VIBORG, SKIVE, LEMVIG)
COUNTS = ("registered", "attended")
FORMS = ("sent", "answered", "score_1", "score_2", "score_3", "score_4", "score_5")
AFTERWARDS = "2010-05-10"


def came(course_day: str, jobcenter: str, attended: int | str | None = None, registered: int | None = None,
         role: str = "jobkonsulent") -> dict:
    """One record of attendance; ``attended`` may be a mark (hidden | missing)."""
    mark = attended if isinstance(attended, str) else None
    return {"course_day": course_day, "jobcenter": jobcenter, "role": role, "registered": registered,
            "attended": None if mark else attended, "registered_mark": None, "attended_mark": mark, "upload_id": 1}


def everybody(course_day: str, counts: Mapping[str, int], role: str = "jobkonsulent") -> list[dict]:
    """Who came from each jobcenter on one day."""
    return [came(course_day, code, count, role=role) for code, count in counts.items()]


def forms(course_day: str, *counts: int | str | None) -> dict:
    """One record of evaluation forms: sent, answered and the answers by score; a mark is a text."""
    row: dict = {"course_day": course_day, "upload_id": 1}
    for name, count in zip(FORMS, [*counts, *[None] * (len(FORMS) - len(counts))], strict=True):
        marked = isinstance(count, str)
        row |= {name: None if marked else count, f"{name}_mark": count if marked else None}
    return row


def courses(*rows: dict, evaluations: Iterable[dict] = (), data_date: str = AFTERWARDS,
            codes: Iterable[str] = THREE, cancelled: Iterable[str] = ()) -> Snapshot:
    """A snapshot of three jobcenters with these records, received on 4 May 2010, seen on ``data_date``.

    cancelled: the codes of the days that are.
    """
    base = snapshot(said(VIBORG, "2010-03", received="2010-05-04", persons=800), data_date=data_date, codes=codes)
    plan = [row.model_dump() for row in plan_rows() if isinstance(row, CourseDay)]
    days = pd.DataFrame(plan).assign(revision=0).sort_values("held_on").set_index("code")
    records = {"kursusdeltagelse": _typed(rows, came("", "").keys(), COUNTS),
               "kursusdage": pd.DataFrame([{"course_day": code, "event": "aflyst"} for code in cancelled],
                                          columns=["course_day", "event"], dtype=object),
               "kursusevaluering": _typed(tuple(evaluations), forms("").keys(), FORMS)}
    return replace(base, course_days=days, records=records)


def _typed(rows: tuple[dict, ...], columns: Iterable[str], counts: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    return frame.assign(**{name: pd.array(frame[name], dtype="Int64") for name in (*counts, "upload_id")})
