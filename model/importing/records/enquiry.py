"""What tells one enquiry to the hotline from another, and how they are named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from model.formatting import day, listing, normalise
from model.importing.records.rows import plain

SHOWN = 3  # numbers or pairs of them that are named
ASKED = ("asked_on", "jobcenter", "theme", "question")  # what an enquiry is; the rest is what came of it
ANSWERED = ("answered_on", "answered_by", "answer")

Row = dict[str, Any]


def as_read(value: Any) -> Any:
    """A cell of a frame as Python's own value."""
    return plain(value) if not isinstance(value, bool) else value


def stand_as(rows: Iterable[Row], standing: Iterable[Row], *, taken: set[int]) -> dict[int, int]:
    """By the position of each row that stands already, the number it stands under; no number twice."""
    places: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for old in standing:
        if int(old["number"]) not in taken and (key := what(old)):
            places[key].append(int(old["number"]))
    found = {}
    for row in rows:
        if (key := what(row)) and places[key]:
            found[row["at"]] = places[key].pop(0)
    return found


def what(row: Row) -> tuple[Any, ...] | None:
    """What tells an enquiry from another: its day, its jobcenter and its words; None where it has no words or day."""
    words = normalise(row["question"] or row["theme"] or "")
    return (row["asked_on"], row["jobcenter"], words) if row["asked_on"] and words else None


def is_same(row: Row, old: Row | None) -> bool:
    """Whether a row is plainly the enquiry that stands."""
    return old is not None and what(row) is not None and what(row) == what(old)


def is_other(row: Row, old: Row | None) -> bool:
    """Whether date, jobcenter and words are all known of both and all differ."""
    if old is None:
        return False
    words = "question" if row["question"] and old["question"] else "theme"
    return (all(row[name] and old[name] and row[name] != old[name] for name in ("asked_on", "jobcenter"))
            and normalise(row[words] or "") != normalise(old[words] or "") and bool(row[words] and old[words]))


def merged(group: Sequence[Row]) -> Row:
    """What one enquiry says that stands on several rows, in the order they came."""
    asked = {name: next((row[name] for row in group if row[name] is not None), None) for name in ASKED}
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
