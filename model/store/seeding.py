"""What a new database starts with: the campaign's jobcenters, targets and plan, as rows of the tables."""

from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from model.basics.formatting import normalise
from model.programmes import activity_plan, campaign
from model.store import database
from model.store.tables.activities import Activity, CourseDay
from model.store.tables.base import Campaign, DataVersion, Jobcenter, JobcenterAlias, Target

PRINTED, BY = datetime(2008, 9, 1, tzinfo=UTC), "Fremdrift"  # before any day that can be asked about


def migrate(engine: Engine) -> bool:
    """Bring the schema to the newest revision with the rows it starts with; True when the database was empty before.

    One transaction. Raises DatabaseProblem as ``database.migrate``.
    """
    return database.migrate(engine, seed=insert)


def rows() -> list[SQLModel]:
    """Table rows of the reference data, in an order that satisfies the foreign keys."""
    itself = Campaign(id=1, name=campaign.NAME, figures_from=campaign.FIGURES_FROM,
                      starts=campaign.CAMPAIGN_STARTS, ends=campaign.CAMPAIGN_ENDS)
    return [DataVersion(id=1, n=0), itself, *_jobcenters(), *_targets()]


def plan_rows() -> list[SQLModel]:
    """Table rows of the plan: course days, mentor days and the six activities."""
    courses = [CourseDay(code=code, kind="kursus", run=run, day=day, held_on=held, title=title,
                         most=activity_plan.MOST_OF_A_DAY, venue=activity_plan.VENUE)
               for code, run, day, held, title in activity_plan.COURSE_DAYS]
    mentors = [CourseDay(code=code, kind="mentor", run=run, day=day, held_on=held, venue=activity_plan.MENTOR_VENUE,
                         title=f"Mentorkursus {run}, halve kursusdag {day}", most=activity_plan.MOST_OF_A_RUN,
                         least=activity_plan.LEAST_OF_A_RUN) for code, run, day, held in activity_plan.MENTOR_DAYS]
    plan = [Activity(number=number, title=title, target_group=group, responsible=responsible, schedule=schedule,
                     starts=starts, ends=ends, source=activity_plan.SOURCE, recorded_at=PRINTED,
                     reason="Aktivitetsplanen, som den blev trykt", recorded_by=BY)
            for number, title, group, responsible, schedule, starts, ends in activity_plan.ACTIVITIES]
    return [*courses, *mentors, *plan]


def insert(session: Session) -> None:
    """Add the reference data of every table that has none yet: all of a new schema, the new tables of a grown one."""
    found = [*rows(), *plan_rows()]
    empty = {kind for kind in dict.fromkeys(type(row) for row in found)
             if session.exec(select(kind).limit(1)).first() is None}
    for row in found:
        if type(row) in empty:
            session.add(row)
            session.flush()


def _jobcenters() -> list[SQLModel]:
    units: list[SQLModel] = [
        Jobcenter(code=code, name=name, landsdel=landsdel, tile_row=row, tile_column=column,
                  participates_from=campaign.FIGURES_FROM, participates_to=campaign.CAMPAIGN_ENDS)
        for code, name, landsdel, row, column, _ in campaign.JOBCENTERS]
    return units + [JobcenterAlias(alias=alias, code=code) for code, name, *_, others in campaign.JOBCENTERS
                    for alias in dict.fromkeys(map(normalise, (name, *others)))]


def _targets() -> list[SQLModel]:
    return [Target(part=part, scope=scope, value=value, month=month, valid_from=valid_from, source=source,
                   reason=reason, recorded_at=PRINTED, recorded_by=BY)
            for part, scope, value, month, valid_from, source, reason in campaign.TARGETS]
