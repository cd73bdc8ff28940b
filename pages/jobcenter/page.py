"""Jobcenter: hvor står dette jobcenter, hvorfor flyttede tallet sig, og hvad skal der til?"""

from model.subjects.centres.words.centres import room_sentence
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.titles import goal1_title, verdict_sentence
from pages.jobcenter import details
from pages.shared import activities, address, agenda_view, cards, data, documents, layout, pickers, stories_view

snapshot = data.snapshot(as_of=address.as_of())
with layout.beside_heading() as (heading, choices):
    with choices:
        code = pickers.jobcenter(snapshot)
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
    goal = goal1(snapshot, code, month)
    with heading:
        layout.header(goal1_title(goal), status_line(snapshot, month))
        layout.lead(f"{verdict_sentence(goal, provisional=not coverage(snapshot, month).final)}.")

agenda_view.last_agreed(snapshot, code)
if not details.has_figures(snapshot, code):
    layout.empty(details.never_reported(snapshot, code))
else:
    layout.cards(cards.of_jobcenter(snapshot, code, month))
    if room := room_sentence(snapshot, code, month):
        layout.lead(room)
    layout.chart(progress_chart(snapshot, code, month), f"udvikling_{code}")
    layout.chart(outcome_chart(snapshot, code, month), f"selvforsoergende_{code}")
    activities.panel(snapshot, code, month)
    stories_view.panel(snapshot, code)
    details.why_moved(snapshot, code, month)
    details.numbers(snapshot, code, month)
    layout.cards([cards.usable(snapshot, code, month)])
documents.of_jobcenter(snapshot, code, month)
