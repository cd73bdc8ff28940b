"""Writing a story: a draft first, read through before it is published, and withdrawn without being deleted."""

import streamlit as st

from model.basics.formatting import day
from model.snapshot.snapshot import Snapshot
from model.store.tables.meetings import DRAFT, PUBLISHED, WITHDRAWN
from model.subjects.stories.figures import stories
from model.subjects.stories.figures.stories import REGION, Told
from model.writing import stories as recording
from pages.shared import data, forms, pickers, record_form, writing
from pages.shared.forms import Form

NEW = "Ny historie"
DONE = {DRAFT: "Historien er gemt som kladde.",
        PUBLISHED: "Historien er udgivet.", WITHDRAWN: "Historien er trukket tilbage. Den kan udgives igen."}


def panel(snapshot: Snapshot, *, version: int) -> None:
    """»Skriv eller ret en historie«: folded until asked for, closed while an earlier day is shown."""
    folded = st.expander("Skriv eller ret en historie", key="story_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(snapshot.as_of):
                _form(snapshot, version)


def _form(snapshot: Snapshot, version: int) -> None:
    known = {story.number: story for state in (DRAFT, PUBLISHED, WITHDRAWN)
             for story in stories.stories(snapshot, state)}
    labels = {0: NEW} | {number: _label(story) for number, story in known.items()}
    choosing = forms.form("story")
    number = st.selectbox("Historie", list(labels), key=choosing.key("number"), format_func=labels.__getitem__)
    stands = known.get(number)
    form = forms.form("story", f"{stands.number}_{stands.at:%Y%m%d%H%M%S%f}" if stands else "new")
    wish = _wish(snapshot, stands, form)
    viewer = writing.writer()
    texts = (wish["title"], wish["description"], wish["partners"], wish["theme"])
    meant = writing.meant(form, *texts)
    read = st.checkbox("Jeg har læst teksten igennem: ingen borger kan genkendes i den", key=form.key("read"))
    pressed = _pressed(stands, form, read, begun=any(texts))
    if pressed:
        forms.begun(form)["state"] = pressed
    state = forms.begun(form).get("state", "")
    forms.finish(form, lambda once: recording.write_story(
        data.engine(), **wish, state=state, viewer=viewer, number=number or None, read_through=read, contact_ok=meant,
        seen=version, once=once), pressed=bool(pressed), done=DONE.get(state, ""),
        content=(wish, state) if stands else wish, alone=stands is None)
    forms.receipt(choosing)


def _wish(snapshot: Snapshot, stands: Told | None, form: Form) -> dict:
    """The story as a person wants it. The form is about the version it starts from: another has fresh fields."""
    names = {"": REGION} | dict(pickers.jobcenter_words(snapshot))
    place = st.selectbox("Jobcenter", list(names), format_func=names.__getitem__, key=form.key("place"),
                         index=list(names).index((stands.jobcenter if stands else None) or ""))
    title = st.text_input("Titel", stands.title if stands else "", key=form.key("title"), live=True,
                          max_chars=recording.LONGEST_TITLE, placeholder="fx »Fra kantine til fast arbejde«")
    text = writing.area("Historien", stands.description if stands else "", key=form.key("text"), height=180,
                        longest=recording.LONGEST_TEXT)
    left, right = st.columns(2)
    partners = left.text_input("Samarbejdspartnere", stands.partners if stands else "", live=True,
                               key=form.key("partners"), max_chars=recording.LONGEST_LINE,
                               placeholder="fx »en lokal byggevirksomhed«")
    theme = right.text_input("Tema", stands.theme if stands else "", key=form.key("theme"), live=True,
                             max_chars=80, placeholder="fx »Mentorer«")
    return {"jobcenter": place or None, "title": title, "description": text, "partners": partners, "theme": theme}


def _pressed(stands: Told | None, form: Form, read: bool, *, begun: bool) -> str:
    """The state that was asked for; "" when no button was. begun: something is written."""
    with st.container(horizontal=True):
        draft = st.button("Gem som kladde", key=form.key("draft"), disabled=not begun)
        publish = st.button("Udgiv", key=form.key("publish"), type="primary", disabled=not (read and begun))
        withdraw = (stands is not None and stands.state == PUBLISHED
                    and st.button("Træk tilbage", key=form.key("withdraw")))
    st.caption("En kladde vises kun i denne formular. Intet slettes: hver udgave gemmes.")
    return DRAFT if draft else PUBLISHED if publish and read else WITHDRAWN if withdraw else ""


def _label(story: Told) -> str:
    return f"{story.title} ({story.state}, {story.place}, {day(story.at)})"
