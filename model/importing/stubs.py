"""The left side of a table, row by row: whose row it is, which month, which total; and what is wrong with it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.formatting import number
from model.importing import values, words
from model.importing.layout import NUMERIC
from model.importing.mapping import Plan
from model.importing.report import Problem
from model.importing.vocabulary import Vocabulary

GATE = 3
NOT_A_TIME = np.datetime64("NaT", "us")


@dataclass(frozen=True)
class Rows:
    """One entry per row of the table's grid. place: code, total scope (``@…``) or None. month: datetime64 or NaT.

    label: the row's measure for a form on end, else None. used: whether the row holds figures that are read.
    said: the sender's word for a total row, else None.
    """

    place: pd.Categorical
    month: np.ndarray
    label: np.ndarray | None
    used: np.ndarray
    said: pd.Categorical
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def read(plan: Plan, vocabulary: Vocabulary, *, without: frozenset[str]) -> Rows:
    """Resolve every row's jobcenter and month. Rows that are only words are told about in ``notes``."""
    grid, notes = plan.table.grid, []
    figures = pd.notna(grid[:, [c.position for c in plan.columns]]).any(axis=1)
    texts = {c: grid[:, c] for c in (*plan.places, *([plan.month] if plan.month is not None else []))}
    for column, cells in texts.items():
        texts[column], told = _block_filled(cells, figures, plan, column)
        notes += told
    place, problems, said = _places(plan, vocabulary, texts, figures=figures, without=without)
    keep = figures & (place != None) if plan.places else figures  # noqa: E711
    left_out = np.isin(place.astype(str), list(without))
    month, wrong = _months(plan, texts, needed=keep & ~left_out)
    label = _labels(plan) if plan.measure is not None else None
    return Rows(place=words.column(place), month=month, label=label, used=keep,
                said=words.column(_said(plan, place, texts)), problems=tuple([*problems, *wrong]),
                notes=tuple([*notes, *said]))


def _said(plan: Plan, place: np.ndarray, texts: dict[int, np.ndarray]) -> np.ndarray:
    """The sender's own word for each total row."""
    word = np.full(len(place), None, dtype=object)
    total = np.char.startswith(place.astype(str), "@")
    for column in plan.places[::-1]:
        word = np.where(total & pd.notna(texts[column]), texts[column], word)
    return word


def _block_filled(cells: np.ndarray, figures: np.ndarray, plan: Plan, column: int) -> tuple[np.ndarray, list[str]]:
    """Stub cells given on the first row of a block only, as Jobindsats and StatBank export them, filled downwards."""
    blank = pd.isna(cells) & figures
    others = [c for c in (*plan.places, plan.month, plan.measure) if c is not None and c != column]
    if blank.sum() * 2 < figures.sum() or not blank.any() or pd.isna(cells[:1]).all() or not others:
        return cells, []
    filled = pd.Series(cells, dtype=object).ffill()
    heading = plan.table.heads[column].text or "Den første kolonne"
    return (np.where(blank, filled.where(filled.notna(), None), cells),
            [f"»{heading}« står kun på den første række i hver blok og er ført ned til rækkerne under."])


