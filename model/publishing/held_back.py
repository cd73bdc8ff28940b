"""Corrections that an edition does not tell: what stands otherwise now than the public knows it, and why that is."""

from collections.abc import Mapping
from typing import Literal

from model.publishing.cells import Key
from model.publishing.edition import CUMULATED, Edition
from model.publishing.moved import stands_now
from model.publishing.reported import Reported, reported
from model.snapshot.snapshot import Snapshot

# the row moves too little; what is corrected is too small itself; courses are told again at a later half-year; those
# told together and the whole are told once
Why = Literal["small_step", "small_row", "courses", "once"]
ORDER: tuple[Why, ...] = ("small_step", "small_row", "courses", "once")


def held_back(made: Edition, snapshot: Snapshot) -> Mapping[Why, tuple[Key, ...]]:
    """The keys of the numbers that are reported otherwise now than they are told, this edition's too, by reason."""
    known = reported(snapshot)
    keys: dict[Why, list[Key]] = {why: [] for why in ORDER}
    for key, cell in made.published.cells.items():
        now = None if cell.value is None else stands_now(known, key)
        if now is not None and now != cell.value:
            keys[_why(made, known, key)].append(key)
    return {why: tuple(of) for why, of in keys.items() if of}


def _why(made: Edition, known: Reported, key: Key) -> Why:
    if key.scope != "unit":
        return "once"
    if key.measure in CUMULATED:
        return "courses"
    group, reached = (known.count(measure, key.units[0], key.first) for measure in (known.group, known.reached))
    return "small_step" if made.published.limits.tells(reached, group - reached) else "small_row"
