"""Whom a list's rows are about: each one's course day, jobcenter and role, asked for where it is not said."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from model.basics.formatting import alphabetical, capital
from model.intake.cells.cell_text import quoted
from model.intake.cells.place_text import misspelt_place
from model.intake.counting import asking
from model.intake.counting.asking import Asked
from model.intake.counting.listing import Column, ListedSheet, Use
from model.intake.counting.uses import ANY_SERIES, Vocabulary
from model.intake.report import Option
from model.programmes.words import REGION

ABOVE = "over"
NO_SUCH_DAY = "Kurset har ingen dag {}. Ret overskriften eller linjen over listen, eller slet kolonnen."
Known = Callable[[str], str | None]


class Keys:
    """One sheet's keys. A row whose key is not known has none until its question is answered."""

    def __init__(self, sheet: ListedSheet, words: Vocabulary, asked: Asked) -> None:
        """Look at every different text once."""
        self._sheet, self._words, self._asked = sheet, words, asked

    def of(self, at: int, *, day: str | None = None) -> tuple[str, str, str] | None:
        """(course day, jobcenter, role) of the row at a position. day: the one its column is about."""
        course_day = self.in_series(day) if day else self.days[at]
        place, role = self.places[at], self.roles[at]
        if course_day is None or place is None or role is None:
            return None
        key = (course_day, place, role)
        return None if asking.LEAVE_OUT in key else key

    @cached_property
    def days(self) -> Sequence[str | None]:
        """Each row's course day, asked for when it is needed."""
        return (self._of(Use.DAY, self._day, self._day_options(), "er ikke en kursusdag. Hvilken er det?")
                or self._all(self._sheet.day or self._one_day()))

    @cached_property
    def places(self) -> Sequence[str | None]:
        """Each row's jobcenter, asked for when it is needed."""
        asks = f"er ikke et jobcenter i {REGION}. Hvilket er det?"
        return (self._of(Use.PLACE, self._words.place, self._place_options(), asks)
                or self._all(self._sheet.place or self._one_place()))

    @cached_property
    def roles(self) -> Sequence[str | None]:
        """Each row's role, asked for when it is needed."""
        asks = "er ikke en af de tre roller. Hvilken er det?"
        return self._of(Use.ROLE, self._words.role, self._role_options(), asks) or self._all(self._one_role())

    def _all(self, value: str | None) -> Sequence[str | None]:
        return [value] * len(self._sheet.rows)

    def _of(self, use: Use, known: Known, options: list[Option], asks: str) -> Sequence[str | None] | None:
        """What the cells of a column mean; None without such a column."""
        column = self._sheet.first(use)
        if column is None:
            return None
        meant: dict[str, str | None] = {"": self._empty(column)} if "" in column.texts else {}
        for text, count in Counter(text for text in column.texts if text).items():
            asked = f"{quoted(text)} ({asking.times(count)}) {asks}"
            meant[text] = known(text) or self._asked.word(column.name, text, asked, [*options, asking.NOT_COUNTED],
                                                          probably=self._probably(use, text))
        if meant.get("") == ABOVE:
            meant[""] = asking.LEAVE_OUT  # there is none above the first
            return [meant[text] for text in _filled(column.texts)]
        return [meant[text] for text in column.texts]

    def _empty(self, column: Column) -> str | None:
        cells = sum(not text for text in column.texts)
        return self._asked.word(column.name, "", asking.empties(column.shown, cells),
                                [Option(ABOVE, "Det samme som på rækken over"), asking.NOT_COUNTED])

    def _probably(self, use: Use, text: str) -> str | None:
        names = self._words.known.jobcenters.names
        near = misspelt_place(text, names) if use is Use.PLACE else None
        return next((code for code, name in names.items() if name == near), None)

    def _place_options(self) -> list[Option]:
        names = self._words.known.jobcenters.names
        return [Option(code, names[code]) for code in sorted(names, key=lambda code: alphabetical(names[code]))]

    def _one_place(self) -> str | None:
        return self._asked.answer(f"count.jobcenter.{self._sheet.number}", "Listen siger ikke, hvilket jobcenter "
                                  "deltagerne kommer fra. Hvilket er det?", self._place_options())

    def in_series(self, code: str) -> str | None:
        """A course day's code; of ``?1`` that of the first day of the course the list is of."""
        if not code.startswith(ANY_SERIES):
            return code
        courses = {one.name: one for one in self._words.series}
        name = self._sheet.series or self._asked.answer(
            f"count.forloeb.{self._sheet.number}", "Listen siger ikke, hvilket kursus »Dag 1« hører til. Hvilket er "
            "det?", [Option(one.name, capital(one.words)) for one in courses.values()])
        number = int(code.removeprefix(ANY_SERIES))
        if name is not None and courses[name].code(number) is None:
            self._asked.fault(NO_SUCH_DAY.format(number))
        return courses[name].code(number) if name is not None else None

    def _day(self, text: str) -> str | None:
        code = self._words.day(text)
        return self.in_series(code) if code else None

    def _day_options(self) -> list[Option]:
        return [Option(code, name) for code, name in self._words.known.course_day_names.items()]

    def _one_day(self) -> str | None:
        return self._asked.answer(f"count.kursusdag.{self._sheet.number}", "Listen siger ikke, hvilken kursusdag den "
                                  "er fra. Hvilken er det?", self._day_options())

    def _role_options(self) -> list[Option]:
        return [Option(role, role) for role in dict.fromkeys(self._words.roles.values())]

    def _one_role(self) -> str | None:
        probably = "virksomhedsmentor" if (self._sheet.series or self._sheet.day or "").startswith("M") else None
        return self._asked.answer(f"count.rolle.{self._sheet.number}", "Listen siger ikke, hvilken rolle deltagerne "
                                  "har. Hvilken er det?", self._role_options(), probably=probably)


def _filled(texts: Sequence[str]) -> list[str]:
    """Every text, with the one above it where it is empty."""
    made: list[str] = []
    for text in texts:
        made.append(text or (made[-1] if made else ""))
    return made
