"""Whom a jobcenter is compared with: the whole region, its landsdel, those of its size, or a klynge written by hand."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

import numpy as np
import pandas as pd

from model.basics.formatting import alphabetical, day, listing, normalise, number
from model.basics.frames import Schema, text
from model.basics.months import between
from model.snapshot.columns import as_floats, by_jobcenter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.left_out import outcome_region

SIZES = (300, 600)  # persons in the target group, where a size ends and the next begins
EVERYONE = "alle"
DISSOLVED = "opløst"
HISTORY = Schema("one thing written of a klynge, newest first, as texts", (
    text("Klynge", "its name"), text("Jobcentre", "who was in it, or DISSOLVED"), text("Skrevet", "when"),
    text("Begrundelse", "why"), text("Hvem", "wrote it")))


@dataclass(frozen=True)
class Peers:
    """Jobcenters that are compared. key: as the address names them; codes by code; number: of a klynge."""

    key: str
    name: str
    kind: Literal["everyone", "landsdel", "size", "klynge"]
    codes: tuple[str, ...]
    number: int | None = None

    @property
    def within(self) -> str:
        """The name as it stands inside a sentence; a place and a klynge keep their capital."""
        return f"{self.name[0].lower()}{self.name[1:]}" if self.kind in ("everyone", "size") else self.name


def groups(snapshot: Snapshot, month: date, stated: pd.DataFrame) -> tuple[Peers, ...]:
    """All there is to choose between in ``month``, the whole region first; a group of nobody is left out.

    stated: the frame of ``statements.stated`` of ``PeerGroup``.
    """
    every = (everyone(snapshot), *_landsdele(snapshot), *_sizes(snapshot, month), *klynger(stated))
    return tuple(peers for peers in every if peers.codes)


def everyone(snapshot: Snapshot) -> Peers:
    """The whole region."""
    return Peers(EVERYONE, outcome_region(snapshot), "everyone", tuple(map(str, snapshot.jobcenters.index)))


def alike(snapshot: Snapshot, month: date, code: str) -> Peers | None:
    """The jobcenters of its size, itself among them; None for one that never told its size."""
    return next((peers for peers in _sizes(snapshot, month) if code in peers.codes), None)


def klynger(stated: pd.DataFrame) -> tuple[Peers, ...]:
    """The klynger that stand, by name: of each number the newest row, unless it has no jobcenters left."""
    newest = stated.drop_duplicates("number", keep="last")
    named = [Peers(f"klynge-{row['number']}", str(row["name"]), "klynge", tuple(row["jobcenters"]), int(row["number"]))
             for row in newest.to_dict("records") if row["jobcenters"]]
    return tuple(sorted(named, key=lambda peers: alphabetical(peers.name)))


def history(snapshot: Snapshot, stated: pd.DataFrame) -> Annotated[pd.DataFrame, HISTORY]:
    """Everything written of the klynger. stated: the frame of ``statements.stated`` of ``PeerGroup``."""
    names = snapshot.jobcenters["name"].to_dict()
    rows = [(row["name"], listing(sorted((names.get(code, code) for code in row["jobcenters"]), key=alphabetical))
             or DISSOLVED, day(row["recorded_at"]), row["reason"], row["recorded_by"])
            for row in reversed(stated.to_dict("records"))]
    return pd.DataFrame(rows, columns=HISTORY.names)


def lacking(*, name: str, reason: str, by: str) -> str:
    """What must still be written before a klynge can be saved; empty when nothing is lacking."""
    asked = {"klyngens navn": name, "en begrundelse": reason, "hvem du er": by}
    absent = [words for words, text in asked.items() if not text.strip()]
    return f"Skriv først {listing(absent)}." if absent else ""


@remembered
def _landsdele(snapshot: Snapshot) -> tuple[Peers, ...]:
    places = snapshot.jobcenters["landsdel"]
    return tuple(Peers(normalise(name), str(name), "landsdel", tuple(map(str, places.index[places.eq(name)])))
                 for name in sorted(places.unique(), key=alphabetical, reverse=True))


@remembered
def _sizes(snapshot: Snapshot, month: date) -> tuple[Peers, ...]:
    """By the last known target group up to ``month``; who never told its size is in no group."""
    small, large = SIZES
    size = _last_known(snapshot, month)
    names = (("lille", f"Under {number(small)} i målgruppen", size < small),
             ("mellem", f"{number(small)}–{number(large - 1)} i målgruppen", (size >= small) & (size < large)),
             ("stor", f"{number(large)} og flere i målgruppen", size >= large))
    return tuple(Peers(key, name, "size", tuple(map(str, size.index[chosen]))) for key, name, chosen in names)


def _last_known(snapshot: Snapshot, month: date) -> pd.Series:
    known = pd.DataFrame(by_jobcenter(snapshot, as_floats(panel(snapshot)["persons"])))
    last = known.iloc[:, :between(snapshot.figures_from, month) + 1].ffill(axis=1).iloc[:, -1]
    return pd.Series(np.asarray(last, dtype=float), index=snapshot.jobcenters.index)
