"""The parts of a meeting that people write, and what has changed since the last one: common to every unit."""

from datetime import date, timedelta

import pandas as pd

from model.basics.formatting import day, listing, plural
from model.programmes.met import programme_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import AGREEMENTS, Detailed, Noted, Written
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.figures.agreements import agreements, earlier, made_at, status_words
from model.subjects.meetings.figures.shown import Shown

VERDICT, DOUBTS, REPORTED, LAST, ROOM, SINCE, ACTIVITIES, NEW, NOTES, AFTER, WHO = (
    "dom", "forbehold", "indberettet", "sidst", "plads", "siden", "aktiviteter", "aftaler", "noter", "efter",
    "deltagere")
UNSHOWN = "ikke oplyst"  # a key figure that the last meeting did not show


def last_time(book: Written, unit: str, held_on: date) -> Part:
    """The agreements of the last meeting and those still open from older ones, each with its status."""
    rows = earlier(book, unit, held_on)
    if rows.empty:
        return Part(LAST, "Hvad aftalte vi sidst?", ("Der er ingen aftaler fra tidligere møder.",))
    return Part(LAST, "Hvad aftalte vi sidst?", (), *_with_status(rows))


@remembered
def agreed_so_far(snapshot: Snapshot, unit: str) -> Part:
    """What has been agreed with a unit up to the day that is shown, and how far it is."""
    return last_time(snapshot.book(programme_of(unit).id), unit, snapshot.data_date + timedelta(days=1))


def since_closing(book: Written, meeting: int, on: date) -> Part:
    """How the agreements of a closed meeting stand on a day, with the lines that put right what was written wrong."""
    rows = agreements(book, on)
    rows = rows[rows["meeting_id"].eq(meeting)]
    return Part(AFTER, "Sådan står aftalerne nu", (), *_with_status(rows))


def _with_status(rows: pd.DataFrame) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of agreements (the frame of ``agreements``) with how far each is."""
    cells = tuple((row["text"], row["responsible"], day(row["due"]), status_words(row)) for _, row in rows.iterrows())
    return ("Aftale", "Ansvarlig", "Frist", "Status"), cells


def since_last(shown: Shown, last: Agenda | None, *, held_on: date, unclosed: date | None) -> Part:
    """What has changed since the last closed meeting, and its key figures beside those of now.

    ``unclosed``: the day of a later meeting that keeps no figures, since nobody closed it.
    """
    title = "Hvad har ændret sig siden sidst?"
    open_line = () if unclosed is None else (
        f"Mødet den {day(unclosed)} er ikke lukket, så de tal, det viste, er ikke gemt.",)
    if last is None:
        return Part(SINCE, title, (*open_line, "Der er intet tidligere møde med referat at sammenligne med."))
    then, now = f"Mødet {day(last.held_on)}", f"Mødet {day(held_on)}"
    before = dict(last.headline)
    rows = tuple((name, before.get(name, UNSHOWN), text) for name, text in shown.headline)
    return Part(SINCE, title, (*open_line, *shown.moved), ("Tal", then, now), rows, numbers=(then, now))


def new(book: Written, meeting: int | None) -> Part:
    """What is agreed at this meeting, with its responsible function and due date."""
    rows = made_at(book, meeting) if meeting is not None else AGREEMENTS.empty()
    title = "Hvad aftaler vi nu?"
    if rows.empty:
        return Part(NEW, title, ("Der er ikke skrevet nye aftaler.",))
    cells = tuple((row["text"], row["responsible"], day(row["due"])) for _, row in rows.iterrows())
    return Part(NEW, title, (f"{plural(len(rows), 'ny aftale', 'nye aftaler')}.",), ("Aftale", "Ansvarlig", "Frist"),
                cells)


def notes(noted: Noted | None) -> Part:
    """The notes, one line for each of their lines."""
    lines = tuple(line for line in (noted.text if noted else "").split("\n") if line)
    return Part(NOTES, "Noter", lines or ("Der er ingen noter.",))


def who(details: Detailed | None) -> Part:
    """Who took part, and the day of the next meeting; what nobody has written is said to be unknown."""
    people = [line for line in (details.participants if details else "").split("\n") if line]
    present = f"Deltagere: {listing(people)}" if people else "Deltagerne er ikke skrevet op."
    coming = details.next_on if details else None
    return Part(WHO, "Deltagere og næste møde",
                (present, f"Næste møde: {day(coming)}." if coming else "Næste møde er ikke aftalt."))
