"""The regionsark: the whole region on one A4 page, for the regional council."""

from datetime import date
from typing import Any

from model.basics.formatting import month_long
from model.documents import card_typ, chart_typ
from model.documents.marks import footer, hidden_mark, left_out_mark, sample_mark
from model.documents.typeset import pdf
from model.drawing.chart import Chart
from model.programmes.words import GOAL_1, GOAL_2
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.words.centres import one_line
from model.subjects.goals.charts.cards import region_goal1, region_goal2
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.goals import region
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_sentence, region_title
from model.subjects.reporting.words.talking import talking_points

TEMPLATE = "region_sheet.typ"
NAME = "Regionsark"
HEAD = ["Jobcenter", "I aktivering", "Forøgelse", "Mangler", GOAL_1, GOAL_2, "Hvor sikkert"]
NOTE = "* vejledende: udgangspunktet er opgjort på matchgruppe 1–5."


def region_pdf(snapshot: Snapshot, month: date) -> bytes:
    """The sheet as PDF/UA-1."""
    name = f"{NAME}: {region_name(snapshot, inside=True)}, {month_long(month)}"
    return pdf(TEMPLATE, content(snapshot, month) | {"document": name}, made=snapshot.data_date)


def content(snapshot: Snapshot, month: date) -> dict[str, Any]:
    """What the template sets: the front page's own words, chart and table."""
    found = region(snapshot, month)
    title, sentence = region_title(found), region_sentence(found)
    return {
        "title": title, "lead": f"{sentence}." if sentence != title else "", "line": status_line(snapshot, month),
        "sample": sample_mark(snapshot),
        "footer": " · ".join(part for part in (footer(snapshot, NAME), hidden_mark(snapshot),
                                               left_out_mark(snapshot)) if part),
        "cards": [card_typ.content(card(snapshot, month)) for card in (region_goal1, region_goal2)],
        "chart": chart_typ.line(progress_chart(snapshot, None, month)),
        "verdicts": verdicts(verdict_tiles(snapshot, month)), "talk": talking_points(snapshot, month),
        "centres": one_line(snapshot, None, month)}


def verdicts(tiles: Chart) -> dict[str, Any]:
    """The jobcenters of the web's tiles, and what its table says besides; each verdict follows its mark."""
    kept = tiles.table.to_dict("records")
    rows = [[tile.name, f"{tile.figure} ({tile.count})" if tile.count else tile.figure,
             f"{tile.increase}{'*' if tile.indicative else ''}", row["Mangler"], tile.mark, tile.status, row[GOAL_2],
             row["Hvor sikkert"]] for tile, row in zip(tiles.tiles, kept, strict=True)]
    indicative = any(tile.indicative for tile in tiles.tiles)
    return {"title": tiles.title, "head": HEAD, "rows": rows, "note": NOTE if indicative else ""}
