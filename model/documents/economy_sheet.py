"""The calculation of what a place costs as a sheet of paper: one A4 page, tagged, in Danish."""

from datetime import date
from typing import Any

from model.basics.formatting import day
from model.documents import card_typ
from model.documents.marks import INVENTED
from model.documents.typeset import pdf
from model.drawing.shapes import Bars
from model.subjects.economy.charts.economy import price_chart
from model.subjects.economy.words.calculation import Account

TEMPLATE = "economy_sheet.typ"


def economy_pdf(account: Account, *, made: date, sample: bool) -> bytes:
    """The sheet as PDF/UA-1. ``made``: the day it says it was made; ``sample``: whether invented figures stand.

    Raises typst.TypstError when the template cannot be set.
    """
    return pdf(TEMPLATE, _content(account, made=made, sample=sample), made=made)


def _content(account: Account, *, made: date, sample: bool) -> dict[str, Any]:
    """What the template sets: the page's own words."""
    chart = price_chart(account)
    return {
        "title": account.title, "line": account.line, "sample": INVENTED if sample else "", "source": account.source,
        "footer": f"Fremdrift · regneeksempel · dannet {day(made)}" + (f" · {INVENTED}" if sample else ""),
        "cards": [card_typ.content(card) for card in account.cards], "own": account.own,
        "budget": [*account.doubts, *account.budget],
        "parts": [[part.name, part.year, part.week] for part in account.parts],
        "lines": [[line.label, line.value, line.origin] for line in account.lines],
        "price": {"title": chart.title, "subtitle": chart.subtitle, "bars": _bars(chart.shape)}}


def _bars(drawn: Any) -> list[dict[str, Any]]:
    """Bars with their lengths as fractions of the longest."""
    if not isinstance(drawn, Bars):
        raise TypeError(f"no bars to draw in {type(drawn).__name__}")
    scale = drawn.maximum or 1
    return [{"name": bar.name, "label": bar.label, "value": (bar.value or 0) / scale,
             "outline": (bar.outline or 0) / scale} for bar in drawn.bars]
