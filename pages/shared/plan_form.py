"""»Ret planen«: one part of a project's plan as it is from now on, with why; and the changes that have been made."""

from datetime import date
from typing import Any

import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.programmes import planned
from model.programmes.projects import PROJECTS, reporting_day
from model.snapshot.snapshot import Snapshot
from model.store.tables.plans import MILESTONE, MINIMUM, POINT
from model.subjects.projects.figures import plan
from model.subjects.projects.words import changed
from model.writing import plans as recording
from pages.shared import data, drawing, forms, layout, pickers, reach, record_form, writing
from pages.shared.forms import Form

SAVED = "Ændringen er gemt. Planen gælder sådan fra nu af på alle sider."
APPEND_ONLY = "Ændringen bliver en ny linje. Vil du tilbage, så skriv det gamle igen: intet slettes."


def history(snapshot: Snapshot, project: str) -> None:
    """What has been changed of the plan, newest first; nothing where it stands as it was declared."""
    if line := changed.changed_line(snapshot, project):
        layout.finding(changed.HEADING, f"{line}.")
        st.html(drawing.table(changed.change_table(snapshot, project), alt=f"Tabel: {changed.HEADING.lower()}"))


def panel(snapshot: Snapshot, project: str, *, as_of: date | None) -> None:
    """The folded form. snapshot: the plan as it is now."""
    if not reach.of(Action.PLAN):
        reach.only_others("rette projektets plan", Action.PLAN)
        return
    folded = st.expander("Ret planen", key="project_plan_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(as_of):
                _form(snapshot, project, writing.writer())


def _form(snapshot: Snapshot, project: str, viewer: Viewer) -> None:
    parts = changed.parts_of(project)
    part, about = st.selectbox("Hvad skal rettes?", list(parts), format_func=parts.__getitem__,
                               key=f"project_plan_part_{project}")
    form = forms.form("project_plan", f"{project}_{part}_{about}_{len(plan.changes(snapshot, project))}")
    wish = _wish(snapshot, project, part, about, form)
    reason = st.text_input("Begrundelse", key=form.key("reason"), max_chars=recording.LONGEST_REASON, live=True,
                           placeholder="fx »Aftalt på mødet den 3. maj«")
    ready = bool(viewer.function and reason.strip())
    forms.save(form, "Gem ændringen",
               lambda once: recording.change_plan(data.engine(), project=project, part=part, about=about, **wish,
                                                  reason=reason, viewer=viewer, seen=data.version(), once=once),
               done=SAVED, content=(wish, reason), alone=False, ready=ready, primary=True,
               refused="Ændringen er ikke gemt")
    forms.receipt(forms.form("project_plan"))
    st.caption(APPEND_ONLY if ready else "Skriv først en begrundelse, og hvem du er.")


def _wish(snapshot: Snapshot, project: str, part: str, about: str, form: Form) -> dict[str, Any]:
    """The part as a person wants it, begun from how it stands."""
    if part == MILESTONE:
        return _milestone(snapshot, project, about, form)
    if part == MINIMUM:
        volume = plan.volume_planned(snapshot, project)
        stands = (volume.least if about == volume.started else volume.parts[about]) if volume else None
        return {"value": st.number_input("Mindst", min_value=1, max_value=recording.MOST, step=1, value=stands,
                                         key=form.key("least"))}
    texts = ({str(each.number): each.sentence for each in plan.points_planned(snapshot, project)} if part == POINT else
             {str(each.number): each.requirement for each in plan.rows_planned(snapshot, project)})
    return {"text": writing.area("Ny tekst", texts[about], key=form.key("text"), longest=recording.LONGEST, height=100)}


def _milestone(snapshot: Snapshot, project: str, measure: str, form: Form) -> dict[str, Any]:
    first, last = planned.days(project)
    ahead = min((on for on in plan.days_planned(snapshot, project) if on >= snapshot.data_date),
                default=reporting_day(PROJECTS[project].programme, snapshot.data_date))
    left, right = st.columns(2)
    on = left.date_input("Milepælens dag", value=min(max(ahead, first), last), min_value=first, max_value=last,
                         format=pickers.DAY_FORMAT, key=f"project_plan_day_{project}")
    stands = plan.milestones_planned(snapshot, project).get(measure, {}).get(on) if on else None
    value = right.number_input("Planlagt i alt til den dag", min_value=0, max_value=recording.MOST, step=1,
                               value=stands, key=form.key(f"value_{on}"), placeholder="ikke planlagt",
                               help="Tom: der er ikke planlagt noget til den dag.")
    return {"on": on, "value": value}
