"""Rows and columns that add up others: never records, but sums to hold the others against."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.basics.formatting import listing, normalise, number, plural
from model.intake.cells.cell_text import quoted, squeezed, written
from model.intake.columns import sums
from model.intake.datasets.declaration import Column, Dataset
from model.intake.files.workbook import address
from model.intake.records.across import Across
from model.intake.records.tables import Table
from model.intake.report import Problem
from model.programmes.current import PROGRAMME

GATE = 4
LANDSDELE = ("vest", "øst", *(unit.landsdel for unit in PROGRAMME.units))
WHOLES = {normalise(word) for word in (*sums.REGION, *sums.COUNTRY, *LANDSDELE)}
NAMES = {"total", "totalt", "alle", "resultat", "result", "all", "overall", "samlet", "snit", "middel", "median", "min",
         "max", "maks"}  # of a sum, or of a company
FREE = {"ledige", "ledigepladser", "fripladser"}  # what no column of ours is the sum of
WORDS = {"kursusdag", "kursusdage", "dag", "dage", "kursus", "mentorkursus", "mentorforloeb", "forloeb",
         "kursusforloeb",
         "centre", "center", "virksomhedscentre", "virksomhedscenter", "virksomheder", "henvendelser", "henvendelse",
         "roller", "deltagere", "maaneder", "maaned", "pladser", *FREE,
         "besatte", "besattepladser"}  # what a sum may say that it is of
COUNTED = re.compile(r"antal (?P<of>[^\W\d_]+)(?: ?[:=]? ?\d+)?|\d+ (?P<all>[^\W\d_]+)", re.IGNORECASE)
NO_SUM = {"generation"}  # counts that nobody adds up
DIFFERS = "Kontrolsummen {}: der står {}, men {} giver {}. Kontrollér {} og summen; summen gemmes ikke."


@dataclass(frozen=True)
class Sum:
    """A row that adds up others. of: what it adds up, "" when that is all of them; average: it is none to hold up."""

    at: int
    text: str
    of: str
    average: bool


@dataclass(frozen=True)
class Checked:
    """What came of the sums: warnings, notes and the cells (row, the file's column) that were held up."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    cells: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class _Held:
    """One sum beside what it adds up."""

    name: str
    where: str
    heading: str
    row: int
    position: int
    stated: int
    added: int
    open: bool  # a part of it is not known
    whose: str  # rækkerne | kolonnerne

    @property
    def wrong(self) -> bool:
        """Whether they differ though every part is known, or the known ones alone are too many."""
        return self.stated != self.added and (not self.open or self.added > self.stated)


def summed(table: Table, at: int, dataset: Dataset, known: Collection[str] = ()) -> Sum | None:
    """What a row adds up, where one of its cells says so; None for a record. known: what the keys say elsewhere."""
    for place, name in table.targets.items():
        part, text = dataset.field(name), squeezed(written(table.grid[at, place]) or "")
        if not text or part.kind in ("count", "date"):
            continue
        if part not in dataset.keys and part.kind not in ("text", "jobcenter"):
            continue
        if _is_choice(text, part):
            continue
        found = _of_what(text, known) or _of_records(table, at, dataset, text)
        if found is not None and _alone(table, at, dataset, part, text):
            return Sum(at, text, *found)
    return None


def _is_choice(text: str, part: Column) -> bool:
    """Whether a cell says what its column may say: »Visiterede i alt« is a figure's name and no sum."""
    return any(normalise(text) == normalise(word) for choice, others in (part.choices or {}).items()
               for word in (choice, *others))


def _of_what(text: str, known: Collection[str]) -> tuple[str, bool] | None:
    """(of what, whether it is an average) of a text that says a sum; None for any other."""
    plain = normalise(text)
    if plain in WHOLES:
        return "", False
    found = sums.summed(text)
    if found is None:
        return None
    how, rest = found
    whole = normalise(sums.SUM.sub(" ", squeezed(text).casefold()))
    of = whole if whole in known else normalise(rest)
    if not of or of in WHOLES or of in WORDS:
        return "", how == "average" or of in FREE
    return (of, how == "average") if of in known else None


def _of_records(table: Table, at: int, dataset: Dataset, text: str) -> tuple[str, bool] | None:
    """As ``_of_what``, of a text that counts the records, in a row in which no day stands: »Antal centre: 2«."""
    found = COUNTED.fullmatch(squeezed(text))
    if found is None or normalise(found["of"] or found["all"]) not in WORDS:
        return None
    dated = any(pd.notna(table.grid[at, place]) for place, name in table.targets.items()
                if dataset.field(name).kind == "date")
    return None if dated else ("", not any(map(str.isdigit, text)))


def _alone(table: Table, at: int, dataset: Dataset, part: Column, text: str) -> bool:
    """Whether the row is none of a company or a theme by that name, which has more to say."""
    others = [dataset.field(name) for place, name in table.targets.items()
              if pd.notna(table.grid[at, place]) and dataset.field(name) != part]
    if part not in dataset.keys:
        return not any(other.kind not in ("count", "number") for other in others)
    if part.kind == "text" and normalise(text) in NAMES:
        return not any(other not in dataset.keys and other.kind != "count" for other in others)
    return True


def check(table: Table, dataset: Dataset, keep: Sequence[int], stated: Sequence[Sum]) -> Checked:
    """Every sum of a table against the rows, and every sum across against the columns, that belong to it."""
    counts = {at: table.grid_counts(at) for at, name in table.targets.items()
              if dataset.field(name).kind == "count" and name not in NO_SUM} if stated else {}
    held = [one for each in stated if not each.average
            for one in _of_row(each, table, dataset, keep, counts, [other.at for other in stated])]
    return told(held, table.sheet)


def _of_row(one: Sum, table: Table, dataset: Dataset, keep: Sequence[int], counts: Mapping[int, pd.Series],
            every: Sequence[int]) -> Iterator[_Held]:
    mine = [at for at in keep if _belongs(one, at, table, dataset)]
    above = [at for at in mine if at < one.at] or mine
    since = max((at for at in every if at < one.at), default=-1)
    for place, column in counts.items():
        if pd.isna(column[one.at]) or not above:
            continue
        held = _held(one, table, place, column, above)
        section = [at for at in above if at > since]
        if held.wrong and section:
            apart = _held(one, table, place, column, section)
            held = held if apart.wrong else apart
        yield held


def _held(one: Sum, table: Table, place: int, column: pd.Series, parts: Sequence[int]) -> _Held:
    row, position, heading = table.stands(one.at, place)
    return _Held(quoted(one.text), f"{quoted(one.text)} (række {row}), »{heading}«", heading, row, position,
                 int(column[one.at]), int(column[parts].sum()),
                 bool(column[parts].isna().any()), "rækkerne")


def _belongs(one: Sum, at: int, table: Table, dataset: Dataset) -> bool:
    """Whether a row says the same as the sum in every other key, and is of what the sum adds up."""
    own, known = [], table.texts({key.name for key in dataset.keys})
    for place, name in table.targets.items():
        cell = table.grid[one.at, place]
        if dataset.field(name) in dataset.keys and pd.notna(cell):
            own += [place] if _of_what(str(cell), known) is None else []
    same = all(normalise(str(table.grid[at, place])) == normalise(str(table.grid[one.at, place])) for place in own)
    return same and (not one.of or one.of in {
        normalise(str(table.grid[at, place])) for place, name in table.targets.items()
        if dataset.field(name) in dataset.keys})


def across(table: Table) -> Checked:
    """Every column that adds up those beside it, row by row: all with its keys, or those since the sum before it."""
    counts = {one.position: table.grid_counts(one.position) for one in (*table.across.columns, *table.across.totals)
              } if table.across.totals else {}
    held: list[_Held] = []
    since = -1
    for total in sorted(table.across.totals, key=lambda one: one.position):
        parts = [one.position for one in table.across.columns if one.stated == total.stated
                 and total.keys.items() <= one.keys.items()]
        ways = [some for some in ([at for at in parts if since < at < total.position], parts) if some]
        since = total.position
        for at in range(len(table.grid)) if ways and not total.computed else ():
            if pd.notna(counts[total.position][at]):
                tried = [_of_columns(total, table, at, counts, some) for some in ways]
                held.append(next((one for one in tried if not one.wrong), tried[0]))
    return told(held, table.sheet)


def _of_columns(total: Across, table: Table, at: int, counts: Mapping[int, pd.Series], parts: Sequence[int]) -> _Held:
    row = int(table.rows[at])
    known = [int(counts[place][at]) for place in parts if pd.notna(counts[place][at])]
    return _Held(f"Kolonnen »{total.heading}«", f"»{total.heading}« (række {row})", total.heading, row, total.position,
                 int(counts[total.position][at]), sum(known), len(known) < len(parts), "kolonnerne")


def told(held: Sequence[_Held], sheet: str) -> Checked:
    """The warnings of the sums that differ, and in a line how many agree."""
    wrong = [one for one in held if one.wrong]
    problems = tuple(Problem("advarsel", GATE, DIFFERS.format(
        one.where, number(one.stated), one.whose, number(one.added), one.whose),
        sheet=sheet or None, row=one.row, column=one.heading, cell=address(one.row, one.position)) for one in wrong)
    checked = [one for one in held if one.wrong or not one.open or one.stated == one.added]
    agreed = sum(one.stated == one.added for one in checked)
    where = f"Ark »{sheet}«: " if sheet else ""
    names = listing(dict.fromkeys(one.name for one in held))
    notes = (f"{where}{names} er brugt som kontrolsum og er ikke gemt: {number(agreed)} af "
             f"{plural(len(checked), 'sum', 'summer')} stemmer.",) if checked else ()
    if unsure := len(held) - len(checked):
        notes = (*notes, f"{where}{names}: {plural(unsure, 'sum', 'summer')} kan ikke kontrolleres, for en af delene "
                         "er ikke et tal eller er tom. Summen gemmes ikke.")
    return Checked(problems, notes, frozenset((one.row, one.position) for one in held))
