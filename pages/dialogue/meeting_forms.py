"""The forms of an open meeting: open it, confirm, note, close, call off; each says what it did or why not."""

from datetime import date, timedelta

import streamlit as st

from model.access.viewer import Viewer
from model.basics.formatting import day, listing, moment, today
from model.documents import file_names
from model.store.meeting_facts import Detailed
from model.store.once import Once
from model.subjects.approvals.figures.stated import facts
from model.subjects.meetings.figures.agenda import Agenda, to_data
from model.subjects.meetings.words import parts
from model.writing import meetings as recording
from pages.dialogue import agreement_forms
from pages.dialogue.desk import Desk
from pages.shared import agenda_view, data, downloads, export, forms, layout, pickers, writing
from pages.shared.forms import Form

PEOPLE = "Navne og funktioner på dem, der sad med: ansatte og samarbejdspartnere. Aldrig borgere, aldrig CPR-numre."
DETAILS, STANDS = ("participants", "next"), "stands"  # the fields of the form, and what they were begun from


def opening(desk: Desk, *, viewer: Viewer) -> None:
    """The button that opens the meeting on the chosen day."""
    forms.save(forms.form("open", f"{desk.unit}_{desk.held_on}"), "Åbn mødet",
               lambda once: recording.open_meeting(data.engine(), unit=desk.unit, held_on=desk.held_on,
                                                   viewer=viewer, seen=desk.version, once=once),
               done=f"Mødet med {desk.name} den {day(desk.held_on)} er åbnet.", content=(), alone=False,
               ready=bool(viewer.function), primary=True)


def confirmation(desk: Desk, month: date, *, viewer: Viewer) -> None:
    """»Bekræftet af jobcentret«: who in the jobcenter says that the figures are right."""
    folded = st.expander("Bekræftet af jobcentret", key="confirm_panel", on_change="rerun")
    if not folded.open:
        return
    form = forms.form("confirm", desk.meeting)
    with folded:
        st.caption("Før mødet: jobcentret har set sine tal og siger god for dem. Hvilke tal det var, bliver gemt.")
        who = st.text_input("Bekræftet af (funktion i jobcentret)", key=form.key("by"), max_chars=80, live=True,
                            placeholder="fx »jobcenterchefen«")
        stated = [list(fact) for fact in facts(desk.then, desk.unit, month)]
        forms.save(form, "Gem bekræftelsen",
                   lambda once: recording.confirm_figures(data.engine(), _number(desk), month=month, figures=stated,
                                                          by=who, viewer=viewer, seen=desk.version,
                                                          once=once),
                   done="Bekræftelsen er gemt.", content=(month, stated, who), ready=bool(viewer.function))


def notes(desk: Desk, *, viewer: Viewer) -> None:
    """The notes: what was written last, to write on from; another's words in between are never overwritten."""
    form = _notes_form(desk)
    base, field = form.key("base"), form.key("text")
    stands = (desk.notes.id if desk.notes else None, desk.notes.text if desk.notes else "")
    begun = st.session_state.get(base)
    if begun is None or st.session_state.get(field, begun[1]) == begun[1]:  # nothing of one's own is typed
        begun = st.session_state[base] = stands
        st.session_state[field] = stands[1]
    text = writing.area("Noter fra mødet", key=field, longest=recording.LONGEST_NOTES, height=180)
    based_on = stands[0] if begun == stands or _merged(desk) else begun[0]
    meant = writing.meant(form, text)
    forms.save(form, "Gem noterne",
               lambda once: recording.write_notes(data.engine(), _number(desk), text=text, viewer=viewer,
                                                  based_on=based_on, contact_ok=meant, seen=desk.version, once=once),
               done="Noterne er gemt.", content=(text, based_on), alone=False)


def _merged(desk: Desk) -> bool:
    """Whether the writer has taken in what somebody else wrote meanwhile."""
    if desk.notes is None:
        return True
    layout.note(f"Noterne er skrevet om af {desk.notes.by} den {moment(desk.notes.at)}. Tag dem med i din tekst:")
    agenda_view.words(parts.notes(desk.notes))
    return st.checkbox("Min tekst tager højde for de nye noter", key=f"notes_merged_{desk.notes.id}")


def details(desk: Desk, *, viewer: Viewer) -> None:
    """Who took part and when the next meeting is: what was written last, to write on from, as for the notes."""
    form = _details_form(desk)
    stands = _begun(desk, form)
    text = writing.area("Deltagere, en på hver linje", height=100, key=form.key("participants"),
                        longest=recording.LONGEST_PARTICIPANTS, advice=PEOPLE)
    next_on = _next_meeting(desk, form)
    merged = desk.details is not None and desk.details != stands and _seen(desk.details)
    based_on = desk.details if merged else stands
    meant = writing.meant(form, text)
    forms.save(form, "Gem deltagere og næste møde",
               lambda once: recording.write_details(
                   data.engine(), _number(desk), participants=text, next_on=next_on, viewer=viewer, contact_ok=meant,
                   based_on=based_on.id if based_on else None, seen=desk.version, once=once),
               done="Deltagere og næste møde er gemt.", content=(text, next_on, based_on), alone=False)


def _begun(desk: Desk, form: Form) -> Detailed | None:
    """What the fields were begun from: what stands now, unless something of one's own is typed."""
    begun = forms.begun(form)
    if STANDS not in begun or not _details_typed(desk):
        begun[STANDS] = desk.details
        for key, value in zip(map(form.key, DETAILS), _parts(desk.details), strict=True):
            if st.session_state.get(key) != value:  # a field that is set anew loses what is being typed in it
                st.session_state[key] = value
    stands: Detailed | None = begun[STANDS]
    return stands


