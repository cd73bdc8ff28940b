"""Mentor networks: which jobcenters were offered help, have begun, how often they have met, and when last.

What nobody has said is not known: a jobcenter without a word may well have a network, and one that has begun without a
meeting may well have met.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import alphabetical
from model.intake.datasets.networks import DECLINED, MET, NETWORKS, OFFERED, STARTED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.record_facts import schema

EVENTS = schema(NETWORKS.table)


@dataclass(frozen=True)
class Network:
    """What is known of one jobcenter's network; a day is None where nobody has said it.

    offered_on, started_on: the first such day. declined_on: None where help was offered or the network began since.
    meetings: those that were told of. participants: of the last of them, None where they are not known. together_with:
    as last said, empty where nobody has.
    """

    code: str
    name: str
    offered_on: date | None = None
    declined_on: date | None = None
    started_on: date | None = None
    meetings: int = 0
    last_met: date | None = None
    participants: int | None = None
    participants_hidden: bool = False
    together_with: str = ""

    @property
    def begun(self) -> bool:
        """Whether there is a network: it has started, or it has met."""
        return self.started_on is not None or self.meetings > 0

    @property
    def told(self) -> bool:
        """Whether anything is known of it."""
        return self.begun or self.offered_on is not None or self.declined_on is not None


@remembered
def events(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """The events that stand, by jobcenter and day; one that was taken back is none."""
    frame = snapshot.recorded(NETWORKS.name)
    return frame[frame["event"].notna()].reset_index(drop=True)


@remembered
def networks(snapshot: Snapshot) -> tuple[Network, ...]:
    """What is known of every jobcenter's network, by name."""
    own = dict(list(events(snapshot).groupby("jobcenter")))
    names = snapshot.jobcenters["name"].to_dict()
    return tuple(_network(str(code), names[code], own.get(code))
                 for code in sorted(names, key=lambda code: alphabetical(names[code])))


def begun(snapshot: Snapshot) -> list[Network]:
    """Those that have started or met."""
    return [network for network in networks(snapshot) if network.begun]


def _network(code: str, name: str, own: pd.DataFrame | None) -> Network:
    if own is None:
        return Network(code, name)
    days = {event: _days(own, event) for event in (OFFERED, STARTED, MET, DECLINED)}
    offered, started, met, declined = days.values()
    since = max((*offered, *started, *met), default=None)
    last = own[own["event"].eq(MET)].iloc[-1] if met else None
    shared = own["together_with"].dropna()
    return Network(code, name, offered_on=min(offered, default=None), started_on=min(started, default=None),
                   declined_on=declined[-1] if declined and (since is None or since < declined[-1]) else None,
                   meetings=len(met), last_met=met[-1] if met else None, participants=_count(last),
                   participants_hidden=last is not None and last["participants_mark"] == "hidden",
                   together_with=str(shared.iloc[-1]) if len(shared) else "")


def _days(own: pd.DataFrame, event: str) -> list[date]:
    """The days of an event, in order, as the records have them."""
    return [when.date() for when in own.loc[own["event"].eq(event), "day"]]


def _count(meeting: Any) -> int | None:
    return None if meeting is None or pd.isna(meeting["participants"]) else int(meeting["participants"])
