"""A project's milestones as a matrix: planned and achieved on each day, measure by measure."""

from functools import partial

import pandas as pd

from model.basics.formatting import capital, day, listing, number
from model.drawing.chart import Chart
from model.drawing.shapes import Cell, CellState, Matrix, MatrixRow
from model.drawing.words import alt_text, full_stop
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.milestones import Milestone, State, milestones
from model.subjects.projects.words.changed import changed_line
from model.subjects.projects.words.projects import STATE_WORDS, source_line, unjudged

CELLS: dict[State, CellState] = {
    State.REACHED: "count", State.BELOW: "count", State.UNKNOWN: "not_reported", State.HIDDEN: "hidden",
    State.TO_COME: "not_held", State.UNPLANNED: "not_held"}
LEGEND: tuple[tuple[CellState, str, str], ...] = (
    ("count", "27/25", "resultat ud af det, der var planlagt"),
    ("not_reported", "m/25", "dagen er gået, og resultatet mangler"),
    ("not_held", "–/25", "dagen er ikke nået endnu"))
WITHHELD: tuple[CellState, str, str] = ("hidden", "d/25", STATE_WORDS[State.HIDDEN])
HOW = ("Hver kolonne er en dag i planen. I hvert felt står resultatet og efter skråstregen det, der var planlagt i alt "
       "til den dag. m betyder, at dagen er gået uden et resultat; det er ikke det samme som 0. En dag, der er i dag, "
       "er ikke for sent. Et tomt felt er en dag, hvor planen ikke har et tal.")


@remembered
def milestones_chart(snapshot: Snapshot, project: str) -> Chart | None:
    """The project's milestones; None where it has none."""
    every = milestones(snapshot, project)
    if not every:
        return None
    days = tuple(dict.fromkeys(each.on for each in every))
    names = tuple(dict.fromkeys(each.measure.name for each in every))
    rows = tuple(_row([each for each in every if each.measure.name == name]) for name in names)
    programme, hidden = PROJECTS[project].programme, any(each.state is State.HIDDEN for each in every)
    return Chart(
        kind="matrix", title=newest_title(every),
        subtitle=f"Resultat og plan i alt på {number(len(days))} dage, {project}", source=source_line(programme),
        note=full_stop(changed) if (changed := changed_line(snapshot, project)) else "",
        alt=alt_text("Tabel med resultat og plan", newest_title(every)),
        make_table=partial(_table, every), make_data=partial(_data, project, every), how_to_read=HOW,
        hidden=hidden, shape=Matrix(columns=tuple(day(when) for when in days), rows=rows, total_title="Nået",
                                    legend=(*LEGEND, WITHHELD) if hidden else LEGEND))


def newest_title(every: tuple[Milestone, ...]) -> str:
    """»Senest manglede 4 visiterede borgere og 2 centre«: what each measure lacked on its newest day that is judged."""
    judged = {each.measure.name: each for each in every if each.state in (State.REACHED, State.BELOW)}
    lacking = [f"{number(each.lacking)} {each.measure.said}" for each in judged.values() if each.lacking]
    if not judged:
        return "Ingen milepæl kan opgøres endnu"
    if lacking:
        return f"Senest manglede {listing(lacking)}"
    over = [sum(each.state is state for each in every) for state in (State.UNKNOWN, State.HIDDEN)]
    return f"Det, der er oplyst, var nået. {capital(listing(unjudged(*over)))}" if any(over) else (
        "Senest var alt det planlagte nået")


def _row(own: list[Milestone]) -> MatrixRow:
    judged = [each for each in own if each.state in (State.REACHED, State.BELOW)]
    reached = sum(each.state is State.REACHED for each in judged)
    return MatrixRow(own[0].measure.heading, tuple(map(_cell, own)),
                     total=f"{number(reached)} af {number(len(judged))}" if judged else "–")


def _cell(each: Milestone) -> Cell:
    words = f"{day(each.on)}: {_words(each)}"
    tint = 0.0 if each.achieved is None or not each.planned else min(1.0, each.achieved / each.planned)
    return Cell(_text(each), CELLS[each.state], words, tint=tint if CELLS[each.state] == "count" else 0.0)


def _text(each: Milestone) -> str:
    if each.planned is None:
        return "" if each.achieved is None else number(each.achieved)
    first = {State.UNKNOWN: "m", State.HIDDEN: "d"}.get(each.state, "–")
    return f"{first if each.achieved is None else number(each.achieved)}/{number(each.planned)}"


def _words(each: Milestone) -> str:
    if each.planned is None:
        return STATE_WORDS[each.state]
    got = "" if each.achieved is None else f"{number(each.achieved)} af "
    return f"{got}{number(each.planned)} {each.measure.said}, {STATE_WORDS[each.state]}"


def _table(every: tuple[Milestone, ...]) -> pd.DataFrame:
    return pd.DataFrame([(each.measure.heading, day(each.on), "" if each.planned is None else number(each.planned),
                          "" if each.achieved is None else number(each.achieved), STATE_WORDS[each.state])
                         for each in every],
                        columns=["Nøgletal", "Dag", "Planlagt", "Resultat", "Status"])


def _data(project: str, every: tuple[Milestone, ...]) -> pd.DataFrame:
    return pd.DataFrame([(project, each.measure.name, each.on, each.planned, each.achieved, STATE_WORDS[each.state])
                         for each in every],
                        columns=["projekt", "noegletal", "dato", "planlagt", "resultat", "status"])
