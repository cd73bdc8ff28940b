"""Mentor networks as a table by jobcenter, and every event as rows of a file."""

from datetime import date

import pandas as pd

from model.basics.formatting import day, number
from model.basics.spaces import unbroken
from model.intake.datasets.networks import NETWORKS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import HIDDEN, SAID
from model.subjects.courses.figures.networks import Network, events, networks
from model.subjects.courses.words.networks import UNTOLD

NOBODY_ELSE, NO_NETWORK = "ingen andre nævnt", "–"
COUNTS = ("Oplyste møder", "Deltagere senest")


@remembered
def networks_table(snapshot: Snapshot) -> pd.DataFrame:
    """Every jobcenter something is known of, as texts; what is not known says so."""
    told = [one for one in networks(snapshot) if one.told]
    return pd.DataFrame({
        "Jobcenter": [one.name for one in told], "Hjælp": [_help(one) for one in told],
        "Startet": [_day(one.started_on) for one in told],
        COUNTS[0]: [number(one.meetings) if one.meetings else UNTOLD for one in told],
        "Mødtes senest": [_day(one.last_met) for one in told],
        COUNTS[1]: [_participants(one) for one in told],
        "Sammen med": [_shared(one) for one in told]})


def networks_data(snapshot: Snapshot) -> pd.DataFrame:
    """Every event for a file, by jobcenter and day, under the dataset's own names."""
    found = events(snapshot)
    stated = {part.name: found[part.column] for part in NETWORKS.parts}
    return pd.DataFrame({"kommunekode": found["jobcenter"]} | stated
                        | {"jobcenter": found["jobcenter"].map(snapshot.jobcenters["name"])})


def _help(one: Network) -> str:
    if one.declined_on is not None:
        return f"takket nej {_day(one.declined_on)}"
    return UNTOLD if one.offered_on is None else f"tilbudt {_day(one.offered_on)}"


def _shared(one: Network) -> str:
    """A cell left empty names no others, and what has not begun has none: neither is something that is lacking."""
    return (one.together_with or NOBODY_ELSE) if one.begun else NO_NETWORK


def _participants(one: Network) -> str:
    if one.participants is None:
        return SAID[HIDDEN] if one.participants_hidden else UNTOLD
    return number(one.participants)


def _day(when: date | None) -> str:
    return UNTOLD if when is None else unbroken(day(when))
