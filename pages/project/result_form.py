"""»Indberet resultater«: what a project has reached by a day, all of its measures at once, as one upload."""

from datetime import date
from typing import Any

import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, today
from model.intake.datasets.projects import RESULTS
from model.programmes.projects import PROJECTS, heading_of, last_heard, reporting_day
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.reported import results
from pages.shared import forms, pickers, reach, record_form, writing
from pages.shared.record_form import TAKEN_BACK

MOST = 100_000


def panel(snapshot: Snapshot, project: str, *, as_of: date | None) -> None:
    """The folded form. snapshot: the figures as they are now."""
    if not reach.of(Action.UPLOAD):
        reach.only_others("indberette projektets resultater", Action.UPLOAD)
        return
    folded = st.expander("Indberet resultater", key="result_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not (record_form.locked(as_of) or record_form.too_early(PROJECTS[project].programme)):
                _form(snapshot, project, writing.writer())


def _form(snapshot: Snapshot, project: str, viewer: Viewer) -> None:
    declared = PROJECTS[project]
    begun = declared.programme.starts
    on = st.date_input("Opgjort den", value=reporting_day(declared.programme, today()), min_value=begun,
                       max_value=_last(project), format=pickers.DAY_FORMAT, key=f"result_day_{project}")
    if on is None:
        st.caption("Vælg først en dag.")
        return
    form = forms.form("results", f"{project}_{on}")
    stood = {measure: next((one.value for one in stated if one.on == on), None)
             for measure, stated in results(snapshot, project).items()}
    shown = forms.begun(form).setdefault("shown", stood)
    rows: list[dict[str, Any]] = []
    with st.grid(min_column_width=220, key=f"results_{project}"):
        for measure in declared.programme.measures:
            typed = st.number_input(measure.heading, min_value=0, max_value=MOST, step=1, value=shown.get(measure.name),
                                    placeholder="ikke oplyst", on_change="ignore", key=form.key(measure.name),
                                    persist_state="page")
            if typed != shown.get(measure.name):
                rows.append({"projekt": project, "opgjort": on,
                             "noegletal": heading_of(declared.programme, measure.name),
                             "resultat": TAKEN_BACK if typed is None else int(typed)})
    st.caption("Et tomt felt betyder »ikke oplyst«; skriv 0, hvis der ingen er. Alle felter, du har ændret, gemmes på "
               "én gang. Gem, før du skifter dag: hver dag har sine egne felter.")
    record_form.save(form, RESULTS.name, rows, name=f"{project}, {day(on)}", viewer=viewer,
                     done=f"Resultaterne er gemt. {reach.undoing()}")


def _last(project: str) -> date:
    return min(today(), last_heard(PROJECTS[project].programme))
