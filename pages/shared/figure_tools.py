"""The one line of tools under a figure: its table, how it is read, and its figures as a file.

What they show is made when somebody asks for it: most figures are looked at without.
"""

import streamlit as st

from model.drawing.chart import Chart
from model.programmes.words import GOAL_1, GOAL_2
from pages.shared import downloads, drawing
from pages.shared.export import EXPORT, Right

TABLE, READ, FETCH = "Tabel", "Sådan læses figuren", "Hent CSV"
CODES = {"m": "m mangler (ikke indberettet)", "d": "d skjult af afsenderen af hensyn til diskretion",
         "u": "u for tidligt at måle"}
TEXT_COLUMNS = {"Status", GOAL_1, GOAL_2, "Hvor sikkert", "Hvad", "Aktivitet", "Sted", "Vurdering"}


@st.fragment
def line(chart: Chart, key: str, *, link: str = "", opened: str | None = None, right: Right | None = EXPORT) -> None:
    """The tools of ``chart``; ``link`` holds {code} for the table's rows, ``opened`` is the tool that starts open,
    ``right`` is to take its figures along.
    """
    tools = [TABLE, READ] if chart.how_to_read else [TABLE]
    told = downloads.ButtonRow()
    with told.row(key=f"tools_{key}", centred=True):
        shown = st.pills(f"Om figuren: {chart.title}", tools, default=opened, key=f"tool_{key}",
                         label_visibility="collapsed")
        downloads.csv_button(FETCH, lambda: chart.data, f"fremdrift_{key}.csv", told=told, right=right)
    if shown == TABLE:
        st.html(drawing.once(chart, f"table {link}", lambda: table(chart, link)))
    elif shown == READ:
        st.html(drawing.paragraph(chart.how_to_read))


def table(chart: Chart, link: str = "") -> str:
    """The chart's table, with what the letters in it mean."""
    links = {tile.name: link.replace("{code}", tile.code) for tile in chart.tiles if link}
    numbers = [name for name in chart.table.columns[1:] if name not in TEXT_COLUMNS]
    return (drawing.table(chart.table, alt=f"Tabel: {chart.title}", numbers=numbers, links=links, own=chart.own)
            + drawing.paragraph(_codes(chart), kind="fd-source"))


def _codes(chart: Chart) -> str:
    return " · ".join(words for letter, words in CODES.items() if chart.table.isin([letter]).any(axis=None))
