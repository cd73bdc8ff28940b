"""What is changed of the plans of the programmes beside the shown one, whose declarations have the first of each."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from model.store.tables.base import OfProgramme

MILESTONE, MINIMUM, POINT, ROW = PARTS = ("milestone", "minimum", "point", "row")


class PlanChange(OfProgramme, table=True):
    """One part of a project's plan as it is from now on; the newest row of a part holds.

    part: what is planned of a measure on a day (milestone), how many are to start (minimum), the sentence of a point,
    or what result a row of a contract asks for. about: the measure's name, or the number. value: None where nothing is
    planned any more.
    """

    __tablename__ = "plan_change"
    __table_args__ = (
        CheckConstraint("part IN ('milestone', 'minimum', 'point', 'row')", name="known_part"),
        CheckConstraint("(part = 'milestone') = (\"on\" IS NOT NULL)", name="a_milestone_has_a_day"),
        CheckConstraint("(part IN ('point', 'row')) = (text IS NOT NULL)", name="a_text_or_a_count"),
        CheckConstraint("value >= 0", name="count_not_negative"),
    )
    id: int | None = Field(default=None, primary_key=True)
    project: str = Field(max_length=120)
    part: str
    about: str
    on: date | None = None
    value: int | None = None
    text: str | None = None
    reason: str
    recorded_at: datetime
    recorded_by: str
