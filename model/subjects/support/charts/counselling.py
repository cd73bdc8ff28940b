"""Individual counselling in tables, and a jobcenter's share before and after its visit."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from model.basics.formatting import day, month_key
from model.basics.spaces import unbroken
from model.drawing.chart import Chart
from model.drawing.words import alt_text
from model.intake.datasets.counselling import COUNSELLING
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import GROUP_SHORT, PARTS_OR
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.progress import plain_chart
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.words.lines import source_line
from model.subjects.support.figures import counselling
from model.subjects.support.figures.counselling import Candidate
from model.subjects.support.words import support

STATUS_TITLES = {"wished_on": "Ønsket", "offered_on": "Tilbudt", "agreed_for": "Aftalt til", "held_on": "Afholdt",
                 "declined_on": "Takket nej"}
QUESTIONS = {
    "a": f"Hvor stor er {GROUP_SHORT}, hvad kendetegner den, og hvor er borgerne nu?",
    "b": "Hvilke erfaringer har jobcentret fra tidligere?",
    "c": "Hvordan er indsatsen nu?"}
BROKEN = "Matchgrupperne blev ændret i perioden, så tal før og efter kan ikke sammenlignes direkte."
NO_CLAIM = "Figuren siger ikke, hvad besøget har betydet."
VISIT_HOW = (
    f"Hvert punkt er andelen af målgruppen, der var i {PARTS_OR} i måneden. Den lodrette linje "
    "»Besøg« står foran besøgets måned. Figuren viser andelen før og efter, ikke hvad besøget har betydet: meget andet "
    "har ændret sig i samme tid. Et hult punkt er foreløbigt, og den grå linje er hele regionen.")


@remembered
def visits_table(snapshot: Snapshot) -> pd.DataFrame:
    """Every jobcenter that was offered counselling or asked for it: Jobcenter, Status and the five dates."""
    visits = counselling.visits(snapshot)
    dates = {title: ["" if pd.isna(when) else unbroken(day(when.date())) for when in visits[column]]
             for column, title in STATUS_TITLES.items()}
    status = [state if isinstance(state, str) else "" for state in visits["status"]]
    return pd.DataFrame({"Jobcenter": visits["name"].tolist(), "Status": status, **dates})


def visits_data(snapshot: Snapshot) -> pd.DataFrame:
    """The same for a file: the dataset's own headings, dates as dates, and the three answers."""
    visits = counselling.visits(snapshot)
    titles = {part.column: part.heading for part in COUNSELLING.fields}
    return visits.rename(columns={"name": "Jobcenter"})[["Jobcenter"]].join(visits[[*titles]].rename(columns=titles))


def candidates_table(snapshot: Snapshot, found: Sequence[Candidate]) -> pd.DataFrame:
    """Candidates with the reason beside each: Jobcenter, Procentpoint til målet, Begrundelse, Rådgivning."""
    states = counselling.visits(snapshot)["day"].to_dict()
    days = {code: None if pd.isna(when) else when.date() for code, when in states.items()}
    return pd.DataFrame({
        "Jobcenter": [c.name for c in found],
        "Begrundelse": [support.reason(c) for c in found],
        "Procentpoint": [support.points_text(c) for c in found],
        "Rådgivning": [support.status_words(c.status, days.get(c.code)) for c in found]})


def candidates_source(snapshot: Snapshot, found: Sequence[Candidate]) -> str:
    """Where the distances come from: the monthly figures of the baseline."""
    return source_line(snapshot, max((candidate.month for candidate in found), default=snapshot.starts))


def candidates_data(snapshot: Snapshot) -> pd.DataFrame:
    """Every candidate for a file: raw counts, furthest in percentage points first."""
    candidates = counselling.candidates(snapshot)
    return pd.DataFrame({
        "jobcenter": [c.name for c in candidates], "maaned": [month_key(c.month) for c in candidates],
        PERSONS: [c.persons for c in candidates], TOTAL: [c.activated for c in candidates],
        "mangler_personer": [c.missing for c in candidates], "mangler_procentpoint": [c.points for c in candidates],
        "raadgivning": [c.status or "" for c in candidates]})


def answers(snapshot: Snapshot, code: str) -> list[tuple[str, list[str]]]:
    """The three questions before the meeting, each with its answers; the numbers of (a) come from the figures."""
    row = counselling.visits(snapshot).loc[code]
    numbers = numbers_of_group(snapshot, code)
    answered = []
    for letter, question in QUESTIONS.items():
        answer = row[f"answer_{letter}"]
        words = answer if isinstance(answer, str) and answer else "Ikke besvaret."
        answered.append((f"{letter}) {question}", [*(numbers if letter == "a" else []), words]))
    return answered


@remembered
def numbers_of_group(snapshot: Snapshot, code: str) -> list[str]:
    """What the figures say of question (a): match group 4 at the baseline, and in the newest month before the visit."""
    before = "Nyeste måned før besøget" if counselling.visit_day(snapshot, code) else "Nyeste måned"
    return [f"Ved udgangspunktet: {support.group_words(counselling.group_at_baseline(snapshot, code))}.",
            f"{before}: {support.group_words(counselling.group_before_visit(snapshot, code))}."]


@remembered
def answered_words(snapshot: Snapshot, code: str) -> str:
    """``Aarhus: 2 af 3 spørgsmål besvaret · afholdt 12. jan. 2010``."""
    row = counselling.visits(snapshot).loc[code]
    answered = sum(isinstance(row[f"answer_{letter}"], str) for letter in QUESTIONS)
    when = None if pd.isna(row["day"]) else row["day"].date()
    status = row["status"] if isinstance(row["status"], str) else None
    return f"{row['name']}: {support.status_words(status, when)}, {answered} af {len(QUESTIONS)} spørgsmål besvaret"


@remembered
def visit_chart(snapshot: Snapshot, code: str) -> Chart | None:
    """The share of a visited jobcenter with the visit marked; None where the share is not known in any month."""
    when, month = counselling.visit_day(snapshot, code), default_month(snapshot)
    if when is None or month is None or counselling.group_before_visit(snapshot, code) is None:
        return None
    plain = plain_chart(snapshot, code, month)
    title = support.before_after_title(snapshot, code)
    mark = (when.replace(day=1), f"Besøg {day(when)}")
    return replace(
        plain, title=title, how_to_read=VISIT_HOW, breaks=(mark, *plain.breaks),
        alt=alt_text("Linjediagram", title, mark[1]),
        series=tuple(series for series in plain.series if series.role != "required"),
        note=" ".join(part for part in (f"{plain.note}." if plain.note else "",
                                        BROKEN if counselling.broken(snapshot, code) else "", NO_CLAIM) if part))
