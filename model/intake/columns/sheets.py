"""Which of a workbook's sheets are read, and what is told about the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.basics.formatting import listing
from model.intake.columns import labels as labelling
from model.intake.columns import layout, mapping
from model.intake.columns.labels import Label
from model.intake.columns.layout import Table
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import VALUE
from model.intake.files.workbook import Workbook
from model.intake.known import Profile
from model.intake.report import Answers


@dataclass(frozen=True)
class Found:
    """The tables that are read with their labels, or the sheets a person must choose between."""

    tables: tuple[tuple[Table, list[Label]], ...] = ()
    candidates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def labels(self) -> list[Label]:
        """The labels of all tables in one list."""
        return [label for _, labels in self.tables for label in labels]


def choose(workbook: Workbook, vocabulary: Vocabulary, *, answers: Answers | None) -> Found:
    """The one sheet that has the columns, or every sheet when each shows a measure of its own."""
    found: list[tuple[Table, list[Label]]] = []
    start = 0
    for sheet in workbook.sheets:
        table = layout.find(sheet, vocabulary)
        if table is not None:
            labels = labelling.of(table, vocabulary, start=start)
            start += len(table.heads) + sum(label.where != "column" for label in labels)
            found.append((table, labels))
    usable = [one for one in found if _is_usable(one, vocabulary)]
    if answers and answers.sheet is not None:
        usable = [one for one in found if one[0].sheet == answers.sheet]
    if len(usable) > 1 and not all(_is_of_one_measure(labels) for _, labels in usable):
        usable = _recognised(usable, vocabulary.known.profiles) or usable
        if len(usable) > 1:
            return Found(candidates=tuple(table.sheet for table, _ in usable))
    chosen = tuple(usable) or tuple(sorted(found, key=_promise, reverse=True)[:1])
    return Found(tables=chosen, notes=_others(workbook, chosen))


def _is_usable(one: tuple[Table, list[Label]], vocabulary: Vocabulary) -> bool:
    table, labels = one
    return table.certain and mapping.plan(table, labels, vocabulary.dataset).complete


def _is_of_one_measure(labels: Sequence[Label]) -> bool:
    return any(label.where == "sheet" for label in labels) and any(label.target == VALUE.name for label in labels)


def _recognised(usable: list[tuple[Table, list[Label]]],
                profiles: dict[str, Profile]) -> list[tuple[Table, list[Label]]]:
    known = [one for one in usable if mapping.fingerprint(one[1]) in profiles]
    return known if len(known) == 1 else []


def _promise(one: tuple[Table, list[Label]]) -> tuple[int, int]:
    """How much of a sheet is known: the one to ask about when none can be read as it is."""
    labels = one[1]
    return sum(label.target is not None for label in labels), sum(label.numeric for label in labels)


def _others(workbook: Workbook, chosen: Sequence[tuple[Table, list[Label]]]) -> tuple[str, ...]:
    names = {table.sheet for table, _ in chosen}
    left = [sheet.name for sheet in workbook.sheets if sheet.name not in names]
    if not left or not chosen:
        return ()
    some = "Arket" if len(left) == 1 else "Arkene"
    return (f"{some} {listing(f'»{name}«' for name in left)} er ikke læst: der er ingen månedstal, som kan genkendes.",)
