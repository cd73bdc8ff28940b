"""Which jobcenter is highlighted and why its group is shown, with the way to the whole region."""

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.figures.peers import EVERYONE, Peers
from model.subjects.comparison.words.alike import highlighted_sentence
from pages.shared import address, drawing


def why(snapshot: Snapshot, own: str | None, group: Peers) -> None:
    """A line where the jobcenter is among those of its size, with the way to the whole region; nothing elsewhere."""
    if own is None or group.kind != "size" or own not in group.codes:
        return
    words = highlighted_sentence(str(snapshot.jobcenters.loc[own, "name"]), group)
    href = address.link("sammenligning", gruppe=EVERYONE)
    st.html(f'<p class="fd-sub">{drawing.text(words)} <a href="{drawing.text(href)}">Vis hele regionen</a></p>')
