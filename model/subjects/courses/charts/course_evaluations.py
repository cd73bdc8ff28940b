"""The chart of evaluation forms: course days × scores as counts, and the response beside them. Never a mean."""

from functools import partial

import pandas as pd

from model.basics.formatting import number, plural
from model.basics.shares import SMALL, UNJUDGED, share
from model.basics.spaces import unbroken_share_of
from model.drawing.chart import Chart
from model.drawing.shapes import Cell, CellState, Matrix, MatrixRow
from model.drawing.words import alt_text, count_text
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import LETTERS, SAID, evaluation_source
from model.subjects.courses.figures.attendance import HIDDEN, NOBODY, NOT_HELD, NOT_REPORTED
from model.subjects.courses.figures.evaluations import SCORES, DayEvaluation, evaluations, response
from model.subjects.courses.words.courses import cancelled_sentence

HOW = ("Hvert felt er det antal svar, der gav den tilfredshed, fra 1 (mindst tilfreds) til 5 (mest tilfreds). Der "
       "regnes ikke gennemsnit. Farven viser svarenes fordeling på dagen, men kun når der er mindst 20 svar; under 20 "
       "vises alene antal. Til højre står, hvor mange skemaer der er besvaret ud af dem, der er sendt ud.")


@remembered
def evaluation_chart(snapshot: Snapshot) -> Chart:
    """The answers of each day by score, with the response at the right."""
    days, whole = evaluations(snapshot), response(snapshot)
    title = "Ingen evalueringsskemaer er indberettet endnu" if whole is None else _title(*whole)
    return Chart(
        kind="matrix", title=title,
        subtitle="Evalueringsskemaer: antal svar efter tilfredshed, 1 (lavest) til 5 (højest)",
        note=cancelled_sentence(snapshot), source=evaluation_source(snapshot), how_to_read=HOW,
        make_table=partial(_table, days), make_data=partial(_data, days),
        alt=alt_text("Tabel med farvede tal: kursusdage og tilfredshed", title, *(_said(one) for one in days)),
        shape=Matrix(columns=tuple(str(score) for score in SCORES), rows=tuple(map(_row, days)),
                     groups=(("Tilfredshed", len(SCORES)),), total_title="Besvaret af udsendte",
                     legend=((NOBODY, LETTERS[NOBODY], "ingen svarede det"),
                             (NOT_REPORTED, LETTERS[NOT_REPORTED], SAID[NOT_REPORTED]))))


def _title(answered: int, sent: int) -> str:
    if sent < SMALL:
        return f"{number(answered)} af {plural(sent, 'evalueringsskema', 'evalueringsskemaer')} er besvaret"
    counted = f"{number(answered)} af {number(sent)}"
    return f"{share(answered, sent, target=UNJUDGED)} af evalueringsskemaerne er besvaret: {counted}"


def _row(one: DayEvaluation) -> MatrixRow:
    return MatrixRow(name=one.name, total=_response(one), cells=tuple(
        _cell(one, score, count, mark) for score, count, mark in zip(SCORES, one.scores, one.marks, strict=True)))


def _cell(one: DayEvaluation, score: int, count: int | None, mark: str | None) -> Cell:
    if count is None:
        state: CellState = HIDDEN if mark == "hidden" else NOT_REPORTED if one.held else NOT_HELD
        return Cell(text=LETTERS[state], state=state, said=f"tilfredshed {score}: {SAID[state]}")
    words = f"tilfredshed {score}: {plural(count, 'svar', 'svar')}"
    if count == 0:
        return Cell(text=LETTERS[NOBODY], state="nobody", said=words)
    enough = one.answered is not None and one.answered >= SMALL
    return Cell(text=number(count), state="count", said=words, tint=count / (one.answered or 1) if enough else 0.0)


def _response(one: DayEvaluation) -> str:
    if one.answered is None or one.sent is None:
        if one.answered is not None:
            sent = "skjult" if one.sent_mark == HIDDEN else "ukendt"
            return f"{plural(one.answered, 'svar', 'svar')}, udsendte {sent}"
        return SAID[HIDDEN if one.answered_mark == HIDDEN else NOT_REPORTED if one.held else NOT_HELD]
    if not one.sent:
        return "ingen sendt ud"
    return unbroken_share_of(one.answered, one.sent, target=UNJUDGED)


def _counted(count: int | None, mark: str | None) -> str:
    return LETTERS[HIDDEN] if mark == HIDDEN else count_text(count)


def _said(one: DayEvaluation) -> str:
    return f"{one.name}: {_response(one)}"


def _table(days: tuple[DayEvaluation, ...]) -> pd.DataFrame:
    rows = [_row(one) for one in days]
    table = {"Dag": [one.name for one in days], "Udsendt": [_counted(one.sent, one.sent_mark) for one in days],
             "Besvaret": [_counted(one.answered, one.answered_mark) for one in days]}
    for at, score in enumerate(SCORES):
        table[f"Tilfredshed {score}"] = [row.cells[at].text for row in rows]
    return pd.DataFrame(table | {"Svar uden tilfredshed": [count_text(one.without_score) for one in days]})


def _data(days: tuple[DayEvaluation, ...]) -> pd.DataFrame:
    def column(values: list[int | None]) -> pd.Series:
        return pd.Series(pd.array(values, dtype="Int64"))
    return pd.DataFrame({
        "kursusdag": [one.code for one in days], "udsendt": column([one.sent for one in days]),
        "besvaret": column([one.answered for one in days]),
        **{f"tilfredshed_{score}": column([one.scores[at] for one in days]) for at, score in enumerate(SCORES)}})