def _next_meeting(desk: Desk, form: Form) -> date | None:
    """The day of the next meeting; where there is none to choose, that is said."""
    first = desk.held_on + timedelta(days=1)
    last = desk.days[1]
    if first > last:
        st.caption("Der er ingen senere dag at vælge til det næste møde.")
        return None
    return st.date_input("Næste møde (må være tomt)", None, min_value=first, max_value=last,
                         format=pickers.DAY_FORMAT, key=form.key("next"))


def _seen(written: Detailed) -> bool:
    """Whether the writer has taken in what somebody else wrote of it meanwhile."""
    layout.note(f"Deltagere og næste møde er skrevet om af {written.by} den {moment(written.at)}. Tag det med i "
                "din tekst:")
    agenda_view.words(parts.who(written))
    return st.checkbox("Min tekst tager højde for det nye", key=f"details_merged_{written.id}")


def _details_form(desk: Desk) -> Form:
    return forms.form("details", desk.meeting)


def _details_typed(desk: Desk) -> bool:
    """Whether participants or a next day are typed that are neither those that were begun from nor those that stand."""
    form = _details_form(desk)
    begun = _parts(forms.begun(form).get(STANDS, desk.details))
    typed = tuple(st.session_state.get(form.key(part), known) for part, known in zip(DETAILS, begun, strict=True))
    return typed not in (begun, _parts(desk.details))


def _parts(details: Detailed | None) -> tuple[str, date | None]:
    """What the fields say of it; of nothing written they are empty."""
    return (details.participants, details.next_on) if details else ("", None)


def _notes_form(desk: Desk) -> Form:
    return forms.form("notes", desk.meeting)


def _unsaved(desk: Desk) -> str:
    """What is typed but not saved, and would be lost by closing; "" when nothing is.

    A field is worth emptying only where nothing is saved: else the empty one is another than what is.
    """
    noted = desk.notes.text if desk.notes else ""
    typed = st.session_state.get(_notes_form(desk).key("text"), "") != noted
    unsaved = {words: saved for words, there, saved in (
        ("noterne", typed, bool(noted)),
        ("deltagere og næste møde", _details_typed(desk), any(_parts(desk.details))),
        ("den nye aftale", agreement_forms.begun(desk), False)) if there}
    return f"Gem først {listing(unsaved)}{'' if any(unsaved.values()) else ', eller tøm feltet'}." if unsaved else ""


def _minutes(agenda: Agenda, closed_by: str = "") -> bytes:
    from model.documents import minutes  # what writes Word files takes longer than the page does

    status = minutes.closing_line(today(), closed_by) if closed_by else minutes.DRAFT
    return minutes.minutes_docx(agenda, status=status, made=today())


def closing(desk: Desk, agenda: Agenda, *, viewer: Viewer) -> None:
    """Folded: the minutes as a draft, and the button that closes the meeting with the very figures shown."""
    folded = st.expander("Luk mødet, og gem referatet", key="close_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption("Referatet er et Word-dokument med netop de tal og tekster, der står på siden.")
        _closing(desk, agenda, viewer=viewer)


def _closing(desk: Desk, agenda: Agenda, *, viewer: Viewer) -> None:
    downloads.file_button("Hent udkast til referat (Word)",
                          lambda: _minutes(agenda), f"udkast_{file_names.minutes(agenda)}", downloads.DOCX,
                          right=export.of(desk.unit))
    if desk.held_on > today():
        st.caption(f"Mødet kan lukkes fra den {day(desk.held_on)}.")
        return
    form = forms.form("close", desk.meeting)
    sure = st.checkbox("Mødet er slut, og referatet skal ligge fast", key=form.key("sure"))
    lacking = _unsaved(desk) or ("" if viewer.function else recording.WHO)
    forms.save(form, "Luk mødet og gem referatet", lambda once: _close(desk, agenda, once, viewer=viewer),
               done="Mødet er lukket, og referatet er gemt.", content=(), alone=False,
               ready=sure and not lacking, primary=True)
    st.caption(lacking or "Et lukket møde kan ikke åbnes igen. Det kan altid læses, som det var.")


def _close(desk: Desk, agenda: Agenda, once: Once, *, viewer: Viewer) -> None:
    with st.spinner("Laver referatet …"):
        document = _minutes(agenda, closed_by=viewer.function)
    recording.close_meeting(data.engine(), _number(desk), month=agenda.month, figures=to_data(agenda),
                            document=document, viewer=viewer, seen=desk.version, once=once)


def withdrawal(desk: Desk, *, viewer: Viewer) -> None:
    """A meeting that came to nothing."""
    folded = st.expander("Aflys mødet", key="withdraw_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption("Et aflyst møde forsvinder fra listen og kalenderen. Skal det flyttes, så åbn det på den nye dag.")
        forms.save(forms.form("withdraw", desk.meeting), "Aflys mødet",
                   lambda once: recording.withdraw_meeting(data.engine(), _number(desk), viewer=viewer,
                                                           seen=desk.version, once=once),
                   done="Mødet er aflyst.", content=(), alone=False)


def _number(desk: Desk) -> int:
    if desk.meeting is None:
        raise LookupError("no meeting has been opened on that day")
    return desk.meeting