def _resolved(cells: np.ndarray, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
    """(codes, total scopes) of the cells, None where they name none; only the different texts are looked up."""
    numbers, found = pd.factorize(pd.Series(cells, dtype=object))
    series = pd.Series(list(found), dtype=object)
    codes = values.places(series, vocabulary.known.aliases) if len(found) else series
    places = np.append(codes.where(codes.notna(), None).to_numpy(dtype=object), None)
    totals = np.array([vocabulary.total(str(text)) for text in found] + [None], dtype=object)
    return places[numbers], totals[numbers]


def _places(plan: Plan, vocabulary: Vocabulary, texts: dict[int, np.ndarray], *, figures: np.ndarray,
            without: frozenset[str]) -> tuple[np.ndarray, list[Problem], list[str]]:
    empty = np.full(len(figures), None, dtype=object)
    if not plan.places:
        return empty, [], []
    codes, totals = {}, empty.copy()
    for column in plan.places:
        codes[column], scopes = _resolved(texts[column], vocabulary)
        totals = np.where(totals == None, scopes, totals)  # noqa: E711
    place = empty.copy()
    for column in plan.places:
        place = np.where(place == None, codes[column], place)  # noqa: E711
    place = np.where(totals == None, place, totals)  # noqa: E711
    problems, said = _wrong_places(plan, vocabulary, texts, codes=codes, place=place, totals=totals, figures=figures,
                                   without=without)
    return place, problems, said


def _wrong_places(plan: Plan, vocabulary: Vocabulary, texts: dict[int, np.ndarray], *, codes: dict[int, np.ndarray],
                  place: np.ndarray, totals: np.ndarray, figures: np.ndarray,
                  without: frozenset[str]) -> tuple[list[Problem], list[str]]:
    """Rows with a jobcenter nobody knows, none at all, or two that disagree; and the rows that are only words."""
    plain = totals == None  # noqa: E711
    problems: list[Problem] = []
    notes: list[str] = []
    for column in plan.places:
        strange = figures & plain & pd.notna(texts[column]) & (codes[column] == None)  # noqa: E711
        for position in np.flatnonzero(strange):
            _strange(plan, vocabulary, position, column, text=str(texts[column][position]).strip(),
                     place=place[position], problems=problems, notes=notes)
    known = [codes[c] for c in plan.places]
    for other in known[1:]:
        clash = figures & plain & (known[0] != None) & (other != None) & (known[0] != other)  # noqa: E711
        problems += [_disagree(plan, vocabulary, p, known[0][p], other[p]) for p in np.flatnonzero(clash)
                     if not {known[0][p], other[p]} & without]
    blank = np.all([pd.isna(texts[c]) for c in plan.places], axis=0)
    problems += [_nobody(plan, p) for p in np.flatnonzero(figures & blank)]
    return problems, [*notes, *_words_only(plan, figures & plain & (place == None) & ~blank,  # noqa: E711
                                           ~figures & plain & (place == None) & ~blank, texts)]  # noqa: E711


def _problem(plan: Plan, position: int, text: str, column: int | None = None, jobcenter: str | None = None) -> Problem:
    return Problem("fejl", GATE, text, sheet=plan.table.sheet or None, row=int(plan.table.rows[position]),
                   column=plan.table.heads[column].text if column is not None else None, jobcenter=jobcenter)


def _strange(plan: Plan, vocabulary: Vocabulary, position: int, column: int, *, text: str, place: str | None,
             problems: list[Problem], notes: list[str]) -> None:
    row, heading = int(plan.table.rows[position]), plan.table.heads[column].text or "jobcenter"
    if column not in plan.codes and place is not None:
        notes.append(f"Række {row}: »{text}« kendes ikke; koden siger {vocabulary.known.name(place)}, og den er brugt.")
        return
    if column not in plan.codes and not _has_numbers(plan, position):
        return
    problems.append(_problem(plan, position, f"Række {row}, kolonne »{heading}«: {_unknown(text, vocabulary)}", column))


def _unknown(text: str, vocabulary: Vocabulary) -> str:
    count = number(len(vocabulary.known.names))
    near = values.nearest(text, list(vocabulary.known.names.values()))
    remedy = f"Mente du »{near}«? Ret navnet, eller brug" if near else "Brug"
    return f"{text} findes ikke i Midtjylland. {remedy} en af de {count} koder i vejledningen."


def _has_numbers(plan: Plan, position: int) -> bool:
    cells = (plan.table.grid[position, c.position] for c in plan.columns)
    return any(isinstance(c, int | float) or (isinstance(c, str) and bool(NUMERIC.match(c.strip()))) for c in cells)


def _disagree(plan: Plan, vocabulary: Vocabulary, position: int, one: str, other: str) -> Problem:
    row, known = int(plan.table.rows[position]), vocabulary.known
    return _problem(plan, position, f"Række {row}: kommunekoden {one} er {known.name(one)}, men navnet er "
                    f"{known.name(other)}. Ret koden eller navnet.", plan.places[0])


def _nobody(plan: Plan, position: int) -> Problem:
    row = int(plan.table.rows[position])
    heading = plan.table.heads[plan.places[0]].text or "jobcenter"
    return _problem(plan, position, f"Række {row}, kolonne »{heading}«: der står tal, men ikke hvilket jobcenter de "
                    "hører til. Skriv kommunekode eller navn, eller slet rækken.", plan.places[0])


def _words_only(plan: Plan, with_words: np.ndarray, plain: np.ndarray, texts: dict[int, np.ndarray]) -> list[str]:
    """One sentence on the rows that are notes or sources and hold no figure."""
    silent = [p for p in np.flatnonzero(with_words) if not _has_numbers(plan, p)]
    positions = sorted([*silent, *np.flatnonzero(plain)])
    if not positions:
        return []
    first = next(str(texts[c][positions[0]]) for c in plan.places if pd.notna(texts[c][positions[0]])).strip()
    rows = f"Række {plan.table.rows[positions[0]]}" + (f"–{plan.table.rows[positions[-1]]}" if len(positions) > 1 else "")
    shown = first if len(first) <= 60 else f"{first[:57]}…"
    return [f"{rows} er ikke tal og er sprunget over (»{shown}«)."]


def _months(plan: Plan, texts: dict[int, np.ndarray], *, needed: np.ndarray) -> tuple[np.ndarray, list[Problem]]:
    if plan.month is None:
        return np.full(len(needed), NOT_A_TIME), []
    cells = texts[plan.month]
    numbers, found = pd.factorize(pd.Series(cells, dtype=object))
    read_ = values.months(pd.Series(list(found), dtype=object)) if len(found) else pd.DataFrame({"month": [], "fault": []})
    month = np.append(read_["month"].to_numpy(dtype="datetime64[us]"), NOT_A_TIME)[numbers]
    fault = np.append(read_["fault"].to_numpy(dtype=object), None)[numbers]
    needs_own = needed & any(c.month is None for c in plan.columns)
    problems = [_problem(plan, p, f"Række {plan.table.rows[p]}, kolonne »{plan.table.heads[plan.month].text}«: {fault[p]}",
                         plan.month) for p in np.flatnonzero(needs_own & pd.notna(fault))]
    problems += [_problem(plan, p, f"Række {plan.table.rows[p]}, kolonne »{plan.table.heads[plan.month].text}«: måneden "
                          "mangler. Skriv den, fx 2010-03.", plan.month)
                 for p in np.flatnonzero(needs_own & pd.isna(cells))]
    return month, problems


def _labels(plan: Plan) -> np.ndarray:
    return pd.Series(plan.table.grid[:, plan.measure], dtype=object).to_numpy()
