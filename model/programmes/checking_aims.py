"""What of milestones, checklists, contracts and expectations does not fit the rest of a declaration."""

from collections.abc import Iterator, Sequence

from model.basics.formatting import day
from model.basics.months import shift
from model.programmes.kinds import Checklist, Contract, Milestones, Volume
from model.programmes.located import Path
from model.programmes.programme import Programme
from model.programmes.repeated import again

Wrong = tuple[Path, str]
ALONE = (Checklist, Contract, Volume)  # kinds of which a programme has one goal at most


def problems(programme: Programme) -> Iterator[Wrong]:
    """(path to the value, what is wrong and what to do) of everything that does not fit."""
    yield from _alone(programme)
    for name, goal in programme.goals.items():
        path: Path = ("goals", name)
        if isinstance(goal, Milestones):
            yield from _of_milestones(programme, path, goal)
        elif isinstance(goal, Contract):
            yield from _twice((*path, "rows"), [row.number for row in goal.rows])
        elif isinstance(goal, Checklist):
            yield from _twice((*path, "points"), [point.number for point in goal.points])
    for at, expected in enumerate(programme.expected):
        if sum(expected.parts.values()) != 100:
            yield ("expected", at, "parts"), "Delene skal tilsammen være 100 procent."


def _of_milestones(programme: Programme, path: Path, goal: Milestones) -> Iterator[Wrong]:
    if list(goal.dates) != sorted(set(goal.dates)):
        yield (*path, "dates"), "Dagene skal stå i orden, hver af dem én gang."
    last = shift(programme.ends, 1)
    yield from (((*path, "dates"), f"{day(when)} ligger uden for programmet.") for when in goal.dates
                if not programme.starts <= when < last)
    for at, plan in enumerate(goal.plans):
        yield from (((*path, "plans", at, "values"), f"{day(when)} er ikke blandt dagene i »dates«.")
                    for when in sorted(set(plan.values) - set(goal.dates)))
    yield from _twice((*path, "plans"), [(plan.unit, plan.measure) for plan in goal.plans])


def _twice(path: Path, names: Sequence[object]) -> Iterator[Wrong]:
    yield from (((*path, at), "Det samme står to gange. Slet det ene, eller ret det.") for at in again(names))


def _alone(programme: Programme) -> Iterator[Wrong]:
    """The pages show one goal of each of these kinds."""
    kinds = [(name, goal.kind) for name, goal in programme.goals.items() if isinstance(goal, ALONE)]
    for at in again([kind for _, kind in kinds]):
        name, kind = kinds[at]
        yield ("goals", name), f"Et andet mål er også af slagsen »{kind}«. Et program kan kun have ét. Saml dem."
