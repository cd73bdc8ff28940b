"""Mending a file where its faults are shown, in Danish: what can be mended at once, and what has been."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from pathlib import PurePath

from model.basics.formatting import capital, listing, month_long, number, plural
from model.intake.cells.cell_text import written
from model.intake.datasets.datasets import DATASETS
from model.intake.files.workbook import column_index
from model.intake.report import Correction, Problem, Report, brief

SHOWN = 60  # characters of a cell
LISTED = 5  # cells named of those a fault is in
OFFERED = 6  # rows of one key that are shown and can be left out one by one


@dataclass(frozen=True)
class Fault:
    """What is wrong in the same way in one or more cells of a column: one correction may mend them all.

    problems: one a cell. also: what else is wrong with those cells. was: what stands in them. name: what their column
    is read as; "" where it is not known or the fault is a row's.
    """

    text: str
    problems: tuple[Problem, ...]
    also: tuple[Problem, ...] = ()
    was: str = ""
    name: str = ""
    optional: bool = False  # whether the cells may be empty
    whose: str = ""  # the one jobcenter and month that it is about, in Danish

    @property
    def first(self) -> Problem:
        """The first of the problems."""
        return self.problems[0]

    @property
    def suggestion(self) -> str | None:
        """What the cells probably should say."""
        return self.first.suggestion

    @property
    def needs_text(self) -> bool:
        """Whether the cell must say something: a key's, or one of a column that is not known."""
        return not self.optional

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows it is in."""
        return self.first.rows or tuple(int(p.row) for p in self.problems if p.row)

    def without_row(self, row: int) -> tuple[Correction, ...]:
        """One of the rows left out."""
        return (Correction(self.first.sheet or "", str(row), None),)

    def corrections(self, value: str | None, *, all_of_them: bool) -> tuple[Correction, ...]:
        """Another text in the cells, or their rows left out (None): in all of them or in the first."""
        chosen = self.problems if all_of_them else self.problems[:1]
        return tuple(Correction(p.sheet or "", (p.cell if value is not None else None) or str(p.row), value)
                     for p in chosen if p.cell or p.row)


def faults(report: Report, names: Mapping[str, str]) -> list[Fault]:
    """The errors that can be mended in the file's cells, alike ones together, in the order of the first of each.

    names: the jobcenters', by code.
    """
    groups: dict[tuple[object, ...], list[list[Problem]]] = {}
    for wrong in _by_place(report):
        groups.setdefault(_kind(wrong, report), []).append(wrong)
    values = {part.name for part in DATASETS[report.dataset].fields}
    return [_fault(alike, report, values, names) for alike in groups.values()]


def _by_place(report: Report) -> Iterable[list[Problem]]:
    """The errors that can be mended here, all that are about one cell together; a row's each by itself."""
    found: dict[object, list[Problem]] = {}
    for at, problem in enumerate(report.errors if report.workbook is not None else ()):
        if problem.question is None and not problem.heads and (problem.cell or problem.row):
            found.setdefault((problem.sheet, problem.cell) if problem.cell else at, []).append(problem)
    return found.values()


def _fault(alike: Sequence[Sequence[Problem]], report: Report, values: Collection[str],
           names: Mapping[str, str]) -> Fault:
    """The fault that places have in common; each with all that is wrong there."""
    first, name = alike[0][0], _name(report, alike[0][0])
    firsts = tuple(wrong[0] for wrong in alike)
    return Fault(brief(alike[0]), firsts, tuple(p for wrong in alike for p in wrong[1:]), _text(report, first), name,
                 name in values, _whose(firsts, names))


def _whose(alike: Sequence[Problem], names: Mapping[str, str]) -> str:
    """The jobcenter and the month, where alike faults are about one."""
    about = {(p.jobcenter, p.month) for p in alike}
    jobcenter, month = about.pop() if len(about) == 1 else (None, None)
    return ", ".join([*([names.get(jobcenter, jobcenter)] if jobcenter else []),
                      *([month_long(month)] if month else [])])


def questions(report: Report) -> list[Problem]:
    """The errors that are questions, each once, whatever rows they are of."""
    return list({problem.question: problem for problem in report.errors if problem.question}.values())


def elsewhere(report: Report, here_too: Sequence[Fault]) -> tuple[Problem, ...]:
    """The problems that can be mended only in the file itself, and the warnings. here_too: those mended here."""
    here = {id(problem) for fault in here_too for problem in (*fault.problems, *fault.also)}
    return tuple(p for p in report.problems if id(p) not in here and not p.question)


