"""Jobcenter: hvor står dette jobcenter, hvorfor flyttede tallet sig, og hvad skal der til?"""

from model.charts.progress import progress_chart
from model.indicators.coverage import coverage
from model.indicators.findings import goal1_title, verdict_sentence
from model.indicators.goals import goal1
from pages.progress import cards, details
from pages.shared import data, layout, pickers

snapshot = data.snapshot(as_of=pickers.as_of())
with layout.beside_heading() as (heading, choices):
    with choices:
        code = pickers.jobcenter(snapshot)
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
    goal = goal1(snapshot, code, month)
    with heading:
        layout.header(goal1_title(goal), layout.status_line(snapshot, month))
        layout.lead(f"{verdict_sentence(goal, provisional=not coverage(snapshot, month).final)}.")

if not details.has_figures(snapshot, code):
    layout.empty(details.never_reported(snapshot, code))
else:
    layout.cards(cards.of_jobcenter(snapshot, code, month))
    layout.chart(progress_chart(snapshot, code, month), f"udvikling_{code}")
    details.why_moved(snapshot, code, month)
    details.numbers(snapshot, code, month)
    layout.cards([cards.usable(snapshot, code, month)])
