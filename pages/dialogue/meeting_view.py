"""One sitting: opened on the figures of its day, written in while it is open, and read as it was when it is closed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access.viewer import ANYBODY, Viewer
from model.basics.formatting import day, today
from model.documents import file_names
from model.programmes.projects import PROJECTS
from model.subjects.meetings.figures import agreements
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.parts import (
    ACTIVITIES,
    DOUBTS,
    LAST,
    NEW,
    NOTES,
    REPORTED,
    ROOM,
    SINCE,
    VERDICT,
    WHO,
    since_closing,
)
from pages.dialogue import agreement_forms, desk, meeting_forms
from pages.dialogue.desk import Desk
from pages.shared import agenda_view, downloads, drawing, export, layout, record_form, writing
from pages.shared.price_link import price_link

FOLDED = (DOUBTS, ACTIVITIES)
FIELDS = (NOTES, WHO)  # what stands in the fields of its form while it can be written
FIGURES = (VERDICT, REPORTED, ROOM, SINCE, *FOLDED)  # what is looked at while the rest is talked over and written


def show(sitting: Desk, *, heading: DeltaGenerator, choices: DeltaGenerator) -> None:
    """The meeting of the chosen unit and day, or why there can be none."""
    if sitting.closed:
        _closed(sitting, heading)
    elif refusal := overview.cannot_open(sitting.then, sitting.unit, sitting.held_on):
        with heading:
            layout.header(f"Der er ingen tal til et dialogmøde med {sitting.name}",
                          f"Valgt dag: {day(sitting.held_on)}")
        layout.empty(refusal)
    else:
        with choices:
            month = desk.month(sitting)
        agenda = desk.agenda(sitting, month)
        with heading:
            layout.header(agenda.title, agenda.line)
            locked = record_form.locked(sitting.now.as_of)
            viewer = ANYBODY if locked else writing.writer()
            if sitting.meeting is None and not locked:
                _way_in(sitting, viewer=viewer)
        if sitting.meeting is None:
            _ahead(agenda)
        else:
            _open(sitting, agenda, viewer=viewer, locked=locked)
    others(sitting)


def _closed(sitting: Desk, heading: DeltaGenerator) -> None:
    number = int(sitting.meeting or 0)
    agenda = desk.kept(number, sitting.programme.id)
    with heading:
        layout.header(agenda.title, agenda.line)
    row = overview.meeting_on(sitting.book, sitting.unit, sitting.held_on)
    layout.note(desk.closed_words(row) if row is not None else "")
    downloads.file_button("Hent referatet (Word)", lambda: desk.minutes(number, sitting.programme.id),
                          file_names.minutes(agenda), downloads.DOCX, right=export.of(sitting.unit))
    left, right = _columns()
    with left:
        _figures(agenda)
    with right:
        for part in _written(agenda):
            _draw(part)
        _since(sitting)


def _columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Room for the figures, and to their right for the agreements; on a phone the figures stand first."""
    figures, agreed = st.columns([11, 10], gap="medium")
    return figures, agreed


def _figures(agenda: Agenda) -> None:
    """The parts with figures; what they rest on and what is told in full elsewhere is folded."""
    for part in agenda.parts:
        if part.key == SINCE:
            agenda_view.with_folded_table(part)
        elif part.key in FOLDED:
            agenda_view.folded(part)
        elif part.key == ROOM:
            agenda_view.part(part, below="" if agenda.unit in PROJECTS else price_link(agenda.unit))
        elif part.key in FIGURES:
            agenda_view.part(part)


def _written(agenda: Agenda) -> list[Part]:
    """The parts that people write: what was agreed last and now, the notes and who took part."""
    return [part for part in agenda.parts if part.key not in FIGURES]


def _draw(part: Part) -> None:
    """A part that people write: notes as they are, agreements one under the other."""
    (agenda_view.part if part.key == NOTES else agenda_view.agreed)(part)


def _since(sitting: Desk) -> None:
    """How the closed meeting's agreements stand now, and what was written wrong put right beside them."""
    since = since_closing(sitting.book, int(sitting.meeting or 0), sitting.now.data_date)
    if not since.rows:
        return
    agenda_view.agreed(since)
    if not record_form.locked(sitting.now.as_of):
        agreement_forms.mend(sitting, viewer=writing.writer())


def _way_in(sitting: Desk, *, viewer: Viewer) -> None:
    """That no sitting is open on that day yet, and the button that opens it."""
    words, button = st.columns([3, 1], gap="medium", vertical_alignment="center")
    with words:
        layout.empty(f"Der er ikke åbnet et møde den {day(sitting.held_on)}. Nedenfor står det, som mødet åbner på"
                     f"{': tallene, som de er nu.' if sitting.held_on >= today() else ', som tallene så ud den dag.'}"
                     f"{'' if viewer.function else ' Skriv først, hvem du er.'}")
    with button:
        meeting_forms.opening(sitting, viewer=viewer)


def _ahead(agenda: Agenda) -> None:
    """What a meeting on that day would open on."""
    left, right = _columns()
    with left:
        _figures(agenda)
    with right:
        agenda_view.agreed(agenda.part(LAST))


def _open(sitting: Desk, agenda: Agenda, *, viewer: Viewer, locked: bool) -> None:
    if sitting.held_on > today():
        layout.note("Mødet ligger forude. Tallene er, som de er nu; på dagen vises de tal, der er kommet til den tid.")
    left, right = _columns()
    with left:
        _figures(agenda)
        if not locked and sitting.unit not in PROJECTS:  # it is a jobcenter's own word of its months
            meeting_forms.confirmation(sitting, agenda.month, viewer=viewer)
    with right:
        for part in _written(agenda):
            if locked or part.key not in FIELDS:
                _draw(part)
            if not locked:
                _form(sitting, part.key, viewer=viewer)
        if not locked:
            meeting_forms.closing(sitting, agenda, viewer=viewer)
            meeting_forms.withdrawal(sitting, viewer=viewer)


def _form(sitting: Desk, key: str, *, viewer: Viewer) -> None:
    """The form that belongs under a part."""
    if key == LAST:
        _follow_up(sitting, viewer=viewer)
    elif key == NEW:
        agreement_forms.new(sitting, viewer=viewer)
        agreement_forms.mend(sitting, viewer=viewer)
    elif key == NOTES:
        meeting_forms.notes(sitting, viewer=viewer)
    elif key == WHO:
        meeting_forms.details(sitting, viewer=viewer)


def _follow_up(sitting: Desk, *, viewer: Viewer) -> None:
    rows = agreements.agreements(sitting.book, sitting.held_on, unit=sitting.unit)
    agreement_forms.follow_up(rows, sitting.book, on=sitting.held_on, version=sitting.version, viewer=viewer)


def others(sitting: Desk) -> None:
    """The unit's meetings, folded, each with the way to it."""
    rows = overview.meetings_of(sitting.book, sitting.unit)
    if rows.empty:
        return
    items = "".join(f'<li><a href="{drawing.text(desk.link(sitting.unit, row["held_on"]))}">{day(row["held_on"])}</a>, '
                    f"{'åbent' if row['closed_at'] is None else 'lukket, med referat'}</li>"
                    for _, row in rows.iloc[::-1].iterrows())
    st.html(drawing.folded(f"Alle møder med {sitting.name} ({len(rows)})", f'<ul class="fd-list">{items}</ul>'))
