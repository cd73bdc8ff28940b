"""The form that changes a target or a jobcenter's baseline: effect first, nothing overwritten, a reason given."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import alphabetical, listing, month_long
from model.programmes.words import ITS
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.target_tables import PARTS, PERCENT, standing
from model.subjects.goals.figures.targets import BASELINE
from model.subjects.goals.words.effect import effect_of
from model.writing import recording
from pages.shared import data, forms, layout, reach, writing
from pages.shared.forms import Form

EVERYONE = "hvert jobcenter"
CHANGEABLE = ("share", "increase", "self_supporting", "baseline_month", "baseline_value")
SAVED = "Ændringen er gemt og gælder fra nu af på alle sider."
APPEND_ONLY = "Ændringen bliver en ny linje. Vil du tilbage, så skriv den gamle værdi igen: intet slettes."


@dataclass(frozen=True)
class Wish:
    """The target as a person wants it: ``value`` or, for a baseline's month, ``month``; jobcenter None is all."""

    part: str
    jobcenter: str | None
    value: int | None
    month: date | None
    valid_from: date

    @property
    def whole(self) -> bool:
        """Whether it says a value that can be used."""
        return self.month is not None or (self.value is not None and not (self.part in PERCENT and self.value > 100))


def panel(snapshot: Snapshot, shown: date, *, version: int) -> None:
    """»Ret et mål eller et udgangspunkt«: folded until asked for, closed while an earlier day is shown."""
    forms.room()
    if not reach.of(Action.SET_TARGETS):
        reach.only_others("rette et mål eller et udgangspunkt", Action.SET_TARGETS)
        return
    folded = st.expander("Ret et mål eller et udgangspunkt", key="target_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if snapshot.as_of is not None:
            layout.note("Mens du ser en tidligere dag, kan mål ikke rettes.")
            return
        _form(snapshot, shown, version)


def _form(snapshot: Snapshot, shown: date, version: int) -> None:
    form = forms.form("target")
    wish = _wish(snapshot, shown, form)
    source = st.text_input("Kilde", key=form.key("source"), max_chars=300, live=True,
                           placeholder="fx »Aftale på dialogmøde 3. maj«")
    reason = st.text_input("Begrundelse", key=form.key("reason"), max_chars=500, live=True)
    viewer = writing.writer()
    if wish.whole:
        layout.note(effect_of(snapshot, wish.part, jobcenter=wish.jobcenter, value=wish.value, month=wish.month,
                              valid_from=wish.valid_from))
    lacking = _lacking(wish, source=source, reason=reason, viewer=viewer)
    forms.save(form, "Gem ændringen", lambda once: recording.record_target(
        data.engine(), part=wish.part, scope="jobcenter" if wish.jobcenter else "regional", jobcenter=wish.jobcenter,
        value=wish.value, month=wish.month, valid_from=wish.valid_from, source=source, reason=reason, viewer=viewer,
        seen=version, once=once), done=SAVED, content=(wish, source), ready=not lacking, primary=True,
        refused="Ændringen er ikke gemt")
    st.caption(lacking or APPEND_ONLY)


def _wish(snapshot: Snapshot, shown: date, form: Form) -> Wish:
    names = snapshot.jobcenters["name"].to_dict()
    codes = sorted(names, key=lambda code: alphabetical(names[code]))
    left, right = st.columns(2)
    part = left.selectbox("Hvad skal rettes?", CHANGEABLE, format_func=PARTS.__getitem__, key="target_part")
    scope = right.selectbox("Gælder for", [EVERYONE, *codes], format_func=lambda c: names.get(c, c), key="target_scope")
    code = None if scope == EVERYONE else scope
    value, month = _statement(snapshot, part, left, form)
    left.caption(standing(snapshot, part, code, shown))
    return Wish(part, code, value, month, _valid_from(snapshot, part, shown, right))


def _valid_from(snapshot: Snapshot, part: str, shown: date, place: DeltaGenerator) -> date:
    """A target applies from the month that is shown unless said, a baseline from the first month with figures."""
    first, key = (snapshot.figures_from, "target_from_baseline") if part in BASELINE else (shown, "target_from")
    chosen: date = place.selectbox("Gælder fra", snapshot.months, index=snapshot.months.index(first),
                                   format_func=month_long, key=key)
    place.caption(f"Et udgangspunkt gælder fra {ITS} første tal, {month_long(first)}, hvis ikke andet vælges."
                  if part in BASELINE else "Måneder før den regnes stadig efter det, der gjaldt.")
    return chosen


def _statement(snapshot: Snapshot, part: str, place: DeltaGenerator, form: Form) -> tuple[int | None, date | None]:
    """The new value, or the month a baseline is read from."""
    if part == "baseline_month":
        return None, place.selectbox("Udgangspunktets måned", snapshot.months, index=None, format_func=month_long,
                                     key=form.key("month"), placeholder="Vælg måned")
    unit = "procent" if part in PERCENT else "personer"
    return place.number_input(f"Ny værdi ({unit})", min_value=0, step=1, value=None, key=form.key("value")), None


def _lacking(wish: Wish, *, source: str, reason: str, viewer: Viewer) -> str:
    """What must still be written before the change can be saved; empty when nothing is lacking."""
    if wish.part in PERCENT and (wish.value or 0) > 100:
        return "En andel kan højst være 100 procent."
    value = "udgangspunktets måned" if wish.part == "baseline_month" else "en ny værdi"
    asked = {value: wish.whole, "kilden": bool(source.strip()), "en begrundelse": bool(reason.strip()),
             "hvem du er": bool(viewer.function)}
    lacking = [words for words, given in asked.items() if not given]
    return f"Skriv først {listing(lacking)}." if lacking else ""
