"""The forms of an open meeting: open it, confirm, follow up, agree, note, close; each says what it did or why not."""

from datetime import date
from functools import partial

import streamlit as st

from model import meetings as recording
from model.exports import minutes
from model.formatting import day, listing, moment, today
from model.indicators import meeting as meetings
from model.indicators.meeting import Agenda
from model.indicators.meeting.since import facts
from pages.meetings import writing
from pages.meetings.desk import DAY, Desk
from pages.shared import data, downloads, layout, pickers


def opening(desk: Desk, *, by: str) -> None:
    """The button that opens the meeting on the chosen day."""
    if not by:
        st.caption("Skriv først, hvem du er.")
    if st.button("Åbn mødet", key="meeting_open", type="primary", disabled=not by):
        st.query_params[DAY] = desk.held_on.isoformat()
        writing.save(partial(recording.open_meeting, data.engine(), jobcenter=desk.code, held_on=desk.held_on, by=by,
                             seen=desk.version), done=f"Mødet med {desk.name} den {day(desk.held_on)} er åbnet.")


def confirmation(desk: Desk, month: date) -> None:
    """»Bekræftet af jobcentret«: who in the jobcenter says that the figures are right."""
    folded = st.expander("Bekræftet af jobcentret", key="confirm_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption("Før mødet: jobcentret har set sine tal og siger god for dem. Hvilke tal det var, bliver gemt.")
        key = f"confirm_by_{desk.meeting}"
        who = st.text_input("Bekræftet af (funktion i jobcentret)", key=key, max_chars=80, live=True,
                            placeholder="fx »jobcenterchefen«")
        if st.button("Gem bekræftelsen", key="confirm_save"):
            stated = [list(fact) for fact in facts(desk.then, desk.code, month)]
            writing.save(partial(recording.confirm_figures, data.engine(), _number(desk), month=month, figures=stated,
                                 by=who, seen=desk.version), done="Bekræftelsen er gemt.", clear=[key])


def follow_up(labels: dict[int, str], *, on: date, version: int, by: str | None = None) -> None:
    """How far an agreement is; ``labels`` by its id, ``on`` the day to begin with. ``by`` None: asked for here."""
    if not labels:
        return
    folded = st.expander("Skriv status på en aftale", key="status_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        chosen = st.selectbox("Aftale", list(labels), format_func=labels.__getitem__, key="status_agreement")
        left, right = st.columns(2)
        status = left.selectbox("Status", recording.STATUSES, index=1, key="status_word")
        when = right.date_input("På dagen", value=min(on, today()), format=pickers.DAY_FORMAT, key="status_day",
                                max_value=today())
        note = st.text_input("Bemærkning (må være tom)", key="status_note", max_chars=recording.LONGEST_LINE,
                             live=True, help=writing.QUIET)
        who = writing.by() if by is None else by
        meant = writing.meant("status", note)
        if st.button("Gem status", key="status_save"):
            writing.save(partial(recording.record_status, data.engine(), chosen, status=status, on=when, note=note,
                                 by=who, contact_ok=meant, seen=version), done="Status er gemt.",
                         clear=["status_note"])


def agreement(desk: Desk, *, by: str) -> None:
    """A new agreement: what, which function and by when."""
    folded = st.expander("Skriv en ny aftale", key="agree_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        text = st.text_input("Hvad er aftalt?", key="agree_text", max_chars=recording.LONGEST_LINE, live=True,
                             placeholder="fx »Åbne to centre mere inden sommerferien«", help=writing.QUIET)
        left, right = st.columns(2)
        responsible = left.text_input("Ansvarlig funktion", key="agree_responsible", max_chars=120, live=True,
                                      placeholder="fx »jobcenterchefen« eller »BRM«")
        last = recording.meeting_days(desk.now.figures_from, desk.now.ends)[1]
        due = right.date_input("Frist", value=None, min_value=desk.held_on, max_value=max(desk.held_on, last),
                               format=pickers.DAY_FORMAT, key="agree_due")
        meant = writing.meant("agree", text, responsible)
        if st.button("Gem aftalen", key="agree_save"):
            writing.save(partial(recording.agree, data.engine(), _number(desk), text=text, responsible=responsible,
                                 due=due, by=by, contact_ok=meant, seen=desk.version), done="Aftalen er gemt.",
                         clear=["agree_text", "agree_responsible", "agree_due"])
        st.caption("En aftale ændres ikke. Er den skrevet forkert, så giv den status »bortfaldet«, og skriv en ny.")


def notes(desk: Desk, *, by: str) -> None:
    """The notes: what was written last, to write on from; another's words in between are never overwritten."""
    base, field = f"notes_base_{desk.meeting}", _notes_field(desk)
    stands = (desk.notes.id if desk.notes else None, desk.notes.text if desk.notes else "")
    begun = st.session_state.get(base)
    if begun is None or st.session_state.get(field, begun[1]) == begun[1]:  # nothing of one's own is typed
        begun = st.session_state[base] = stands
        st.session_state[field] = stands[1]
    text = st.text_area("Noter fra mødet", key=field, max_chars=recording.LONGEST_NOTES, height=180,
                        help=writing.QUIET)
    based_on = stands[0] if begun == stands or _merged(desk) else begun[0]
    meant = writing.meant("notes", text)
    if st.button("Gem noterne", key="notes_save"):
        writing.save(partial(recording.write_notes, data.engine(), _number(desk), text=text, by=by, based_on=based_on,
                             contact_ok=meant, seen=desk.version), done="Noterne er gemt.", clear=[base])


def _merged(desk: Desk) -> bool:
    """Whether the writer has taken in what somebody else wrote meanwhile."""
    if desk.notes is None:
        return True
    layout.note(f"Noterne er skrevet om af {desk.notes.by} den {moment(desk.notes.at)}. De står oven for feltet. "
                "Tag dem med i din tekst.")
    return st.checkbox("Min tekst tager højde for de nye noter", key=f"notes_merged_{desk.notes.id}")


def _notes_field(desk: Desk) -> str:
    return f"notes_{desk.meeting}"


def _unsaved(desk: Desk) -> str:
    """What is typed but not saved, and would be lost by closing; "" when nothing is."""
    typed = st.session_state.get(_notes_field(desk), "") != (desk.notes.text if desk.notes else "")
    agreed = bool(st.session_state.get("agree_text", ""))
    found = [words for words, there in (("noterne", typed), ("den nye aftale", agreed)) if there]
    return f"Gem først {listing(found)}, eller tøm feltet." if found else ""


def closing(desk: Desk, agenda: Agenda, *, by: str) -> None:
    """The minutes as a draft, and the button that closes the meeting with the very figures shown."""
    downloads.file_button("Hent udkast til referat (Word)",
                          lambda: minutes.minutes_docx(agenda, status=minutes.DRAFT, made=today()),
                          f"udkast_{minutes.file_name(agenda)}", minutes.MIME)
    if desk.held_on > today():
        st.caption(f"Mødet kan lukkes fra den {day(desk.held_on)}.")
        return
    sure = st.checkbox("Mødet er slut, og referatet skal ligge fast", key=f"close_sure_{desk.meeting}")
    lacking = _unsaved(desk) or ("" if by else recording.WHO)
    ready = sure and not lacking
    if st.button("Luk mødet og gem referatet", key="meeting_close", type="primary", disabled=not ready) and ready:
        _close(desk, agenda, by=by)
    st.caption(lacking or "Et lukket møde kan ikke åbnes igen. Det kan altid læses, som det var.")


def _close(desk: Desk, agenda: Agenda, *, by: str) -> None:
    with st.spinner("Laver referatet …"):
        document = minutes.minutes_docx(agenda, status=minutes.closing_line(today(), by), made=today())
    writing.save(partial(recording.close_meeting, data.engine(), _number(desk), month=agenda.month,
                         figures=meetings.to_data(agenda), document=document, by=by, seen=desk.version),
                 done="Mødet er lukket, og referatet er gemt.")


def withdrawal(desk: Desk, *, by: str) -> None:
    """A meeting that came to nothing."""
    folded = st.expander("Aflys mødet", key="withdraw_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption("Et aflyst møde forsvinder fra listen og kalenderen. Skal det flyttes, så åbn det på den nye dag.")
        if st.button("Aflys mødet", key="withdraw_save"):
            writing.save(partial(recording.withdraw_meeting, data.engine(), _number(desk), by=by, seen=desk.version),
                         done="Mødet er aflyst.")


def _number(desk: Desk) -> int:
    if desk.meeting is None:
        raise LookupError("no meeting has been opened on that day")
    return desk.meeting
