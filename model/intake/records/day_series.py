"""Days that are numbered within their own course: »Dag 2« under »Mentorkursus 1« is no day of the course series."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from model.basics.formatting import capital, listing, normalise
from model.intake.cells.cell_text import squeezed, without_decimals, written
from model.intake.datasets.attendance import ROLES
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records.across import Across
from model.intake.records.background import Background
from model.intake.records.named_days import Plan, told_course_day
from model.intake.records.shaped import Shaped
from model.intake.records.tables import Table
from model.intake.report import Answers, Option, Problem

GATE = 2
SERIES = question_id("series", "kursusdag")  # of this file alone: the next one may be of another course
DAY = re.compile(r"(?:(?:kursus|mentor)?dag(?: ?nr)?\.? ?)?(\d)\.?|(\d)\. ?(?:kursus|mentor)?dag", re.IGNORECASE)
MENTOR = re.compile(r"mentor(?:kurs\w*|forløb\w*|uddannelse\w*| ?kursusforløb)?\W{0,3}(?:nr\W{0,2}|hold )?"
                    r"(?P<run>\d|i{1,2})?(?!\w)", re.IGNORECASE)
RUN = re.compile(r"(?P<kind>kursus)?(?:forløb|række)\w*\W{0,3}(?:nr\W{0,2})?(?P<run>\d|i{1,2})(?!\w)"
                 r"|(?P<first>\d)\. ?(?P<of>kursus)?forløb", re.IGNORECASE)
NUMBERS = {"i": 1, "ii": 2}
MENTORS = {normalise(word) for word in ("virksomhedsmentor", *ROLES["virksomhedsmentor"])}
ASKED = ("{} kan være dage på flere kurser, og det fremgår ikke, hvilket: {}. Vælg det, eller skriv det i linjen over "
         "tabellen.")
TOLD = "{} er læst som dagene på {}."
COURSES, WHOLE = "kursusrækken", "K"  # all its days, by name
DAY_KEY = "kursusdag"


@dataclass(frozen=True)
class Series:
    """One course whose days are numbered from 1: its name in an answer, in words, and the codes of its days."""

    name: str
    words: str
    codes: tuple[str, ...]

    def code(self, day: int) -> str | None:
        """The code of a day that is numbered from 1; None where the course has no such day."""
        return self.codes[day - 1] if 0 < day <= len(self.codes) else None


def every(plan: Plan) -> list[Series]:
    """The course series, each of its runs, and each run of the mentor course."""
    courses, mentors = (_by_run(plan, kind) for kind in ("kursus", "mentor"))
    found = [Series(WHOLE, COURSES, tuple(code for code, kind in plan.kinds.items() if kind == "kursus"))]
    found += [Series(f"K.{run}", f"{COURSES}s forløb {run} ({codes[0]}–{codes[-1]})", codes)
              for run, codes in courses.items()]
    return [*found, *(Series(f"M{run}", f"Mentorkursus {run}", codes) for run, codes in mentors.items())]


def _by_run(plan: Plan, kind: str) -> dict[int, tuple[str, ...]]:
    """The codes of the days of one kind, by run."""
    runs = {code: run for code, run in plan.runs.items() if plan.kinds[code] == kind}
    return {run: tuple(code for code in runs if runs[code] == run) for run in sorted(set(runs.values()))}


def said(text: str, series: Sequence[Series]) -> list[Series]:
    """The courses a text may mean: ``Mentorkursus 1`` is one, ``Forløb 1`` may be of either kind."""
    if found := MENTOR.search(text):
        run = _number(found["run"])
        mentors = [one for one in series if one.name.startswith("M")]
        if run is None and (other := RUN.search(text)):
            run = _number(other["run"] or other["first"])
        return [one for one in mentors if one.name == f"M{run}"] or mentors  # of a run that is not known it is asked
    if found := RUN.search(text):
        run = _number(found["run"] or found["first"])
        kinds = ("K.",) if found["kind"] or found["of"] else ("K.", "M")
        return [one for one in series if any(one.name == f"{kind}{run}" for kind in kinds)]
    return []


def settled(table: Table, dataset: Dataset, known: Background, answers: Answers | None) -> Shaped:
    """The table with every day that is numbered within its own course read as that course's."""
    place = next((at for at, name in table.targets.items() if name == DAY_KEY), None)
    across = any(DAY_KEY in one.keys for one in table.across.columns)
    if not any(key.kind == "course_day" for key in dataset.keys) or (place is None and not across):
        return Shaped(table)
    return _Reading(table, known, answers).done(place)


