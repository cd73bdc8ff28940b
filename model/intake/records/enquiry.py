"""A log of enquiries on the way to its numbers, and what tells one enquiry from another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from model.basics.formatting import day, listing, normalise
from model.basics.frames import plain
from model.intake.datasets.hotline import HOTLINE
from model.intake.records.rows import GATE, Rows
from model.intake.report import Option, Problem

SHOWN = 3  # numbers or pairs of them that are named
ASKED = ("asked_on", "jobcenter", "theme", "question")  # what an enquiry is; the rest is what came of it
ANSWERED = ("answered_on", "answered_by", "answer")

Row = dict[str, Any]


@dataclass
class Log:
    """A file's log on the way to its numbers. records: its rows; standing: the enquiries that stand, by number."""

    rows: Rows
    said: Mapping[str, str]
    records: list[Row] = field(init=False)
    standing: dict[int, Row] = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    joined: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read the rows and what stands."""
        self.records = [{name: as_read(value) for name, value in row.items()} | {"at": at}
                        for at, row in enumerate(self.rows.frame.to_dict("records"))]
        self.standing = {int(row["number"]): {name: as_read(value) for name, value in row.items()}
                         for row in self.rows.background.standing[HOTLINE.name].to_dict("records")}

    @cached_property
    def places(self) -> dict[tuple[Any, ...], list[int]]:
        """The numbers of the enquiries that stand, by what each is found by."""
        found: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for number, row in self.standing.items():
            for key in _stands(row):
                found[key].append(number)
        return dict(found)

    @property
    def live(self) -> list[Row]:
        """The rows that are read and have a number."""
        return [row for row in self.records if not row["lost"] and row["number"] is not None]

    def free(self) -> int:
        """The first number that neither stands nor is in the file."""
        return max([*self.standing, *(int(row["number"]) for row in self.records if row["number"] is not None)],
                   default=0) + 1

    def drop(self, group: Sequence[Row]) -> None:
        """Rows that are part of another row's enquiry."""
        gone = {row["at"] for row in group}
        self.joined |= {(row["sheet"], row["row"]) for row in group}
        self.records = [row for row in self.records if row["at"] not in gone]

    def tell(self, text: str, group: Sequence[Row], *, question: str | None = None, of_rows: bool = False,
             options: tuple[Option, ...] = ()) -> None:
        """A fault of the rows, told at the last of them."""
        row = group[-1]
        self.problems.append(Problem("fejl", GATE, text, sheet=row["sheet"] or None, row=row["row"] or None,
                                     rows=tuple(r["row"] for r in group) if of_rows else (), question=question,
                                     options=options))

    def outcome(self) -> Rows:
        """The rows as they are settled, each called by the number it has now."""
        return self.rows.settled(self.records, problems=self.problems, notes=self.notes, joined=self.joined)


def as_read(value: Any) -> Any:
    """A cell of a frame as Python's own value."""
    return plain(value) if not isinstance(value, bool) else value


def stand_as(rows: Iterable[Row], log: Log, *, taken: Collection[int]) -> dict[int, int]:
    """By the position of each row that stands already, the number it stands under; no number twice."""
    used, given = set(taken), {}
    for row in rows:
        number = next((n for key in _told(row) for n in log.places.get(key, ()) if n not in used), None)
        if number is not None:
            used.add(number)
            given[row["at"]] = number
    return given


def _told(row: Row) -> Iterator[tuple[Any, ...]]:
    """What a row may stand as: its day, its jobcenter and its question, or its theme where a question is not known."""
    whose = row["asked_on"], row["jobcenter"]
    question, theme = normalise(row["question"] or ""), normalise(row["theme"] or "")
    if row["asked_on"] and question:
        yield (*whose, "question", question)
    if row["asked_on"] and theme:
        yield (*whose, "theme", theme)
        if not question:
            yield (*whose, "theme of a question", theme)


def _stands(row: Row) -> Iterator[tuple[Any, ...]]:
    """What an enquiry that stands is found by."""
    whose = row["asked_on"], row["jobcenter"]
    if row["question"]:
        yield (*whose, "question", normalise(row["question"]))
    if row["theme"]:
        yield (*whose, "theme of a question" if row["question"] else "theme", normalise(row["theme"]))


def is_same(row: Row, old: Row | None) -> bool:
    """Whether a row is plainly the enquiry that stands."""
    return old is not None and not set(_told(row)).isdisjoint(_stands(old))


def is_other(row: Row, old: Row | None) -> bool:
    """Whether date, jobcenter and words are all known of both and all differ."""
    if old is None:
        return False
    words = "question" if row["question"] and old["question"] else "theme"
    return (all(row[name] and old[name] and row[name] != old[name] for name in ("asked_on", "jobcenter"))
            and normalise(row[words] or "") != normalise(old[words] or "") and bool(row[words] and old[words]))


def merged(group: Sequence[Row]) -> Row:
    """What one enquiry says that stands on several rows, in the order they came: the last question and answer."""
    asked = {name: next((row[name] for row in group if row[name] is not None), None) for name in ASKED}
    asked["question"] = next((row["question"] for row in reversed(group) if row["question"] is not None), None)
    return asked | {name: group[-1][name] for name in ANSWERED}


def all_said(row: Row) -> tuple[Any, ...]:
    """All that a row says besides its number."""
    return tuple(row[name] for part in (*ASKED, *ANSWERED) for name in (part, f"{part}_mark"))


def lines(group: Sequence[Row]) -> str:
    """``række 2 og 3``."""
    return f"række {listing(str(row['row']) for row in group)}"


def came(row: Row) -> str:
    """When an enquiry came, in words."""
    return f"kom {day(row['asked_on'])}" if row["asked_on"] else "har ingen dato"


def answer(row: Row) -> str:
    """Which answer stands, in words."""
    return f"svaret er det fra {day(row['answered_on'])}" if row["answered_on"] else "er ikke besvaret igen"


def numbers(numbers: Iterable[int]) -> str:
    """``nr. 1, 2 og 3``, or the first and how many more."""
    every = sorted(numbers)
    return f"nr. {listing(map(str, every))}" if len(every) <= 2 * SHOWN else (
        f"nr. {', '.join(map(str, every[:SHOWN]))} og {len(every) - SHOWN} til")


def arrows(pairs: Sequence[tuple[int, int]]) -> str:
    """``nr. 1 → 64, nr. 2 → 65``."""
    told = [f"nr. {one} → {other}" for one, other in sorted(pairs)]
    return ", ".join(told[:SHOWN]) + (f" og {len(told) - SHOWN} til" if len(told) > SHOWN else "")
