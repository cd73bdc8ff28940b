"""What a meeting shows, as finished texts and the raw figures behind them: the page, the minutes and what is kept."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from model.subjects.approvals.figures.stated import Fact


@dataclass(frozen=True)
class Part:
    """One item of the agenda: a question, what is said to it, and perhaps a table of finished texts."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[str, ...] = ()  # columns that stand to the right


@dataclass(frozen=True)
class Agenda:
    """A whole meeting in the order it goes. unit: whom it is with, a jobcenter's code or a project's name. headline:
    names and texts of the key figures. facts: what they rest on.
    """

    unit: str
    name: str
    held_on: date
    month: date
    title: str
    line: str
    parts: tuple[Part, ...]
    headline: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    sample: bool  # invented figures stand among them

    def part(self, key: str) -> Part:
        """The item of that key. Raises KeyError."""
        return {part.key: part for part in self.parts}[key]


def to_data(agenda: Agenda) -> dict[str, Any]:
    """The agenda as plain data that JSON can hold."""
    return asdict(agenda) | {"held_on": agenda.held_on.isoformat(), "month": agenda.month.isoformat()}


def from_data(data: dict[str, Any]) -> Agenda:
    """The agenda that ``to_data`` made the data of, equal to it in every part; a jobcenter's may be kept by its own
    word for the unit.
    """
    data = {"unit" if name == "jobcenter" else name: value for name, value in data.items()}
    parts = tuple(Part(**{name: _tuples(value) for name, value in part.items()}) for part in data["parts"])
    days = {name: date.fromisoformat(data[name]) for name in ("held_on", "month")}
    return Agenda(**{name: _tuples(value) for name, value in data.items()} | {"parts": parts} | days)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value
