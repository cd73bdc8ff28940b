"""The plan's activities: an index of the pages that show them, what was changed in it, and the form that changes it."""

from typing import Annotated, Any

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.access.rights import Action
from model.basics.formatting import capital
from model.programmes.current import PLAN
from model.programmes.plan import Subject
from model.programmes.words import ITS, ITSELF, SHORT
from model.snapshot.snapshot import Snapshot
from model.store.statements import stated
from model.store.tables.activities import Activity
from model.subjects.calendar.figures import plan
from model.subjects.support.words import contact
from model.writing import recording
from pages.calendar import site_updates
from pages.shared import address, data, drawing, forms, layout, pickers, reach, record_form, writing
from pages.shared.forms import Form
from pages.shared.navigation import SHOWN

ADDRESSES: dict[Subject, str] = {"courses": "kurser", "mentor_courses": "kurser", "goals": "",
                                 "hotline": "raadgivning", "counselling": "raadgivning"}
TITLES = {entry.address: entry.title for entry in SHOWN}
PAGES = {about: (TITLES[address], address) for about, address in ADDRESSES.items()}
SHOWN_ON = {activity.number: PAGES[activity.about] for activity in PLAN.activities if activity.about in PAGES}
TAB = "Aktivitetsplan"
UNPLANNED = f"Der er ingen aktivitetsplan for {ITSELF}."
NOWHERE, BELOW = "ikke i Fremdrift", "herunder"  # the website's is what has been published
TITLE = f"{capital(ITS)} aktiviteter"
SAVED = "Ændringen er gemt. Planen gælder sådan fra nu af på alle sider."
INTRO = "Titlen fører til den side, hvor aktiviteten følges. Aktivitetsplanen tilpasses ændringer og behov undervejs."
APPEND_ONLY = "Ændringen bliver en ny linje. Vil du tilbage, så skriv det gamle igen: intet slettes."


def show(snapshot: Snapshot, *, version: int) -> None:
    """The tab: the plan as it stands, and the form that changes it."""
    overview(snapshot)
    panel(snapshot, version=version)


def overview(snapshot: Snapshot) -> None:
    """The activities with target group, responsible and schedule, each leading to its page, and their history."""
    if snapshot.activities.empty:
        layout.finding(TITLE)
        layout.empty(UNPLANNED)
        return
    table = plan.overview(snapshot)
    links = {str(table.loc[number, "Aktivitet"]): address.link(SHOWN_ON[int(number)][1])
             for number in table.index if number in SHOWN_ON}
    shown = table.assign(**{"Vises på": [_where(int(number)) for number in table.index]})
    with Session(data.engine()) as session:
        changes = plan.changes(stated(session, Activity, as_of=snapshot.as_of, programme=snapshot.programme))
    told = drawing.table(changes, alt="Ændringer i aktivitetsplanen") if len(changes) else ""
    st.html(layout.heading(TITLE, INTRO)
            + f'<div class="fd-plan">{drawing.table(shown, alt=TITLE, links=links)}</div>'
            + drawing.paragraph(plan.changed_words(changes), kind="fd-source")
            + (drawing.folded("Vis ændringerne", told) if told else "")
            + drawing.paragraph(_help(table), kind="fd-sub")
            + (site_updates.shown(snapshot) if PLAN.number_of("website") in table.index else ""))


def _where(number: int) -> str:
    return SHOWN_ON[number][0] if number in SHOWN_ON else BELOW if number == PLAN.number_of("website") else NOWHERE


def _help(table: Annotated[pd.DataFrame, plan.OVERVIEW]) -> str:
    """Where to turn, after the name of the activity that is the website."""
    told, number = contact.help_words(), PLAN.number_of("website")
    return f"{table.loc[number, 'Aktivitet']}: {told}" if told and number in table.index else told


def panel(snapshot: Snapshot, *, version: int) -> None:
    """»Ret aktivitetsplanen«: folded until asked for, closed while an earlier day is shown; not where there is none."""
    if snapshot.activities.empty:
        return
    if not reach.of(Action.PLAN):
        reach.only_others("rette aktivitetsplanen", Action.PLAN)
        return
    folded = st.expander("Ret aktivitetsplanen", key="plan_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(snapshot.as_of):
                _form(snapshot, version)


def _form(snapshot: Snapshot, version: int) -> None:
    titles = plan.overview(snapshot)["Aktivitet"].to_dict()
    number = st.selectbox("Hvilken aktivitet?", list(titles), format_func=titles.__getitem__, key="plan_number")
    form = forms.form("plan", snapshot.activities.loc[number, "id"])  # somebody's change gives a fresh form
    wish = _wish(snapshot, number, form)
    source = st.text_input("Kilde", key=form.key("source"), max_chars=300, live=True,
                           placeholder=f"fx »Mail fra {PLAN.hotline.first if PLAN.hotline else SHORT} den 3. marts«")
    reason = st.text_input("Begrundelse", key=form.key("reason"), max_chars=recording.LONGEST, live=True)
    viewer = writing.writer()
    lacking = plan.lacking(source=source, reason=reason, by=viewer.function)
    forms.save(form, "Gem ændringen",
               lambda once: recording.record_activity(data.engine(), number=number, **wish, source=source,
                                                      reason=reason, viewer=viewer, seen=version, once=once),
               done=SAVED, content=(wish, source, reason), alone=False, ready=not lacking, primary=True,
               refused="Ændringen er ikke gemt")
    forms.receipt(forms.form("plan"))
    st.caption(lacking or APPEND_ONLY)


def _wish(snapshot: Snapshot, number: int, form: Form) -> dict[str, Any]:
    """The activity as a person wants it, begun from how it stands."""
    stands = snapshot.activities.loc[number]
    wish: dict[str, Any] = {
        part: st.text_input(plan.PARTS[part], str(stands[part]), key=form.key(part),
                            max_chars=recording.LONGEST, live=True)
        for part in ("title", "target_group", "responsible", "schedule")}
    first, last = recording.activity_days(snapshot.figures_from, snapshot.ends)
    for part, place in zip(("starts", "ends"), st.columns(2), strict=True):
        wish[part] = place.date_input(plan.PARTS[part], stands[part], min_value=first, max_value=last,
                                      key=form.key(part), format=pickers.DAY_FORMAT)
    return wish
