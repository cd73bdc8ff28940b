"""Writing a story: a draft first, read through before it is published, and withdrawn without being deleted."""

from datetime import date

import streamlit as st

from model.access.rights import Action
from model.basics.formatting import day
from model.programmes.words import SHORT
from model.store.tables.meetings import DRAFT, PUBLISHED, WITHDRAWN
from model.subjects.stories.figures.stories import StandingStory
from model.writing import stories as recording
from pages.shared import data, forms, reach, record_form, writing
from pages.shared.forms import Form
from pages.shared.viewer import allowed
from pages.stories.tellers import Tellers

NEW = "Ny historie"
OTHERS_PUBLISH = (f"{SHORT} læser kladden igennem og udgiver den. Skal en historie, der er udgivet, rettes, så bed "
                  f"{SHORT} trække den tilbage: så kan du rette den her, og den skal udgives igen.")
DONE = {DRAFT: "Historien er gemt som kladde.",
        PUBLISHED: "Historien er udgivet.", WITHDRAWN: "Historien er trukket tilbage. Den kan udgives igen."}


def panel(tellers: Tellers, *, as_of: date | None, version: int) -> None:
    """»Skriv eller ret en historie«: folded until asked for, closed while an earlier day is shown."""
    if not tellers.own:
        reach.only_others(f"skrive historier om {tellers.many}", Action.WRITE)
        return
    folded = st.expander("Skriv eller ret en historie", key="story_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(as_of):
                _form(tellers, version)


def _form(tellers: Tellers, version: int) -> None:
    publishes = allowed(Action.PUBLISH)
    known = {story.number: story for every in tellers.by_state.values() for story in every
             if tellers.whose(story) in tellers.own and (publishes or story.state != PUBLISHED)}
    labels = {0: NEW} | {number: _label(story) for number, story in known.items()}
    choosing = forms.form("story")
    number = st.selectbox("Historie", list(labels), key=choosing.key("number"), format_func=labels.__getitem__)
    stands = known.get(number)
    about = f"{stands.number}_{stands.at:%Y%m%d%H%M%S%f}" if stands else "new"
    form = forms.form("story", about if tellers.part == "jobcenter" else f"{tellers.programme}_{about}")
    wish = _wish(tellers, stands, form)
    viewer = writing.writer()
    texts = (wish["title"], wish["description"], wish["partners"], wish["theme"])
    meant = writing.meant(form, *texts)
    read = publishes and st.checkbox("Jeg har læst teksten igennem: ingen borger kan genkendes i den",
                                     key=form.key("read"))
    pressed = _pressed(stands, form, read, begun=any(texts))
    if pressed:
        forms.begun(form)["state"] = pressed
    state = forms.begun(form).get("state", "")
    forms.finish(form, lambda once: recording.write_story(
        data.engine(), **wish, programme=tellers.programme, state=state, viewer=viewer, number=number or None,
        read_through=read, contact_ok=meant, seen=version, once=once), pressed=bool(pressed), done=DONE.get(state, ""),
        content=(wish, state) if stands else wish, alone=stands is None)
    forms.receipt(choosing)


def _wish(tellers: Tellers, stands: StandingStory | None, form: Form) -> dict:
    """The story as a person wants it. The form is about the version it starts from: another has fresh fields."""
    places = tellers.own
    whose = tellers.whose(stands) if stands else ""
    place = st.selectbox(tellers.label, list(places), format_func=places.__getitem__, key=form.key("place"),
                         index=list(places).index(whose) if whose in places else 0)
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
    return {tellers.part: place or None, "title": title, "description": text, "partners": partners, "theme": theme}


def _pressed(stands: StandingStory | None, form: Form, read: bool, *, begun: bool) -> str:
    """The state that was asked for; "" when no button was. begun: something is written."""
    with st.container(horizontal=True):
        draft = st.button("Gem som kladde", key=form.key("draft"), disabled=not begun)
        publishes = allowed(Action.PUBLISH)
        publish = publishes and st.button("Udgiv", key=form.key("publish"), type="primary",
                                          disabled=not (read and begun))
        withdraw = (publishes and stands is not None and stands.state == PUBLISHED
                    and st.button("Træk tilbage", key=form.key("withdraw")))
    st.caption("En kladde vises kun i denne formular. Intet slettes: hver udgave gemmes."
               f"{'' if publishes else f' {OTHERS_PUBLISH}'}")
    return DRAFT if draft else PUBLISHED if publish and read else WITHDRAWN if withdraw else ""


def _label(story: StandingStory) -> str:
    return f"{story.title} ({story.state}, {story.place}, {day(story.at)})"
