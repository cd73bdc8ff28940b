"""The small tables of the dialogark: centres, courses and the figures behind, from the same sources as the pages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from model.basics.formatting import capital, month_and_year, month_long, number
from model.drawing.shapes import Matrix
from model.programmes.current import PROGRAMME
from model.programmes.programme import Role
from model.programmes.words import GOAL_2
from model.snapshot.absence import HIDDEN, MISSING, Reason, absent_words
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import activity, occupancy, periods
from model.subjects.centres.words.centres import filled, room_sentence
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.figures import attendance
from model.subjects.courses.words import courses
from model.subjects.goals.charts.behind import SHOWN, Behind, months_behind
from model.subjects.support.words import support

MONTHS = 12  # columns of the figures behind
BEHIND_ROLES: tuple[Role, ...] = ("group", "reached", "ended", "outcome", "outcome_beside")
_shown = [SHOWN[PROGRAMME.name_of(role)] for role in BEHIND_ROLES]
BEHIND = (*_shown[:2], "Andel", *_shown[2:])
LETTERS: dict[Reason, str] = {MISSING: "m", HIDDEN: "d"}
CODES = {"m": "m mangler", "d": "d skjult af afsenderen", "f": "f foreløbig",
         "r": "r rettet siden første indberetning", "u": f"u for tidligt at måle, ikke med i {GOAL_2}"}
EMPTY = "tom: ikke oplyst"
NO_CENTRES = "Der er ingen oplysninger om virksomhedscentre."
NO_ANSWERS = "Der er ikke registreret fremmøde endnu."


def centres_table(snapshot: Snapshot, code: str, month: date) -> dict[str, Any]:
    """Active centres, opened and closed in a year, places and occupancy; of an earlier month when none is newer."""
    if not periods.has_any(snapshot):
        return {"title": "Virksomhedscentre", "rows": [], "note": NO_CENTRES}
    shown = min(month, periods.months(snapshot)[0]) if periods.months(snapshot) else month
    year, there = activity.year(snapshot, code, shown), occupancy.occupancy(snapshot, code, shown)
    rows = [("Aktive centre", number(year.active)),
            ("Åbnet / lukket på et år", f"{number(year.opened)} / {number(year.closed)}")]
    if there.active:
        unknown = absent_words(there.absent)
        rows += [("Pladser", absent_words(there.places_absent) if there.places is None else number(there.places)),
                 ("Besatte pladser", unknown if there.occupied is None else filled(there))]
    room = room_sentence(snapshot, code, month) if shown == month else ""
    return {"title": f"Virksomhedscentre, {month_long(shown)}", "rows": rows, "note": f"{room}." if room else ""}


def courses_table(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """Who came on each course day, as on *Kurser*, with mentor courses and counselling in a sentence each."""
    lines = [f"{capital(courses.line_words(snapshot, code))}.", f"{support.one_line(snapshot, code)}."]
    if not attendance.any_said(snapshot):
        return {"title": "Kurser og rådgivning", "head": [], "rows": [], "lines": [NO_ANSWERS, lines[1]], "legend": ""}
    drawn = matrix_chart(snapshot).shape
    assert isinstance(drawn, Matrix)
    row = next(row for row in drawn.rows if row.code == code)
    cells = [cell.text for cell in row.cells]
    seen = {cell.state for cell in row.cells}
    legend = [f"{text} {meaning}" for state, text, meaning in drawn.legend if state in seen and text in cells]
    days = [str(number) for number in range(1, len(cells) + 1)]
    return {"title": "Kurser og rådgivning", "head": ["Kursusdag", *days, "I alt"], "lines": lines,
            "rows": [["Mødte", *cells, row.total]], "legend": f"({'; '.join(legend)})" if legend else ""}


def behind_table(snapshot: Snapshot, code: str, month: date) -> dict[str, Any]:
    """The last twelve months of the figures behind, one column a month, with the marks of the page as letters."""
    shown = months_behind(snapshot, code, month)[:MONTHS][::-1]
    rows = [[name, *(row.cells[name].text(LETTERS) for row in shown)] for name in BEHIND if shown]
    return {"head": [_heading(row, first=at == 0) for at, row in enumerate(shown)], "rows": rows,
            "codes": _codes(shown)}


def _codes(shown: Sequence[Behind]) -> str:
    """What the letters that stand in the table mean, and what an empty cell does where there is one."""
    cells = [row.cells[name] for row in shown for name in BEHIND]
    used = {LETTERS[cell.absent] for cell in cells if cell.absent} | {mark for cell in cells for mark in cell.marks}
    used |= {"f"} if any(row.provisional for row in shown) else set()
    return " · ".join([*(words for letter, words in CODES.items() if letter in used), *[EMPTY] * (not all(cells))])


def _heading(row: Behind, *, first: bool) -> list[str]:
    """``okt.`` and the year where it must be told, with the page's f where the month is provisional."""
    name, year = month_and_year(row.month)
    return [f"{name} f" if row.provisional else name, year if first or row.month.month == 1 else ""]
