"""Who is to be reminded of a month: a mail to each, and that it has been sent."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import month_key, month_long, today
from model.intake import history
from model.snapshot.snapshot import Snapshot
from model.store import statements
from model.store.database import readable
from model.store.tables.reminders import Reminder
from model.subjects.reporting.figures.reminded import Reminded, reminded
from model.subjects.reporting.figures.reminders import Mail, reminder
from model.subjects.reporting.words import reminding
from model.writing.reminders import record_reminder, withdraw_reminder
from pages.shared import address, data, forms, layout, reach, writing
from pages.shared.escaping import escape

OTHERS = "Ingen af de jobcentre, der mangler tal, er blandt dem, din adgang gælder."
SHOWN = 6  # rows; the rest when all are asked for
HOW = ("»Skriv mail« åbner mailen i dit eget mailprogram, hvor du selv vælger modtageren. Notér bagefter, at den er "
       "sendt, så ingen rykker to gange.")


def panel(snapshot: Snapshot, month: date) -> None:
    """A row for each jobcenter that lacks figures of the month, and the mail's text to copy."""
    lacking = reminding.lacking(snapshot, month)
    if not lacking:
        _nobody(snapshot, month)
        return
    sent = reminded(_stated(snapshot), month)
    layout.finding(reminding.title(month, due=len(lacking), sent=len(sent.keys() & lacking)),
                   " ".join(filter(None, (reminding.deadline(), reminding.older_gaps(snapshot, month)))))
    own = reach.among(lacking, Action.WRITE)
    viewer = None if snapshot.as_of is not None or not own else _writer()
    every = len(lacking) <= SHOWN or st.session_state.get("all_to_remind", False)
    for code in list(lacking)[:None if every else SHOWN]:
        _row(snapshot, code, month, label=lacking[code], sent=sent.get(code, ()), viewer=viewer, is_own=code in own)
    if len(lacking) > SHOWN:
        st.toggle(history.show_all(len(lacking)), key="all_to_remind")
    if own:
        _text(snapshot, month, own)
    else:
        st.caption(OTHERS)


def _stated(snapshot: Snapshot) -> pd.DataFrame:
    """Everything written of reminders by the day that is shown."""
    with readable(), Session(data.engine()) as session:
        return statements.stated(session, Reminder, as_of=snapshot.as_of, programme=snapshot.programme)


def _nobody(snapshot: Snapshot, month: date) -> None:
    """Why nobody is to be reminded, and the way to the month where somebody is."""
    layout.finding(reminding.nobody_to_remind(snapshot, month), reminding.older_gaps(snapshot, month))
    first = reminding.first_to_remind(snapshot, month)
    if first is not None:
        st.button(f"Vis {month_long(first)}, hvor der mangler tal", key="month_with_gaps", type="tertiary",
                  on_click=st.query_params.__setitem__, args=(address.MONTH, month_key(first)))


def _writer() -> Viewer:
    how, who = st.columns([3, 2], vertical_alignment="center", gap="large")
    with who:
        viewer = writing.writer()
    how.caption(HOW if viewer.function else f"{HOW} Skriv først, hvem du er.")
    return viewer


def _row(snapshot: Snapshot, code: str, month: date, *, label: str, sent: Sequence[Reminded],
         viewer: Viewer | None, is_own: bool) -> None:
    """One jobcenter: what it lacks, when it was reminded, and to who may remind it its mail and the buttons; none on an
    earlier day.
    """
    name, mail = str(snapshot.jobcenters.loc[code, "name"]), _mail(snapshot, code, month) if is_own else None
    link = "" if mail is None else f'<a href="{escape(mail.address)}">Skriv mail til {escape(name)}</a>'
    with st.container(horizontal=True, vertical_alignment="center", key=f"remind_{code}"):
        st.html(f'<div class="fi-remind"><p class="fi-term"><strong>{escape(label)}</strong><br>'
                f'<span class="fi-quiet">{escape(reminding.sent_words(sent))}</span></p>{link}</div>', width="stretch")
        if viewer is not None and is_own:
            _buttons(name, code, month, sent=sent, viewer=viewer)


def _mail(snapshot: Snapshot, code: str, month: date) -> Mail | None:
    return reminder(snapshot, code, month, link=address.public("indlaes", **{address.MONTH: month_key(month)}))


def _buttons(name: str, code: str, month: date, *, sent: Sequence[Reminded], viewer: Viewer) -> None:
    """That the mail has been sent, once a day, and that the last one was not."""
    if not sent or sent[-1].on < today():
        forms.save(forms.form("reminder", f"{code}_{month_key(month)}"),
                   "Jeg har sendt den igen" if sent else "Jeg har sendt den",
                   lambda once: record_reminder(data.engine(), jobcenter=code, month=month, viewer=viewer, once=once),
                   done=f"Noteret: {name} er rykket for {month_long(month)}.", content=(), alone=False,
                   ready=bool(viewer.function))
    if sent:
        forms.save(forms.form("unsent", sent[-1].id), "Den blev ikke sendt",
                   lambda once: withdraw_reminder(data.engine(), sent[-1].id, viewer=viewer, once=once),
                   done=f"Noteret: {name} blev ikke rykket den dag.", content=(), alone=False,
                   ready=bool(viewer.function))


def _text(snapshot: Snapshot, month: date, lacking: Mapping[str, str]) -> None:
    """The mail as text, for who writes it elsewhere."""
    folded = st.expander("Kopiér mailens tekst i stedet", key="reminder_text", on_change="rerun")
    if not folded.open:
        return
    with folded:
        code = st.selectbox("Jobcenter", list(lacking), format_func=lacking.__getitem__, key="reminder_to")
        if mail := _mail(snapshot, code, month):
            st.code(mail.whole, language=None, wrap_lines=True)
