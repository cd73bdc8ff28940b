"""Rows whose jobcenter or month nobody can tell: errors of the third gate, and rows that are only words."""

from collections.abc import Callable

import numpy as np

from model.basics.formatting import listing, number
from model.intake.cells.cell_text import not_in_the_file, quoted
from model.intake.cells.count_text import NUMERIC
from model.intake.cells.place_text import misspelt_place, several_places
from model.intake.checks import merged
from model.intake.checks.naming import rest, several
from model.intake.checks.stubs import Stubs, is_none
from model.intake.columns import own_words
from model.intake.columns.vocabulary import Vocabulary, is_misspelt
from model.intake.files.workbook import address
from model.intake.report import Problem
from model.intake.tables.extent import SAID_MISSING
from model.programmes import examples
from model.programmes.words import REGION

GATE = 3
SHOWN = 60  # characters of a skipped row


def problems(stubs: Stubs, vocabulary: Vocabulary, *, without: frozenset[str]) -> list[Problem]:
    """Every row with figures whose jobcenter is unknown, missing or named twice, or whose month is not one."""
    plan = stubs.plan
    if plan.places:
        found = [*_unknown(stubs, vocabulary), *_nobody(stubs), *_disagreeing(stubs, vocabulary, without=without)]
    else:
        found = []
    return [*found, *_months(stubs, without=without)]


def notes(stubs: Stubs, vocabulary: Vocabulary) -> list[str]:
    """What was filled in, decided or skipped among the rows."""
    heads = stubs.plan.table.heads
    filled = [f"»{heads[column].text or 'Den første kolonne'}« står kun på den første række i hver blok og er ført ned "
              "til rækkerne under." for column in stubs.filled]
    return [*filled, *_decided_by_code(stubs, vocabulary), *merged.notes(stubs, vocabulary),
            *_words_only(stubs, vocabulary)]


def _strange(stubs: Stubs, column: int) -> np.ndarray:
    """Rows with figures whose cell in a place column names neither a jobcenter nor a total."""
    strange: np.ndarray = (stubs.figures & is_none(stubs.scopes[column]) & ~is_none(stubs.texts[column])
                           & is_none(stubs.codes[column]) & is_none(stubs.total))
    return strange


def _each(stubs: Stubs, rows: np.ndarray, column: int, told: Callable[[int], str],
          meant: Callable[[int], str | None] = lambda _: None) -> list[Problem]:
    """One problem for each of the rows, up to a limit. meant: what probably should stand in the cell."""
    table = stubs.plan.table
    heading, sheet = table.heads[column].text, table.sheet or None
    found = [Problem("fejl", GATE, f"Række {table.rows[p]}, kolonne »{heading or 'uden overskrift'}«: {told(p)}",
                     sheet=sheet, row=int(table.rows[p]), column=heading or None, suggestion=meant(p), reason=told(p),
                     cell=address(int(table.rows[p]), column)) for p in map(int, several(rows))]
    return [*found, *rest(rows, GATE)]


def _unknown(stubs: Stubs, vocabulary: Vocabulary) -> list[Problem]:
    return [problem for column in stubs.plan.places for problem in _unknown_in(stubs, column, vocabulary)]


def _unknown_in(stubs: Stubs, column: int, vocabulary: Vocabulary) -> list[Problem]:
    rows, texts = _strange(stubs, column), stubs.texts[column]
    if column not in stubs.plan.codes:
        rows = rows & is_none(stubs.place)
        rows[rows] = [_is_stated(stubs, int(p), vocabulary) for p in np.flatnonzero(rows)]
    return _each(stubs, rows, column, lambda p: _not_here(texts[p], vocabulary), lambda p: _meant(texts[p], vocabulary))


def _not_here(cell: object, vocabulary: Vocabulary) -> str:
    text = str(cell).strip()
    if spoilt := not_in_the_file(text):
        return f"{quoted(text)} {spoilt}"
    if codes := several_places(text, vocabulary.known.aliases):
        named = listing(vocabulary.known.name(code) for code in codes)
        return f"{quoted(text)} er flere jobcentre: {named}. Skriv en række for hvert."
    near = _meant(text, vocabulary)
    remedy = f"Mente du »{near}«? Ret navnet, eller brug" if near else "Brug"
    return (f"{text} findes ikke i {REGION}. {remedy} en af de {number(len(vocabulary.known.names))} koder i "
            "vejledningen.")


def _meant(cell: object, vocabulary: Vocabulary) -> str | None:
    """The jobcenter whose name a text is probably a misspelling of."""
    return misspelt_place(str(cell), vocabulary.known.names)


def _nobody(stubs: Stubs) -> list[Problem]:
    blank = np.all([is_none(stubs.texts[column]) for column in stubs.plan.places], axis=0)
    return _each(stubs, stubs.figures & blank & is_none(stubs.total), stubs.plan.places[0],
                 lambda _: "der står tal, men ikke hvilket jobcenter de "
                 "hører til. Skriv kommunekode eller navn, eller slet rækken.")


