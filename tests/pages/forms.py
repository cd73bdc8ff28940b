"""The forms of the pages filled in, and what is stored of them."""

from datetime import date

from model.store.tables.meetings import Agreement
from tests.model import meetings
from tests.model.meetings import DAY
from tests.pages.opening import SKIVE, field, opened
from tests.worlds import kept

DIALOGUE, STORIES, SUPPORT, HISTORY = "dialogue", "stories", "support", "history"
SAME = "Er det den samme?"
met = kept(meetings.met)


def meeting_page(**address):
    """The open meeting with Skive, with somebody at it and every form unfolded."""
    unfolded = dict.fromkeys(("agree_panel", "mend_panel", "status_panel"), True)
    return opened(DIALOGUE, {"uploaded_by": "konsulent i BRM", **unfolded}, jobcenter=SKIVE, moede=DAY.isoformat(),
                  **address)


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
