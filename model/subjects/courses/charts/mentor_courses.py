"""The chart of one mentor run: persons per jobcenter on the day that stands for it, all three roles in the table."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical, listing, number, persons, plural
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars
from model.drawing.words import alt_text
from model.intake.datasets.attendance import ROLES
from model.programmes.current import PLAN
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import LETTERS, PARTLY, ROLE_NAMES, SAID, short_day, source
from model.subjects.courses.figures.attendance import CANCELLED_DAY, HIDDEN, MENTOR, NOT_HELD, NOT_REPORTED
from model.subjects.courses.figures.attendance_totals import DayTotal, totals_of
from model.subjects.courses.figures.mentor_runs import MentorRun, mentor_run, participants
from model.subjects.courses.words.courses import mentor_title

HOW = ("Hver bjælke er et jobcenters personer på den dag i forløbet, hvor der kom flest; den dag står for forløbet, da "
       "vi kun kender antallet pr. dag og ikke, om det er de samme personer. Tovholdere, jobkonsulenter og "
       "virksomhedsmentorer tæller alle med og står hver for sig i tabellen. En aflyst dag er ikke med." + (
           f" Højst {PLAN.mentor_courses.most_of_a_run} fra hvert jobcenter og mindst "
           f"{PLAN.mentor_courses.least_of_a_run} i alt i et forløb." if PLAN.mentor_courses else "")
       + " 0 betyder, at ingen mødte; det er ikke det samme som ikke indberettet.")


@remembered
def mentor_chart(snapshot: Snapshot, run: int) -> Chart:
    """Persons per jobcenter (0–10) in one run, most first, and the run against its minimum."""
    mentors = mentor_run(snapshot, run)
    rows = _sorted(snapshot, participants(snapshot, run))
    total, most = _in_all(mentors), mentors.most
    return Chart(
        kind="bars", title=mentor_title(mentors), subtitle=f"{total}. {_which_day(mentors)}", source=source(snapshot),
        alt=alt_text(f"Vandrette bjælker: personer pr. jobcenter på mentorkursus {run}", mentor_title(mentors), total),
        make_table=partial(_table, mentors, rows, totals_of(snapshot, MENTOR, mentors.run)),
        make_data=partial(_data, rows, mentors), how_to_read=HOW,
        note=_note(snapshot, mentors, rows),
        shape=Bars(bars=tuple(_bar(row, mentors) for row in rows.itertuples() if not _nobody(row)),
                   maximum=max([most, *rows["persons"].dropna().astype(int)]) * 1.04 if len(rows) else most,
                   target=float(most), target_label=f"højst {number(most)}"))


def _sorted(snapshot: Snapshot, rows: pd.DataFrame) -> pd.DataFrame:
    """Most persons first, then by name; whose count is not known last."""
    if rows.empty:
        return rows
    named = rows.assign(name=snapshot.jobcenters["name"].reindex(rows.index))
    named["letters"] = named["name"].map(alphabetical)
    return named.sort_values(["persons", "letters"], ascending=[False, True], na_position="last")


def _in_all(run: MentorRun) -> str:
    """``I alt 36 af mindst 40``."""
    if run.cancelled:
        return "Alle forløbets dage er aflyst"
    if run.persons is None:
        return "Ingen er meldt endnu"
    who = " tilmeldte" if run.registered_only else ""
    least = "mindst " if run.lacking else ""
    return f"I alt {least}{number(run.persons)}{who} af mindst {number(run.least)}"


def _which_day(run: MentorRun) -> str:
    if run.standing is None:
        return "Antal personer pr. jobcenter"
    day = f"dag {run.standing.day} ({short_day(run.standing)})"
    if run.registered_only:
        return f"Tilmeldte pr. jobcenter til {day}"
    return f"Personer pr. jobcenter på {day}, den dag i forløbet med flest mødte"


def _note(snapshot: Snapshot, run: MentorRun, rows: pd.DataFrame) -> str:
    """The roles' own sums, and how the run's other days went."""
    gone = " ".join(f"Dag {total.day} er aflyst." for total in totals_of(snapshot, MENTOR, run.run)
                    if total.cancelled and not run.cancelled)
    if run.standing is None:
        return gone
    known = [f"{name.lower()} {number(int(rows[role].sum()))}" for role, name in ROLE_NAMES.items()
             if rows[role].notna().any()]
    days = [f"dag {total.day}: {number(total.attended)}" for total in totals_of(snapshot, MENTOR, run.run)
            if total.attended is not None]
    first = f"Rollerne hver for sig: {', '.join(known)}." if known else ""
    absent = [row.name for row in rows.itertuples() if _nobody(row)]
    nobody = f"{'Ingen tilmeldte' if run.registered_only else 'Ingen mødte'} fra {listing(absent)}." if absent else ""
    came = f"Mødte {', '.join(days)}." if days else ""
    return " ".join(part for part in (first, came, nobody, gone) if part)


def _nobody(row: Any) -> bool:
    """Known to be nought: named together under the chart instead of on a line without a bar."""
    return not pd.isna(row.persons) and row.persons == 0


def _bar(row: Any, run: MentorRun) -> Bar:
    state, count = row.state, row.persons
    name, code = row.name, row.Index
    if pd.isna(count):
        words = "ingen tilmeldt" if run.registered_only else SAID.get(state, "ikke oplyst")
        return Bar(name=name, code=code, value=None, label=words)
    least = "mindst " if row.at_least and not run.registered_only else ""
    over = f", {plural(int(count) - run.most, 'person', 'personer')} over {number(run.most)}"
    return Bar(name=name, code=code, value=int(count), signal=int(count) > run.most,
               label=f"{least}{persons(int(count))}{over if count > run.most else ''}")


def _table(run: MentorRun, rows: pd.DataFrame, days: Sequence[DayTotal]) -> pd.DataFrame:
    if run.standing is None:
        return pd.DataFrame({"Jobcenter": []})
    lacking = "–" if run.registered_only else LETTERS[NOT_REPORTED]
    table = {"Jobcenter": [*rows["name"], "I alt"]}
    for role in ROLES:
        table[ROLE_NAMES[role]] = [*(_count(cell, "–") for cell in rows[role]), number(int(rows[role].sum()))]
    table["Alle roller"] = [
        *(f"{_count(row.persons, LETTERS[HIDDEN] if row.state == HIDDEN else lacking)}{PARTLY if row.at_least else ''}"
          for row in rows.itertuples()), _count(run.persons, lacking)]
    for total in days:
        empty = LETTERS[CANCELLED_DAY if total.cancelled else NOT_REPORTED if total.held else NOT_HELD]
        table[f"Dag {total.day} ({short_day(total)})"] = [*(_count(cell, empty) for cell in rows[total.code]),
                                                          _count(total.attended, empty)]
    return pd.DataFrame(table)


def _data(rows: pd.DataFrame, run: MentorRun) -> pd.DataFrame:
    if rows.empty:
        return pd.DataFrame({"kommunekode": []})
    kept = rows[["name", "persons", *ROLES]].rename(columns={"name": "jobcenter", "persons": "personer"})
    return kept.reset_index(names="kommunekode").assign(mentorkursus=run.run)


def _count(cell: Any, empty: str) -> str:
    return empty if cell is None or pd.isna(cell) else number(int(cell))
