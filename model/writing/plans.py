"""What is changed of a project's plan: a milestone, a minimum, the sentence of a point, what a contract's row asks for.

Append-only; the declaration has the first of each. ``at``, ``seen``, ``once`` and ``engine`` as in
``model.writing.meetings``.
"""

from datetime import date, datetime

from sqlmodel import Session, col, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day
from model.basics.free_text import RecordRefused, line, prose
from model.programmes import planned
from model.programmes.kinds import Milestones
from model.programmes.planned import Stated
from model.programmes.projects import PROJECTS
from model.store import database
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.plans import MILESTONE, MINIMUM, POINT, ROW, PlanChange
from model.writing.meetings import added, moment_of, writer

MOST, LONGEST, LONGEST_REASON = 100_000, 500, 500  # of a count; characters
KNOWN = {MINIMUM: planned.minimum, POINT: planned.point, ROW: planned.row}


def change_plan(engine: Bind, *, project: str, part: str, about: str, reason: str, viewer: Viewer,
                on: date | None = None, value: int | None = None, text: str | None = None, at: datetime | None = None,
                seen: int | None = None, once: Once | None = None) -> int:
    """Write how a part of a project's plan is from now on beside what it was, and return the new row's id.

    part, about, on: see ``PlanChange``. A milestone without a value is no longer planned. Raises RecordRefused, also
    where nothing is different, and what ``database.write`` raises.
    """
    rights.require(viewer, Action.PLAN)
    who = writer(viewer)
    why = line(reason, asked="Skriv, hvorfor planen ændres.", longest=LONGEST_REASON, contact_ok=True)
    _is_there(project, part, about, on)
    told = None if text is None else prose(text, asked="Skriv den nye tekst.", longest=LONGEST)
    _fits(part, value, told)
    row = PlanChange(programme=PROJECTS[project].programme.id, project=project, part=part, about=about, on=on,
                     value=value, text=told, reason=why, recorded_by=who, recorded_at=moment_of(at))
    with database.write(engine, seen=seen, once=once) as session:
        if _stands(session, row) == (row.value if told is None else told):
            raise RecordRefused("Det står allerede sådan i planen. Der er ikke noget at ændre.")
        log.add(session, viewer, Act.PLANNED, about=f"{project}: {part} {about}", reason=why)
        return added(session, row)


def _is_there(project: str, part: str, about: str, on: date | None) -> None:
    if project not in PROJECTS:
        raise RecordRefused(f"Projektet »{project}« findes ikke.")
    programme = PROJECTS[project].programme
    if part != MILESTONE:
        if part not in KNOWN or KNOWN[part](project, about) is None:
            raise RecordRefused("Planen har ikke det, der skal ændres. Vælg noget på listen.")
        return
    if not programme.aims(Milestones) or about not in [measure.name for measure in programme.measures]:
        raise RecordRefused("Planen har ikke det nøgletal. Vælg et på listen.")
    first, last = planned.days(project)
    if on is None or not first <= on <= last:
        raise RecordRefused(f"Milepælen skal ligge mellem den {day(first)} og den {day(last)}.")


def _fits(part: str, value: int | None, text: str | None) -> None:
    if part in (POINT, ROW):
        if text is None or value is not None:
            raise RecordRefused("Skriv den nye tekst.")
    elif text is not None or (value is None and part == MINIMUM):
        raise RecordRefused("Skriv det nye tal.")
    elif value is not None and not (1 if part == MINIMUM else 0) <= value <= MOST:
        raise RecordRefused("Skriv et helt tal, som planen kan have.")


def _stands(session: Session, row: PlanChange) -> Stated:
    """What the plan says now of the part that a row is of."""
    same = (PlanChange.programme == row.programme, PlanChange.project == row.project, PlanChange.part == row.part,
            PlanChange.about == row.about, col(PlanChange.on).is_(None) if row.on is None else PlanChange.on == row.on)
    newest = session.exec(select(PlanChange).where(*same).order_by(col(PlanChange.id).desc())).first()
    if newest is not None:
        return newest.value if newest.text is None else newest.text
    if row.part == MILESTONE:
        return planned.milestone(row.project, row.about, row.on) if row.on else None
    return KNOWN[row.part](row.project, row.about)
