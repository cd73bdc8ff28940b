"""What the database knows that any file is held against, each thing read once a check: it is asked for in many places.
"""

from collections.abc import Collection
from functools import cached_property
from typing import Annotated

import pandas as pd
from sqlmodel import Session

from model.intake import known
from model.intake.columns.fitting import Scope
from model.intake.columns.profiles import FOR_ALL
from model.intake.columns.spellings import spellings_of
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.known import Known, Profile
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.headings import scope_of
from model.intake.records.named_days import Plan, plan_of
from model.store import record_facts
from model.store.tables.base import ColumnProfile


class Reference:
    """Jobcenters, course days and what senders have explained, as they stand in one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._records: dict[str, pd.DataFrame] = {}
        self._headings: dict[str, HeadingKeys] = {}

    @cached_property
    def known(self) -> Known:
        """Jobcenters, months and what is remembered of files of monthly figures."""
        return known.load(self.session, self.profiles(MAANEDSTAL.name))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What headings of monthly figures are matched against."""
        return Vocabulary(MAANEDSTAL, self.known)

    @cached_property
    def course_days(self) -> Annotated[pd.DataFrame, record_facts.COURSE_DAYS]:
        """The plan's course days."""
        return record_facts.course_days(self.session)

    @cached_property
    def plan(self) -> Plan:
        """The course days as texts name them."""
        return plan_of(self.course_days)

    @cached_property
    def scope(self) -> Scope:
        """What cells are held against."""
        return scope_of(self.plan, self.known.aliases)

    def headings(self, dataset: Dataset) -> HeadingKeys:
        """What headings of a file of records are held against."""
        if dataset.name not in self._headings:
            self._headings[dataset.name] = HeadingKeys(spellings_of(dataset), self.plan, self.known.aliases)
        return self._headings[dataset.name]

    @cached_property
    def mapped(self) -> tuple[ColumnProfile, ...]:
        """Every sender's headings that are remembered."""
        return tuple(known.profiles(self.session))

    def records(self, dataset: str) -> pd.DataFrame:
        """A dataset's records that stand, as ``record_facts.records`` has them."""
        if dataset not in self._records:
            self._records[dataset] = record_facts.records(self.session, DATASETS[dataset].table)
        return self._records[dataset]

    def profiles(self, dataset: str) -> dict[str, Profile]:
        """What is remembered of a dataset's files, by the fingerprints of their headings."""
        return {kept.fingerprint: Profile.of(kept) for kept in self.mapped if kept.dataset == dataset}

    def for_all(self, datasets: Collection[str]) -> dict[str, str]:
        """The answers that hold for all senders' files of those datasets, whoever gave them, by the questions' ids."""
        asked = [name for name in datasets if DATASETS[name].for_all]
        return {question: answer for name in asked for profile in self.profiles(name).values()
                for question, answer in profile.said.items() if question.startswith(FOR_ALL)}
