"""The tabs of »Projekt«: how it stands, courses and networks, the points, and what its plan says besides."""

from collections.abc import Callable
from functools import partial

from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.charts.milestones import milestones_chart
from model.subjects.projects.figures.points import points
from model.subjects.projects.words import others, plan
from model.subjects.projects.words import points as point_words
from model.subjects.projects.words import projects as words
from model.subjects.projects.words.cards import project_cards
from pages.shared import address, agenda_view, cards, data, layout, plan_form, point_form
from pages.shared.viewer import current


def _status(snapshot: Snapshot, project: str) -> None:
    layout.cards(map(cards.drawn, project_cards(snapshot, project)))
    for sentence in words.division_sentences(snapshot, project):
        layout.lead(f"{sentence}.")
    if (chart := milestones_chart(snapshot, project)) is not None:
        layout.shape(chart, "milepaele")
    else:
        layout.empty(words.project_lead(snapshot, project))
    if len(besides := others.others_table(snapshot, project)):
        layout.finding(others.HEADING, others.LINE)
        layout.table(besides, alt=f"Tabel: {others.HEADING.lower()}", numbers=("Resultat",))
    agenda_view.last_agreed(snapshot, project)
    agenda_view.way_to_meeting(project)


def _networks(snapshot: Snapshot, project: str) -> None:
    table = words.network_table(snapshot, project)
    if table.empty:
        layout.empty("Projektets plan nævner ingen kurser eller netværk.")
        return
    layout.finding("Netværk for mentorer", "Hvor mange møder der er holdt i alt, og hvor mange planen har plads til.")
    layout.table(table, alt="Tabel: netværk for mentorer", numbers=("Holdt", "Planlagt i alt"))


def _points(snapshot: Snapshot, project: str) -> None:
    stands = points(snapshot, project)
    if not stands:
        layout.empty("Projektet har ingen liste med punkter.")
        return
    point_form.panel(data.snapshot(current()), project, as_of=address.as_of())
    for group in dict.fromkeys(each.point.group for each in stands):
        layout.finding(group)
        layout.cards(cards.drawn(point_words.card(each)) for each in stands if each.point.group == group)


def _plan(snapshot: Snapshot, project: str) -> None:
    plan_form.history(snapshot, project)
    plan_form.panel(data.snapshot(current()), project, as_of=address.as_of())
    facts = plan.project_facts(PROJECTS[project])
    if not facts:
        layout.empty(f"Planen siger ikke andet om {project}.")
        return
    layout.finding(plan.HEADING, plan.facts_line(facts))
    layout.table(plan.facts_table(PROJECTS[project].programme, facts), alt="Tabel: det siger planen")


def parts(snapshot: Snapshot, project: str) -> dict[str, Callable[[], None]]:
    """What each tab draws, by its name."""
    return {"Status": partial(_status, snapshot, project), "Netværk": partial(_networks, snapshot, project),
            "Holdepunkter": partial(_points, snapshot, project), "Planen": partial(_plan, snapshot, project)}
