"""Charts of attendance: jobcenter × course day as a matrix, from day 1 to day 3, and registrations against seats."""

from typing import Any

import pandas as pd

from model.basics.formatting import NBSP, listing, number, plural
from model.basics.spaces import plain_spaces
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars, Cell, CellState, Matrix, MatrixRow
from model.drawing.words import alt_text, count_text
from model.programmes.current import PLAN
from model.snapshot.snapshot import Snapshot, remembered
from model.subjects.courses.charts.course_words import (
    LETTERS,
    PARTLY,
    SAID,
    cell_said,
    cell_text,
    of_jobcenters,
    short_day,
    source,
)
from model.subjects.courses.figures import attendance
from model.subjects.courses.figures.attendance import (
    CANCELLED_DAY,
    COUNT,
    COURSE,
    HIDDEN,
    MENTOR,
    NOT_HELD,
    NOT_REPORTED,
    DayTotal,
    PlaceTotal,
    day_name,
)
from model.subjects.courses.figures.course_runs import falls, run_ends
from model.subjects.courses.words import courses as findings
from model.subjects.goals.words.lines import shown

LIMIT = PLAN.courses.most_of_a_day if PLAN.courses else 1  # a full cell's tint; walk-ins may exceed it
ROOM = (f" Planen har plads til {LIMIT} fra hvert jobcenter på hver kursusdag." if PLAN.courses else "")
HOW_MATRIX = (
    f"Hvert felt er det antal personer, jobcentret sendte den dag, alle roller tilsammen.{ROOM} Farven er kun en "
    "hjælp: jo mørkere, jo flere. 0 betyder, at ingen mødte. m betyder, at fremmødet ikke er indberettet, og er ikke "
    "det samme som 0. En streg er en dag, der ikke er holdt endnu; et tal i parentes er tilmeldte til den. »aflyst« er "
    "en dag, der ikke bliver holdt: den tæller hverken som holdt eller som manglende. Til højre står de mødte ud af "
    "pladserne på de dage, der er indberettet. Uanmeldte gæster tælles med, så tallet kan være større end pladserne.")
HOW_RUNS = (
    "Hver bjælke er en dag: den udfyldte del er de mødte, rammen de tilmeldte. Dag 1 og dag 3 i samme forløb kan kun "
    "sammenlignes, når de samme jobcentre har indberettet begge dage; antallet af jobcentre står ved hver dag. En dag, "
    "der er aflyst, springes over.")
HOW_SEATS = ("Bjælken er de tilmeldte, som de er meldt ind indtil nu." + (
    f" Rammen er pladserne på en kursusdag: {LIMIT} til hvert jobcenter." if PLAN.courses else "") + (
    f" Et mentorkursus skal have mindst {PLAN.mentor_courses.least_of_a_run} deltagere i et forløb og højst "
    f"{PLAN.mentor_courses.most_of_a_run} fra hvert jobcenter." if PLAN.mentor_courses else ""))


@remembered
def matrix_chart(snapshot: Snapshot) -> Chart:
    """Jobcenter × the six course days, with each jobcenter's sum at the right."""
    days = attendance.totals_of(snapshot, COURSE)
    places = attendance.place_totals(snapshot)
    title = findings.used_title(snapshot) or "Ingen kursusdag er indberettet endnu"
    rows = _rows(snapshot, places, days)
    return Chart(
        kind="matrix", title=title, source=source(snapshot), how_to_read=HOW_MATRIX, data=attendance_data(snapshot),
        subtitle="Mødte pr. jobcenter og kursusdag, antal personer, alle roller tilsammen",
        alt=alt_text("Tabel med farvede tal: jobcentre og kursusdage", title, findings.never_sentence(snapshot)),
        table=_matrix_table(rows, days, places), note=_sentences(findings.never_sentence(snapshot),
                                                                 findings.cancelled_sentence(snapshot, COURSE)),
        shape=Matrix(columns=tuple(f"{at}\n{plain_spaces(short_day(total))}" for at, total in enumerate(days, 1)),
                     rows=rows, total_title="Mødte af pladser", groups=_groups(days), legend=_legend(snapshot)))


