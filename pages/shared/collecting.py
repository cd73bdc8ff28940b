"""The garbage collector of this process: off while the house is loaded, and later blind to what was loaded.

Imported before the rest of the pages: loading makes many objects that stay, and looking through them again and again
takes a fifth of the time. Of what comes later, the old are looked through while nobody waits: it takes as long as ten
runs and holds every one of them up (decisions/0019-collecting.md).
"""

import gc
import threading
import time
from contextlib import suppress

import streamlit as st

from model.programmes.loading import ProgrammeRefused

LONGEST = 20.0  # seconds: then it is on, and the old are looked through, also where somebody always waits
EVERY = 10.0  # seconds between two looks at whether much has been made
YOUNGEST = 10_000  # objects made before the newest are looked through: fewer pages of a crowd are then half-made
NEVER = 1_000_000  # looks at the younger before Python itself looks through the old
NAME = "collect"  # of the thread
gc.disable()


@st.cache_resource(show_spinner=False)
def begin() -> None:
    """Once per process: while nobody waits, take what is loaded by now out of all later collections, and collect.

    Streamlit's cache alone would begin it anew where the cache is cleared.
    """
    if NAME not in (thread.name for thread in threading.enumerate()):
        threading.Thread(target=_stay, name=NAME, daemon=True).start()


def _stay() -> None:
    youngest, younger, old = gc.get_threshold()
    try:
        _wait()
        gc.collect()
        gc.freeze()
        gc.set_threshold(YOUNGEST, younger, NEVER)
        gc.enable()
        while True:
            time.sleep(EVERY)
            if gc.get_count()[2]:  # looks at the younger since the last at the old
                _wait()
                gc.collect()
    finally:  # Python itself does all of it then
        gc.set_threshold(youngest, younger, old)
        gc.enable()


def _wait() -> None:
    """Until no page is drawn."""
    with suppress(ProgrammeRefused):  # the page says so, and there is no more of the house to load
        from pages.shared import warming  # loads most of the house, which is what the collector is to be off for

        warming.RUNS.wait(LONGEST)
