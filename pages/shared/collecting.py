"""The garbage collector of this process: off while the house is loaded, and later blind to what was loaded.

Imported before the rest of the pages: loading makes many objects that stay, and looking through them again and again
takes a fifth of the time (decisions/0019-collecting.md).
"""

import gc
from contextlib import suppress
from threading import Thread

import streamlit as st

from model.programmes.loading import ProgrammeRefused

LONGEST = 20.0  # seconds: by then it is on again, also where somebody always waits
gc.disable()


@st.cache_resource(show_spinner=False)
def begin() -> None:
    """Once per process, and while nobody waits: take what is loaded by now out of all later collections."""
    Thread(target=_freeze, name="freeze", daemon=True).start()


def _freeze() -> None:
    try:
        with suppress(ProgrammeRefused):  # the page says so, and there is no more of the house to load
            _load()
        gc.collect()
        gc.freeze()
    finally:
        gc.enable()


def _load() -> None:
    from pages.shared import warming  # loads most of the house, which is what the collector is to be off for

    warming.RUNS.wait(LONGEST)
