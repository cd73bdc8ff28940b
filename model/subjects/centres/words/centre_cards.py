"""The cards of »Virksomhedscentre«: active centres with both of their parts, their places, and what comes of it."""

from datetime import date

from model.basics.formatting import capital, number
from model.drawing.card import Card, lines
from model.programmes.words import OTHER_OUTCOME
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import activity, occupancy
from model.subjects.centres.figures.centre_outcomes import centre_outcome
from model.subjects.centres.words import centre_page, centre_trials
from model.subjects.centres.words import centres as findings


def cards(snapshot: Snapshot, code: str | None, month: date) -> tuple[Card, Card, Card]:
    """The region's, or one jobcenter's."""
    return _active(snapshot, code, month), _places(snapshot, code, month), _afterwards(snapshot, code, month)


def _active(snapshot: Snapshot, code: str | None, month: date) -> Card:
    year = activity.year(snapshot, code, month)
    return Card("Aktive centre", number(year.active), "ved månedens slutning", lines=(
        *lines(f"{findings.movement_title(year)}."), *lines(findings.movement_note(year), tone="quiet"),
        *lines(centre_page.to_discuss(snapshot, code, month))))


def _places(snapshot: Snapshot, code: str | None, month: date) -> Card:
    room = occupancy.occupancy(snapshot, code, month)
    figure, words = centre_page.taken_parts(room)
    return Card("Besatte pladser", figure, words, lines=(
        *lines(findings.told_sentence(room), findings.crowded_sentence(snapshot, code, month)),
        *lines(centre_trials.trial_occupancy(), tone="quiet")))


def _afterwards(snapshot: Snapshot, code: str | None, month: date) -> Card:
    outcome = centre_outcome(snapshot, code, month)
    figure, words = centre_page.outcome_parts(outcome)
    return Card(f"{capital(OTHER_OUTCOME)} bagefter", figure, words, lines=(
        *lines(f"{findings.outcome_title(outcome)}."),
        *lines(centre_trials.compared(), tone="quiet")))
