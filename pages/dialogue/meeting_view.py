"""One meeting: opened on the figures of its day, written in while it is open, and read as it was when it is closed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.basics.formatting import day, today
from model.documents import file_names
from model.subjects.meetings.figures import agreements
from model.subjects.meetings.figures.agenda import Agenda
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.parts import LAST, NEW, NOTES, VERDICT, since_closing
from pages.dialogue import agreement_forms, desk, meeting_forms
from pages.dialogue.desk import Desk
from pages.shared import agenda_view, downloads, drawing, layout, pickers, record_form, writing


def show(found: Desk, *, heading: DeltaGenerator, choices: DeltaGenerator) -> None:
    """The meeting of the chosen jobcenter and day, or why there can be none."""
    if found.closed:
        _closed(found, heading)
    elif refusal := overview.cannot_open(found.then, found.held_on):
        with heading:
            layout.header(f"Der er ingen tal til et dialogmøde med {found.name}", f"Valgt dag: {day(found.held_on)}")
        layout.empty(refusal)
    else:
        with choices:
            month = pickers.month(found.then)
        agenda = desk.agenda(found, month)
        with heading:
            layout.header(agenda.title, agenda.line)
            locked = record_form.locked(found.now.as_of)
            by = "" if locked else writing.by()
        (_ahead if found.meeting is None else _open)(found, agenda, by=by, locked=locked)
    others(found)


def _closed(found: Desk, heading: DeltaGenerator) -> None:
    number = int(found.meeting or 0)
    agenda = desk.kept(number)
    with heading:
        layout.header(agenda.title, agenda.line)
    row = overview.meeting_on(found.now.written, found.code, found.held_on)
    layout.note(desk.closed_words(row) if row is not None else "")
    downloads.file_button("Hent referatet (Word)", lambda: desk.minutes(number), file_names.minutes(agenda),
                          downloads.DOCX)
    for part in agenda.parts:
        agenda_view.part(part)
    _since(found)


def _since(found: Desk) -> None:
    """How the closed meeting's agreements stand now, and what was written wrong put right beside them."""
    since = since_closing(found.now.written, int(found.meeting or 0), found.now.data_date)
    if not since.rows:
        return
    agenda_view.part(since)
    if not record_form.locked(found.now.as_of):
        agreement_forms.mend(found, by=writing.by())


def _ahead(found: Desk, agenda: Agenda, *, by: str, locked: bool) -> None:
    """No meeting on that day yet: what it would open on, and the way to open it."""
    if not locked:
        layout.empty(f"Der er ikke åbnet et møde den {day(found.held_on)}. Nedenfor står det, som mødet åbner på"
                     f"{': tallene, som de er nu.' if found.held_on >= today() else ', som tallene så ud den dag.'}")
        meeting_forms.opening(found, by=by)
    for part in agenda.parts:
        if part.key not in (NEW, NOTES):
            agenda_view.part(part)


def _open(found: Desk, agenda: Agenda, *, by: str, locked: bool) -> None:
    if found.held_on > today():
        layout.note("Mødet ligger forude. Tallene er, som de er nu; på dagen vises de tal, der er kommet til den tid.")
    for part in agenda.parts:
        agenda_view.part(part)
        if not locked:
            _form(found, agenda, part.key, by=by)
    if not locked:
        layout.finding("Luk mødet", "Referatet er et Word-dokument med netop de tal og tekster, der står på siden.")
        meeting_forms.closing(found, agenda, by=by)
        meeting_forms.withdrawal(found, by=by)


def _form(found: Desk, agenda: Agenda, key: str, *, by: str) -> None:
    """The form that belongs under a part."""
    if key == VERDICT:
        meeting_forms.confirmation(found, agenda.month)
    elif key == LAST:
        _follow_up(found, by=by)
    elif key == NEW:
        agreement_forms.new(found, by=by)
        agreement_forms.mend(found, by=by)
    elif key == NOTES:
        meeting_forms.notes(found, by=by)


def _follow_up(found: Desk, *, by: str) -> None:
    rows = agreements.agreements(found.now.written, found.held_on, code=found.code)
    agreement_forms.follow_up(agreements.labels(rows), on=found.held_on, version=found.version, by=by)


def others(found: Desk) -> None:
    """The jobcenter's meetings, each with the way to it."""
    rows = overview.meetings_of(found.now.written, found.code)
    if rows.empty:
        return
    items = "".join(f'<li><a href="{drawing.text(desk.link(found.code, row["held_on"]))}">{day(row["held_on"])}</a>, '
                    f"{'åbent' if row['closed_at'] is None else 'lukket, med referat'}</li>"
                    for _, row in rows.iloc[::-1].iterrows())
    st.html(layout.heading(f"Møder med {found.name}") + f'<ul class="fd-list">{items}</ul>')
