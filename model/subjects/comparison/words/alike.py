"""Who is like a jobcenter, and how many of them have reached goal 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import alphabetical, listing, number
from model.programmes.words import GOAL_1
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.figures import peers
from model.subjects.comparison.figures.peers import Peers
from model.subjects.goals.figures.goals import Goal1, goals1
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.wording import HAS, reached_words

NAMED = 12  # jobcenters named of each kind
KINDS = (("Nået", (Verdict.REACHED,)), ("Ikke nået", (Verdict.PARTLY, Verdict.NOT_REACHED)),
         ("Kan ikke opgøres", (Verdict.UNKNOWN,)))


@dataclass(frozen=True)
class Alike:
    """sentence: how many of its size have reached goal 1. names: who they are. peers: the group."""

    sentence: str
    names: str
    peers: Peers


@remembered
def alike(snapshot: Snapshot, code: str, month: date) -> Alike | None:
    """How those of a jobcenter's size fare; None where its size is not known or it does not take part in ``month``."""
    group = peers.alike(snapshot, month, code)
    goals = [] if group is None else [goal for goal in goals1(snapshot, month) if goal.code in group.codes]
    if group is None or not any(goal.code == code for goal in goals):
        return None
    return Alike(_sentence(goals), f"{group.name}. {_names(goals)}", group)


def highlighted_sentence(name: str, group: Peers) -> str:
    """Why a group is shown that nobody chose: it is of the size of the jobcenter the reader comes from."""
    return f"{name} er fremhævet, og her er dem på samme størrelse: {group.within}."


def _sentence(goals: Sequence[Goal1]) -> str:
    """``Af 8 jobcentre på jeres størrelse har 5 nået Mål 1``."""
    reached, size = sum(goal.verdict == Verdict.REACHED for goal in goals), len(goals)
    if size == 1:
        return "Ingen andre jobcentre er på jeres størrelse"
    over, who = goals[0].over, "jobcentre på jeres størrelse"
    if reached == size:
        every = "Begge" if size == 2 else f"Alle {number(size)}"
        return f"{every} {who} {reached_words(goals[0])} {GOAL_1}"
    return f"Af {number(size)} {who} {HAS[over]} {number(reached) if reached else 'ingen'} nået {GOAL_1}"


def _names(goals: Sequence[Goal1]) -> str:
    """``Nået: Lemvig og Struer. Ikke nået: Skive.``"""
    parts = ((words, sorted((goal.name for goal in goals if goal.verdict in verdicts), key=alphabetical))
             for words, verdicts in KINDS)
    return " ".join(f"{words}: {listing(_some(names))}." for words, names in parts if names)


def _some(names: list[str]) -> list[str]:
    rest = len(names) - NAMED
    return names if rest <= 0 else [*names[:NAMED], f"{number(rest)} andre"]
