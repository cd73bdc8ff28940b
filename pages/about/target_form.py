"""The form that changes a target or a jobcenter's baseline: nothing is overwritten, and a reason is required."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model import recording
from model.database import DatabaseProblem, Stale
from model.formatting import alphabetical, month_long
from model.indicators.snapshot import Snapshot
from model.indicators.target_tables import PARTS, PERCENT
from pages.shared import data, layout

EVERYONE = "hele regionen"
CHANGEABLE = ("share", "increase", "self_supporting", "baseline_month", "baseline_value")
SAVED = "target_saved"


def panel(snapshot: Snapshot, *, version: int) -> None:
    """»Ret et mål eller et udgangspunkt«: folded until asked for, closed while an earlier day is shown."""
    if st.session_state.pop(SAVED, False):
        layout.note("Ændringen er gemt og gælder fra nu af på alle sider.")
    folded = st.expander("Ret et mål eller et udgangspunkt", key="target_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if snapshot.as_of is not None:
            layout.note("Mens du ser en tidligere dag, kan mål ikke rettes.")
            return
        _form(snapshot, version)


def _form(snapshot: Snapshot, version: int) -> None:
    names = snapshot.jobcenters["name"].to_dict()
    codes = sorted(names, key=lambda code: alphabetical(names[code]))
    left, right = st.columns(2)
    part = left.selectbox("Hvad skal rettes?", CHANGEABLE, format_func=PARTS.__getitem__, key="target_part")
    scope = right.selectbox("Gælder for", [EVERYONE, *codes], format_func=lambda c: names.get(c, c), key="target_scope")
    value, month = _statement(snapshot, part, left)
    valid_from = right.selectbox("Gælder fra", snapshot.months, format_func=month_long, key="target_from")
    source = st.text_input("Kilde", key="target_source", max_chars=300, placeholder="fx »Aftale på dialogmøde 3. maj«")
    reason = st.text_input("Begrundelse", key="target_reason", max_chars=500)
    by = st.text_input("Rettet af (navn eller funktion)", key="uploaded_by", max_chars=80, persist_state="session",
                       placeholder="fx »konsulent i BRM«")
    if st.button("Gem ændringen", key="target_save", type="primary"):
        _save(part=part, jobcenter=None if scope == EVERYONE else scope, value=value, month=month,
              valid_from=valid_from, source=source, reason=reason, by=by, seen=version)


def _statement(snapshot: Snapshot, part: str, place: DeltaGenerator) -> tuple[int | None, date | None]:
    """The new value, or the month a baseline is read from."""
    if part == "baseline_month":
        return None, place.selectbox("Udgangspunktets måned", snapshot.months, format_func=month_long,
                                     key="target_month")
    unit = "procent" if part in PERCENT else "personer"
    return place.number_input(f"Ny værdi ({unit})", min_value=0, step=1, value=None, key="target_value"), None


def _save(*, part: str, jobcenter: str | None, value: int | None, month: date | None, valid_from: date, source: str,
          reason: str, by: str, seen: int) -> None:
    try:
        recording.record_target(
            data.engine(), part=part, scope="jobcenter" if jobcenter else "regional", jobcenter=jobcenter, value=value,
            month=month, valid_from=valid_from, source=source, reason=reason, by=by, seen=seen)
    except Stale:
        layout.error("En anden har ændret noget imens. Se efter, om ændringen stadig er rigtig, og gem igen.",
                     title="Ændringen er ikke gemt")
    except (recording.RecordRefused, DatabaseProblem) as refusal:
        layout.error(str(refusal), title="Ændringen er ikke gemt")
    else:
        st.session_state[SAVED] = True
        st.rerun()
