"""Cells that are merged over several jobcenters or measures: a figure in them is nobody's alone, a word the first's."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from model.basics.formatting import listing, month_long
from model.intake.checks.stubs import Stubs, is_none
from model.intake.columns.vocabulary import Vocabulary
from model.intake.files.workbook import Area, Marks
from model.intake.report import Problem

GATE = 3


def problems(stubs: Stubs, vocabulary: Vocabulary) -> list[Problem]:
    """Every figure of a table that covers more than one row's or column's."""
    plan, dataset = stubs.plan, vocabulary.dataset
    texts = {field.name for field in dataset.fields if field.kind != "count"}
    figures = {column.position for column in plan.columns if column.field not in texts}
    faults = []
    for area, rows in areas(plan.table.marks, plan.table.grid, plan.table.rows, figures):
        inside = [head for head in plan.table.heads[area.left:area.right + 1] if head.text]
        whose = _whose(stubs, rows, vocabulary)
        told = text(area, whose, [head.text for head in inside])
        if told:
            faults.append(Problem("fejl", GATE, told, sheet=plan.table.sheet or None, row=area.top,
                                  column=plan.table.heads[area.left].text or None))
    return faults


def notes(stubs: Stubs, vocabulary: Vocabulary) -> list[str]:
    """That words in cells merged over several rows, such as a remark, are kept for the first of them only."""
    plan, dataset = stubs.plan, vocabulary.dataset
    counts = {field.name for field in dataset.fields if field.kind == "count"}
    words = {column.position for column in plan.columns if column.field not in counts}
    return [told for area, covered in areas(plan.table.marks, plan.table.grid, plan.table.rows, words)
            if (told := note(area, _whose(stubs, covered, vocabulary), plan.table.heads[area.left].text))]


def note(area: Area, whose: Sequence[str], heading: str) -> str | None:
    """What became of words in the merged cells; None where they cover one row only."""
    if len(whose) < 2:
        return None
    return (f"Cellerne {area} er flettet, så »{heading}« står én gang for {listing(whose)}. Det er kun gemt for "
            f"{whose[0]}. Ophæv fletningen i Excel, hvis det også gælder de andre.")


def rows(marks: Marks, told: Sequence[Problem]) -> set[int]:
    """The numbers of the rows that the figures of the problems cover."""
    tops = {problem.row for problem in told}
    return {row for area in marks.merged if area.top in tops for row in range(area.top, area.bottom + 1)}


def areas(marks: Marks, grid: np.ndarray, rows: np.ndarray,
          figures: Collection[int]) -> Iterator[tuple[Area, list[int]]]:
    """(merged cells, positions of the rows they cover) where a column of figures holds something in them."""
    at = {int(row): position for position, row in enumerate(rows)} if marks.merged and rows.any() else {}
    for area in marks.merged:
        if area.left in figures and area.top in at and not is_none(grid[at[area.top], area.left:area.left + 1])[0]:
            yield area, [position for row, position in at.items() if area.top <= row <= area.bottom]


def text(area: Area, whose: Sequence[str], measures: Sequence[str]) -> str | None:
    """What is wrong with the merged cells; None where they cover one row's one measure only."""
    named = [f"»{measure}«" for measure in measures]
    if len(whose) < 2 and len(named) < 2:
        return None
    covered = " for ".join(listing(names) for names in (named, whose) if names)
    return (f"Cellerne {area} er flettet, så ét tal dækker {covered}. Ophæv fletningen i Excel, og skriv et tal i hver "
            "celle, eller lad dem, der ikke er oplyst, stå tomme.")


def _whose(stubs: Stubs, rows: Sequence[int], vocabulary: Vocabulary) -> list[str]:
    """The jobcenters of the rows, with their months or measures where those are what differs."""
    names = [str(vocabulary.known.name(place)) if place in vocabulary.known.names else None
             for place in stubs.place[rows]]
    labels = stubs.labels
    found = []
    for name, row in zip(names, rows, strict=True):
        month = stubs.month[row]
        parts = (name or _said(stubs, row), None if np.isnat(month) else month_long(month.astype(object).date()),
                 None if labels is None or labels[row] is None else str(labels[row]))
        found.append(parts)
    differing = [at for at in range(3) if at == 0 or len({parts[at] for parts in found}) > 1]
    told = (", ".join(str(parts[at]) for at in differing if parts[at]) for parts in found)
    return list(dict.fromkeys(name for name in told if name))


def _said(stubs: Stubs, row: int) -> str | None:
    """What stands on the row in place of a jobcenter we know."""
    return next((str(stubs.texts[column][row]) for column in stubs.plan.places[::-1]
                 if stubs.texts[column][row] is not None), None)
