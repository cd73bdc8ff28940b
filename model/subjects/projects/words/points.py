"""A point of a checklist as a card: its sentence, how far it is, who does it, and what hinders."""

from model.basics.formatting import day
from model.drawing.card import Card, lines
from model.drawing.chart import Mark
from model.intake.datasets.projects import FOLLOWED
from model.subjects.projects.figures.points import Standing

MARKS: dict[str | None, Mark] = {"på plads": "reached", "i gang": "plain", "ikke begyndt": "plain",
                                 "hindret": "not_reached", None: "unknown"}
UNFOLLOWED = "ikke fulgt op"
HEADINGS = {part.column: part.heading for part in FOLLOWED.parts}  # what is written of a point is called


def title(standing: Standing) -> str:
    """»1. Virksomhedscenterplads«."""
    return f"{standing.point.number}. {standing.point.name}"


def status_words(standing: Standing) -> str:
    """How far it is; one that nobody has followed up says so."""
    return standing.status or UNFOLLOWED


def card(standing: Standing) -> Card:
    """What is known of the point; a point nobody has followed up says so."""
    newest = standing.newest
    sentences = [] if newest is None else [
        f"Ansvarlig: {newest.responsible}" if newest.responsible else "",
        f"Plan: {newest.plan}" if newest.plan else "", f"Forhindring: {newest.obstacle}" if newest.obstacle else "",
        f"Det gøres ved det: {newest.counter_measure}" if newest.counter_measure else "",
        f"Dokumentation: {newest.evidence}" if newest.evidence else ""]
    return Card(title(standing), context=standing.point.sentence,
                verdict=(MARKS[standing.status], status_words(standing)),
                lines=(*lines(*(f"{text}." for text in sentences if text)),
                       *lines(f"Fulgt op den {day(newest.on)}" if newest else "", tone="quiet")))
