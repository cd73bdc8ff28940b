"""Rows on writes: the first click after one, made by the bench's own process on the database of the running app."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from model.basics.formatting import today
from model.intake.examine import examine
from model.intake.saving import apply
from model.snapshot import loading
from model.store import database
from model.writing import meetings
from tests.bench import stage, toured
from tests.bench.timing import Row, Timed, compared, slowest_first
from tests.bench.toured import AGAINST, Both
from tests.bench.visitor import Visitor
from tests.viewers import EVERYBODY, named

TIMES, MEASURE, BY = 5, "personer_match4", "måling"
FRONT = ""  # the address of the front page


def rows(folder: Path) -> Iterator[Row]:
    """The sample's size and a larger one; each write is seen from the front page and from the page it is about."""
    with toured.on_sample(folder, "writes 19x22") as both:
        yield from _clicks(both, "19 x 22", 8.0)
    with toured.on_scratch(folder, "writes 98x60", stage.COUNTRY) as both:
        yield from _clicks(both, "98 x 60", 15.0)


def _clicks(both: Both, label: str, budget: float) -> list[Row]:
    bare, visitor, pen = Visitor(both.strict), Visitor(both.app), Pen(database.create(f"sqlite:///{both.database}"))
    about, found = toured.about(pen.code), []
    for written, write, address in (("figures", pen.figures, "jobcenter"), ("records", pen.records, "raadgivning"),
                                    ("a note", pen.note, "dialogmoede")):
        for page in (FRONT, address):
            click = after(write, partial(visitor.visit, page, about))
            found.append(compared(f"{written}, {page or 'front page'}", AGAINST, bare.visit, click, budget=budget,
                                  times=TIMES))
    pen.engine.dispose()
    return slowest_first(f"first click after a write, {label}", found)


def after(write: Callable[[], None], visit: Timed) -> Timed:
    """Write, then visit; the visit alone is timed."""
    def timed() -> float:
        write()
        return visit()
    return timed


@dataclass
class Pen:
    """Writes of each kind, every one with something new in it; ``code`` is the jobcenter the texts are about."""

    engine: Engine
    code: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _meeting: int = 0
    _note: int | None = None

    def __post_init__(self) -> None:
        with Session(self.engine) as session:
            read = loading.load(session, EVERYBODY)
        figures = read.figures[(read.figures["measure"] == MEASURE) & read.figures["value"].notna()]
        newest = figures["month"].value_counts().idxmax()
        self._month = newest.strftime("%Y-%m")
        self._values = figures[figures["month"] == newest].set_index("jobcenter")["value"].astype(int).to_dict()
        self.code, self._names = min(self._values), read.jobcenters["name"]

    def figures(self) -> None:
        """A month of every jobcenter, each figure one higher than it was: what stood before is no new file."""
        number = next(self.numbers)
        self._values = {code: value + 1 for code, value in self._values.items()}
        lines = [f"{code};{self._month};{value}" for code, value in self._values.items()]
        self._upload(f"tal_{number}.csv", [f"kommunekode;maaned;{MEASURE}", *lines], "maanedstal")

    def records(self) -> None:
        """An enquiry to the hotline that has not been told of before."""
        number = 100_000 + next(self.numbers)
        told = f"{number};01-03-2011;{self._names[self.code]};Hvordan kommer vi i gang?"
        self._upload(f"hotline_{number}.csv", ["Nr.;Dato;Jobcenter;Spørgsmål", told], "hotline")

    def note(self) -> None:
        """The notes of a meeting that is held today, as they are from now on."""
        self._meeting = self._meeting or meetings.open_meeting(self.engine, unit=self.code, held_on=today(),
                                                               viewer=named(BY))
        self._note = meetings.write_notes(self.engine, self._meeting, text=f"Det, vi talte om: {next(self.numbers)}.",
                                          viewer=named(BY), based_on=self._note)

    def _upload(self, name: str, lines: list[str], dataset: str) -> None:
        """What the page does with a file. Raises AssertionError when it is not accepted."""
        content = "\n".join(lines).encode()
        report = examine(self.engine, name, content, dataset=dataset)
        assert report.status == "ready" and report.changes is not None and len(report.changes), report
        apply(self.engine, report, content=content, viewer=named(BY), reason=BY)
