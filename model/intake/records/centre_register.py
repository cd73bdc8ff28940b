"""A file's centres beside those that stand, while it is found out which of them each row is about."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from model.basics.formatting import day, listing, normalise, number, plural
from model.basics.frames import plain
from model.intake.datasets.centres import CENTRES, WITHDRAWN
from model.intake.datasets.shared import CENTRE
from model.intake.records import record_names
from model.intake.records.centre_statements import COPIED
from model.intake.records.rows import GATE, Rows
from model.intake.report import Option, Problem

SEVERAL = "several"  # the answer that rows of one name are of a centre each
NUMBERED = 5  # signs that a number after a name takes

Row = dict[str, Any]


@dataclass
class Register:
    """A file's centres on the way to their keys. records: its rows; standing: the periods that count."""

    rows: Rows
    said: Mapping[str, str]
    records: list[Row] = field(init=False)
    standing: list[Row] = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    joined: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read the rows and what stands."""
        self.records = _read(self.rows.frame)
        gone = {_key(row) for row in self.records if row.get("event") == WITHDRAWN and not row["lost"]}
        self.standing = [row for row in _read(self.rows.background.standing[CENTRES.name])
                         if row["event"] != WITHDRAWN and _key(row) not in gone]

    @property
    def live(self) -> list[Row]:
        """The rows that are read and whose period counts."""
        return [row for row in self.records if not row["lost"] and row.get("event") != WITHDRAWN]

    @cached_property
    def names(self) -> dict[tuple[str, str], list[Row]]:
        """The periods that stand, by the centre's jobcenter and name."""
        by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.standing:
            by_name[row["jobcenter"], row["name"]].append(row)
        return dict(by_name)

    @cached_property
    def opened_there(self) -> dict[tuple[str, date], list[Row]]:
        """The periods that stand and are open, by jobcenter and the day they opened."""
        return self._open(lambda row: (row["jobcenter"], row["opened"]))

    @cached_property
    def opened_as(self) -> dict[tuple[str, date], list[Row]]:
        """The periods that stand and are open, by the centre's name, however it is spelt, and the day they opened."""
        return self._open(lambda row: (normalise(row["name"]), row["opened"]))

    @cached_property
    def _stays(self) -> dict[tuple[Any, ...], Row]:
        return {_key(row): row for row in self.standing}

    def stay(self, row: Row) -> Row | None:
        """What stands of a row's period."""
        return self._stays.get(_key(row))

    def as_stands(self, row: Row) -> Row:
        """A row with the closing that stands of its period, which a row that is silent of it leaves."""
        stands, is_silent = self.stay(row), row["closed"] is None and row["closed_mark"] is None
        return row | {"closed": stands["closed"]} if stands and is_silent else row

    def _open(self, key: Callable[[Row], tuple[str, date]]) -> dict[tuple[str, date], list[Row]]:
        by_key: dict[tuple[str, date], list[Row]] = defaultdict(list)
        for row in self.standing:
            if row["closed"] is None:
                by_key[key(row)].append(row)
        return dict(by_key)

    def taken(self, group: Sequence[Row]) -> set[str]:
        """Every name that stands or is written in the rows' jobcenter."""
        place = group[0]["jobcenter"]
        return {row["name"] for row in (*self.live, *self.standing) if row["jobcenter"] == place}

    def own_names(self, group: Sequence[Row], *, taken: Collection[str]) -> list[str]:
        """Names of their own for all but the first: ``Ulvespor Lager (2)``."""
        names: list[str] = []
        at = 1
        while len(names) < len(group) - 1:
            at += 1
            name = f"{group[0]['name'][:CENTRE.longest - NUMBERED]} ({at})"
            if name not in taken:
                names.append(name)
        return names

    def drop(self, group: Sequence[Row]) -> None:
        """Rows that are part of another row's record."""
        self.joined |= {(row["sheet"], row["row"]) for row in group}
        self.records = [row for row in self.records if not any(row is other for other in group)]

    def withdraw(self, old: Row, row: Row) -> None:
        """The period that stands shall not count, and the row says what it said, where it is silent."""
        for name in COPIED.values():
            row[name] = old[name] if row[name] is None and not row[f"{name}_mark"] else row[name]
        nothing = dict.fromkeys(self.rows.frame.columns)
        self.records.append(nothing | {name: old[name] for name in ("jobcenter", "name", "opened")} | {
            "event": WITHDRAWN, "row": row["row"], "sheet": row["sheet"], "lost": False})

    def ask(self, row: Row, text: str, question: str | None, *, column: str, options: tuple[Option, ...] = ()) -> None:
        """What is to be answered of a row, or mended in it, before it can be read."""
        row["lost"] = True
        self.tell(row, f"{record_names.begun(row['label'], row['row'])}: {text}", reason=f"{self.centre(row)}: {text}",
                  question=question, column=column, options=options)

    def centre(self, row: Row) -> str:
        """A row's centre beside a column that has its jobcenter."""
        return record_names.beside_place(self.rows.dataset, row, self.rows.background)

    def tell(self, row: Row, text: str, *, reason: str, question: str | None = None, column: str = "",
             rows: Sequence[int] = (), options: tuple[Option, ...] = ()) -> None:
        """A fault of a row, or of all of the rows."""
        self.problems.append(Problem("fejl", GATE, text, sheet=row["sheet"] or None, row=row["row"] or None,
                                     reason=reason, column=self.rows.headings.get(column), jobcenter=row["jobcenter"],
                                     rows=tuple(rows), question=question, options=options))

    def outcome(self) -> Rows:
        """The rows as they are settled, each called by the centre it is of now."""
        return self.rows.settled(self.records, problems=self.problems, notes=self.notes, joined=self.joined)


