"""»Følg op på et punkt«: how far a point of the checklist is, who does it, what hinders and what is done about it."""

from datetime import date

import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import today
from model.intake.datasets.projects import FOLLOWED
from model.intake.rules.followed import OF_A_POINT, OF_A_ROW
from model.programmes.kinds import Contract
from model.programmes.projects import POINTS, PROJECTS, last_heard, reporting_day
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.points import FollowUp, followed
from pages.shared import forms, pickers, reach, record_form, writing
from pages.shared.record_form import TAKEN_BACK

LONG = (("plan", "plan", "Plan"), ("forhindring", "obstacle", "Forhindring"),
        ("modtraek", "counter_measure", "Hvad gøres ved det"), ("dokumentation", "evidence", "Dokumentation"))


def panel(snapshot: Snapshot, project: str, *, as_of: date | None) -> None:
    """The folded form. snapshot: the follow-ups as they are now."""
    if not reach.of(Action.UPLOAD):
        reach.only_others("følge op på projektets punkter", Action.UPLOAD)
        return
    folded = st.expander("Følg op på et punkt", key="point_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not (record_form.locked(as_of) or record_form.too_early(PROJECTS[project].programme)):
                _form(snapshot, project, writing.writer())


def _form(snapshot: Snapshot, project: str, viewer: Viewer) -> None:
    programme = PROJECTS[project].programme
    first, second = st.columns([2, 1])
    last = min(today(), last_heard(programme))
    own = [name for name, each in POINTS.items() if each.programme is programme]
    point = first.selectbox("Punkt", own, key=f"point_{project}")
    on = second.date_input("Fulgt op den", value=reporting_day(programme, today()), min_value=programme.starts,
                           max_value=last, format=pickers.DAY_FORMAT, key=f"point_day_{project}")
    form = forms.form("point", f"{project}_{point}")
    stands: FollowUp | None = forms.begun(form).setdefault("shown", followed(snapshot, project).get(point))
    known = OF_A_ROW if programme.aims(Contract) else OF_A_POINT
    status = st.segmented_control("Status", known, key=form.key("status"), format_func=str.capitalize,
                                  default=stands.status if stands and stands.status in known else None)
    who = st.text_input("Ansvarlig funktion", (stands.responsible if stands else "") or "", key=form.key("who"),
                        max_chars=120, live=True, help=writing.QUIET, placeholder="fx »mentorkoordinator«")
    texts = {part: writing.area(label, (getattr(stands, column) if stands else "") or "", key=form.key(part),
                                longest=FOLLOWED.field(part).longest, height=80) for part, column, label in LONG}
    st.caption("Skriv funktioner, aldrig navne på personer.")
    stated = {part: _stated(text, getattr(stands, column) if stands and stands.on == on else None)
              for part, column, text in (("ansvarlig", "responsible", who),
                                         *((part, column, texts[part]) for part, column, _ in LONG))}
    row = {"projekt": project, "punkt": point, "fulgt_op": on, "status": status, **stated}
    record_form.save(form, FOLLOWED.name, [row], name=f"{project}, {point}", viewer=viewer,
                     done=f"Opfølgningen på {point} er gemt. {reach.undoing()}",
                     button="Gem opfølgningen")


def _stated(text: str, stood: str | None) -> str:
    """What a field says: emptied, it takes back what stood on the same day. Empty on another day it says nothing."""
    return TAKEN_BACK if stood and not text.strip() else text.strip()
