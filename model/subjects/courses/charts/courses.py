"""Charts of the course days as bars: who came from day 1 to day 3, and registrations against seats."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd

from model.basics.formatting import NBSP, listing, number, plural
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars
from model.drawing.words import alt_text, count_text
from model.programmes.current import PLAN
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import LETTERS, came, of_jobcenters, sentences, short_day, source
from model.subjects.courses.figures import attendance_totals
from model.subjects.courses.figures.attendance import CANCELLED_DAY, COURSE, MENTOR
from model.subjects.courses.figures.attendance_totals import DayTotal
from model.subjects.courses.figures.course_runs import falls, run_ends
from model.subjects.courses.words import courses as findings

HOW_RUNS = (
    "Hver bjælke er en dag: den udfyldte del er de mødte, rammen de tilmeldte. Dag 1 og dag 3 i samme forløb kan kun "
    "sammenlignes, når de samme jobcentre har indberettet begge dage; antallet af jobcentre står ved hver dag. En dag, "
    "der er aflyst, springes over.")
HOW_SEATS = ("Bjælken er de tilmeldte, som de er meldt ind indtil nu." + (
    f" Rammen er pladserne på en kursusdag: {PLAN.courses.most_of_a_day} til hvert jobcenter."
    if PLAN.courses else "") + (
    f" Et mentorkursus skal have mindst {PLAN.mentor_courses.least_of_a_run} deltagere i et forløb og højst "
    f"{PLAN.mentor_courses.most_of_a_run} fra hvert jobcenter." if PLAN.mentor_courses else ""))


@remembered
def runs_chart(snapshot: Snapshot) -> Chart:
    """From day 1 to day 3 of every run that has begun: who came, as counts."""
    days = [total for total in attendance_totals.day_totals(snapshot) if total.held or total.cancelled]
    days.sort(key=lambda total: (total.kind == MENTOR, total.run, total.day))
    runs = [(kind, run) for kind in (COURSE, MENTOR) for run in attendance_totals.runs(snapshot, kind)]
    titles = {each: f"{title} ({_run_name(*each)})" for each in runs if (title := findings.run_title(snapshot, *each))}
    every = list(titles.values())
    falling = [title for each, title in titles.items() if falls(run_ends(snapshot, *each))]
    title = (falling or every or ["Fremmødet dag for dag i hvert forløb"])[0]
    highest = max([max(t.attended or 0, t.registered or 0) for t in days if not t.cancelled], default=0)
    others = [other for other in every if other != title]
    return Chart(
        kind="bars", title=title, source=source(snapshot), how_to_read=HOW_RUNS,
        make_table=partial(_days_table, days, [total.name for total in days], snapshot.names),
        subtitle="Mødte på hver dag i forløbet ud af de tilmeldte (rammen), antal personer",
        make_data=partial(_days_data, attendance_totals.day_totals(snapshot)),
        alt=alt_text("Vandrette bjælker: mødte på hver dag i hvert forløb", title, *others),
        note=sentences(f"{'. '.join(others)}." if others else "", findings.cancelled_sentence(snapshot)),
        shape=Bars(bars=tuple(_day_bar(total) for total in days), maximum=max(highest, 1) * 1.02))


@remembered
def seats_chart(snapshot: Snapshot) -> Chart:
    """Registrations against seats for the days not yet held."""
    days = findings.upcoming(snapshot)
    known = [total for total in days if total.registered is not None]
    title = findings.registered_title((known or list(days))[0]) if days else "Alle dage er holdt"
    most = max([total.seats for total in days if total.kind == COURSE] + [t.registered or 0 for t in days], default=1)
    return Chart(
        kind="bars", title=title, source=source(snapshot), how_to_read=HOW_SEATS,
        make_data=partial(_days_data, attendance_totals.day_totals(snapshot)),
        make_table=partial(_days_table, days, [total.name for total in days], snapshot.names),
        subtitle="Tilmeldte til de dage, der ikke er holdt endnu, antal personer",
        alt=alt_text("Vandrette bjælker: tilmeldte mod pladser", title),
        shape=Bars(bars=tuple(_seat_bar(snapshot, total) for total in days), maximum=most * 1.02))


def _days_data(totals: Sequence[DayTotal]) -> pd.DataFrame:
    """Every day's totals, for CSV."""
    return pd.DataFrame({
        "kursusdag": [t.code for t in totals], "dato": [t.held_on for t in totals],
        "tilmeldt": pd.array([t.registered for t in totals], dtype="Int64"),
        "moedt": pd.array([t.attended for t in totals], dtype="Int64"),
        "jobcentre_indberettet": [len(t.reported) for t in totals],
        "aflyst": ["ja" if t.cancelled else "nej" for t in totals]})


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


def _days_table(days: Sequence[DayTotal], titles: Sequence[str], names: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame({
        "Dag": titles,
        "Dato": [f"{short_day(total)}{NBSP}{total.held_on.year}" for total in days],
        "Tilmeldte": [count_text(total.registered) for total in days],
        "Mødte": [came(total) for total in days],
        "Jobcentre, der har indberettet": [number(len(total.reported)) for total in days],
        "Mangler": [_lacking(total, names) for total in days]})


def _lacking(total: DayTotal, names: Mapping[str, str]) -> str:
    if total.cancelled:
        return LETTERS[CANCELLED_DAY]
    if not total.held:
        return "ikke holdt endnu"
    hidden = f"skjult: {_named(total.withheld, names)}" if total.withheld else ""
    partly = f"ikke alle roller: {_named(total.partly, names)}" if total.partly else ""
    silent = _named(total.silent, names) if total.silent else ""
    return "; ".join(part for part in (silent, partly, hidden) if part) or "ingen"


def _named(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    if len(codes) > findings.NAMED:
        return plural(len(codes), "jobcenter", "jobcentre")
    return listing(names[code] for code in codes)