@remembered
def runs_chart(snapshot: Snapshot) -> Chart:
    """From day 1 to day 3 of every run that has begun: who came, as counts."""
    days = [total for total in attendance.day_totals(snapshot) if total.held or total.cancelled]
    days.sort(key=lambda total: (total.kind == MENTOR, total.run, total.day))
    runs = [(kind, run) for kind in (COURSE, MENTOR) for run in attendance.runs(snapshot, kind)]
    told = {each: f"{title} ({_run_name(*each)})" for each in runs if (title := findings.run_title(snapshot, *each))}
    said = list(told.values())
    falling = [title for each, title in told.items() if falls(run_ends(snapshot, *each))]
    title = (falling or said or ["Fremmødet dag for dag i hvert forløb"])[0]
    highest = max([max(t.attended or 0, t.registered or 0) for t in days if not t.cancelled], default=0)
    others = [other for other in said if other != title]
    return Chart(
        kind="bars", title=title, source=source(snapshot), how_to_read=HOW_RUNS, table=_days_table(snapshot, days),
        subtitle=shown(snapshot, "Mødte på hver dag i forløbet ud af de tilmeldte (rammen), antal personer"),
        data=days_data(snapshot),
        alt=alt_text("Vandrette bjælker: mødte på hver dag i hvert forløb", title, *others),
        note=_sentences(f"{'. '.join(others)}." if others else "", findings.cancelled_sentence(snapshot)),
        shape=Bars(bars=tuple(_day_bar(total) for total in days), maximum=max(highest, 1) * 1.02))


@remembered
def seats_chart(snapshot: Snapshot) -> Chart:
    """Registrations against seats for the days not yet held."""
    days = findings.upcoming(snapshot)
    known = [total for total in days if total.registered is not None]
    title = findings.registered_title((known or list(days))[0]) if days else "Alle dage er holdt"
    most = max([total.seats for total in days if total.kind == COURSE] + [t.registered or 0 for t in days], default=1)
    return Chart(
        kind="bars", title=title, source=source(snapshot), how_to_read=HOW_SEATS, data=days_data(snapshot),
        table=_days_table(snapshot, list(days)),
        subtitle="Tilmeldte til de dage, der ikke er holdt endnu, antal personer",
        alt=alt_text("Vandrette bjælker: tilmeldte mod pladser", title),
        shape=Bars(bars=tuple(_seat_bar(snapshot, total) for total in days), maximum=most * 1.02))


def attendance_data(snapshot: Snapshot) -> pd.DataFrame:
    """What is stated, one row per day, jobcenter and role, for CSV."""
    rows, plan = attendance.rows(snapshot), snapshot.course_days
    return pd.DataFrame({
        "kursusdag": rows["course_day"], "dato": rows["course_day"].map(plan["held_on"]),
        "kommunekode": rows["jobcenter"], "jobcenter": rows["jobcenter"].map(snapshot.jobcenters["name"]),
        "rolle": rows["role"], "tilmeldt": rows["registered"], "moedt": rows["attended"],
        "aflyst": rows["course_day"].isin(attendance.cancelled(snapshot)).map({True: "ja", False: "nej"})})


def days_data(snapshot: Snapshot) -> pd.DataFrame:
    """Every day's totals, for CSV."""
    totals = attendance.day_totals(snapshot)
    return pd.DataFrame({
        "kursusdag": [t.code for t in totals], "dato": [t.held_on for t in totals],
        "tilmeldt": pd.array([t.registered for t in totals], dtype="Int64"),
        "moedt": pd.array([t.attended for t in totals], dtype="Int64"),
        "jobcentre_indberettet": [len(t.reported) for t in totals],
        "aflyst": ["ja" if t.cancelled else "nej" for t in totals]})


def _sentences(*said: str) -> str:
    return " ".join(filter(None, said))


def _rows(snapshot: Snapshot, places: tuple[PlaceTotal, ...], days: tuple[DayTotal, ...]) -> tuple[MatrixRow, ...]:
    found = {cell.Index: cell for cell in attendance.cells(snapshot).itertuples()}
    return tuple(MatrixRow(name=place.name, code=place.code, total=_place_total(place),
                           cells=tuple(_cell(found[(total.code, place.code)]) for total in days)) for place in places)


