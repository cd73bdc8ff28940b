"""Of whom whoever looks may do something: what a form lets them choose, and who can do it where that is nothing.

Every form that writes asks here what it offers, so that nobody fills one in that is refused when it is saved. What is
saved asks for itself all the same.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access import rights
from model.access.rights import Action
from model.programmes.words import SHORT
from model.snapshot.snapshot import Snapshot
from pages.shared import pickers
from pages.shared.viewer import current


def of(action: Action, unit: str = "") -> bool:
    """Whether whoever looks may do something of a unit; without one: of what is about no unit, or about all of them."""
    return rights.may(current(), action, unit)


def among(names: Mapping[str, str], action: Action) -> dict[str, str]:
    """Those of the units, by code, of which whoever looks may do something; "" is all of them together."""
    who = current()
    return {unit: name for unit, name in names.items() if rights.may(who, action, unit)}


def jobcenters(snapshot: Snapshot, action: Action) -> dict[str, str]:
    """Codes and names, by name, of the jobcenters of which whoever looks may do something."""
    return among(pickers.jobcenter_words(snapshot), action)


def rows(frame: pd.DataFrame, action: Action) -> pd.DataFrame:
    """The rows (column ``jobcenter``: a code, missing where it is about none) of which whoever looks may do it."""
    who = current()
    own = [rights.may(who, action, "" if pd.isna(unit) else str(unit)) for unit in frame["jobcenter"]]
    return frame[pd.Series(own, index=frame.index, dtype=bool)]


def jobcenter(snapshot: Snapshot, action: Action, *, key: str, place: DeltaGenerator | None = None,
              label: str = "Jobcenter", first: str | None = None, persists: bool = False) -> str | None:
    """The jobcenter that a form is about; None until it is chosen, which a single one is beforehand. Draws the picker.

    first: the one that is chosen beforehand where it is offered. persists: whether the choice outlives the picker.
    """
    names = jobcenters(snapshot, action)
    codes = list(names)
    at = 0 if len(codes) == 1 else codes.index(first) if first in codes else None
    chosen: str | None = (place or st).selectbox(
        label, codes, index=at, format_func=names.__getitem__, key=key, placeholder="Vælg jobcenter",
        persist_state="page" if persists else None)
    return chosen


def undoing() -> str:
    """How what is saved in a form is taken back, as a sentence: by whoever looks, or by those who may."""
    return "Det kan fortrydes under Historik." if of(Action.UNDO) else f"{SHORT} kan fortryde det under Historik."


def only_others(can: str, action: Action, unit: str = "") -> None:
    """Say in the place of a form who can do what it is for. can: as it stands after »kan«, in Danish."""
    st.caption(rights.others_alone(can, action, unit))
