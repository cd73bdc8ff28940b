"""What was published when, with the activity that is the website, and the way to the site that the plan refers to."""

import pandas as pd

from model.basics.formatting import day, day_long, number
from model.programmes.current import PLAN
from model.publishing.updates import Entry
from model.snapshot.snapshot import Snapshot
from model.subjects.support.words.contact import site_address
from pages.shared import drawing, published

NONE = "Der er ikke offentliggjort noget endnu."
SHOW = "Vis opdateringerne af hjemmesiden"


def shown(snapshot: Snapshot) -> str:
    """The newest update, the link, and folded every update up to the day that is shown."""
    entries = [entry for entry in published.log() if entry.on <= snapshot.data_date]
    return (drawing.paragraph(_newest(entries), kind="fd-sub") + _link()
            + (drawing.folded(SHOW, drawing.table(_table(entries), alt="Opdateringer af hjemmesiden"))
               if entries else ""))


def _newest(entries: list[Entry]) -> str:
    return (f"Sidst opdateret {day_long(entries[0].on)}, udgivelse {number(entries[0].number)}." if entries else NONE)


def _link() -> str:
    href = drawing.text(site_address())
    return f'<p class="fd-sub"><a href="{href}">Gå til {drawing.text(PLAN.website or "")}</a></p>' if href else ""


def _table(entries: list[Entry]) -> pd.DataFrame:
    return pd.DataFrame({
        "Dag": [day(entry.on) for entry in entries], "Udgivelse": [number(entry.number) for entry in entries],
        "Hvad": [" ".join(entry.sentences) for entry in entries]})
