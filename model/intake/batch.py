"""Many files and one verdict: what each of them needs, where two of them disagree, and saving all that are ready."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd
from sqlalchemy import Engine

from model.access.rights import NotAllowed
from model.access.viewer import Viewer
from model.intake import saving, verdicts
from model.intake.files.workbook import address
from model.intake.refusal import SaveRefused
from model.intake.report import Correction, Report
from model.store.database import DatabaseProblem, Stale

KEY = ["jobcenter", "month", "measure", "record"]
STATED = ["value", "mark", "text"]
OLD = ["old_value", "old_mark", "old_text"]
ANOTHER = ("Den er ikke gemt, fordi noget blev anderledes, da en af de andre filer var gemt. Se den igennem, og gem "
           "den for sig.")


class Need(StrEnum):
    """What a file needs before it is saved."""

    NOTHING = "ready"
    REASON = "reason"
    MENDING = "mending"
    EXPLAINING = "explaining"
    NO_CHANGE = "changes nothing"
    NO_MORE = "saved before"


def need(report: Report) -> Need:
    """What a checked file needs."""
    if verdicts.changes_nothing(report):
        return Need.NO_CHANGE
    if report.status == "ready":
        return Need.REASON if report.warnings else Need.NOTHING
    if verdicts.only_questions(report):
        return Need.EXPLAINING
    return {"refused": Need.MENDING, "question": Need.EXPLAINING, "unchanged": Need.NO_MORE}[report.status]


@dataclass(frozen=True)
class Overlap:
    """Files that say different things of one jobcenter and month, or of one record: only one of them can be right.

    about: the record in Danish; "" for a jobcenter (code) and month. cells: by the file's position, what it says there
    that another file says otherwise: (sheet, row, column).
    """

    dataset: str
    jobcenter: str | None
    month: pd.Timestamp | None
    about: str
    cells: Mapping[int, tuple[tuple[str, int, int], ...]]

    @property
    def files(self) -> tuple[int, ...]:
        """The files' positions."""
        return tuple(sorted(self.cells))

    def without(self, file: int) -> tuple[Correction, ...]:
        """The corrections that leave out of a file what it says otherwise."""
        return tuple(Correction(sheet, address(row, column), "") for sheet, row, column in self.cells[file])


def overlaps(reports: Sequence[Report]) -> list[Overlap]:
    """Where files that could be saved contradict each other. What they say alike is no contradiction."""
    every = [_stated(at, report) for at, report in enumerate(reports)
             if report.status == "ready" and len(report.changes)]
    if len(every) < 2:
        return []
    stated = pd.concat(every, ignore_index=True)
    said = pd.Series(list(zip(*(stated[name] for name in STATED), strict=True)), index=stated.index, dtype=object)
    key = ["dataset", "thing", "measure"]
    several = said.groupby([stated[name] for name in key], sort=False).transform("nunique") > 1
    return [_overlap(rows) for _, rows in stated[several.to_numpy()].groupby(["dataset", "thing"], sort=True)]


def _stated(at: int, report: Report) -> pd.DataFrame:
    """What a file states, as plain values. thing: the record, or the jobcenter and month, that a line is about."""
    changes = report.changes
    records = "record" in changes
    plain = changes[["jobcenter", "month", "measure", *STATED, "sheet", "row", "position"]].astype(object)
    plain = plain.where(plain.notna(), None)
    thing = changes["record"] if records else [
        f"{m:%Y-%m} {c}" for c, m in zip(plain["jobcenter"], plain["month"], strict=True)]
    return plain.assign(dataset=report.dataset, thing=thing, file=at, about=changes["said"] if records else "")


def _overlap(rows: pd.DataFrame) -> Overlap:
    first = rows.iloc[0]
    cells = {int(file): tuple((row.sheet or "", int(row.row), int(row.position)) for row in mine.itertuples()
                              if row.row is not None and row.position is not None)
             for file, mine in rows.groupby("file")}
    return Overlap(first["dataset"], first["jobcenter"], first["month"], first["about"] or "", cells)


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


def one_by_one(engine: Engine, files: Iterable[File], *, viewer: Viewer, reason: str) -> Iterator[Saved]:
    """Save the files in their order, each in a transaction of its own, exactly as it was shown.

    Each file is checked once more against what is there by then; one that says something else, has another warning or
    would change other figures than those shown is not saved. What the files before it have written is known to be new.
    """
    written: set[tuple[object, ...]] = set()
    for file in files:
        done = _saved(engine, file, written, viewer=viewer, reason=reason)
        if done.upload is not None:
            written |= _keys(file.report)
        yield done


def _saved(engine: Engine, file: File, written: Collection[tuple[object, ...]], *, viewer: Viewer,
           reason: str) -> Saved:
    try:
        fresh = file.check()
        if fresh.status == "unchanged" and fresh.already:
            return Saved(fresh.already[0])
        if fresh.status != "ready" or not _says_the_same(fresh, file.report):
            return Saved(trouble=ANOTHER)
        if not _changes_the_same(fresh, file.report, written):
            return Saved(trouble=str(Stale()))
        return Saved(saving.apply(engine, fresh, content=file.content, viewer=viewer,
                                  reason=reason if fresh.warnings else ""))
    except (Stale, SaveRefused, NotAllowed, DatabaseProblem) as refused:
        return Saved(trouble=str(refused))


def _says_the_same(fresh: Report, shown: Report) -> bool:
    """Whether a report states the same with the same warnings."""
    columns = [name for name in (*KEY, *STATED) if name in fresh.changes and name in shown.changes]
    return fresh.warnings == shown.warnings and fresh.changes[columns].equals(shown.changes[columns])


def _changes_the_same(fresh: Report, shown: Report, written: Collection[tuple[object, ...]]) -> bool:
    """Whether what stood before is what was shown, but where a file saved with it has written it since."""
    others = [key not in written for key in _key_list(fresh)]
    return fresh.changes.loc[others, OLD].equals(shown.changes.loc[others, OLD])


def _keys(report: Report) -> set[tuple[object, ...]]:
    return set(_key_list(report))


def _key_list(report: Report) -> list[tuple[object, ...]]:
    columns = [report.changes[name].astype(object) for name in KEY if name in report.changes]
    return [(report.dataset, *key) for key in zip(*columns, strict=True)]
