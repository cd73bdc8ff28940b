"""Regionen: hvor mange jobcentre har nået målet, hvad mangler resten, og hvem skal vi tale med?"""

from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures import goals
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_sentence, region_title
from pages.shared import activities, address, cards, data, documents, layout, pickers

snapshot = data.snapshot(as_of=address.as_of())
with layout.beside_heading() as (heading, choices):
    with choices:
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
    region = goals.region(snapshot, month)
    with heading:
        layout.header(region_title(region), status_line(snapshot, month))
        if region.coverage.reported and region_title(region) != region_sentence(region):
            layout.lead(f"{region_sentence(region)}.")

if not region.coverage.reported:
    layout.empty(layout.nothing_yet(snapshot, month))
else:
    layout.cards(cards.of_region(snapshot, month))
    layout.tiles(verdict_tiles(snapshot, month), "fliser", link=address.link("jobcenter", jobcenter="{code}"))
    layout.chart(progress_chart(snapshot, None, month), "udvikling_regionen")
    layout.chart(outcome_chart(snapshot, None, month), "selvforsoergende_regionen")
    activities.panel(snapshot, None, month)
    documents.of_region(snapshot, month)
    layout.note(cards.national(snapshot, month))
