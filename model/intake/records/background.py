"""What records are held against: jobcenters, course days, what stands already, and the day that counts as now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from model.basics.formatting import day
from model.intake.datasets.declaration import Dataset
from model.intake.known import Known, Profile
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.named_days import Plan
from model.intake.reference import Reference
from model.store import record_facts


@dataclass(frozen=True)
class Background:
    """Reference data and standing records, read in one transaction.

    course_days: indexed by code with kind, run, day, held_on (date), title, most, least. plan: the same as texts name
    them. headings: what the file's are held against. standing: by dataset name, the
    frames of ``record_facts.records`` of those datasets whose rules need each other.
    """

    jobcenters: Known
    profiles: dict[str, Profile]
    course_days: pd.DataFrame
    plan: Plan
    headings: HeadingKeys
    standing: dict[str, pd.DataFrame]
    today: date
    renamed: Mapping[str, str] = field(default_factory=dict)  # what was answered of centres by name
    anew: frozenset[str] = frozenset()  # those questions of centres that were answered and shall be asked again

    def course_day(self, code: str) -> str:
        """``Kursusdag 3 (26. jan. 2010)``, ``Mentorkursus 1, dag 2 (10. mar. 2010)``; the code when unknown."""
        return self.course_day_names.get(code, code)

    @cached_property
    def held_on(self) -> dict[str, date]:
        """The day each course day is held, by code."""
        return dict(self.course_days["held_on"].items())

    @cached_property
    def course_day_names(self) -> dict[str, str]:
        """What each course day is called, by code."""
        return {code: f"{record_facts.course_day_name(self.course_days, code)} ({day(held)})"
                for code, held in self.held_on.items()}


def load(reference: Reference, dataset: Dataset, *, today: date, anew: Collection[str] = (),
         standing: bool = True) -> Background:
    """Everything a check of one dataset is held against. anew: questions whose remembered answers do not hold.

    standing: whether it is held against what stands, too.
    """
    needed = (dataset.name, *dataset.beside)
    renamed = reference.for_all(needed)
    return Background(
        jobcenters=reference.known, profiles=reference.profiles(dataset.name), course_days=reference.course_days,
        plan=reference.plan, headings=reference.headings(dataset), today=today,
        standing={name: reference.records(name) for name in needed if standing},
        renamed={asked: answer for asked, answer in renamed.items() if asked not in anew},
        anew=frozenset(anew) & renamed.keys())
