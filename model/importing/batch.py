"""Many files and one verdict: what each of them needs, where two of them disagree, and saving all that are ready."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd
from sqlalchemy import Engine

from model.database import DatabaseProblem, Stale
from model.importing import saving, wording
from model.importing.report import Report

KEY = ["dataset", "jobcenter", "month", "measure", "record"]
STATED = ["value", "mark", "text"]
ANOTHER = ("Den er ikke gemt, fordi noget blev anderledes, da en af de andre filer var gemt. Se den igennem, og gem "
           "den for sig.")


class Need(StrEnum):
    """What a file needs before it is saved."""

    NOTHING = "ready"
    REASON = "reason"
    MENDING = "mending"
    EXPLAINING = "explaining"
    NO_MORE = "saved before"


def need(report: Report) -> Need:
    """What a checked file needs."""
    if report.status == "ready":
        return Need.REASON if report.warnings else Need.NOTHING
    if wording.only_questions(report):
        return Need.EXPLAINING
    return {"refused": Need.MENDING, "question": Need.EXPLAINING, "unchanged": Need.NO_MORE}[report.status]


@dataclass(frozen=True)
class Overlap:
    """Files that say different things of one jobcenter and month, or of one record: only one of them can be right.

    files: the files' positions. jobcenter: code, None for records that are of none. month: the first, as a stamp.
    """

    dataset: str
    jobcenter: str | None
    month: pd.Timestamp
    files: tuple[int, ...]


def overlaps(reports: Sequence[Report]) -> list[Overlap]:
    """Where files that could be saved contradict each other. What they say alike is no contradiction."""
    every = [report.changes.assign(dataset=report.dataset, file=at, record=_records(report)) for at, report
             in enumerate(reports) if report.status == "ready" and len(report.changes)]
    if len(every) < 2:
        return []
    stated = pd.concat([frame[[*KEY, *STATED, "file"]].astype(object) for frame in every], ignore_index=True)
    stated = stated.where(stated.notna(), None)
    said = stated[STATED].apply(tuple, axis=1)
    several = said.groupby([stated[name].fillna("") for name in KEY], sort=False).transform("nunique") > 1
    rows = stated[several.to_numpy()]
    found = rows.groupby(["dataset", rows["jobcenter"].fillna(""), "month"], sort=True)["file"].unique()
    return [Overlap(dataset, jobcenter or None, month, tuple(sorted(files)))
            for (dataset, jobcenter, month), files in found.items()]


def _records(report: Report) -> pd.Series:
    changes = report.changes
    return changes["record"] if "record" in changes else pd.Series("", index=changes.index, dtype=object)


def counted(reports: Iterable[Report]) -> Counter[Need]:
    """How many files need what."""
    return Counter(map(need, reports))


@dataclass(frozen=True)
class File:
    """A file that is to be saved with others: its bytes, the report that was shown, and how it is checked again."""

    content: bytes
    report: Report
    check: Callable[[], Report]


@dataclass(frozen=True)
class Saved:
    """What became of one file: its upload, or why it was not saved."""

    upload: int | None = None
    trouble: str = ""


def save(engine: Engine, files: Iterable[File], *, by: str, reason: str) -> list[Saved]:
    """Save the files in their order, each in a transaction of its own, exactly as it was shown.

    Each file is checked once more against what the files before it have written; one that then says something else, or
    has another warning, is not saved.
    """
    return [_saved(engine, file, by=by, reason=reason) for file in files]


def _saved(engine: Engine, file: File, *, by: str, reason: str) -> Saved:
    fresh = file.check()
    if fresh.status == "unchanged" and fresh.already:
        return Saved(fresh.already[0])
    if fresh.status != "ready" or not _says_the_same(fresh, file.report):
        return Saved(trouble=ANOTHER)
    try:
        return Saved(saving.apply(engine, fresh, content=file.content, by=by, reason=reason if fresh.warnings else ""))
    except (Stale, saving.SaveRefused, DatabaseProblem) as refused:
        return Saved(trouble=str(refused))


def _says_the_same(fresh: Report, shown: Report) -> bool:
    """Whether a report states the same with the same warnings; what stood before may be another by now."""
    columns = [name for name in (*KEY[1:], *STATED) if name in fresh.changes and name in shown.changes]
    return fresh.warnings == shown.warnings and fresh.changes[columns].equals(shown.changes[columns])
