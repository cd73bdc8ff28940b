"""The second gate for records: which of the columns of a file's tables is which of ours, and what must be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from model.basics.formatting import listing, normalise
from model.intake.cells.month_text import zone_note
from model.intake.columns import asked_months, beside, explained, own_words, remembered, units, years
from model.intake.columns.fitting import Scope
from model.intake.columns.labels import filled, is_numeric
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import STAYED_AWAY, Spellings
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MONTH
from model.intake.files.workbook import Workbook
from model.intake.known import Profile
from model.intake.mending.question_ids import question_id
from model.intake.records import (
    across_stated,
    blocks,
    keys_above,
    merged_keys,
    periods,
    scales,
    shaping,
    tables,
    unknown_headings,
)
from model.intake.records.across import ACROSS
from model.intake.records.background import Background
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.headings import scope_of
from model.intake.records.shaped import once
from model.intake.records.tables import Table
from model.intake.report import Answers, Correction, Heading, Problem, Question
from model.intake.tables import around

GATE = 2


@dataclass(frozen=True)
class Columns:
    """The second gate's outcome: tables to read, or what is wrong, or what must be asked first."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    question: Question | None = None
    fingerprint: str = ""
    mapping: tuple[Heading, ...] = ()
    corrected: tuple[Correction, ...] = ()  # cells that were read as the sender's profile says
    said: Mapping[str, str] = field(default_factory=dict)  # answers to questions by their ids, remembered ones too

    @property
    def columns(self) -> dict[tuple[str, int], str]:
        """What every column that is read is read as, by sheet and position."""
        years = {(table.sheet, at): MONTH.name for table in self.tables for at in table.marks.years}
        wide = {(table.sheet, at): name for table in self.tables for at, name in table.beside.items()}
        return years | wide | {(table.sheet, at): name for table in self.tables for at, name in table.targets.items()}

    @property
    def headed(self) -> dict[str, tuple[int, ...]]:
        """The row of every table's headings, by sheet."""
        return {table.sheet: table.headed for table in self.tables if table.headed}


def find(workbook: Workbook, dataset: Dataset, known: Background, *, answers: Answers | None) -> Columns:
    """The tables of every sheet that has one, with the columns as told by answers, a profile or their headings."""
    keys, profiles = known.headings, known.profiles
    words = keys.spellings
    scope = scope_of(known.plan, known.jobcenters.aliases)
    month = next((key.name for key in dataset.keys if key.kind == "month"), None)
    dated = years.settled(workbook, answers) if month else years.Settled(workbook)
    every = tables.of(dated.workbook, keys, scope, answers=answers, profiles=profiles)
    if not every:
        return Columns(problems=(_no_table(dataset),))
    every, filled_in = merged_keys.filled_down(every, dataset)
    every, unclear = _with_months(every, month, answers)
    base = _named(every)
    if two := [problem for table in every for problem in (*_beside(table, words), *around.second(table))]:
        return replace(base, problems=tuple(two))
    profile = profiles.get(base.fingerprint)
    answers = remembered.answered(profile, answers)
    base, later = _shaped(base, keys, scope, known, answers)
    asked = [] if profile else unknown_headings.asked(base.tables, words, scope, known)
    if asked or base.problems:
        return replace(base, notes=(), question=_question(base, asked, words) if asked else None)
    base = _as_remembered(base, profile, answers)
    timed = periods.settled(base.tables, dataset, file_name=workbook.file_name, answers=answers)
    base = replace(base, tables=timed.tables)
    lacking = [*later, *(problem for table in base.tables for problem in _lacking(table, words, known)), *unclear,
               *dated.problems(table.sheet for table in base.tables if month in table.names),
               *(problem for table in base.tables for problem in (*blocks.lines(table, dataset, known),
                                                                  *_units(table, answers))), *timed.problems]
    return replace(base, problems=tuple(lacking), said=answers.said if answers else {}, notes=(
        *dated.notes, *filled_in, *_notes(base.tables, words, profile, scope),
        *keys_above.notes(base.tables, dataset, known), *base.notes, *remembered.notes(base.corrected)))


def _shaped(base: Columns, keys: HeadingKeys, scope: Scope, known: Background,
            answers: Answers | None) -> tuple[Columns, list[Problem]]:
    """The tables of which every column is one part, with what must be settled first and what was told, and what is
    wrong with their cells.
    """
    scaled = scales.read(base.tables, keys.dataset, said=answers.said if answers else {},
                         explained=answers.columns if answers else ())
    shaped = [shaping.shaped(table, keys, scope, known, answers) for table in scaled.tables]
    told = once(problem for found in shaped for problem in found.problems)
    return replace(_named([found.table for found in shaped]), fingerprint=base.fingerprint,
                   problems=scaled.problems or tuple(problem for problem in told if problem.gate == GATE),
                   notes=(*(note for found in shaped for note in found.notes), *scaled.notes)), [
                       problem for problem in told if problem.gate != GATE]


def _named(every: Sequence[Table]) -> Columns:
    """The tables with their headings, and what a profile knows these by."""
    mapping = tuple(heading for table in every for heading in table.headings)
    known = fingerprint(heading.key for heading in mapping if not heading.key.startswith(ACROSS))
    return Columns(tuple(every), fingerprint=known, mapping=mapping)


