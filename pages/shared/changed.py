"""The table of what changes, the same before a file is saved, in the history and before an undo."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from model.intake import wording
from model.intake.datasets.datasets import DATASETS
from pages.shared import markup

SHOWN = 200  # rows on the page; the rest is told


def table(changes: pd.DataFrame, names: Mapping[str, str], dataset: str, *, label: str, old: str = "Før",
          new: str = "Nu", only_new: bool = False) -> None:
    """Values old beside new, figures to the right and what records say to the left; a long list is cut and says so."""
    found = wording.change_table(changes, names, dataset, old=old, new=new, most=SHOWN)
    shown = found.drop(columns=old) if only_new else found
    if DATASETS[dataset].is_figures:
        st.html(markup.table(shown, label=label, numbers=(old, new), stacked="figures"))
    else:
        st.html(markup.table(shown, label=label, stacked="records"))
    cut(len(changes))


def cut(rows: int) -> None:
    """That a list is longer than what is shown of it."""
    if rows > SHOWN:
        st.caption(wording.cut(SHOWN, rows))
