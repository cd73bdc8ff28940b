"""Jobcenter × course day as a matrix of who came, and the same as rows of a file."""

from collections.abc import Collection
from functools import partial
from typing import Any

import pandas as pd

from model.basics.formatting import number
from model.basics.spaces import plain_spaces
from model.drawing.chart import Chart
from model.drawing.shapes import Cell, CellState, Matrix, MatrixRow
from model.drawing.words import alt_text
from model.programmes.current import PLAN
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import (
    LETTERS,
    PARTLY,
    SAID,
    came,
    cell_said,
    cell_text,
    sentences,
    short_day,
    source,
)
from model.subjects.courses.figures import attendance, attendance_totals
from model.subjects.courses.figures.attendance import CANCELLED_DAY, COUNT, COURSE, HIDDEN, NOT_HELD, NOT_REPORTED
from model.subjects.courses.figures.attendance_totals import DayTotal, PlaceTotal
from model.subjects.courses.words import courses as findings

LIMIT = PLAN.courses.most_of_a_day if PLAN.courses else 1  # a full cell's tint; walk-ins may exceed it
ROOM = (f" Planen har plads til {LIMIT} fra hvert jobcenter på hver kursusdag." if PLAN.courses else "")
HOW_MATRIX = (
    f"Hvert felt er det antal personer, jobcentret sendte den dag, alle roller tilsammen.{ROOM} Farven er kun en "
    "hjælp: jo mørkere, jo flere. 0 betyder, at ingen mødte. m betyder, at fremmødet ikke er indberettet, og er ikke "
    "det samme som 0. En streg er en dag, der ikke er holdt endnu; et tal i parentes er tilmeldte til den. »aflyst« er "
    "en dag, der ikke bliver holdt: den tæller hverken som holdt eller som manglende. Til højre står de mødte ud af "
    "pladserne på de dage, der er indberettet. Uanmeldte gæster tælles med, så tallet kan være større end pladserne.")


@remembered
def matrix_chart(snapshot: Snapshot) -> Chart:
    """Jobcenter × the six course days, with each jobcenter's sum at the right."""
    days = attendance_totals.totals_of(snapshot, COURSE)
    places = attendance_totals.place_totals(snapshot)
    title = findings.used_title(snapshot) or "Ingen kursusdag er indberettet endnu"
    rows = _rows(snapshot, places, days)
    return Chart(
        kind="matrix", title=title, source=source(snapshot), how_to_read=HOW_MATRIX,
        make_data=partial(_attendance_data, attendance.rows(snapshot), snapshot.course_days,
                          snapshot.jobcenters["name"], attendance.cancelled(snapshot)),
        subtitle="Mødte pr. jobcenter og kursusdag, antal personer, alle roller tilsammen",
        alt=alt_text("Tabel med farvede tal: jobcentre og kursusdage", title, findings.never_sentence(snapshot)),
        make_table=partial(_matrix_table, rows, days, places),
        note=sentences(findings.never_sentence(snapshot), findings.cancelled_sentence(snapshot, COURSE)),
        shape=Matrix(columns=tuple(f"{at}\n{plain_spaces(short_day(total))}" for at, total in enumerate(days, 1)),
                     rows=rows, total_title="Mødte af pladser", groups=_groups(days), legend=_legend(snapshot)))


def _attendance_data(rows: pd.DataFrame, plan: pd.DataFrame, names: pd.Series,
                     cancelled: Collection[str]) -> pd.DataFrame:
    """What is stated, one row per day, jobcenter and role, for CSV. ``names`` by code, ``cancelled`` by day's code."""
    return pd.DataFrame({
        "kursusdag": rows["course_day"], "dato": rows["course_day"].map(plan["held_on"]),
        "kommunekode": rows["jobcenter"], "jobcenter": rows["jobcenter"].map(names),
        "rolle": rows["role"], "tilmeldt": rows["registered"], "moedt": rows["attended"],
        "aflyst": rows["course_day"].isin(cancelled).map({True: "ja", False: "nej"})})


def _rows(snapshot: Snapshot, places: tuple[PlaceTotal, ...], days: tuple[DayTotal, ...]) -> tuple[MatrixRow, ...]:
    by_key = {cell.Index: cell for cell in attendance.cells(snapshot).itertuples()}
    return tuple(MatrixRow(name=place.name, code=place.code, total=_place_total(place),
                           cells=tuple(_cell(by_key[(total.code, place.code)]) for total in days)) for place in places)


def _cell(row: Any) -> Cell:
    state, attended, registered = row.state, row.attended, row.registered
    least = bool(row.at_least)
    text = cell_text(state, attended, at_least=least)
    if state == NOT_HELD and pd.notna(registered):
        text = f"({registered})"
    tint = min(1.0, attended / LIMIT) if state == COUNT else 0.0
    return Cell(text=text, state=state, tint=tint, said=cell_said(state, attended, registered, at_least=least))


def _place_total(place: PlaceTotal) -> str:
    if place.attended is None:
        return SAID[NOT_REPORTED] if place.lacking else SAID[HIDDEN] if place.withheld else "–"
    return f"{'mindst ' if place.at_least else ''}{number(place.attended)} af {number(place.seats)}"


def _groups(days: tuple[DayTotal, ...]) -> tuple[tuple[str, int], ...]:
    numbers = dict.fromkeys(total.run for total in days)
    return tuple((f"Forløb {run}", sum(total.run == run for total in days)) for run in numbers)


def _legend(snapshot: Snapshot) -> tuple[tuple[CellState, str, str], ...]:
    """The three that are told apart always; the others only where they occur."""
    every = attendance.cells(snapshot)
    course = every.loc[[t.code for t in attendance_totals.totals_of(snapshot, COURSE)]]
    legend: list[tuple[CellState, str, str]] = [
        (state, LETTERS[state], SAID[state]) for state in ("nobody", "not_reported", "not_held")]
    if (course["state"].eq(NOT_HELD) & course["registered"].notna()).any():
        legend.append(("not_held", "(3)", "ikke holdt endnu, 3 tilmeldte"))
    if course["state"].eq(CANCELLED_DAY).any():
        legend.append(("cancelled", LETTERS[CANCELLED_DAY], "tæller hverken som holdt eller manglende"))
    if course["state"].eq(HIDDEN).any():
        legend.append(("hidden", LETTERS[HIDDEN], SAID[HIDDEN]))
    if course["at_least"].any():
        why = course.loc[course["at_least"], "hidden"]
        lacking = "skjult" if why.all() else "ikke oplyst eller skjult" if why.any() else "ikke oplyst"
        legend.append(("count", f"3{PARTLY}", f"mindst 3: en rolle er {lacking}"))
    return tuple(legend)


def _matrix_table(rows: tuple[MatrixRow, ...], days: tuple[DayTotal, ...],
                  places: tuple[PlaceTotal, ...]) -> pd.DataFrame:
    table = {"Jobcenter": [*(row.name for row in rows), "Alle jobcentre"]}
    for at, total in enumerate(days):
        table[f"{total.name} ({short_day(total)})"] = [*(row.cells[at].text for row in rows), came(total)]
    return pd.DataFrame(table | {"Mødte af pladser": [*(row.total for row in rows), _all(places)]})


def _all(places: tuple[PlaceTotal, ...]) -> str:
    known = [place for place in places if place.attended is not None]
    return f"{number(sum(p.attended or 0 for p in known))} af {number(sum(p.seats for p in known))}" if known else "–"
