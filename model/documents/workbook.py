"""The Excel workbook: the region with its chart, the verdicts, the figures and what they mean."""

import io
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from model.basics.formatting import month_long, parse_month_key
from model.basics.shares import percent
from model.basics.spaces import plain_spaces
from model.documents import workbook_activities as activities
from model.documents.csv_file import current_figures
from model.documents.marks import footer, hidden_mark, left_out_mark, loud_marks
from model.documents.workbook_cells import LONG, Book, End, Percent, Share, readable
from model.drawing.chart import Chart
from model.drawing.theme import LIGHT
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.sheets import PLAIN
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import (
    ACTIVATION,
    ENDED_HEADING,
    GOAL_1,
    GOAL_2,
    OUTCOME_HEADING,
    SUPPORTED,
    SUPPORTED_AFTER,
)
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.definitions.counts import COUNTS
from model.subjects.definitions.goals import INDICATORS
from model.subjects.definitions.measure import with_targets
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.goal1 import targets_by_month
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.target_tables import target_words
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_title
from model.subjects.goals.words.titles import verdict_words
from model.subjects.goals.words.wording import fact_and_certainty, withheld_words

REGION, VERDICTS, FIGURES, DEFINITIONS = "Regionen", "Vurderinger", "Tal", "Definitioner"
GOAL_HEAD = ("Mål", "Tæller", "Nævner", "Andel", "Statistisk usikkerhed fra", "til", "Mål for andelen", "Vurdering")
MONTH_HEAD = ("Måned", "Målgruppe", f"I {ACTIVATION}", "Andel", "Heraf foreløbig", "Mål", "Jobcentre", "Status")
VERDICT_HEAD = (
    "Kommunekode", "Jobcenter", "Målgruppe", f"I {ACTIVATION}", "Andel", "Udgangspunkt", "Forøgelse",
    "Mangler til andelen", "Mangler i forøgelsen", "Mangler i alt", GOAL_1, OUTCOME_HEADING, ENDED_HEADING,
    f"Andel {SUPPORTED}", "Statistisk usikkerhed fra", "til", GOAL_2)
DEFINITION_HEAD = ("Begreb", "Hvad det er", "Tæller", "Nævner", "Enhed", "Planens ord", "Sådan læser vi det",
                   "Kendte svagheder", "Kilde")
MEANING = "* er {}, .. er meldt som manglende, og en tom celle er ikke oplyst."


def workbook_xlsx(snapshot: Snapshot, month: date) -> bytes:
    """The workbook with verdicts of ``month`` and figures of every month."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as made:
        made.set_properties({"title": f"Fremdrift, {month_long(month)}", "author": "Fremdrift", "language": "da-DK",
                             "created": datetime.combine(snapshot.data_date, datetime.min.time()),
                             "comments": " · ".join(loud_marks(snapshot))})
        book = Book(made)
        for write in (_region, _verdicts, _activities, _figures, _definitions):
            write(book, snapshot, month)
    return out.getvalue()


def _lines(snapshot: Snapshot, *texts: str) -> list[str]:
    marks = (hidden_mark(snapshot), left_out_mark(snapshot), footer(snapshot, "regneark"))
    return [text for text in (*loud_marks(snapshot), *texts, *marks) if text]


def _region(book: Book, snapshot: Snapshot, month: date) -> None:
    """Both goals of the region, then its share month by month with a chart that can be edited."""
    found, chart = region(snapshot, month), progress_chart(snapshot, None, month)
    name, inside = region_name(snapshot), region_name(snapshot, inside=True)
    sheet, top = book.sheet(REGION, title=region_title(found), lines=_lines(snapshot, status_line(snapshot, month)))
    target, asked = found.share_target, targets_by_month(snapshot, "share", None)
    reached = None if found.unknown == found.of else found.reached
    rows = [(f"{GOAL_1}: jobcentre, der har nået begge dele", reached, found.of, None, None, None, None, ""),
            (f"{GOAL_1}: {inside} i {ACTIVATION}", found.activated, found.persons,
             Share(found.activated, found.persons, target), None, None, Percent(target), ""),
            (f"{GOAL_2}: {inside} {SUPPORTED_AFTER}", *_goal2(found.goal2), Percent(found.goal2.target),
             _certain(found.goal2))]
    first = book.table(sheet, top, GOAL_HEAD, rows) + 1
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 7, 15)
    if chart.data.empty:
        sheet.write_string(first, 0, "Der er endnu ingen tal at vise.")
        return
    last = book.table(sheet, first, MONTH_HEAD, [_month(row, asked) for row in chart.data.to_dict("records")]) - 1
    drawn = _line_chart(book, chart, first + 1, last, name=name, target=_target_name(asked, chart.data["maaned"]))
    sheet.insert_chart(first, len(MONTH_HEAD) + 1, drawn, {"description": chart.alt, "x_scale": 1.6, "y_scale": 1.4})


def _month(row: dict[str, Any], asked: pd.Series) -> list[Any]:
    """A month of the line with the target that applied in it."""
    month = parse_month_key(row["maaned"])
    target = None if pd.isna(asked[pd.Timestamp(month)]) else int(asked[pd.Timestamp(month)])
    x, n = (None if pd.isna(row[name]) else int(row[name]) for name in (TOTAL, PERSONS))
    whole = Share(x, n, target)
    return [month_long(month), n, x, whole, whole if row["status"] == "foreløbig" else None,
            Percent(target), row["jobcentre"], row["status"]]


def _target_name(asked: pd.Series, months: pd.Series) -> str:
    """What the line of the months' targets is called; its value where they all have the same."""
    found = asked[pd.to_datetime(months, format="%Y-%m").astype(asked.index.dtype)].dropna().unique()
    return f"Mål {percent(int(found[0]))}" if len(found) == 1 else "Mål"


