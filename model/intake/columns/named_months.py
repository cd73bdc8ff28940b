"""The month that a title line, a sheet's name or the file's name says, beside the one that was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import listing, month_long
from model.intake.cells.month_mentions import month_suggested
from model.intake.cells.period_text import several
from model.intake.checks.statements import Months
from model.intake.columns import own_words
from model.intake.columns.layout import Table
from model.intake.columns.mapping import Plan
from model.intake.columns.vocabulary import Vocabulary
from model.intake.report import Problem

GATE = 2
SHOWN = 60  # characters of a title line


@dataclass(frozen=True)
class _Said:
    """A month and the text that names it."""

    month: date
    where: str
    sheet: str | None = None
    row: int | None = None


def guess(tables: Sequence[Table], file_name: str) -> date | None:
    """The month suggested for figures that do not say theirs: a title line's, else a sheet's, else the file's."""
    levels = zip(*(_levels(table, file_name) for table in tables), strict=True)
    return next((said.month for level in levels for found in level for said in found), None)


def contradictions(plans: Sequence[Plan], vocabulary: Vocabulary, *, months: Months, file_name: str) -> list[Problem]:
    """A warning for every table whose figures get a chosen month though the text nearest to them names another."""
    found = []
    for plan in plans:
        chosen = _chosen(plan, vocabulary, months)
        said = next((level for level in _levels(plan.table, file_name) if level), [])
        if chosen and not plan.dated and said and chosen not in {one.month for one in said}:
            found.append(_contradiction(said, chosen))
    return list(dict.fromkeys(found))


def kinds(plan: Plan, vocabulary: Vocabulary) -> set[bool]:
    """Which counts of the plan lack a month of their own: activation (False), outcomes (True)."""
    names = {c.field for c in plan.columns if c.month is None}
    names |= set(plan.measures.values()) if plan.measure is not None else set()
    return {field.outcome for name, field in vocabulary.fields.items() if name in names and field.kind == "count"}


def _chosen(plan: Plan, vocabulary: Vocabulary, months: Months) -> date | None:
    """The month that the title of the plan's table would name: the outcomes' only where there is nothing else."""
    return months.outcome if kinds(plan, vocabulary) == {True} else months.month


def _levels(table: Table, file_name: str) -> tuple[list[_Said], list[_Said], list[_Said]]:
    """The months named by the lines over the table, by its sheet and by the file, the nearest first."""
    sheet = table.sheet or None
    lines = [_Said(month, f"linjen »{own_words.veiled(text, SHOWN)}« (række {row})", sheet, row)
             for row, text in table.lines if (month := _one_month(text))]
    of_sheet, of_file = _one_month(table.sheet), _one_month(file_name)
    return (lines, [_Said(of_sheet, f"arkets navn »{table.sheet}«", sheet)] if of_sheet else [],
            [_Said(of_file, f"filens navn »{file_name}«")] if of_file else [])


def _one_month(text: str) -> date | None:
    """The month a text names, when the figures near it are that month's alone."""
    return None if several(text) else month_suggested(text)


def _contradiction(said: Sequence[_Said], chosen: date) -> Problem:
    told = listing(f"{one.where} siger {month_long(one.month)}" for one in said)
    return Problem("advarsel", GATE, f"Der er valgt {month_long(chosen)}, men {told}. Vælg den rigtige måned, eller "
                   f"skriv, hvorfor tallene hører til {month_long(chosen)}.",
                   sheet=said[0].sheet, row=said[0].row, month=chosen)