def _disagreeing(stubs: Stubs, vocabulary: Vocabulary, *, without: frozenset[str]) -> list[Problem]:
    first, *others = (stubs.codes[column] for column in stubs.plan.places)
    known = vocabulary.known
    found: list[Problem] = []
    for other in others:
        def told(p: int, o: np.ndarray = other) -> str:
            one, two = str(first[p]), str(o[p])
            return f"koden {one} er {known.name(one)}, men navnet er {known.name(two)}. Ret koden eller navnet."

        clash = stubs.figures & is_none(stubs.total) & ~is_none(first) & ~is_none(other) & (first != other)
        clash &= ~np.isin(first.astype(str), list(without)) & ~np.isin(other.astype(str), list(without))
        found += _each(stubs, clash, stubs.plan.places[0], told)
    return [*found, *_codes_of_totals(stubs, vocabulary, without=without)]


def _codes_of_totals(stubs: Stubs, vocabulary: Vocabulary, *, without: frozenset[str]) -> list[Problem]:
    """Rows whose code is a jobcenter's while the name beside it is a total's and no name says which jobcenter."""
    names = [column for column in stubs.plan.places if column not in stubs.plan.codes]
    if not names or not stubs.plan.codes:
        return []
    nobody = np.all([is_none(stubs.codes[column]) for column in names], axis=0)
    open_rows = stubs.figures & nobody & ~is_none(stubs.place) & ~np.isin(stubs.place.astype(str), list(without))
    faults: list[Problem] = []
    for column in names:
        def told(p: int, c: int = column) -> str:
            code, name = str(stubs.place[p]), str(stubs.texts[c][p]).strip()
            return (f"koden {code} er {vocabulary.known.name(code)}, men navnet »{name}« er en sum. "
                    "Ret koden eller navnet.")

        clash = open_rows & is_none(stubs.total) & ~is_none(stubs.scopes[column])
        faults += _each(stubs, clash, column, told)
    return faults


def _months(stubs: Stubs, *, without: frozenset[str]) -> list[Problem]:
    column = stubs.plan.month
    if column is None or all(c.month is not None for c in stubs.plan.columns):
        return []
    needed = stubs.used & is_none(stubs.total) & ~np.isin(stubs.place.astype(str), list(without))
    wrong = _each(stubs, needed & ~is_none(stubs.month_fault), column, lambda p: str(stubs.month_fault[p]))
    blank = needed & is_none(stubs.texts[column])
    return [*wrong, *_each(stubs, blank, column, lambda _: f"måneden mangler. Skriv den, fx {examples.MONTH_KEY}.")]


def _is_stated(stubs: Stubs, position: int, vocabulary: Vocabulary) -> bool:
    """Whether a row states figures, right or wrong: it has a number, a month of its own, or almost a jobcenter's name.
    """
    plan = stubs.plan
    dated = plan.month is not None and plan.table.grid[position, plan.month] is not None \
        and not np.isnat(stubs.month[position])
    said = [str(stubs.texts[c][position]) for c in plan.places if stubs.texts[c][position] is not None]
    return dated or _has_numbers(stubs, position) or any(
        (near := _meant(text, vocabulary)) and is_misspelt(text, near) for text in said)


def _has_numbers(stubs: Stubs, position: int) -> bool:
    cells = (stubs.plan.table.grid[position, c.position] for c in stubs.plan.columns)
    return any(isinstance(c, int | float) or (isinstance(c, str) and _is_figure(c.strip())) for c in cells)


def _is_figure(text: str) -> bool:
    return bool(NUMERIC.match(text)) or text.casefold() in SAID_MISSING


def _decided_by_code(stubs: Stubs, vocabulary: Vocabulary) -> list[str]:
    """Names nobody knows on rows whose code is known."""
    table = stubs.plan.table
    return [f"Række {table.rows[p]}: »{str(stubs.texts[column][p]).strip()}« kendes ikke; koden siger "
            f"{vocabulary.known.name(stubs.place[p])}, og den er brugt."
            for column in stubs.plan.places if column not in stubs.plan.codes
            for p in several(_strange(stubs, column) & ~is_none(stubs.place))]


def _words_only(stubs: Stubs, vocabulary: Vocabulary) -> list[str]:
    """One sentence on the rows that are notes or sources and hold no figure."""
    table = stubs.plan.table
    nowhere = is_none(stubs.place) & table.filled.any(axis=1)
    if not stubs.plan.places or not nowhere.any():
        return []
    blank = np.all([is_none(stubs.texts[column]) for column in stubs.plan.places], axis=0)
    silent = nowhere & ~stubs.figures
    doubtful = nowhere & stubs.figures & ~blank
    silent[doubtful] = [not _is_stated(stubs, int(p), vocabulary) for p in np.flatnonzero(doubtful)]
    rows = table.rows[silent]
    if not len(rows):
        return []
    first = next(str(cell) for cell in table.grid[np.flatnonzero(silent)[0]] if cell is not None).strip()
    span = f"{rows[0]}–{rows[-1]}" if len(rows) > 1 else str(rows[0])
    return [f"Række {span} er ikke tal og er sprunget over (»{own_words.veiled(first, SHOWN)}«)."]
