"""The form for one jobcenter's counselling: status with its dates, and the three answers before the meeting."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import today
from model.programmes.current import KICK_OFF, VISITS_FROM
from model.snapshot.snapshot import Snapshot
from model.subjects.support.charts import counselling as charts
from model.subjects.support.figures import counselling
from pages.shared import forms, pickers, reach, record_form, writing
from pages.shared.forms import Form
from pages.shared.record_form import TAKEN_BACK
from pages.support.hotline_form import LONGEST, QUIET

# the dataset's part, the column it stands in, the label
MOMENTS = (("oensket", "wished_on", "Ønsket den"), ("tilbudt", "offered_on", "Tilbudt den"),
           ("aftalt", "agreed_for", "Aftalt til den"), ("afholdt", "held_on", "Afholdt den"),
           ("takket_nej", "declined_on", "Takket nej den"))


def state(snapshot: Snapshot, *, viewer: Viewer) -> None:
    """Choose a jobcenter, set what has changed, save."""
    names = snapshot.jobcenters["name"].to_dict()
    code = reach.jobcenter(snapshot, Action.UPLOAD, key="counselled")
    if code is None:
        st.caption("Vælg først et jobcenter.")
        return
    form, found = forms.form("counselling", code), counselling.visits(snapshot)
    stands = found.loc[code].to_dict() if code in found.index else {}
    stated = {"jobcenter": code, "status": _status(stands, form), **_moments(stands, form),
              **_answers(snapshot, stands, code, form)}
    record_form.save(form, counselling.DATASET, [_touched(form, stated)], name=f"Rådgivning, {names[code]}",
                     viewer=viewer,
                     done=f"Rådgivningen i {names[code]} er gemt.", button="Gem rådgivningen")


def _touched(form: Form, stated: dict[str, Any]) -> dict[str, Any]:
    """What was changed since the form was first drawn, so that nobody's later words are overwritten untouched."""
    begun = forms.begun(form).setdefault("stated", stated)
    return {part: said for part, said in stated.items() if part == "jobcenter" or said != begun[part]}


def _status(stands: dict[str, Any], form: Form) -> str | None:
    now = stands.get("status")
    at = counselling.STATUSES.index(now) if now in counselling.STATUSES else None
    chosen: str | None = st.selectbox("Status", counselling.STATUSES, index=at, format_func=str.capitalize,
                                      key=form.key("status"), placeholder="Vælg status")
    return chosen


def _moments(stands: dict[str, Any], form: Form) -> dict[str, Any]:
    """The five dates; one that stood and was emptied is taken back. Only the agreed day may lie ahead."""
    said: dict[str, Any] = {}
    for place, (part, column, label) in zip(st.columns(len(MOMENTS)), MOMENTS, strict=True):
        stood = _day(stands.get(column))
        first = KICK_OFF if part == "oensket" else VISITS_FROM
        chosen = place.date_input(label, value=stood, min_value=min(first, stood or first),
                                  max_value=None if part == "aftalt" else today(), format=pickers.DAY_FORMAT,
                                  key=form.key(part))
        said[part] = TAKEN_BACK if chosen is None and stood is not None else chosen
    return said


def _answers(snapshot: Snapshot, stands: dict[str, Any], code: str, form: Form) -> dict[str, Any]:
    """The three answers; beside (a) stands what the figures say already."""
    said: dict[str, Any] = {}
    for letter, question in charts.QUESTIONS.items():
        stood = stands.get(f"answer_{letter}")
        stood = stood if isinstance(stood, str) else ""
        text = writing.area(f"{letter}) {question}", stood, key=form.key(letter), longest=LONGEST, height=90,
                            advice=QUIET)
        if letter == "a":
            st.caption(" ".join(charts.numbers_of_group(snapshot, code)))
        said[f"svar_{letter}"] = TAKEN_BACK if stood and not text.strip() else text
    return said


def _day(when: Any) -> date | None:
    return None if when is None or pd.isna(when) else pd.Timestamp(when).date()
