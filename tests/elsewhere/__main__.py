"""``python -m tests.elsewhere FILE``: fills this process's database, renders all there is and writes down what it says.

A process is about one programme, so this one is of its own, on a day of the programme's own.
"""

import json
import sys
from datetime import date, datetime, time, tzinfo
from pathlib import Path

from model.basics import formatting

TODAY = date(2027, 2, 20)
formatting.today = lambda: TODAY  # before anything takes it from there

from model.intake import saving  # noqa: E402
from model.store import database, once, seeding  # noqa: E402
from model.writing import meetings, peers, stories  # noqa: E402
from pages.conference import conference_show  # noqa: E402
from tests.elsewhere import texts, walk, world  # noqa: E402


class Clock(datetime):
    """Tells the moment that counts as now."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """Noon of the day."""
        return datetime.combine(TODAY, time(12), tz)


for module in (saving, once, meetings, peers, stories):
    module.datetime = Clock  # type: ignore[attr-defined]
engine = database.create()
seeding.migrate(engine)
world.fill(engine)
MORE = (("dialogue", {"jobcenter": world.ODENSE, "moede": str(world.MET)}), ("conference", {conference_show.SHOW: "1"}))
said = [*walk.everything(MORE, world.SENT),
        *texts.of_file("referat.docx", world.minutes_of(engine))]
Path(sys.argv[1]).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
