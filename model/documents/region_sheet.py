"""The regionsark: the whole region on one A4 page, for the regional council."""

from datetime import date
from typing import Any

from model.basics.formatting import capital, month_long
from model.basics.spaces import numbers_held
from model.documents import card_typ, chart_typ
from model.documents.marks import footer, hidden_mark, left_out_mark, loud_marks
from model.documents.typeset import pdf
from model.programmes.words import GOAL_1, GOAL_2
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.words.centres import one_line
from model.subjects.goals.charts.cards import region_goal1, region_goal2
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import lacking_heading, verdict_tiles
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_lead, region_title
from model.subjects.goals.words.titles import reserved_words
from model.subjects.goals.words.wording import how_sure
from model.subjects.reporting.words.talking import talk_card

TEMPLATE = "region_sheet.typ"
NAME = "Regionsark"


def region_pdf(snapshot: Snapshot, month: date, *, public: str = "") -> bytes:
    """The sheet as PDF/UA-1. public: what the public has been told of the region, to stand under its figures."""
    name = f"{NAME}: {region_name(snapshot, inside=True)}, {month_long(month)}"
    sheet = content(snapshot, month)
    foot = " · ".join(part for part in (sheet["footer"], public) if part)
    return pdf(TEMPLATE, sheet | {"document": name, "footer": foot}, made=snapshot.data_date)


def content(snapshot: Snapshot, month: date) -> dict[str, Any]:
    """What the template sets: the front page's own words, chart and table."""
    found = region(snapshot, month)
    talk, reserved = talk_card(snapshot, month), capital(reserved_words(found.goals))
    return {
        "title": numbers_held(region_title(found)), "lead": region_lead(snapshot, month),
        "line": status_line(snapshot, month),
        "sample": " · ".join(loud_marks(snapshot)),
        "footer": " · ".join(part for part in (footer(snapshot, NAME), hidden_mark(snapshot),
                                               left_out_mark(snapshot)) if part),
        "cards": [card_typ.content(card(snapshot, month)) for card in (region_goal1, region_goal2)],
        "chart": chart_typ.line(progress_chart(snapshot, None, month)),
        "verdicts": verdicts(snapshot, month, note=f"{reserved}." if reserved else ""),
        "talk": {"title": talk.title, "lines": talk.points},
        "centres": one_line(snapshot, None, month)}


def verdicts(snapshot: Snapshot, month: date, *, note: str) -> dict[str, Any]:
    """The jobcenters of the web's tiles, and what its table says besides; each verdict follows its mark."""
    tiles, lacking = verdict_tiles(snapshot, month), lacking_heading(region(snapshot, month).over)
    kept = tiles.table.to_dict("records")
    rows = [[tile.name, f"{tile.figure} ({tile.count})" if tile.count else tile.figure,
             tile.increase, row[lacking], tile.mark, tile.status, row[GOAL_2],
             how_sure(goal2(snapshot, tile.code, month))]
            for tile, row in zip(tiles.tiles, kept, strict=True)]
    head = ["Jobcenter", "I aktivering", "Forøgelse", lacking, GOAL_1, GOAL_2, "Hvor sikkert"]
    return {"title": tiles.title, "head": head, "rows": rows, "note": note}
