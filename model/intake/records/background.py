"""What records are held against: jobcenters, course days, what stands already, and the day that counts as now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd
from sqlmodel import Session, col

from model.basics.formatting import day
from model.intake import known
from model.intake.columns.profiles import FOR_ALL
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.datasets.register import DATASETS
from model.intake.known import Known, Profile
from model.intake.records.named_days import Plan, plan_of
from model.store import record_facts
from model.store.tables.base import ColumnProfile


@dataclass(frozen=True)
class Background:
    """Reference data and standing records, read in one transaction.

    course_days: indexed by code with kind, run, day, held_on (date), title, most, least. standing: by dataset name, the
    frames of ``record_facts.records`` of those datasets whose rules need each other.
    """

    jobcenters: Known
    profiles: dict[str, Profile]
    course_days: pd.DataFrame
    standing: dict[str, pd.DataFrame]
    today: date
    renamed: Mapping[str, str] = field(default_factory=dict)  # what was answered of centres by name
    anew: frozenset[str] = frozenset()  # those questions of centres that were answered and shall be asked again

    def course_day(self, code: str) -> str:
        """``Kursusdag 3 (26. jan. 2010)``, ``Mentorkursus 1, dag 2 (10. mar. 2010)``; the code when unknown."""
        return self.course_day_names.get(code, code)

    @cached_property
    def plan(self) -> Plan:
        """The course days as texts name them."""
        return plan_of(self.course_days)

    @cached_property
    def held_on(self) -> dict[str, date]:
        """The day each course day is held, by code."""
        return dict(self.course_days["held_on"].items())

    @cached_property
    def course_day_names(self) -> dict[str, str]:
        """What each course day is called, by code."""
        return {code: f"{record_facts.course_day_name(self.course_days, code)} ({day(held)})"
                for code, held in self.held_on.items()}


def load(session: Session, dataset: Dataset, *, today: date, anew: Collection[str] = (),
         standing: bool = True) -> Background:
    """Everything a check of one dataset is held against. anew: questions whose remembered answers do not hold.

    standing: whether it is held against what stands, too.
    """
    needed = (dataset.name, *dataset.beside)
    stored = known.profiles(session, ColumnProfile.dataset == dataset.name)
    renamed = for_all(session, needed)
    return Background(
        jobcenters=known.load(session, MAANEDSTAL),
        profiles={p.fingerprint: Profile.of(p) for p in stored},
        course_days=record_facts.course_days(session), today=today,
        standing={name: record_facts.records(session, DATASETS[name].table) for name in needed if standing},
        renamed={asked: answer for asked, answer in renamed.items() if asked not in anew},
        anew=frozenset(anew) & renamed.keys())


def for_all(session: Session, datasets: Collection[str]) -> dict[str, str]:
    """The answers that hold for all senders' files of those datasets, whoever gave them, by the questions' ids."""
    asked = [name for name in datasets if DATASETS[name].for_all]
    stored = known.profiles(session, col(ColumnProfile.dataset).in_(asked)) if asked else ()
    return {asked: answer for profile in stored for asked, answer in Profile.of(profile).said.items()
            if asked.startswith(FOR_ALL)}
