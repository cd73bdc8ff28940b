"""The first edition of whatever a snapshot knows, as the public would read it."""

from dataclasses import replace
from datetime import date, datetime, time

from model.basics.formatting import COPENHAGEN
from model.publishing import content, editions
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import PublicRecord
from model.publishing.edition import Edition
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import default_month


def first_edition(snapshot: Snapshot, month: date | None = None) -> Edition:
    """The edition of a month, else of the newest that is reported well enough, as if nothing had been told before; made
    on the snapshot's day.
    """
    shown = month or default_month(snapshot) or snapshot.starts
    made = editions.after(PublicRecord(), content.NOTHING, snapshot, shown)
    at = datetime.combine(snapshot.data_date, time(12), COPENHAGEN)
    return replace(made, heading=replace(made.heading, made_at=at))


def published(snapshot: Snapshot, month: date | None = None) -> Snapshot:
    """What that edition tells, with the stories that are published."""
    return as_snapshot(first_edition(snapshot, month), snapshot.written.published)
