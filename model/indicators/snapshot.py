"""The snapshot: everything the indicators may know, as of a day and for an audience. Nothing below reads a table."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

import pandas as pd
from sqlmodel import Session, select

from model import facts
from model.formatting import today
from model.months import span
from model.tables import Campaign, Jobcenter, Target

Audience = Literal["internal", "public"]
FIGURE_COLUMNS = ["jobcenter", "month", "measure", "value", "mark", "text", "upload_id"]


@dataclass(frozen=True)
class Snapshot:
    """Figures and reference data as they stood.

    figures: the frame of ``facts.figures``. uploads: the frame of ``facts.uploads``. jobcenters: indexed by code with
    name, landsdel, tile_row, tile_column, participates_from, participates_to (datetime64). targets: the rows of
    ``Target`` recorded by then, oldest first. data_date: the day every rule takes as "now".
    """

    figures: pd.DataFrame
    uploads: pd.DataFrame
    jobcenters: pd.DataFrame
    targets: pd.DataFrame
    campaign_name: str
    figures_from: date
    starts: date
    ends: date
    data_date: date
    as_of: date | None = None
    audience: Audience = "internal"

    @cached_property
    def wide(self) -> pd.DataFrame:
        """Counts, one row per (jobcenter, month) with any figure, one Int64 column per measure; NA = hidden or missing."""
        counts = self.figures[self.figures["text"].isna()]
        return counts.pivot(index=["jobcenter", "month"], columns="measure", values="value").astype("Int64")

    @cached_property
    def hidden(self) -> pd.DataFrame:
        """Shaped as ``wide``: True where the sender withheld the count."""
        counts = self.figures[self.figures["text"].isna()]
        marks = counts.assign(hit=counts["mark"].eq("hidden"))
        return marks.pivot(index=["jobcenter", "month"], columns="measure", values="hit").fillna(False).astype(bool)

    @cached_property
    def months(self) -> list[date]:
        """Every month figures are accepted for."""
        return span(self.figures_from, self.ends)

    @property
    def sample(self) -> bool:
        """Whether invented sample data stand among the uploads."""
        standing = self.uploads[self.uploads["stands"]]
        return bool((standing["source"] == "sample").any())

    def overlaid(self, changes: pd.DataFrame) -> "Snapshot":
        """The snapshot as it would be with ``changes`` (columns of ``figures`` but upload_id) laid over it, in memory.

        The rows are taken as received today.
        """
        key = ["jobcenter", "month", "measure"]
        added = changes[[*key, "value", "mark", "text"]].assign(upload_id=-1)
        both = pd.concat([self.figures, added], ignore_index=True).drop_duplicates(key, keep="last")
        return replace(self, figures=facts.typed(both.sort_values(key, ignore_index=True)))


def load(session: Session, *, as_of: date | None = None, audience: Audience = "internal") -> Snapshot:
    """The snapshot of the database, now or as it looked at the end of ``as_of``."""
    campaign = session.exec(select(Campaign)).one()
    return Snapshot(
        figures=facts.figures(session, as_of=as_of), uploads=facts.uploads(session, as_of=as_of),
        jobcenters=_jobcenters(session), targets=_targets(session, as_of), campaign_name=campaign.name,
        figures_from=campaign.figures_from, starts=campaign.starts, ends=campaign.ends,
        data_date=as_of or today(), as_of=as_of, audience=audience)


def _jobcenters(session: Session) -> pd.DataFrame:
    rows = [row.model_dump() for row in session.exec(select(Jobcenter).order_by(Jobcenter.code))]
    frame = pd.DataFrame(rows).set_index("code")
    return frame.assign(participates_from=pd.to_datetime(frame["participates_from"]),
                        participates_to=pd.to_datetime(frame["participates_to"]))


def _targets(session: Session, as_of: date | None) -> pd.DataFrame:
    query = select(Target).order_by(Target.id)  # type: ignore[arg-type]
    if as_of is not None:
        query = query.where(Target.recorded_at < facts.end_of(as_of))
    return pd.DataFrame([row.model_dump() for row in session.exec(query)])
