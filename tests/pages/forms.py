"""The forms of the pages filled in, and what is stored of them."""

from datetime import date

from streamlit.testing.v1 import AppTest

from model.store.tables.meetings import Agreement
from tests.model import meetings
from tests.model.meetings import DAY
from tests.pages.opening import SKIVE, field, opened
from tests.worlds import kept

DIALOGUE, STORIES, SUPPORT = "dialogue", "stories", "support"
SAME = "Er det den samme?"
met = kept(meetings.met)


def meeting_at(*panels: str, day: date = DAY, **address: str) -> AppTest:
    """The meeting with Skive that day, with somebody at it, its closing and those panels unfolded."""
    session = {"uploaded_by": "konsulent i BRM", "close_panel": True, **dict.fromkeys(panels, True)}
    return opened(DIALOGUE, session, jobcenter=SKIVE, moede=day.isoformat(), **address)


def meeting_page(**address: str) -> AppTest:
    """The open meeting with every form unfolded."""
    return meeting_at("agree_panel", "mend_panel", "status_panel", **address)


def agreement(engine):
    """The form of an agreement, filled in; the button that saves it, and where it is stored."""
    met(engine)

    def typed():
        app = meeting_page()
        field(app, "text_input", "agree_text").set_value("Åbne to centre")
        field(app, "text_input", "agree_responsible").set_value("jobcenterchefen")
        field(app, "date_input", "agree_due").set_value(date(2010, 6, 1))
        return app.run()

    return typed, "agree_save", Agreement