class _Reading:
    """One table's days against the courses they may belong to."""

    def __init__(self, table: Table, known: Background, answers: Answers | None) -> None:
        self.table, self.known, self.answers = table, known, answers
        self.series = every(known.plan)

    def done(self, place: int | None) -> Shaped:
        """Days down the side by their own row's course, else by the table's; days across by the table's."""
        numbered = {at: day for at in range(len(self.table.grid)) if (day := self._day(at, place))}
        across = {one.position: day for one in self.table.across.columns if (day := _across(one))}
        if not (numbered or across):
            return Shaped(self.table)
        whole = self._of_table({*numbered.values(), *across.values()})
        meant = {at: self._of_row(at, place) or whole for at in numbered}
        several = [found for found in (*meant.values(), *([whole] if across else [])) if len(found) > 1]
        heading = f"»{self.table.heading_of.get(place, 'Dag')}«" if place is not None else "»Dag 1« og de andre dage"
        if several:
            return Shaped(self.table, (self._question(heading, several[0]),))
        used = [found[0].words for found in (*meant.values(), *([whole] if across else [])) if found[0].name != WHOLE]
        notes = (TOLD.format(heading, listing(dict.fromkeys(used))),) if used else ()
        return Shaped(self._coded(place, numbered, meant, across, whole[0]), (), notes)

    def _coded(self, place: int | None, numbered: dict[int, int], meant: dict[int, list[Series]],
               across: dict[int, int], whole: Series) -> Table:
        """The table with the days of another course than the whole series by their codes."""
        grid = self.table.grid.copy()
        for at, day in numbered.items():
            if meant[at][0].name != WHOLE:
                grid[at, place] = self._code(meant[at][0], day)
        columns = tuple(replace(one, keys={**one.keys, DAY_KEY: self._code(whole, across[one.position])})
                        if one.position in across and whole.name != WHOLE else one for one in self.table.across.columns)
        return replace(self.table, grid=grid, across=replace(self.table.across, columns=columns))

    def _day(self, at: int, place: int | None) -> int | None:
        text = "" if place is None else squeezed(written(self.table.grid[at, place]) or "")
        found = DAY.fullmatch(without_decimals(text))
        return int(found[1] or found[2]) if found else None

    def _code(self, series: Series, day: int) -> str:
        """The day's code; what no course day is called where the course has no such day."""
        return series.code(day) or f"{series.words}, dag {day}"

    def _of_row(self, at: int, place: int | None) -> list[Series]:
        """What another cell of the row says of the course."""
        for other in self._columns():
            if other != place and (cell := written(self.table.grid[at, other])) and (
                    named := said(self._named(other, cell), self.series)):
                return named
        return []

    def _columns(self) -> Iterator[int]:
        for heading in self.table.headings:
            at = heading.index - self.table.start
            named = normalise(heading.heading)
            if self.table.targets.get(at) == DAY_KEY or at in self.table.joined or any(
                    word in named for word in ("forloeb", "kursus", "hold")):
                yield at

    def _named(self, at: int, cell: str) -> str:
        """A run's number with its heading: ``1`` under ``Forløb`` is ``Forløb 1``."""
        plain = without_decimals(squeezed(cell))
        return f"{self.table.heading_of.get(at, '')} {plain}" if plain.isdecimal() else plain

    def _of_table(self, days: set[int]) -> list[Series]:
        """What the lines above and the sheet's name say; else the course series, unless only mentors came."""
        for text in (*self.table.above, self.table.sheet):
            if found := said(text, self.series):
                return self._chosen(found)
        roles = [at for at, name in self.table.targets.items() if name == "rolle"]
        cells = {normalise(str(cell)) for at in roles for cell in self.table.grid[:, at] if pd.notna(cell)}
        if cells and cells <= MENTORS and max(days) <= max(len(one.codes) for one in self.series if one.name[0] == "M"):
            return self._chosen([one for one in self.series if one.name == WHOLE or one.name[0] == "M"])
        return [one for one in self.series if one.name == WHOLE]

    def _chosen(self, offered: list[Series]) -> list[Series]:
        answer = self.answers.said.get(SERIES) if self.answers else None
        return [one for one in offered if one.name == answer] or offered

    def _question(self, heading: str, offered: Sequence[Series]) -> Problem:
        words = listing((one.words for one in offered), word="eller")
        return Problem("fejl", GATE, ASKED.format(heading, words), sheet=self.table.sheet or None,
                       column=heading.strip("»«") or None, question=SERIES,
                       options=tuple(Option(one.name, capital(one.words)) for one in offered))


def _number(text: str | None) -> int | None:
    return None if not text else NUMBERS.get(text.casefold()) or int(text)


def _across(one: Across) -> int | None:
    """The number of a day that stands as a heading."""
    if DAY_KEY not in one.keys:
        return None
    found = next((hit for text in one.heading.split(", ") if (hit := DAY.fullmatch(text))), None)
    return int(found[1] or found[2]) if found else None


def told_day(texts: Sequence[str], plan: Plan) -> str | None:
    """The one course day that the lines over a table and its sheet's name say: ``Mentorkursus 1`` and ``Dag 2``."""
    series = every(plan)
    named = [found for text in texts if (found := said(text, series))]
    numbers = [int(hit[1] or hit[2]) for text in texts if (hit := DAY.fullmatch(squeezed(text)))]
    if not (named and numbers):
        return told_course_day(tuple(texts), plan)
    return named[0][0].code(numbers[-1]) if len(named[0]) == 1 else None
