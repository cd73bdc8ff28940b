"""Every page of a world with nothing in it opens and says so in Danish, the wall too."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from sqlalchemy import Engine

from model.snapshot.snapshot import Snapshot
from model.store import database
from model.store.tables.base import Figure, Upload
from pages.shared import figure_tools
from pages.shared.navigation import SHOWN
from tests.model.empty_worlds import WORLDS
from tests.pages.data_pages import said
from tests.pages.opening import all_under, every_tab

PAGES = [entry.file.removeprefix("pages/").removesuffix("/page.py") for entry in SHOWN]
NONE = ("region", "comparison", "conference")  # pages that have nothing but figures
LEFT_OUT = "Ingen jobcentre vises: deres tal er ikke kendt, eller de er udeladt, så små tal ikke kan regnes ud."


def put(engine: Engine, world: Snapshot) -> None:
    """Everything that is stated in the world, as one upload."""
    with database.write(engine) as session:
        upload = Upload(dataset="maanedstal", source="file", file_name="verden.csv", sha256="0" * 64, content=b"",
                        received_at=datetime(2010, 5, 20, 10, tzinfo=UTC), received_by="prøve", counts={}, problems=[],
                        without=[])
        session.add(upload)
        session.flush()
        session.add_all(Figure(
            jobcenter=row.jobcenter, month=row.month.date(), measure=row.measure, upload_id=upload.id, mark=row.mark,
            value=None if pd.isna(row.value) else int(row.value)) for row in world.figures.itertuples())


@pytest.mark.parametrize("name", [
    "nothing", pytest.param("the baseline only", marks=pytest.mark.long), "all hidden"])
def test_every_page_opens(engine, name, monkeypatch):
    monkeypatch.setattr(figure_tools, "line", all_under)
    world = WORLDS[name]()
    if not world.figures.empty:
        put(engine, world)
    for page, app in ((each, app) for each in PAGES for app in every_tab(each)):
        words = said(app)  # fails where the page raised
        faults = [part for part in app.get("html") if 'class="fd-error' in part.proto.body]
        assert not faults and not app.error, page
        if page in NONE and name == "nothing":
            assert "Ingen tal for" in words, page
        if page == "conference" and name != "the baseline only":
            assert LEFT_OUT in words and app.get("iframe") == []
