"""What the public site is made of: the editions, the published stories and the plan; no figure of today is among it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

import pandas as pd
from sqlmodel import Session

from model.access.viewer import HOUSE
from model.publishing import editions
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import Edition
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Written
from model.subjects.calendar.figures import calendar, plan


@dataclass(frozen=True)
class Public:
    """editions: every one, oldest first, the withdrawn ones too. written: the published stories. planned: the days of
    the plan. activities: its activities, by number.
    """

    editions: tuple[Edition, ...]
    written: Written = field(default_factory=Written)
    planned: Annotated[pd.DataFrame, calendar.EVENTS] = field(default_factory=calendar.EVENTS.empty)
    activities: Annotated[pd.DataFrame, plan.OVERVIEW] = field(default_factory=plan.OVERVIEW.empty)

    @cached_property
    def standing(self) -> tuple[Edition, ...]:
        """The editions that are not withdrawn, oldest first."""
        return tuple(each for each in self.editions if each.heading.withdrawn is None)

    @property
    def newest(self) -> Edition | None:
        """The newest of those; None where all are withdrawn."""
        return self.standing[-1] if self.standing else None

    @cached_property
    def with_stories(self) -> Snapshot:
        """The newest edition's places, under which the stories are read."""
        return as_snapshot(self.newest or self.editions[-1], self.written)

    @property
    def sample(self) -> bool:
        """Whether anything in it is invented."""
        return self.written.sample or any(each.heading.sample for each in self.editions)


def read(session: Session) -> Public:
    """What is public now. Of today's snapshot only what is no figure is taken."""
    now = loading.load(session, HOUSE)
    every = tuple(editions.every(session))
    return Public(every, now.written.published, calendar.planned(now), plan.overview(now))
