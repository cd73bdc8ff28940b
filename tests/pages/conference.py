"""What tests of »Konference« read of it."""

import re
from datetime import date

from streamlit.testing.v1 import AppTest

CONFERENCE = "conference"
FEBRUARY = date(2010, 2, 1)
MARKED = '<p class="preview">Prøvevisning, ikke offentliggjort</p>'
DEFAULT = ["status", "maal1", "fliser", "maal2", "sammenligning", "centre"]


def frames(app: AppTest) -> list[str]:
    """The pages within the page: small pictures, or the wall."""
    return [frame.proto.srcdoc for frame in app.get("iframe")]


def order(app: AppTest) -> list[str]:
    """The keys of the screens in the order they stand."""
    return [key for frame in frames(app) for key in re.findall(r'<section id="([^"]+)"', frame)]
