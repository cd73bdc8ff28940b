"""The garbage collector: off while the house is loaded, on and blind to what was loaded once the first page stands.

What comes later and has grown old is looked through while nobody waits.
"""

from tests import fresh

FIRST = f"""
import gc, sys, time
sys.path.insert(0, "{fresh.ROOT}")
from pages.shared import collecting
assert not gc.isenabled()
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("{fresh.ROOT}/dashboard.py", default_timeout=120)
app.run()
for _ in range(300):
    if gc.isenabled():
        break
    time.sleep(0.1)
assert gc.isenabled() and gc.get_freeze_count() > 10_000
"""
LATER = f"""
{FIRST.replace("app.run()", "collecting.EVERY = 0.1; app.run()")}
import weakref
from pages.shared import warming

class Ring:
    pass

def gone():
    old = Ring()
    old.itself = old
    gc.collect(1)
    return weakref.ref(old)

def wait(seconds, ended):
    until = time.monotonic() + seconds
    while not ended() and time.monotonic() < until:
        time.sleep(0.05)
    return ended()

with warming.RUNS.one():
    ring = gone()
    gc.collect(1)
    assert not wait(0.5, lambda: ring() is None)
assert wait(20, lambda: ring() is None)
"""


def test_the_collector_is_off_while_the_house_is_loaded_and_on_after_the_first_page():
    assert "pages.shared.collecting" in fresh.loaded("-c", FIRST)


def test_what_is_old_is_looked_through_while_no_page_is_drawn():
    assert "pages.shared.warming" in fresh.loaded("-c", LATER)
