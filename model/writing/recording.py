"""What people write in the app besides figures: targets, baselines and the plan's activities.

Append-only, each with source and reason.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import month_long
from model.basics.free_text import RecordRefused, line
from model.basics.months import last_day, shift
from model.programmes.current import PROGRAMME
from model.store import database
from model.store.once import Once
from model.store.tables.activities import Activity
from model.store.tables.base import Campaign, Jobcenter, Target

COUNTS = {"share": "andelen i procent", "increase": "forøgelsen i personer", "self_supporting": "andelen i procent",
          "national": "landsmålet i personer", "baseline_value": "udgangspunktet i personer"}
PERCENT = ("share", "self_supporting")
MONTHS = ("baseline_month",)
SCOPES = ("national", "regional", "jobcenter")
TARGET_WORDS = {"source": "Skriv, hvor tallet kommer fra.", "reason": "Skriv en begrundelse for ændringen.",
                "by": "Skriv, hvem der ændrer målet."}
ACTIVITY_WORDS = {"title": "Skriv, hvad aktiviteten hedder.", "target_group": "Skriv, hvem aktiviteten er for.",
                  "responsible": "Skriv, hvem der er ansvarlig.", "schedule": "Skriv, hvornår aktiviteten foregår.",
                  "source": "Skriv, hvor ændringen kommer fra.", "reason": "Skriv en begrundelse for ændringen.",
                  "by": "Skriv, hvem der ændrer planen."}
PLANNED = ("title", "target_group", "responsible", "schedule", "starts", "ends")
LONGEST = 500  # characters of each text
MONTHS_AFTER = 12  # an activity may go on this long after the campaign


def record_target(engine: Engine, *, part: str, scope: str, source: str, reason: str, viewer: Viewer,
                  jobcenter: str | None = None, value: int | None = None, month: date | None = None,
                  valid_from: date | None = None, valid_to: date | None = None, seen: int | None = None,
                  once: Once | None = None) -> int:
    """Add a target or a baseline beside those that stand and return its id; nothing is changed or deleted.

    ``value`` is percent or persons by ``part``, ``month`` a baseline's month; valid from the first month figures are
    accepted for unless said. Raises RecordRefused and what ``database.write`` raises (``seen``, ``once``).
    """
    rights.require(viewer, Action.SET_TARGETS)
    words = _words(TARGET_WORDS, source=source, reason=reason, by=viewer.function)
    _scope(scope, jobcenter)
    _statement(part, value, month)
    with database.write(engine, seen=seen, once=once) as session:
        campaign = session.exec(select(Campaign)).one()
        starts = valid_from or campaign.figures_from
        _within(session, campaign, jobcenter=jobcenter, month=month, period=(starts, valid_to))
        return add_target(session, viewer, Target(
            part=part, scope=scope, jobcenter=jobcenter, value=value, month=month, valid_from=starts,
            valid_to=valid_to, source=words["source"], reason=words["reason"], recorded_by=words["by"],
            recorded_at=datetime.now(UTC)))


def add_target(session: Session, viewer: Viewer, row: Target) -> int:
    """Add a target that is checked within a write, with its entry in the log, and return its id."""
    session.add(row)
    session.flush()
    log.add(session, viewer, Act.SET_TARGET, unit=row.jobcenter or "", about=f"nr. {row.id}: {row.part}",
            reason=row.reason)
    return int(row.id or 0)


def record_activity(engine: Engine, *, number: int, title: str, target_group: str, responsible: str, schedule: str,
                    starts: date | None, ends: date | None, source: str, reason: str, viewer: Viewer,
                    seen: int | None = None, once: Once | None = None) -> int:
    """Add how an activity of the plan is from now on beside what it was, and return the new row's id.

    Raises RecordRefused (also when nothing is different) and what ``database.write`` raises (``seen``, ``once``).
    """
    rights.require(viewer, Action.PLAN)
    words = _words(ACTIVITY_WORDS, title=title, target_group=target_group, responsible=responsible, schedule=schedule,
                   source=source, reason=reason, by=viewer.function)
    who = words.pop("by")
    plan: dict[str, Any] = words | {"starts": starts, "ends": ends}
    with database.write(engine, seen=seen, once=once) as session:
        _days(session.exec(select(Campaign)).one(), starts, ends)
        _different(session, number, plan)
        row = Activity(number=number, **plan, recorded_by=who, recorded_at=datetime.now(UTC))
        session.add(row)
        session.flush()
        log.add(session, viewer, Act.PLANNED, about=f"aktivitet nr. {number}", reason=words["reason"])
        return int(row.id or 0)


def activity_days(figures_from: date, campaign_ends: date) -> tuple[date, date]:
    """The first and the last day an activity may have."""
    return figures_from, last_day(shift(campaign_ends, MONTHS_AFTER))


def _days(campaign: Campaign, starts: date | None, ends: date | None) -> None:
    first, last = activity_days(campaign.figures_from, campaign.ends)
    if any(day is not None and not first <= day <= last for day in (starts, ends)):
        raise RecordRefused(f"Aktiviteten skal ligge mellem {month_long(first)} og {month_long(last)}.")
    if starts and ends and ends < starts:
        raise RecordRefused("Aktiviteten kan ikke slutte, før den begynder.")


def _different(session: Session, number: int, plan: dict[str, Any]) -> None:
    rows = select(Activity).where(Activity.programme == PROGRAMME.id, Activity.number == number)
    stands = session.exec(rows.order_by(col(Activity.id).desc())).first()
    if stands is None:
        raise RecordRefused(f"Planen har ingen aktivitet nr. {number}.")
    if all(getattr(stands, name) == plan[name] for name in PLANNED):
        raise RecordRefused("Der er ikke ændret noget i aktiviteten. Ret mindst ét felt, før du gemmer.")


def _words(asked: dict[str, str], **given: str) -> dict[str, str]:
    """Every text as it is recorded; a function's mailbox may stand in it."""
    return {name: line(text, asked=asked[name], longest=LONGEST, contact_ok=True) for name, text in given.items()}


def _scope(scope: str, jobcenter: str | None) -> None:
    if scope not in SCOPES:
        raise RecordRefused(f"»{scope}« er ikke et niveau. Vælg hele landet, regionen eller ét jobcenter.")
    if (scope == "jobcenter") != (jobcenter is not None):
        raise RecordRefused("Vælg det jobcenter, målet gælder for, eller lad det gælde hele regionen.")


def _statement(part: str, value: int | None, month: date | None) -> None:
    if part not in COUNTS and part not in MONTHS:
        raise RecordRefused(f"»{part}« er ikke et mål, som Fremdrift kender.")
    if part in MONTHS:
        if month is None or value is not None or month.day != 1:
            raise RecordRefused("Vælg den måned, der er udgangspunktet.")
        return
    if value is None or month is not None or value < 0:
        raise RecordRefused(f"Skriv {COUNTS[part]} som et helt tal på mindst 0.")
    if part in PERCENT and value > 100:
        raise RecordRefused("En andel kan højst være 100 procent.")


def _within(session: Session, campaign: Campaign, *, jobcenter: str | None, month: date | None,
            period: tuple[date, date | None]) -> None:
    if jobcenter is not None and session.get(Jobcenter, jobcenter) is None:
        raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
    if month is not None and not campaign.figures_from <= month <= campaign.ends:
        raise RecordRefused(f"Udgangspunktet skal ligge mellem {month_long(campaign.figures_from)} "
                            f"og {month_long(campaign.ends)}.")
    starts, ends = period
    if ends is not None and ends < starts:
        raise RecordRefused("Målet kan ikke slutte, før det begynder at gælde.")