def _key(row: Row) -> tuple[Any, ...]:
    return row["jobcenter"], row["name"], row.get("opened")


def _read(frame: pd.DataFrame) -> list[Row]:
    return list(_each(frame))


def _each(frame: pd.DataFrame) -> Iterator[Row]:
    for at, row in enumerate(frame.to_dict("records")):
        read = {str(name): value if isinstance(value, bool) else plain(value) for name, value in row.items()}
        yield read | {"at": at}


def same(one: Any, other: Any) -> bool:
    """Whether two cells say the same, however it is spelt."""
    return (normalise(one) == normalise(other)) if isinstance(one, str) and isinstance(other, str) else one == other


def all_said(row: Row) -> tuple[Any, ...]:
    """All that a row says besides its key."""
    return tuple(row[name] for part in COPIED.values() for name in (part, f"{part}_mark"))


def added(group: Sequence[Row]) -> int | None:
    """The places of all rows; None where one does not say its own."""
    places = [row["places"] for row in group]
    return None if None in places else sum(places)


def centres(group: Sequence[Row]) -> str:
    """``2 aktive centre med 6 og 8 pladser``, ``1 aktivt center med 14 pladser``."""
    still_open = all(row["closed"] is None for row in group)
    one, many = ("aktivt center", "aktive centre") if still_open else ("center", "centre")
    places = [row["places"] for row in group]
    if None in places:
        return plural(len(group), one, many)
    noun = "plads" if places[-1] == 1 else "pladser"
    return f"{plural(len(group), one, many)} med {listing(map(number, places))} {noun}"


def centre(row: Row) -> str:
    """``1 aktivt center med 6 pladser``, ``1 center med 6 pladser, der lukkede 15. jan. 2010``."""
    return centres([row]) if row["closed"] is None else f"{centres([row])}, der lukkede {day(row['closed'])}"


def room(places: int | None) -> str:
    """`` (6 pladser)``; nothing where they are not known."""
    return "" if places is None else f" ({plural(places, 'plads', 'pladser')})"
