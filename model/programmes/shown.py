"""What the house must find in a programme to show it: the kinds of goals and the roles that its pages are made of."""

from collections.abc import Iterator, Sequence

from model.basics.formatting import listing
from model.programmes.programme import AllOf, Increase, Outcome, Programme, Role, Share

ROLES: tuple[Role, ...] = ("group", "reached", "ended", "outcome", "outcome_beside", "ended_after_centre",
                           "outcome_after_centre")
STORED = {Share: "share", Increase: "increase", Outcome: "self_supporting"}  # what the rows of each are called


def lacking(programme: Programme) -> Iterator[str]:
    """What keeps it from being shown, each as a sentence; nothing for one that can be."""
    parts = [part for goal in programme.aims(AllOf) for part in goal.parts.values()]
    goals: Sequence[Share | Increase | Outcome] = [*parts, *programme.aims(Outcome)]
    if sorted(STORED[type(goal)] for goal in goals) != sorted(STORED.values()):
        yield "Det skal have ét mål af delene »share« og »increase« og ét af slagsen »outcome«."
    yield from (f"Målet »{goal.kind}« skal gemmes som »{STORED[type(goal)]}« (stored_as)." for goal in goals
                if goal.stored_as != STORED[type(goal)])
    if absent := [role for role in ROLES if not programme.playing(role)]:
        yield f"Intet nøgletal har {listing(f'rollen »{role}«' for role in absent)}."
    if len(programme.playing("part")) != 2:
        yield "To nøgletal skal have rollen »part«."