def _cell(found: Any) -> Cell:
    state, attended, registered = found.state, found.attended, found.registered
    least = bool(found.at_least)
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
    found = attendance.cells(snapshot)
    course = found.loc[[t.code for t in attendance.totals_of(snapshot, COURSE)]]
    legend: list[tuple[CellState, str, str]] = [(state, LETTERS[state], SAID[state]) for state in
                                                ("nobody", "not_reported", "not_held")]
    if (course["state"].eq(NOT_HELD) & course["registered"].notna()).any():
        legend.append(("not_held", "(3)", "ikke holdt endnu, 3 tilmeldte"))
    if course["state"].eq(CANCELLED_DAY).any():
        legend.append(("cancelled", LETTERS[CANCELLED_DAY], "tæller hverken som holdt eller manglende"))
    if course["state"].eq(HIDDEN).any():
        legend.append(("hidden", LETTERS[HIDDEN], SAID[HIDDEN]))
    if course["at_least"].any():
        why = course.loc[course["at_least"], "hidden"]
        said = "skjult" if why.all() else "ikke oplyst eller skjult" if why.any() else "ikke oplyst"
        legend.append(("count", f"3{PARTLY}", f"mindst 3: en rolle er {said}"))
    return tuple(legend)


def _matrix_table(rows: tuple[MatrixRow, ...], days: tuple[DayTotal, ...],
                  places: tuple[PlaceTotal, ...]) -> pd.DataFrame:
    table = {"Jobcenter": [*(row.name for row in rows), "Alle jobcentre"]}
    for at, total in enumerate(days):
        table[f"{total.name} ({short_day(total)})"] = [*(row.cells[at].text for row in rows), _came(total)]
    return pd.DataFrame(table | {"Mødte af pladser": [*(row.total for row in rows), _all(places)]})


def _came(total: DayTotal) -> str:
    if total.cancelled:
        return LETTERS[CANCELLED_DAY]
    if total.attended is None:
        return LETTERS[HIDDEN if total.hidden else "not_reported" if total.held else "not_held"]
    return f"{'mindst ' if total.at_least or total.lacking else ''}{number(total.attended)}"


def _all(places: tuple[PlaceTotal, ...]) -> str:
    told = [place for place in places if place.attended is not None]
    return f"{number(sum(p.attended or 0 for p in told))} af {number(sum(p.seats for p in told))}" if told else "–"


def _run_name(kind: str, run: int) -> str:
    return f"mentorkursus {run}" if kind == MENTOR else f"forløb {run}"


def _day_bar(total: DayTotal) -> Bar:
    run = _run_name(total.kind, total.run).capitalize()
    name = f"{run}, dag {total.day}"
    if total.attended is None:
        why = "aflyst" if total.cancelled else "skjult" if total.hidden else "ikke indberettet"
        outline = None if total.cancelled else total.registered
        return Bar(name=name, group=run, value=None, outline=outline, label=f"{why} ({short_day(total)})")
    planned = "" if total.registered is None else f" af {number(total.registered)}"
    least = "mindst " if total.at_least else ""
    return Bar(name=name, group=run, value=total.attended, outline=total.registered,
               label=f"{least}{number(total.attended)} mødte{planned}, {of_jobcenters(total)}")


def _seat_bar(snapshot: Snapshot, total: DayTotal) -> Bar:
    seats = total.seats if total.kind == COURSE else None
    if total.registered is None:
        label = "ingen tilmeldinger modtaget"
    elif seats is not None:
        label = f"{number(total.registered)} tilmeldte til {number(seats)} pladser"
    else:
        least = int(snapshot.course_days.loc[total.code, "least"])
        label = f"{plural(total.registered, 'tilmeldt', 'tilmeldte')} af mindst {number(least)}"
    return Bar(name=f"{total.name} · {short_day(total)}", value=total.registered, outline=seats, label=label)


def _days_table(snapshot: Snapshot, days: list[DayTotal]) -> pd.DataFrame:
    names = snapshot.jobcenters["name"]
    return pd.DataFrame({
        "Dag": [day_name(snapshot, total.code) for total in days],
        "Dato": [f"{short_day(total)}{NBSP}{total.held_on.year}" for total in days],
        "Tilmeldte": [count_text(total.registered) for total in days],
        "Mødte": [_came(total) for total in days],
        "Jobcentre, der har indberettet": [number(len(total.reported)) for total in days],
        "Mangler": [_lacking(total, names) for total in days]})


def _lacking(total: DayTotal, names: pd.Series) -> str:
    if total.cancelled:
        return LETTERS[CANCELLED_DAY]
    if not total.held:
        return "ikke holdt endnu"
    hidden = f"skjult: {_named(total.withheld, names)}" if total.withheld else ""
    return "; ".join(part for part in (_named(total.silent, names) if total.silent else "", hidden) if part) or "ingen"


def _named(codes: tuple[str, ...], names: pd.Series) -> str:
    if len(codes) > findings.NAMED:
        return plural(len(codes), "jobcenter", "jobcentre")
    return listing(names[code] for code in codes)
