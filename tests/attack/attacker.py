"""The attack: from the documents of all editions, and at most what insiders know, to the counts that are given away.

The attacker takes counts to be whole numbers from nought up; activated to be praktik and løntilskud, and no more than
the group; outcomes no more than the courses that ended; what is cumulated to be the sum of its months; and the
published rules and the list to hold. A unit that no edition names as changed is taken to be unchanged; only where
nothing fits together so does the attacker let go of the rules, and then of that, as little as is needed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.attack.exact import tightened
from tests.attack.knowing import OPEN, Assumed, Family, Own, Reader, families
from tests.attack.printed import printed
from tests.attack.reading import Document
from tests.attack.reasoning import NARROW, Bounds, Contradiction, derived
from tests.attack.rules import Rules, rules
from tests.attack.versions import ANY, HIDDEN, MARKED, SEEN
from tests.attack.world import Interval, World

# what is taken to be unchanged, and whether by the rules: the next where nothing fits together by the one before
ASSUMED = tuple(Assumed(trust, by_rule) for trust, by_rule in (
    (SEEN, True), (MARKED, True), (SEEN, False), (MARKED, False), (HIDDEN, True), (HIDDEN, False), (ANY, False)))
FEW = 12  # unknown parts: so few are always proved without gaps


@dataclass(frozen=True)
class Leak(Interval):
    """A protected count that is given away, and how: "derived", or "printed" where a cell itself says it."""

    why: str = "derived"


def attack(documents: Sequence[Document], insider: Own | None = None, *, exact: bool = False,
           unprotected: frozenset[str] = OPEN) -> list[Leak]:
    """Every protected count that the documents give away to the public, or to those who know ``insider``.

    ``documents``: all editions, the newest last, withdrawn ones too. ``insider``: by unit, edition, month and measure
    what the insiders know; counts of their own units are not protected. ``exact``: no gap in the proof, but
    several times slower.
    ``unprotected``: measures that count no citizens. Raises ValueError where one edition is told in two ways.
    """
    leaks = [Leak(**vars(each)) for each in proved(documents, insider, exact=exact, unprotected=unprotected)
             if each.width <= NARROW]
    own = set(insider or {})
    said = [Leak(**vars(each), why="printed") for each in printed(documents, unprotected) if not own & {*each.units}]
    return said + leaks


def proved(documents: Sequence[Document], insider: Own | None = None, *, exact: bool = False,
           unprotected: frozenset[str] = OPEN) -> Iterator[Interval]:
    """For every protected count that is not told itself, and for its changes, the tightest interval proved."""
    if documents:
        known = rules(documents)
        for family in families(documents, unprotected):
            yield from _of(family, known, insider or {}, exact)


def _of(family: Family, known: Rules, own: Own, exact: bool) -> Iterable[Interval]:
    """By the strongest assumptions that fit what is told; nothing, where not even the weakest do."""
    for assumed in ASSUMED:
        try:
            placed = assumed if assumed.trust < HIDDEN else _with_breaks(family, known, own, assumed)
            world, bounds, counts = _prove(family, known, own, placed)
            return tightened(world, bounds, counts) if exact or len(world.bits) <= FEW else counts
        except Contradiction:
            continue
    return []


def _with_breaks(family: Family, known: Rules, own: Own, assumed: Assumed) -> Assumed:
    """With a break at every edition that does not fit with what was told before it, and at no other."""
    for edition in sorted({cell.edition for cell in family.told if cell in family.stated}):
        so_far = family.until(edition)
        try:
            _prove(so_far, known, own, assumed)
        except Contradiction:
            assumed = replace(assumed, breaks=(*assumed.breaks, edition))
            _prove(so_far, known, own, assumed)
    return assumed


def _prove(family: Family, known: Rules, own: Own, assumed: Assumed) -> tuple[World, Bounds, list[Interval]]:
    world = Reader(family, known, own, assumed).world
    bounds = Bounds(world)
    return world, bounds, derived(world, bounds)
