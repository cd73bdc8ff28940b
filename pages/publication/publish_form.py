"""The form that publishes: a note that the public sees, who does it, and one button that needs no second click.

The button remembers what it was drawn beside: where that is no longer what would be told, nothing is published.
"""

from contextlib import nullcontext

import streamlit as st

from model.access.viewer import ANYBODY, Viewer
from model.basics.formatting import month_long, number
from model.basics.free_text import RecordRefused, personal
from model.publishing import editions
from model.publishing.edition import Edition
from model.publishing.fresh import nothing_new
from model.store.once import Once
from pages.shared import address, data, forms, layout, next_edition, writing
from pages.shared.escaping import escape
from pages.shared.forms import Form
from pages.shared.navigation import GUIDE, PUBLICATION_DAY

MOVED = ("Tallene er ændret, siden siden blev vist for dig. Der er ikke offentliggjort noget, og det, du har skrevet, "
         "står her endnu. Se, hvad der er nyt nu, og tryk igen.")
NOT_PUBLISHED = "Der er ikke offentliggjort noget"
PUBLIC_NOTE = "Bemærkningen er offentlig. Skriv den uden navne, mailadresser, telefonnumre og CPR-numre."
AT_ONCE = "Der offentliggøres med det samme. Det kan trækkes tilbage, men det, der er fortalt, er kendt."
HELP = "Udgivelsesdagen trin for trin"
SEEN = "seen"
ASKED = f"Bemærkning, som offentligheden ser (kan udelades, højst {number(editions.LONGEST_NOTE)} tegn)"


def panel(made: Edition) -> None:
    """What is written, and the button; where there is nothing new why there is none."""
    form, something = forms.form("publish"), next_edition.worth(made)
    layout.finding("Offentliggør")
    if not something:
        layout.empty(nothing_new(made))
    _help()  # over the button: where that was pressed there is nothing to press when it is gone
    seen = forms.begun(form).get(SEEN)
    asked = something or seen is not None or bool(st.session_state.get(form.key("note")))  # what is typed is not lost
    note, viewer = _written(form) if asked else ("", ANYBODY)
    if something:
        st.button(f"Offentliggør {month_long(made.heading.month)}", key=form.key("save"), type="primary",
                  on_click=_press, args=(form, next_edition.state(made.heading.month)))
    _finish(form, made, seen, note=note, viewer=viewer)
    if something:
        st.caption(AT_ONCE)


def _written(form: Form) -> tuple[str, Viewer]:
    note = st.text_area(ASKED, key=form.key("note"), height=76,
                        max_chars=editions.LONGEST_NOTE, persist_state="page",
                        placeholder="fx »Tal for to jobcentre mangler endnu«").strip()
    if personal(note):
        layout.answer(PUBLIC_NOTE)
    return note, writing.writer()


def _press(form: Form, seen: tuple[int, str]) -> None:
    """Note what was on the page when the button was pressed; one that is no longer there says nothing."""
    if forms.form("publish") == form:
        forms.begun(form)[SEEN] = seen


def _finish(form: Form, made: Edition, seen: tuple[int, str] | None, *, note: str, viewer: Viewer) -> None:
    month, version = made.heading.month, data.version()
    newest, state = next_edition.state(month)

    def write(once: Once) -> None:
        if personal(note):
            raise RecordRefused(PUBLIC_NOTE)
        if seen is not None and seen[0] == newest and seen[1] != state:
            raise RecordRefused(MOVED)
        editions.publish(data.engine(), data.everything(), month, viewer=viewer, note=note,
                         newest=seen[0] if seen else newest, seen=version, once=once, made=made)

    done = (f"Udgivelse {number(newest + 1)} er offentliggjort: {next_edition.fresh(made).added.words} til og med "
            f"{month_long(month)}.")
    with st.spinner("Offentliggør …") if seen else nullcontext():
        forms.finish(form, write, pressed=seen is not None, done=done, content=(month, note), alone=False,
                     refused=NOT_PUBLISHED, others=MOVED)
    forms.begun(form).pop(SEEN, None)


def _help() -> None:
    """The way to help, which the form has room for over its fields."""
    st.html(f'<p class="fd-line"><a href="{escape(address.link(GUIDE, fane=PUBLICATION_DAY))}">{HELP}</a></p>')
