"""Good stories from the jobcenters: written as drafts, read through before they are published, withdrawn by a mark."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics import citizen_counts
from model.basics.formatting import listing
from model.basics.free_text import RecordRefused, line, prose
from model.programmes.current import PROGRAMME
from model.programmes.projects import PROJECTS
from model.store import database, edition_facts, written_samples
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.base import Jobcenter
from model.store.tables.meetings import PUBLISHED, STORY_STATES, Story

LONGEST_TITLE, LONGEST_LINE, LONGEST_TEXT = 120, 300, 6_000  # characters
PARTS = ("jobcenter", "project", "title", "description", "partners", "theme", "state")


def write_story(engine: Bind, *, title: str, description: str, state: str, viewer: Viewer, jobcenter: str | None = None,
                partners: str = "", theme: str = "", number: int | None = None, read_through: bool = False,
                contact_ok: bool = False, at: datetime | None = None, sample: int | None = None,
                programme: str = PROGRAMME.id, project: str | None = None, seen: int | None = None,
                once: Once | None = None) -> int:
    """Write a story as it is from now on beside what it was, and return its number; None makes a new one.

    ``programme``: its id; ``project``: the one of its projects that tells it, where it stands beside the shown one.
    ``at``: the moment it was written, if not now. ``sample``: the number of the sample it is invented for.
    ``read_through``: somebody has read it and found nobody in it; without that it is not published. Raises
    RecordRefused, ContactFound and what ``database.write`` raises (``seen``, ``once``).
    """
    told: dict[str, Any] = {
        "title": line(title, asked="Skriv, hvad historien hedder.", longest=LONGEST_TITLE, contact_ok=contact_ok),
        "description": prose(description, asked="Fortæl historien.", longest=LONGEST_TEXT, contact_ok=contact_ok),
        "partners": line(partners, asked="", longest=LONGEST_LINE, contact_ok=contact_ok),
        "theme": line(theme, asked="", longest=LONGEST_LINE, contact_ok=contact_ok)}
    who = line(viewer.function, asked="Skriv, hvem du er.", longest=LONGEST_LINE, contact_ok=True)
    _state(state, read_through)
    _allowed(viewer, jobcenter, state)
    with database.write(engine, seen=seen, once=once) as session:
        if jobcenter is not None and session.get(Jobcenter, jobcenter) is None:
            raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
        if project is not None and (project not in PROJECTS or PROJECTS[project].programme.id != programme):
            raise RecordRefused(f"Projektet »{project}« findes ikke i indsatsen.")
        if state == PUBLISHED:
            _counts_nobody(session, jobcenter, told)
        found = _number(session, number, programme)
        row = Story(programme=programme, number=found, jobcenter=jobcenter, project=project, **told, state=state,
                    recorded_by=who, recorded_at=at or datetime.now(UTC), sample_id=sample)
        stands = _different(session, row)
        _allowed(viewer, stands.jobcenter, state if stands.state != PUBLISHED else PUBLISHED)
        session.add(row)
        log.add(session, viewer, Act.TOLD_STORY, unit=jobcenter or "", about=f"nr. {found}: {state}")
        return found


def _counts_nobody(session: Session, jobcenter: str | None, told: Mapping[str, str]) -> None:
    """Refuse a count of citizens of those whom the public is told of with others alone."""
    listed = edition_facts.listed(session)
    names = session.exec(select(Jobcenter.name).where(col(Jobcenter.code).in_(listed))).all()
    for text in told.values():
        if why := citizen_counts.refusal(text, names, what="Historien", about=jobcenter in listed):
            raise RecordRefused(why)


def _state(state: str, read_through: bool) -> None:
    if state not in STORY_STATES:
        raise RecordRefused(f"»{state}« kan en historie ikke være. "
                            f"Vælg {listing(STORY_STATES, word='eller')}.")
    if state == PUBLISHED and not read_through:
        raise RecordRefused("Læs teksten igennem, og bekræft, at ingen borger kan genkendes i den, før den udgives.")


def _number(session: Session, number: int | None, programme: str) -> int:
    own = Story.programme == programme
    newest = session.exec(select(func.max(Story.number)).where(own)).one() or 0
    if number is None:
        return newest + 1
    samples = session.exec(select(Story.sample_id).where(own, Story.number == number)).all()
    if not samples or written_samples.withdrawn(session, programme) & set(samples):
        raise RecordRefused(f"Der er ingen historie nr. {number}.")
    return number


def _allowed(viewer: Viewer, jobcenter: str | None, state: str) -> None:
    """Raise NotAllowed unless somebody may write the story, and publish or withdraw it where the public is told."""
    rights.require(viewer, Action.WRITE, jobcenter or "")
    if state == PUBLISHED:
        rights.require(viewer, Action.PUBLISH)


def _different(session: Session, row: Story) -> Story:
    """The story as it stands; a new one as it is written. Raises RecordRefused where nothing is different."""
    rows = select(Story).where(Story.programme == row.programme, Story.number == row.number)
    stands = session.exec(rows.order_by(col(Story.id).desc())).first()
    if stands and all(getattr(stands, part) == getattr(row, part) for part in PARTS):
        raise RecordRefused("Der er ikke ændret noget i historien.")
    return stands or row
