"""What is gathered of a file on its way through the gates, and what whoever gives it says of it."""

from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from model.intake.account.account import Account, Group
from model.intake.counting.counted import Counted
from model.intake.counting.listing import Listing
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import Workbook
from model.intake.known import Known
from model.intake.mending import corrections
from model.intake.reference import Reference
from model.intake.report import Answers, Correction, Heading, Problem, Report, Status, no_changes


@dataclass
class Examination:
    """What is gathered on the way through the gates."""

    dataset: Dataset
    file_name: str
    sha256: str
    version: int
    reference: Reference
    answers: Answers | None
    without: tuple[str, ...]
    own: frozenset[str] | None = None  # the codes that whoever gives the file may report for; None: all
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    jobcenters: tuple[str, ...] = ()
    fingerprint: str = ""
    mapping: tuple[Heading, ...] = ()
    outcome_lag: int | None = None
    corrections: tuple[Correction, ...] = ()
    columns: dict[tuple[str, int], str] = field(default_factory=dict)
    headed: dict[str, tuple[int, ...]] = field(default_factory=dict)
    joined: frozenset[tuple[str, int]] = frozenset()
    opened: Workbook | None = None  # as it was read, before anything was corrected
    workbook: Workbook | None = None
    account: Account | None = None
    taken_out: tuple[Group, ...] = ()
    listing: Listing | None = None
    counted: Counted | None = None

    @property
    def known(self) -> Known:
        """Jobcenters, months and senders' headings."""
        return self.reference.known

    @property
    def given(self) -> tuple[Correction, ...]:
        """All corrections as they are asked for."""
        return self.answers.corrections if self.answers else ()

    @property
    def made(self) -> tuple[Correction, ...]:
        """All corrections that were made, as they are kept: of a list those of its own cells, then of its counts."""
        done = corrections.veiled(self.corrections, self.columns)
        return done if self.listing is None else tuple(
            map(corrections.in_our_words, (*self.listing.corrections, *done)))

    @property
    def mended(self) -> str:
        """What tells the same bytes with other corrections apart: what was typed counts in it, also where it is veiled.
        """
        return corrections.digest((*(self.listing.corrections if self.listing else ()), *self.corrections))

    def report(self, status: Status, *, changes: pd.DataFrame | None = None) -> Report:
        """The report as far as the examination came. changes: what the file would write, when it came so far."""
        return Report(dataset=self.dataset.name, file_name=self.file_name, sha256=self.sha256, status=status,
                      data_version=self.version, problems=tuple(self.problems), notes=tuple(dict.fromkeys(self.notes)),
                      changes=no_changes() if changes is None else changes, without=self.without, answers=self.answers,
                      jobcenters=self.jobcenters, columns=self.columns, headed=self.headed, joined=self.joined,
                      corrections=self.made, mended=self.mended,
                      account=self.whole_account, workbook=self.workbook, fingerprint=self.fingerprint,
                      mapping=self.mapping, outcome_lag=self.outcome_lag, listing=self.listing, counted=self.counted)

    @property
    def whole_account(self) -> Account | None:
        """The account of the file as it came: with the numbers that corrections have taken out of it."""
        return replace(self.account, groups=(*self.account.groups, *self.taken_out)) if self.account else None


@dataclass(frozen=True)
class Asked:
    """What whoever gives the file says of it. workbook: the file as it was read, where it has been already."""

    file_name: str
    content: bytes
    dataset: str | None
    month: date | None
    now: date
    source: str
    listing: Listing | None = None
    workbook: Workbook | None = None