def _kind(wrong: Sequence[Problem], report: Report) -> tuple[object, ...]:
    """What places have in common that the same text mends: the column, what stands there and what is wrong with it."""
    problem, was = wrong[0], _text(report, wrong[0])
    if not problem.cell or not was:
        return (problem.sheet, problem.cell, problem.row, *(p.text for p in wrong))
    return (problem.sheet, problem.cell.rstrip("0123456789"), was, *((p.reason or p.text, p.suggestion) for p in wrong))


def _text(report: Report, problem: Problem) -> str:
    """What stands in the cell a problem is about."""
    sheets = report.workbook.sheets if report.workbook and problem.cell else ()
    cells = next((sheet.cells for sheet in sheets if sheet.name == (problem.sheet or "")), None)
    if cells is None or problem.row not in cells.index:
        return ""
    return (written(cells.at[problem.row, column(problem)]) or "").strip() if column(problem) in cells else ""


def column(problem: Problem) -> int:
    """The column of the cell a problem is about, from 0."""
    return column_index((problem.cell or "").rstrip("0123456789"))


def _name(report: Report, problem: Problem) -> str:
    return report.columns.get((problem.sheet or "", column(problem)), "") if problem.cell else ""


def places(fault: Fault) -> str:
    """Where a fault is: ``Celle B8 · Skive, marts 2010``, ``6 steder: B8, B12 og 4 til``, ``Række 3``."""
    where = _places(fault)
    return f"{where} · {fault.whose}" if fault.whose else where


def _places(fault: Fault) -> str:
    sheet = f"Ark »{fault.first.sheet}«, " if fault.first.sheet else ""
    cells = [str(p.cell) for p in fault.problems] if fault.first.cell else [f"række {row}" for row in fault.rows]
    if len(cells) == 1:
        said = f"{sheet}celle {cells[0]}" if fault.first.cell else f"{sheet}{cells[0]}"
        return capital(said)
    more = len(cells) - LISTED
    named = f"{', '.join(cells[:LISTED])} og {number(more)} til" if more > 0 else listing(cells)
    return f"{sheet}{number(len(cells))} steder: {named}"


def yes(fault: Fault) -> str:
    """The button that takes the suggestion: ``Ja, Holstebro``, and for how many cells."""
    many = len(fault.problems)
    return f"Ja, {fault.suggestion}" + (f" (alle {number(many)})" if many > 1 else "")


def field_label(fault: Fault) -> str:
    """The label of the field to type in."""
    return "Der skal stå" if len(fault.problems) > 1 else f"Der skal stå i {fault.first.cell}"


def leave_out(rows: Sequence[int]) -> str:
    """The button that leaves a row out, or several."""
    return f"Udelad række {rows[0]}" if len(rows) == 1 else f"Udelad de {number(len(rows))} rækker"


def told(correction: Correction) -> str:
    """``Ark »Ark1«, celle B8: »Holstbro« er rettet til »Holstebro«``; a row that is left out says so."""
    sheet = f"Ark »{correction.sheet}«, " if correction.sheet else ""
    if correction.value is None:
        said = f"{sheet}række {correction.cell} er udeladt"
    else:
        said = f"{sheet}celle {correction.cell}: {_cell(correction.was)} er rettet til {_cell(correction.value)}"
    return capital(said)


def file_name(report: Report) -> str:
    """What the mended file is called: ``tal-rettet.csv``; every kind of workbook becomes .xlsx."""
    path = PurePath(report.file_name)
    return f"{path.stem}-rettet{'.xlsx' if is_workbook(report) else '.csv'}"


def is_workbook(report: Report) -> bool:
    """Whether the file is one of sheets; a counted table is given back as a text file."""
    workbook = report.workbook
    return report.counted is None and workbook is not None and any(sheet.name for sheet in workbook.sheets)


def title(corrections: Sized) -> str:
    """``3 rettelser``."""
    return plural(len(corrections), "rettelse", "rettelser")


def _cell(text: str) -> str:
    return f"»{short(text, SHOWN)}«" if text else "en tom celle"


def short(text: str, longest: int) -> str:
    """The text cut to so many characters."""
    return text if len(text) <= longest else f"{text[:longest - 1]}…"
