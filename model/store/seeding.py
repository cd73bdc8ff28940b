"""What a new database starts with: the campaign's jobcenters, targets and plan, as rows of the tables."""

from datetime import UTC, date, datetime, time

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from model.basics.formatting import normalise
from model.programmes.current import PLAN, PROGRAMME
from model.programmes.programme import AllOf, Outcome, Wanted
from model.store import database
from model.store.tables.activities import Activity, CourseDay
from model.store.tables.base import Campaign, DataVersion, Jobcenter, JobcenterAlias, Target

# before any day that can be asked about
PRINTED, BY = datetime.combine(PROGRAMME.figures_from, time(), UTC), "Fremdrift"


def migrate(engine: Engine) -> bool:
    """Bring the schema to the newest revision with the rows it starts with; True when the database was empty before.

    One transaction. Raises DatabaseProblem as ``database.migrate``, and for a database of another programme.
    """
    new = database.migrate(engine, seed=insert)
    with database.readable(), Session(engine) as session:
        _refuse_another(session)
    return new


def _refuse_another(session: Session) -> None:
    """Raise DatabaseProblem for a database that has another programme's targets and none of ours."""
    theirs = set(session.exec(select(Target.programme)))
    if theirs and PROGRAMME.id not in theirs:
        raise database.DatabaseProblem(f"Databasen hører ikke til {PROGRAMME.name}. Der er ikke ændret noget. Vælg en "
                                       "anden i FREMDRIFT_DATABASE_URL, eller ret FREMDRIFT_PROGRAMME.")


def rows() -> list[SQLModel]:
    """Table rows of the reference data, in an order that satisfies the foreign keys."""
    itself = Campaign(id=1, name=PROGRAMME.name, figures_from=PROGRAMME.figures_from, starts=PROGRAMME.starts,
                      ends=PROGRAMME.ends)
    return [DataVersion(id=1, n=0), itself, *_jobcenters(), *_targets()]


def plan_rows() -> list[SQLModel]:
    """Table rows of the plan: course days, mentor days and the activities; none of what is not planned."""
    days: list[SQLModel] = []
    if courses := PLAN.courses:
        days += [CourseDay(code=day.code, kind="kursus", run=day.run, day=day.day, held_on=day.held_on, title=day.title,
                           most=courses.most_of_a_day, venue=courses.venue) for day in courses.days]
    if mentors := PLAN.mentor_courses:
        days += [CourseDay(code=day.code, kind="mentor", run=day.run, day=day.day, held_on=day.held_on,
                           title=mentors.title.format(run=day.run, day=day.day), most=mentors.most_of_a_run,
                           least=mentors.least_of_a_run, venue=mentors.venue) for day in mentors.days]
    plan = [Activity(**each.model_dump(exclude={"about"}), source=PLAN.source, recorded_at=PRINTED,
                     reason="Aktivitetsplanen, som den blev trykt", recorded_by=BY) for each in PLAN.activities]
    return [*days, *plan]


def insert(session: Session) -> None:
    """Add the reference data of every table that has none yet: all of a new schema, the new tables of a grown one.

    Raises DatabaseProblem where the rows that stand are another programme's: then the schema does not grow either.
    """
    _refuse_another(session)
    found = [*rows(), *plan_rows()]
    empty = {kind for kind in dict.fromkeys(type(row) for row in found)
             if session.exec(select(kind).limit(1)).first() is None}
    for row in found:
        if type(row) in empty:
            session.add(row)
            session.flush()


def _jobcenters() -> list[SQLModel]:
    units: list[SQLModel] = [
        Jobcenter(code=unit.code, name=unit.name, landsdel=unit.landsdel, tile_row=unit.tile[0],
                  tile_column=unit.tile[1], participates_from=PROGRAMME.figures_from, participates_to=PROGRAMME.ends)
        for unit in PROGRAMME.units]
    return units + [JobcenterAlias(alias=alias, code=unit.code) for unit in PROGRAMME.units
                    for alias in dict.fromkeys(map(normalise, (unit.name, *unit.spellings)))]


def _targets() -> list[SQLModel]:
    """The first targets: of each goal, of the country for the reader to know, and what an increase is measured from."""
    wanted = [("regional", each) for each in _wanted()]
    wanted += [("national", PROGRAMME.national)] if PROGRAMME.national else []
    rows = [_target(each.stored_as, scope, each.source, each.reason, value=each.target) for scope, each in wanted]
    if baseline := PROGRAMME.baseline:
        rows.append(_target("baseline_month", "regional", baseline.source, baseline.reason, month=baseline.month))
    return rows


def _wanted() -> list[Wanted]:
    return [*(part for goal in PROGRAMME.aims(AllOf) for part in goal.parts.values()), *PROGRAMME.aims(Outcome)]


def _target(part: str, scope: str, source: str, reason: str, *, value: int | None = None,
            month: date | None = None) -> SQLModel:
    return Target(part=part, scope=scope, value=value, month=month, valid_from=PROGRAMME.figures_from, source=source,
                  reason=reason, recorded_at=PRINTED, recorded_by=BY)
