"""»Dagen er aflyst«: said of the day that is chosen in »Registrér fremmøde«, and taken back in the same place."""

import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import CANCELLED, HELD
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures import attendance
from model.subjects.courses.figures.attendance import day_name
from pages.shared import forms, layout, reach, record_form

CANCEL, HOLD = "melde en kursusdag aflyst", "melde, at den holdes alligevel"  # a day is of all the jobcenters
BEFORE = ("Så tæller dagen hverken som holdt eller som manglende. Er der allerede skrevet fremmøde for den, skal det "
          "først tages tilbage.")


def ask(snapshot: Snapshot, chosen: str, *, viewer: Viewer) -> bool:
    """Say that the chosen day is cancelled, or that it is held after all; True while it is cancelled."""
    name = day_name(snapshot, chosen)
    if not reach.of(Action.UPLOAD):
        return _as_it_stands(name, is_cancelled=chosen in attendance.cancelled(snapshot))
    if chosen in attendance.cancelled(snapshot):
        layout.note(f"{name} er meldt aflyst. Skal der skrives fremmøde, så meld først, at den holdes alligevel.")
        record_form.save(forms.form("hold", chosen), COURSE_DAYS.name, [{"kursusdag": chosen, "haendelse": HELD}],
                         name=f"{name}, holdes alligevel", viewer=viewer,
                         done=f"{name} holdes alligevel. {reach.undoing()}",
                         button="Dagen holdes alligevel")
        return True
    with st.expander("Er dagen aflyst?", key="cancel_fold"):
        st.caption(BEFORE)
        record_form.save(forms.form("cancel", chosen), COURSE_DAYS.name,
                         [{"kursusdag": chosen, "haendelse": CANCELLED}], name=f"{name}, aflyst", viewer=viewer,
                         done=f"{name} er meldt aflyst. {reach.undoing()}", button="Dagen er aflyst")
    return False


def _as_it_stands(name: str, *, is_cancelled: bool) -> bool:
    """How the day stands and who can say otherwise, to who may not; whether it is cancelled."""
    if is_cancelled:
        layout.note(f"{name} er meldt aflyst, så der kan ikke skrives fremmøde.")
    reach.only_others(HOLD if is_cancelled else CANCEL, Action.UPLOAD)
    return is_cancelled
