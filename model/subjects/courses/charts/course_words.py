"""The words of every chart about courses: source, day and status, and how a day and a cell are said."""

import pandas as pd

from model.basics.formatting import day, month_and_year, number, plural
from model.basics.months import last_day
from model.basics.spaces import unbroken
from model.programmes.words import SHORT
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures import attendance, attendance_totals, evaluations, networks
from model.subjects.courses.figures.attendance import (
    CANCELLED_DAY,
    COUNT,
    COURSE,
    HIDDEN,
    MENTOR,
    NOBODY,
    NOT_HELD,
    NOT_REPORTED,
)
from model.subjects.courses.figures.attendance_totals import DayTotal
from model.subjects.goals.words.lines import INVENTED, edition_words

LISTS, FORMS = f"Kilde: kursuslister fra {SHORT}", f"Kilde: evalueringsskemaer, samlet af {SHORT}"
NETWORKS = f"Kilde: oplyst af {SHORT} og jobcentrene"
LETTERS = {NOBODY: "0", NOT_REPORTED: "m", NOT_HELD: "–", HIDDEN: "d", CANCELLED_DAY: "aflyst"}
SAID = {NOBODY: "ingen mødte", NOT_REPORTED: "ikke indberettet", NOT_HELD: "ikke holdt endnu",
        HIDDEN: "skjult af afsenderen", CANCELLED_DAY: "aflyst"}
ROLE_NAMES = {"jobkonsulent": "Jobkonsulenter", "tovholder": "Tovholdere", "virksomhedsmentor": "Virksomhedsmentorer"}
PARTLY = "*"


def source(snapshot: Snapshot) -> str:
    """»Kilde: kursuslister fra BRM · opgjort 27. apr. 2010 · endelig«, of attendance."""
    if snapshot.release is not None:
        return f"{INVENTED if snapshot.sample else LISTS} · {edition_words(snapshot.release)}"
    return _source(snapshot, LISTS, attendance.rows(snapshot)["upload_id"], final=_final(snapshot))


def evaluation_source(snapshot: Snapshot) -> str:
    """The same of evaluation forms; final when the answers of every course day are known."""
    days = evaluations.evaluations(snapshot)
    final = bool(days) and all(one.held and one.answered is not None for one in days) and not any(
        not (total.held or total.cancelled) for total in attendance_totals.totals_of(snapshot, COURSE))
    return _source(snapshot, FORMS, evaluations.rows(snapshot)["upload_id"], final=final)


def network_source(snapshot: Snapshot) -> str:
    """The same of mentor networks; final once the programme is over."""
    return _source(snapshot, NETWORKS, networks.events(snapshot)["upload_id"],
                   final=snapshot.data_date > last_day(snapshot.ends))


@remembered
def status_line(snapshot: Snapshot) -> str:
    """»6 af 6 kursusdage og 6 af 6 mentordage er holdt · opgjort 27. apr. 2010 · 18 af 19 jobcentre · foreløbig«."""
    parts = [f"{_held(snapshot, COURSE)} kursusdage og {_held(snapshot, MENTOR)} mentordage er holdt",
             _cancelled(snapshot)]
    if attendance.any_said(snapshot):
        places = attendance_totals.place_totals(snapshot)
        whole = sum(place.known == place.held and not place.at_least for place in places)
        who = f"alt fremmøde fra {number(whole)} af {number(len(places))} jobcentre"
        parts += [_received(snapshot, attendance.rows(snapshot)["upload_id"]),
                  who if any(place.held for place in places) else "", "endelig" if _final(snapshot) else "foreløbig"]
    return " · ".join(part for part in parts if part)


def cell_text(state: str, attended: object, *, at_least: bool) -> str:
    """What stands in a cell: the count, with a star when a role is unknown, or the letter of its state."""
    if state == COUNT:
        return f"{attended}{PARTLY if at_least else ''}"
    return LETTERS[state]


def cell_said(state: str, attended: object, registered: object, *, at_least: bool) -> str:
    """The same in words: ``3 mødte, 4 var tilmeldt``."""
    first = SAID.get(state) or f"{'mindst ' if at_least else ''}{attended} mødte"
    if str(registered) == "<NA>":
        return first
    return f"{first}, {registered} {'er' if state == NOT_HELD else 'var'} tilmeldt"


def short_day(total: DayTotal) -> str:
    """``19. nov.``: the day without its year, held together."""
    return unbroken(f"{total.held_on.day}. {month_and_year(total.held_on)[0]}")


def of_jobcenters(total: DayTotal) -> str:
    """``18 jobcentre har indberettet``: how many have reported the day whole."""
    return f"{plural(len(total.reported), 'jobcenter', 'jobcentre')} har indberettet"


def came(total: DayTotal) -> str:
    """How many came on a day: ``mindst 12``, or why no number is told."""
    if total.cancelled:
        return LETTERS[CANCELLED_DAY]
    if total.attended is None:
        return LETTERS[HIDDEN if total.hidden else NOT_REPORTED if total.held else NOT_HELD]
    return f"{'mindst ' if total.at_least or total.lacking else ''}{number(total.attended)}"


def sentences(*parts: str) -> str:
    """The sentences of a note that there are, one after the other."""
    return " ".join(filter(None, parts))


def _final(snapshot: Snapshot) -> bool:
    totals = [total for total in attendance_totals.day_totals(snapshot) if not total.cancelled]
    return all(total.held and not total.lacking and not total.at_least for total in totals)


def _held(snapshot: Snapshot, kind: str) -> str:
    totals = [total for total in attendance_totals.totals_of(snapshot, kind) if not total.cancelled]
    return f"{number(sum(total.held for total in totals))} af {number(len(totals))}"


def _cancelled(snapshot: Snapshot) -> str:
    """``1 dag er aflyst``; nothing when none is."""
    gone = attendance.cancelled(snapshot)
    return f"{plural(len(gone), 'dag', 'dage')} er aflyst" if gone else ""


def _source(snapshot: Snapshot, whose: str, uploads: pd.Series, *, final: bool) -> str:
    parts = [INVENTED if snapshot.sample else whose, _received(snapshot, uploads), "endelig" if final else "foreløbig"]
    return " · ".join(part for part in parts if part)


def _received(snapshot: Snapshot, uploads: pd.Series) -> str:
    """The day the newest of those uploads was received."""
    known = snapshot.received.reindex(uploads.dropna().astype("int64").unique()).dropna()
    return f"opgjort {day(known.max().date())}" if len(known) else ""
