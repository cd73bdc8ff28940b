"""The garbage collector: off while the house is loaded, on and blind to what was loaded once the first page stands."""

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


def test_the_collector_is_off_while_the_house_is_loaded_and_on_after_the_first_page():
    assert "pages.shared.collecting" in fresh.loaded("-c", FIRST)
