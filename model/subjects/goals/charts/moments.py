"""Small marks on a jobcenter's line: the months in which it was spoken with, told as days and never as causes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from model.basics.formatting import capital, day, listing, month_long
from model.drawing.chart import Chart, Moment
from model.drawing.words import full_stop
from model.subjects.goals.figures.moments import MOST, Spoken

MEETING, VISIT = "D", "R"
LEGEND = {MEETING: "dialogmøde", VISIT: "rådgivningsbesøg"}
COLUMN = "Møder og besøg"
HOW_TO_READ = (" {letters} ved foden er måneder, hvor der er holdt {what}, højst {most} af dem. De siger ikke, hvorfor "
               "andelen flyttede sig.")


def marked(chart: Chart, found: Sequence[Spoken]) -> Chart:
    """The chart with a letter in each of the months, what the letters mean under it, and the days in its table."""
    if not found:
        return chart
    moments = tuple(Moment(each.month, _letters(each), _said(each)) for each in found)
    used = [letter for letter in LEGEND if any(letter in each.letter for each in moments)]
    parts = [full_stop(chart.note) if chart.note else "", *(f"{letter}: {LEGEND[letter]}." for letter in used)]
    what = listing((LEGEND[letter] for letter in used), word="eller")
    how = HOW_TO_READ.format(letters=listing(used), what=what, most=MOST)
    return replace(chart, moments=moments, make_table=partial(_table, chart.make_table, moments),
                   note=" ".join(filter(None, parts)), how_to_read=chart.how_to_read + how)


def _letters(found: Spoken) -> str:
    return "+".join(letter for letter, days in ((MEETING, found.meetings), (VISIT, found.visits)) if days)


def _said(found: Spoken) -> str:
    """»Dialogmøde 12. apr. 2010 og rådgivningsbesøg 5. apr. 2010«."""
    words = [f"{LEGEND[letter]} {listing(map(day, days))}"
             for letter, days in ((MEETING, found.meetings), (VISIT, found.visits)) if days]
    return capital(listing(words))


def _table(make: Callable[[], pd.DataFrame], moments: Sequence[Moment]) -> pd.DataFrame:
    table = make()
    said = {month_long(each.month): each.said for each in moments}
    return table.assign(**{COLUMN: [said.get(month, "") for month in table["Måned"]]})
