"""A point of a checklist as a card: its sentence, how far it is, who does it, and what hinders."""

from model.basics.formatting import day
from model.drawing.card import Card, lines
from model.drawing.chart import Mark
from model.subjects.projects.figures.points import Standing

MARKS: dict[str | None, Mark] = {"på plads": "reached", "i gang": "plain", "ikke begyndt": "plain",
                                 "hindret": "not_reached", None: "unknown"}


def card(standing: Standing) -> Card:
    """What is known of the point; a point nobody has followed up says so."""
    point, newest = standing.point, standing.newest
    told = [] if newest is None else [
        f"Ansvarlig: {newest.responsible}" if newest.responsible else "",
        f"Plan: {newest.plan}" if newest.plan else "", f"Forhindring: {newest.obstacle}" if newest.obstacle else "",
        f"Det gøres ved det: {newest.counter_measure}" if newest.counter_measure else "",
        f"Dokumentation: {newest.evidence}" if newest.evidence else ""]
    return Card(f"{point.number}. {point.name}", context=point.sentence,
                verdict=(MARKS[standing.status], standing.status or "ikke fulgt op"),
                lines=(*lines(*(f"{text}." for text in told if text)),
                       *lines(f"Fulgt op den {day(newest.on)}" if newest else "", tone="quiet")))
