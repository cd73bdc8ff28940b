"""The snapshot: everything the indicators may know, as of a day and for an audience. Nothing below reads a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd

from model.basics.formatting import COPENHAGEN
from model.basics.months import span
from model.intake.datasets.datasets import DATASETS
from model.programmes.current import PROGRAMME
from model.snapshot import overlay, scopes
from model.snapshot.frames import ACTIVITIES, JOBCENTERS, PLANS, TARGETS, WIDE
from model.snapshot.kept import PARTS, RECORDS, unchanged
from model.snapshot.memory import Memory, Remembering, apart, note, remembered
from model.snapshot.release import Release
from model.snapshot.scopes import Scope
from model.store import facts, record_facts
from model.store.approval_facts import APPROVALS
from model.store.meeting_facts import Written
from model.store.record_facts import COURSE_DAYS

Audience = Literal["internal", "public"]

class InternalOnly(PermissionError):
    """What names a company or counts a few persons was asked for by a public view."""


OF_PART = {part: part for part in PARTS} | {"wide": "figures", "index": "jobcenters", "records": "records"}


@dataclass(frozen=True)
class Snapshot(Remembering):
    """Figures and reference data as they stood.

    data_date: the day every rule takes as "now". programme: the id of the one whose rows these are. records: by
    dataset the frame of ``record_facts.records``. written: meetings, agreements and stories; beside: of the
    programmes beside it, by their ids. approvals: of months, by jobcenters. release: None for the internal view; what
    ``publishing`` makes of an edition has one, the figures told, no records and the published stories alone. scope:
    of whom somebody sees what is written and loaded; None: of all. memory: what has been ``remembered`` of it; every
    other snapshot has its own. Whatever is read of it is noted (see ``memory``). stamps: what tells one state of a
    dataset's rows from another. series: of the data's versions (see ``model.store.series``). rows: see ``whole``.
    """

    figures: Annotated[pd.DataFrame, facts.FIGURES]
    uploads: Annotated[pd.DataFrame, facts.UPLOADS]
    jobcenters: Annotated[pd.DataFrame, JOBCENTERS]
    targets: Annotated[pd.DataFrame, TARGETS]
    figures_from: date
    starts: date
    ends: date
    data_date: date
    as_of: date | None = None
    programme: str = PROGRAMME.id
    records: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    course_days: Annotated[pd.DataFrame, COURSE_DAYS] = field(default_factory=COURSE_DAYS.empty)
    activities: Annotated[pd.DataFrame, ACTIVITIES] = field(default_factory=ACTIVITIES.empty)
    plans: Annotated[pd.DataFrame, PLANS] = field(default_factory=PLANS.empty)
    written: Written = field(default_factory=Written)
    beside: Mapping[str, Written] = field(default_factory=dict)
    approvals: Annotated[pd.DataFrame, APPROVALS] = field(default_factory=APPROVALS.empty)
    release: Release | None = None
    scope: Scope | None = None
    stamps: Mapping[str, facts.Stamp] = field(default_factory=dict, repr=False, compare=False)
    series: int = field(default=0, repr=False, compare=False)
    rows: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    memory: Memory = field(default_factory=Memory, init=False, repr=False, compare=False)

    def __getattribute__(self, name: str) -> Any:
        """Every field, with the part that it is noted as read."""
        if name in OF_PART:
            note(OF_PART[name])
        return super().__getattribute__(name)

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return "internal" if self.release is None else "public"

    @property
    def own_uploads(self) -> Annotated[pd.DataFrame, facts.UPLOADS]:
        """Those that somebody may look into, newest first."""
        return self.uploads if self.scope is None else self.uploads[self.uploads["id"].isin(list(self.scope.uploads))]

    @property
    def sums(self) -> "Snapshot":
        """Where sums are read: of an edition the rows told, those told together as one of them."""
        return self if self.release is None else self.release.whole or self

    @property
    def names(self) -> Mapping[str, str]:
        """The name of every jobcenter by code, of those too who are not shown alone."""
        return dict(self.jobcenters["name"]) if self.release is None else self.release.names

    @property
    def together(self) -> tuple[str, ...]:
        """The names of those the public is told of as one row alone; for the internal view nobody."""
        return () if self.release is None else self.release.together

    @property
    def waiting(self) -> tuple[str, ...]:
        """The names of those who will be told of as one row, once the figures of all of them are known."""
        return () if self.release is None else self.release.waiting

    def book(self, programme: str) -> Written:
        """What is written of a programme, by its id; nothing of one that is neither this nor beside it."""
        return self.written if programme == self.programme else self.beside.get(programme, Written())

    def units(self, code: str) -> int:
        """How many jobcenters a row that is summed stands for: those told together are one row."""
        return 1 if self.release is None else len(self.release.members.get(code, (code,)))

    @property
    def left_out(self) -> Mapping[str, str]:
        """Code and name of the jobcenters that are in nothing the public is told; for the internal view nobody."""
        return {} if self.release is None else self.release.left_out

    def recorded(self, dataset: str) -> pd.DataFrame:
        """The records of a dataset, as ``record_facts.schema`` of its table has them; without rows where it has none.

        Raises InternalOnly for the public: records name companies and count a few persons each.
        """
        if self.release is not None:
            raise InternalOnly(f"single records of {dataset} are for the internal view")
        note(f"{RECORDS}{dataset}")
        with apart():  # not every dataset's
            known = self.records.get(dataset)
        return record_facts.schema(DATASETS[dataset].table).empty() if known is None else known

    @cached_property
    def wide(self) -> Annotated[pd.DataFrame, WIDE]:
        """The counts, one column per measure."""
        counts = self.figures[self.figures["text"].isna()]
        return counts.pivot(index=["jobcenter", "month"], columns="measure", values="value").astype("Int64")

    @cached_property
    def months(self) -> list[date]:
        """Every month figures are accepted for."""
        return span(self.figures_from, self.ends)

    @cached_property
    def sample(self) -> bool:
        """Whether invented sample data stand among the uploads, or among the meetings and stories: a part by itself."""
        with apart():
            standing = self.uploads[self.uploads["stands"]]
            return bool((standing["source"] == "sample").any()) or any(
                book.sample for book in (self.written, *self.beside.values()))

    @cached_property
    def index(self) -> pd.MultiIndex:
        """Every jobcenter × every month figures are accepted for, in that order."""
        return _index(self)

    @cached_property
    def received(self) -> pd.Series:
        """The day in Copenhagen each upload was received (datetime64), by upload id; overlaid figures today.

        It is looked up by the uploads that rows name, and the day of an upload never changes: what reads it rests on
        those rows, and on no other upload.
        """
        with apart():
            moments = pd.DatetimeIndex(pd.to_datetime(self.uploads["received_at"], utc=True))
            ids = self.uploads["id"].to_numpy(dtype="int64")
        days = moments.tz_convert(COPENHAGEN).tz_localize(None).normalize().to_numpy(dtype="datetime64[us]")
        return pd.Series(np.append(days, np.datetime64(self.data_date)), index=np.append(ids, overlay.ID))

    def let_go(self) -> None:
        """Keep the parts alone: it is no longer held, and no other is made of its rows.

        Who still asks it, as a page does that was left open, has the rest made of the parts again.
        """
        vars(self)["rows"] = {}  # whoever reads them now has them whole or not at all
        for name in DERIVED:
            vars(self).pop(name, None)

    def but(self, **parts: Any) -> "Snapshot":
        """The snapshot with other parts. It has read none of those it only has alike; who reads them of it has."""
        with apart():
            return replace(self, **({"rows": {}} | parts))

    def overlaid(self, changes: pd.DataFrame) -> "Snapshot":
        """The snapshot with ``changes`` (columns jobcenter … text of ``figures``) laid over it, in memory.

        The rows are taken as received on the data date; one that states nothing takes the figure away.
        """
        return self.but(figures=overlay.laid_over(self.figures, changes))


DERIVED = [name for name, each in vars(Snapshot).items() if isinstance(each, cached_property)]


@remembered
def _index(snapshot: Snapshot) -> pd.MultiIndex:
    """Handed on, with what it knows of where everything lies, for as long as the jobcenters are the same."""
    months = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    return pd.MultiIndex.from_product([snapshot.jobcenters.index, months], names=["jobcenter", "month"])


@remembered
def seen(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """The snapshot as somebody sees it who is let in for a few. What is computed of parts they have alike is shared."""
    cut = snapshot.but(written=scopes.written(snapshot.written, scope),
                       beside={name: scopes.written(book, scope) for name, book in snapshot.beside.items()},
                       uploads=scopes.uploads(snapshot.uploads, scope), scope=scope)
    cut.memory.rest_on(snapshot.memory, unchanged(snapshot, cut))
    return cut
