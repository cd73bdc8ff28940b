"""Which kind of file a workbook is: each dataset weighed by headings, by what stands under them and by the name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from model.basics.formatting import listing, normalise
from model.intake.cells.period_text import several
from model.intake.columns import fitting, likeness
from model.intake.columns.fitting import NEVER, SURELY, Candidate, Content, Scope
from model.intake.columns.spellings import spellings_of
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import CODE, MAANEDSTAL, NAME, VALUE
from model.intake.files.workbook import Sheet, Workbook
from model.intake.records.heading_keys import HeadingKeys, counted
from model.intake.records.named_days import Plan, told_course_day
from model.intake.reference import Reference
from model.intake.report import Option, Problem, Question
from model.intake.tables import heading_rows
from model.intake.tables.senses import Sense

GATE = 2
NOTHING = "Ingen af filens overskrifter kendes, så det er ikke til at se, hvad den er. Den kan være {}."
QUESTION = "dataset"
SHEETS = 12  # sheets that are looked at
EXACT, MISSPELT, RESEMBLING, DENIED = 1.0, 0.7, 0.3, 0.1  # what a heading weighs
VALUES: Mapping[str, float] = {"course_day": 0.6, "choice": 0.6, "measure": 1.0, "jobcenter": 0.3, "name": 0.3,
                               "code": 0.3, "month": 0.3, "date": 0.2}  # what cells that speak for themselves weigh
LACKING = 0.5  # lost for every key that is not there, and where nothing is stated
ROOM, NO_ROOM = 0.1, -0.2  # a column nobody knows, which the dataset could hold, or could not
ACROSS, MOST_ACROSS = 0.5, 3  # a month or a jobcenter for a heading, and how many of them count
TOLD_DAY = 0.6  # a course day in the lines above
TITLED = 0.6  # a line above that says what is counted under headings that are keys
NAMED = 0.2  # the file's name, the weakest evidence
KNOWN = 1.5  # below this nothing is recognised
SPAN = "span"  # weeks, quarters and the like for headings
EQUALLY = 0.5  # datasets whose weights differ by less fit equally


@dataclass(frozen=True)
class Recognised:
    """The dataset that fits best; ``candidates`` are all that fit as well, when a person must say which."""

    dataset: Dataset
    candidates: tuple[str, ...] = ()
    is_known: bool = True  # whether its columns tell; else it is a guess by its words

    def question(self) -> Question:
        """Which of the candidates the file is."""
        titles = {name: DATASETS[name].title for name in self.candidates}
        every = listing((f"»{title}«" for title in titles.values()), word="eller")
        text = NOTHING.format(every) if len(titles) == len(offered()) else f"Filen kan være {every}."
        told = Problem("fejl", GATE, f"{text} Vælg, hvad den indeholder.", question=QUESTION,
                       options=tuple(Option(name, title) for name, title in titles.items()))
        return Question(f"{text} Vælg, hvad den indeholder, før den kan kontrolleres.", refusal=(told,))


@dataclass(frozen=True)
class _Table:
    """One sheet as far as its kind is concerned: headings, what stands under each, and the lines above."""

    headings: tuple[str, ...]
    contents: tuple[Content, ...]
    above: tuple[str, ...]
    plain: tuple[str, ...]  # the headings, normalised
    cells: tuple[Any, ...]  # of the headings, as the file has them
    over: tuple[Any, ...]  # of the row above and of the row below the headings
    under: tuple[Any, ...]


def recognise(workbook: Workbook, reference: Reference) -> Recognised:
    """The dataset whose parts a sheet's headings and cells speak of most.

    Where none is clearly spoken of it is what the words are about, or else monthly figures.
    """
    vocabulary = reference.vocabulary
    tables = [table for sheet in workbook.sheets[:SHEETS] if (table := _table(sheet, reference.scope)) is not None]
    named = normalise(workbook.file_name)
    weights = {name: max((_weight(table, dataset, reference) for table in tables), default=0.0)
               + NAMED * any(word in named for word in dataset.spoken.named)
               for name, dataset in offered().items()}
    best = max(weights.values())
    near = tuple(name for name, weight in weights.items() if weight > best - EQUALLY)
    if best < KNOWN:
        return _by_subject(tables, vocabulary)
    chosen = max(weights, key=weights.__getitem__)
    return Recognised(DATASETS[chosen], near if len(near) > 1 else ())


def _by_subject(tables: Sequence[_Table], vocabulary: Vocabulary) -> Recognised:
    """Where no columns tell: what the words speak of is asked about beside monthly figures, which else are meant.

    Where nothing in it can be one of their keys or figures, they are not meant: any dataset may be, if none is spoken
    of.
    """
    texts = [normalise(text) for table in tables for text in (*table.above, *table.headings)]
    named = tuple(name for name, dataset in offered().items() if any(
        text in dataset.spoken.title or any(word in text for word in dataset.spoken.subject) for text in texts))
    if tables and not any(_may_be_figures(table, vocabulary) for table in tables):
        likely = named or tuple(offered())
        return Recognised(DATASETS[likely[0]], likely if len(likely) > 1 else (), is_known=False)
    return Recognised(MAANEDSTAL, (*named, MAANEDSTAL.name) if named else (), is_known=False)


def _may_be_figures(table: _Table, vocabulary: Vocabulary) -> bool:
    """Whether something in a table can be a key or a figure of monthly figures."""
    named = any(vocabulary.meaning(cell).kind in ("key", "field", "month", "place", "total") for cell in table.cells
                if pd.notna(cell))
    return named or any(max(found.month, found.nearly_month, found.place, found.code, found.measure, found.number,
                         found.date) >= fitting.MOST
                        for found in table.contents)


def _table(sheet: Sheet, scope: Scope) -> _Table | None:
    grid = sheet.cells.to_numpy(dtype=object)
    at = heading_rows.of_any(grid, [spellings_of(dataset).by_word for dataset in offered().values()])
    if at is None:
        return None
    columns = [c for c in range(grid.shape[1]) if pd.notna(grid[at:, c]).any()]
    above = (*(str(cell).strip() for line in grid[:at] for cell in line if pd.notna(cell)), sheet.name)
    over, under = (tuple(grid[p, columns]) if 0 <= p < len(grid) else () for p in (at - 1, at + 1))
    headings = tuple("" if pd.isna(grid[at, c]) else str(grid[at, c]).strip() for c in columns)
    return _Table(headings, tuple(fitting.content(grid[at + 1:, c], scope) for c in columns), above,
                  tuple(map(normalise, headings)), tuple(grid[at, columns]), over, under)


def _weight(table: _Table, dataset: Dataset, reference: Reference) -> float:
    wide = {} if dataset.is_figures else _across(table, reference.headings(dataset))
    parts = spellings_of(dataset).candidates.values()
    evidence = sorted(((_evidence(plain, found, part), at, part.name)
                       for at, (plain, found) in enumerate(zip(table.plain, table.contents, strict=True))
                       if at not in wide for part in parts), reverse=True)
    taken: dict[str, int] = {}
    weight = 0.0
    for one, at, name in evidence:
        if one > 0 and name not in taken and at not in taken.values():
            taken[name] = at
            weight += one
    free = [part for part in parts if part.name not in taken]
    open_ones = [found for at, found in enumerate(table.contents)
                 if at not in taken.values() and at not in wide and found.texts]
    weight += sum(ROOM if any(fitting.fit(part, found) for part in free) else NO_ROOM for found in open_ones)
    if dataset.is_figures:
        return weight + _of_figures(table, taken, reference.vocabulary)
    words = spellings_of(dataset).by_word
    down = {words.get(normalise(text)) for found in open_ones for text in found.texts} if wide else set()
    weight += ACROSS * min(len(down & {field.name for field in dataset.fields}), MOST_ACROSS)
    return weight + _of_records(table, dataset, taken, wide, reference.plan)


def _evidence(plain: str, contents: Content, part: Candidate) -> float:
    """What one column says for one part: its heading, and cells that speak for themselves."""
    weighed = fitting.fit(part, contents)
    values = VALUES.get(part.kind, 0.0) if contents.texts and weighed == SURELY else 0.0
    if plain in part.words:
        return values + (EXACT if weighed > NEVER else DENIED)
    if weighed == NEVER or not plain:
        return values
    alike = likeness.like(plain, part.words)
    return values + (MISSPELT if alike >= 0.8 else RESEMBLING if alike >= likeness.RESEMBLING else 0.0)


def _of_figures(table: _Table, taken: Mapping[str, int], vocabulary: Vocabulary) -> float:
    """Months and jobcenters across speak for monthly figures; whose they are must be said, and a figure be there."""
    across = [vocabulary.meaning(heading).kind in ("month", "place") for heading in table.headings if heading]
    stated = any(across) or VALUE.name in taken or set(taken) & set(vocabulary.fields)
    placed = set(taken) & {NAME.name, CODE.name} or any(across)
    return ACROSS * min(sum(across), MOST_ACROSS) - LACKING * (not stated) - LACKING * (not placed)


def _of_records(table: _Table, dataset: Dataset, taken: Mapping[str, int], wide: Mapping[int, Sense],
                plan: Plan) -> float:
    """Keys that are not there speak against a dataset; they may stand across, and a course day in the lines above."""
    across = {name for said in wide.values() for name in said.keys}
    across |= {key.name for key in dataset.keys if key.kind == "month" and wide and not across}  # weeks or quarters
    told_apart = {"date", "text"} <= {part.kind for part in dataset.fields if part.name in taken}
    lacking = [key for key in dataset.keys if key.name not in taken and key.name not in across
               and not (key.given and told_apart)]
    told = any(key.kind == "course_day" for key in lacking) and told_course_day(table.above, plan) is not None
    named = any(counted(text, dataset) for text in table.above) or any(said.column for said in wide.values())
    counts = {field.name for field in dataset.fields if field.kind == "count"}
    stated = bool(set(taken) & {field.name for field in dataset.fields}) or dataset.bare or bool(wide and counts)
    whose = not any(key.kind == "text" for key in lacking)  # nothing across can say a centre's name
    titled = any(word in normalise(text) for text in table.above for word in dataset.spoken.named)
    return ((TOLD_DAY + LACKING) * told - LACKING * len(lacking) - LACKING * (not stated) + NAMED * titled
            + ACROSS * min(len(wide), MOST_ACROSS) * whose + TITLED * (named and bool(wide)))


def _across(table: _Table, keys: HeadingKeys) -> dict[int, Sense]:
    """The columns whose headings, or those over or under them, say one kind of key more than once."""
    for cells in (table.cells, table.over, table.under):
        said = {at: keys.sense(cell) for at, cell in enumerate(cells) if pd.notna(cell)}
        if cells is table.under and not all(one.keys or one.column or one.total or one.week for one in said.values()):
            continue  # it is the first row of the table
        kinds = {at: [*one.keys, *([SPAN] if one.week or (one.total and several(str(cells[at]))) else [])]
                 for at, one in said.items()}
        names = Counter(name for each in kinds.values() for name in each)
        senses = {at: said[at] for at, each in kinds.items() if any(names[name] > 1 for name in each)}
        if senses:
            return senses
    return {}


def answered(candidates: Sequence[str], said: Mapping[str, str]) -> str | None:
    """The candidate that a person chose, or None."""
    return said.get(QUESTION) if said.get(QUESTION) in candidates else None
