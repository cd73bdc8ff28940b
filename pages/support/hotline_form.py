"""Forms for the hotline: a new enquiry, and the answer to one that is open."""

from datetime import date
from typing import Any

import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import today
from model.programmes.current import HOTLINE_OPENS
from model.snapshot.snapshot import Snapshot
from model.subjects.support.charts import support as charts
from model.subjects.support.figures import hotline
from model.subjects.support.words import hotline as findings
from pages.shared import forms, layout, pickers, reach, record_form, writing
from pages.shared.forms import Form

BY_DATE, OTHER = "Efter datoen", "Et andet tema"
ANSWERERS = (BY_DATE, *hotline.answerers())
QUIET = "Skriv ikke noget om enkelte borgere: ingen navne, CPR-numre, mailadresser eller telefonnumre."
OTHERS = "Ingen af de henvendelser, der venter på svar, er fra dem, din adgang gælder."
LONGEST = 1000  # characters of a question or an answer


def new(snapshot: Snapshot, *, viewer: Viewer) -> None:
    """One enquiry; its number is the next unless another free one is typed."""
    form = forms.form("enquiry")
    left, right = st.columns(2)
    # Without a key of its own the field follows the next number when somebody else has just taken one.
    number = left.number_input("Henvendelse nr.", value=hotline.next_number(snapshot), min_value=1, step=1)
    asked = right.date_input("Dato", value=today(), min_value=HOTLINE_OPENS, max_value=today(),
                             format=pickers.DAY_FORMAT, key=form.key("asked"))
    code = reach.jobcenter(snapshot, Action.UPLOAD, key=form.key("jobcenter"), place=left)
    theme = _theme(snapshot, right, form)
    question = writing.area("Spørgsmål", key=form.key("question"), longest=LONGEST, height=90, advice=QUIET)
    said = {"dato": asked, "jobcenter": code, "tema": theme, "spoergsmaal": question, **_answered(form, since=asked)}
    if taken := findings.number_taken(snapshot, int(number)):
        layout.note(taken)
    elif lacking := findings.enquiry_lacks(asked, code, theme):
        st.caption(lacking)
    else:
        record_form.save(form, hotline.DATASET, [{"henvendelse": int(number), **said}], same=said, viewer=viewer,
                         name=f"Henvendelse nr. {number}", done=f"Henvendelse nr. {number} er gemt.",
                         button="Gem henvendelsen")
    forms.receipt(form)


def answer(snapshot: Snapshot, *, viewer: Viewer) -> None:
    """The answer to an enquiry that is open, oldest first."""
    waiting = reach.rows(hotline.unanswered(snapshot), Action.UPLOAD).set_index("number")
    if waiting.empty and not hotline.unanswered(snapshot).empty:
        layout.empty(OTHERS)
        return
    if waiting.empty:
        layout.empty(f"{findings.open_title(snapshot)}.")
        return
    labels = {int(number): charts.waiting_label(int(number), row["place"], row["theme"], _day(row["asked_on"]))
              for number, row in waiting.iterrows()}
    choosing = forms.form("answer")
    number = st.selectbox("Henvendelse", list(labels), format_func=labels.__getitem__, key=choosing.key("enquiry"))
    row, form = waiting.loc[number], forms.form("answer", number)
    st.caption(row["question"] or "Spørgsmålet er ikke skrevet ned.")
    stated = {"henvendelse": number, **_answered(form, since=_day(row["asked_on"]), when=today())}
    if stated["besvaret"] is None:
        st.caption("Skriv først, hvornår henvendelsen blev besvaret.")
    else:
        record_form.save(form, hotline.DATASET, [stated], name=f"Svar på henvendelse nr. {number}", viewer=viewer,
                         done=f"Svaret på henvendelse nr. {number} er gemt.", button="Gem svaret")
    forms.receipt(choosing)


def _theme(snapshot: Snapshot, place: Any, form: Form) -> str | None:
    known = [theme for theme in hotline.by_theme(snapshot).index if theme is not None]
    chosen: str | None = place.selectbox("Tema", [*known, OTHER], index=None, key=form.key("theme"),
                                         placeholder="Vælg tema")
    if chosen != OTHER:
        return chosen
    typed: str = place.text_input("Temaet med få ord", key=form.key("theme_typed"), max_chars=80, live=True, help=QUIET)
    return typed.strip() or None


def _answered(form: Form, *, since: date | None, when: date | None = None) -> dict[str, Any]:
    """The three fields of an answer, as the dataset's parts name them."""
    left, right = st.columns(2)
    first = max(HOTLINE_OPENS, since or HOTLINE_OPENS)
    answered = left.date_input("Besvaret den", value=when, min_value=min(first, today()), max_value=today(),
                               format=pickers.DAY_FORMAT, key=form.key("answered"))
    by = right.selectbox("Besvaret af", ANSWERERS, key=form.key("by"), disabled=answered is None,
                         help=f"{findings.taking_turns()}, hvis andet ikke er valgt.")
    text = writing.area("Svar", key=form.key("text"), longest=LONGEST, height=90, advice=QUIET)
    return {"besvaret": answered, "besvaret_af": None if by == BY_DATE or answered is None else by, "svar": text}


def _day(when: Any) -> date | None:
    return None if when is None or when != when else when.date()