def _line_chart(book: Book, chart: Chart, first: int, last: int, *, name: str, target: str) -> Any:
    """The share as a line with gaps, provisional months hollow, and the target dashed."""
    drawn = book.book.add_chart({"type": "line"})
    filled = {"type": "circle", "size": 6, "fill": {"color": LIGHT.main}, "border": {"color": LIGHT.main}}
    looks: list[tuple[int, str, dict[str, Any], dict[str, Any]]] = [
        (3, name, {"color": LIGHT.main, "width": 2.25}, filled),
        (4, "Foreløbig", {"none": True}, filled | {"fill": {"color": LIGHT.ground}}),
        (5, target, {"color": LIGHT.target, "width": 1.5, "dash_type": "dash"}, {"type": "none"})]
    for column, said, pen, marker in looks:
        drawn.add_series({"name": said, "categories": [REGION, first, 0, last, 0],
                          "values": [REGION, first, column, last, column], "line": pen, "marker": marker})
    drawn.show_blanks_as("gap")
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}})
    lines = {"visible": True, "line": {"color": LIGHT.band}}
    drawn.set_y_axis({"num_format": "0%", "min": 0, "major_gridlines": lines})
    drawn.set_legend({"position": "bottom"})
    return drawn


def _verdicts(book: Book, snapshot: Snapshot, month: date) -> None:
    """One row per jobcenter: both halves of goal 1, the verdict, and goal 2 with its interval."""
    chart = verdict_tiles(snapshot, month)
    sheet, top = book.sheet(VERDICTS, title=chart.title, lines=_lines(snapshot, chart.subtitle, chart.source))
    goals = {goal.code: goal for goal in region(snapshot, month).goals}
    rows = [_verdict(goals[tile.code], goal2(snapshot, tile.code, month)) for tile in chart.tiles]
    last = book.table(sheet, top, VERDICT_HEAD, rows) - 1
    readable(sheet, top, last, len(VERDICT_HEAD), frozen=2, widths={1: 20, 10: 18, 16: 32})


def _verdict(goal: Goal1, second: Goal2) -> list[Any]:
    return [goal.code, goal.name, goal.persons, goal.activated, Share(goal.activated, goal.persons, goal.share_target),
            goal.baseline, goal.increase, goal.share_missing, goal.increase_missing, goal.missing,
            plain_spaces(verdict_words(goal)), *_goal2(second), _certain(second)]


def _certain(goal: Goal2) -> str:
    fact, certainty = fact_and_certainty(goal)
    return certainty or fact


def _goal2(goal: Goal2) -> tuple[Any, ...]:
    """Count, courses, share and interval; the last three only where the share may be shown."""
    enough = Share(goal.successes, goal.ended, goal.target)
    low, high = (goal.low, goal.high) if (goal.ended or 0) >= FEWEST else (None, None)
    return (goal.successes, goal.ended, enough, End(low, goal.target, low=True), End(high, goal.target, low=False))


def _figures(book: Book, snapshot: Snapshot, month: date) -> None:
    """Every current count, one row per month and jobcenter."""
    frame = current_figures(snapshot)
    sheet, top = book.sheet(FIGURES, title="Jobcentrenes månedstal, som de gælder",
                            lines=_lines(snapshot, MEANING.format(withheld_words(snapshot))))
    head = ["Måned", "Kommunekode", "Jobcenter", *(MAANEDSTAL.field(str(name)).heading for name in frame.columns[3:])]
    last = book.table(sheet, top, head, frame.itertuples(index=False)) - 1
    readable(sheet, top, last, len(head), frozen=3, widths={2: 20})


def _activities(book: Book, snapshot: Snapshot, month: date) -> None:
    """Centres, their places and enquiries to the hotline by month; no sheet where nothing of them is known."""
    rows = activities.rows(snapshot, month)
    if rows:
        sheet, top = book.sheet(activities.NAME, title=activities.TITLE,
                                lines=_lines(snapshot, activities.explained(snapshot)))
        last = book.table(sheet, top, activities.HEAD, rows) - 1
        readable(sheet, top, last, len(activities.HEAD), frozen=1, widths={0: 18})


def _definitions(book: Book, snapshot: Snapshot, month: date) -> None:
    """What every indicator and figure means, with the targets of ``month``."""
    words = target_words(snapshot, month)
    sheet, top = book.sheet(DEFINITIONS, title="Hvad tallene betyder", lines=_lines(snapshot))
    measures = [*(with_targets(measure, words) for measure in INDICATORS), *COUNTS]
    rows = [[m.title, m.what, m.numerator, m.denominator, m.unit, m.quote, m.reading, m.weaknesses, m.source]
            for m in measures]
    last = book.table(sheet, top, DEFINITION_HEAD, rows) - 1
    readable(sheet, top, last, len(DEFINITION_HEAD), frozen=1,
              widths={0: 32, 1: LONG // 2, 2: 32, 3: 32, 5: LONG, 6: LONG, 7: LONG // 2, 8: LONG // 2})