def _question(base: Columns, asked: Sequence[Heading], words: Spellings) -> Question:
    guessed = {heading.index: heading for heading in asked}
    taken = {name for table in base.tables for name in table.filled} if len(base.tables) == 1 else set()
    errors = [explained.unknown(h, words, first=IGNORE if STAYED_AWAY.search(h.heading) else h.guess, taken=taken)
              for h in asked]
    return Question(explained.EXPLAIN, headings=tuple(guessed.get(h.index, h) for h in base.mapping),
                    asked=tuple(guessed), fingerprint=base.fingerprint, refusal=tuple(errors))


def _as_remembered(columns: Columns, profile: Profile | None, answers: Answers | None) -> Columns:
    """The tables with the sender's words as they were explained before, and the cells that were so corrected."""
    made, done = [], []
    for table in columns.tables:
        grid, corrected = remembered.understood(table, table.targets, profile, answers)
        made.append(replace(table, grid=grid))
        done += corrected
    return replace(columns, tables=tuple(made), corrected=tuple(done))


def _beside(table: Table, words: Spellings) -> list[Problem]:
    """That a second table stands beside the first."""
    second = _second(table, words.dataset)
    headings = table.heading_of
    return [_error(beside.told(headings, second), table.sheet)] if second else []


def _units(table: Table, answers: Answers | None) -> list[Problem]:
    """What the title and the columns that are not read say of the counts beside them."""
    unread = {at: h.heading for h in table.headings if (at := h.index - table.start) not in table.targets}
    return [*units.split(unread, {at: table.grid[:, at] for at in unread}, table.sheet),
            *units.asked([(None, text) for text in (*table.above, table.sheet)],
                         name=question_id("unit", table.sheet) if table.sheet else "unit", sheet=table.sheet,
                         answers=answers)]


def _with_months(tables: Sequence[Table], month: str | None,
                 answers: Answers | None) -> tuple[list[Table], list[Problem]]:
    """The tables with the months that a person has said, and the questions about dates that may be of another month."""
    found, problems = [], []
    for table in tables:
        headings = table.heading_of
        for at in (at for at, name in table.targets.items() if name == month):
            grid, open_ones = asked_months.settled(table.grid, table.rows, at, headings[at], sheet=table.sheet,
                                                   answers=answers)
            table = replace(table, grid=grid)
            problems += open_ones
        found.append(table)
    return found, problems


def _second(table: Table, dataset: Dataset) -> int | None:
    """Where a second table beside the first begins: a key once more, with columns between, that says something else."""
    keys = {key.name for key in dataset.keys} | {part.name for part in dataset.parts if part.kind == "jobcenter"}
    stated = [at for at, name in table.targets.items() if name not in keys]
    found = []
    for key in keys:
        first, *others = beside.parted([at for at, name in table.targets.items() if name == key], stated) or [[0]]
        found += [part[0] for part in others if max(stated) > part[0]
                  and not _alike(table.grid[:, first[0]], table.grid[:, part[0]])]
    return min(found, default=None)


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two columns say the same, or are a code and a name."""
    if is_numeric(filled(one)) != is_numeric(filled(other)):
        return True
    return all(normalise(str(a)) == normalise(str(b)) for a, b in zip(one, other, strict=True))


def _lacking(table: Table, words: Spellings, known: Background) -> list[Problem]:
    dataset = words.dataset
    faults = [_error(f"Der mangler en kolonne med »{key.heading}«. Tilføj den, og indlæs filen igen.", table.sheet)
              for key in dataset.keys if not key.given and key.name not in table.names
              and key.name not in keys_above.names(table, dataset, known)]
    if not dataset.bare and not table.names & {f.name for f in dataset.stated}:
        wanted = listing((f"»{f.heading}«" for f in dataset.fields), word="eller")
        faults.append(_error(f"Der er ingen kolonne med {wanted}. Tilføj mindst én af dem.", table.sheet))
    return faults


def _notes(tables: Sequence[Table], words: Spellings, profile: Profile | None, scope: Scope) -> list[str]:
    notes = [f"Genkendt som »{profile.name}«."] if profile else [f"Filen er læst som »{words.dataset.title}«."]
    for table in tables:
        where = f"Ark »{table.sheet}«: " if table.sheet else ""
        notes += around.notes(table)
        for heading in table.headings:
            at = heading.index - table.start
            if at in table.targets and words.dataset.field(table.targets[at]).kind == "month":
                notes += [where + note for note in zone_note(heading.heading, table.grid[:, at])]
        unused = own_words.headings_of(((at, heading, table.grid[:, at]) for at, heading in table.heading_of.items()
                                        if at not in (*table.explained, *table.unsure)), scope)
        notes += [where + note for note in across_stated.notes(table, words.dataset)]
        if unused:
            some = "Kolonnen" if len(unused) == 1 else "Kolonnerne"
            notes.append(f"{where}{some} {listing(unused)} bruges ikke.")
    return notes


def _no_table(dataset: Dataset) -> Problem:
    wanted = listing(f"»{part.heading}«" for part in dataset.keys)
    return _error(f"Der er ingen tabel med {dataset.title.lower()} i filen. Overskrifterne skal have {wanted}. "
                  "Hent en skabelon, og brug dens overskrifter.", "")


def _error(text: str, sheet: str) -> Problem:
    return Problem("fejl", GATE, text, sheet=sheet or None)
