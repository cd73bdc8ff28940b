"""What is said of mentor networks: who has one and has met, who was offered help, of whom nothing is known."""

from collections.abc import Sequence
from datetime import date

from model.basics.formatting import day, listing, number, plural
from model.intake.datasets.networks import NETWORKS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures.networks import Network, begun, networks

JOBCENTERS = ("jobcenter", "jobcentre")
UNTOLD = NETWORKS.missing


def nothing(snapshot: Snapshot) -> str:
    """What to read where nothing is known of any network: why, and what to do."""
    if snapshot.as_of is not None:
        return f"Der var ikke oplyst noget om mentornetværk {day(snapshot.as_of)}."
    return ("Der er ikke oplyst noget om mentornetværk endnu. Skriv en hændelse ind ovenfor, eller indlæs en fil på "
            "siden Indlæs tal.")


@remembered
def title(snapshot: Snapshot) -> str:
    """»5 jobcentre har et mentornetværk, 3 af dem har mødtes«, without a full stop."""
    have = begun(snapshot)
    if not have:
        return "Intet jobcenter har oplyst, at et mentornetværk er startet"
    who, met = f"{plural(len(have), *JOBCENTERS)} har et mentornetværk", sum(one.meetings > 0 for one in have)
    if not met:
        return f"{who}, men intet møde er oplyst"
    if met < len(have):
        return f"{who}, {number(met)} af dem har mødtes"
    return f"{who}, og {'det' if met == 1 else 'alle'} har mødtes"


@remembered
def further(snapshot: Snapshot) -> str:
    """Who was offered help and who declined it, and when the last meeting was; empty where none of it is known."""
    every = networks(snapshot)
    offered, declined = ([one for one in every if when(one) is not None]
                         for when in (lambda one: one.offered_on, lambda one: one.declined_on))
    parts = [f"{plural(len(offered), *JOBCENTERS)} er tilbudt hjælp til at komme i gang" if offered else "",
             f"{_named(declined)} har takket nej" if declined else "", _last(every)]
    return " ".join(f"{part}." for part in parts if part)


def _last(every: Sequence[Network]) -> str:
    """»Senest mødtes Skive og Struer, 12. apr. 2011«."""
    newest = max((one.last_met for one in every if one.last_met), default=None)
    if newest is None:
        return ""
    return f"Senest mødtes {_named([one for one in every if one.last_met == newest])}, {day(newest)}"


@remembered
def untold(snapshot: Snapshot) -> str:
    """Of whom nothing is known, and what that does not mean; empty where something is known of everybody."""
    silent = [one for one in networks(snapshot) if not one.told]
    if not silent:
        return ""
    return (f"Om {plural(len(silent), *JOBCENTERS)} er intet oplyst: {_named(silent)}. Det betyder ikke, at der ikke "
            "er et netværk.")


def lacking(*, jobcenter: str | None, event: str | None) -> str:
    """What must still be chosen before an event can be saved; empty when nothing is lacking."""
    wanted = {"jobcentret": jobcenter, "hvad der skete": event}
    absent = [words for words, given in wanted.items() if not given]
    return f"Vælg først {listing(absent)}." if absent else ""


def replaced(event: str, when: date) -> str:
    """That another event of that day stands and will be changed."""
    return f"Der står allerede »{event}« {day(when)}. Et jobcenter har én hændelse pr. dag, så den bliver rettet."


def _named(those: Sequence[Network]) -> str:
    return listing(one.name for one in those)
