"""Who is to be told something new, and what of it they may see: the same news as the pages and papers tell."""

from dataclasses import dataclass

from sqlmodel import Session

from model.access import users
from model.access.rights import Action, may, may_somewhere
from model.access.users import User
from model.access.viewer import Origin, Viewer
from model.basics.formatting import alphabetical
from model.mailing import told
from model.snapshot.snapshot import Snapshot
from model.store import facts
from model.subjects.goals.figures.coverage import default_month
from model.subjects.news.words.news import News, news

NEEDED = (Action.SEE_FIGURES, Action.SEE_WRITTEN, Action.EXPORT)  # it tells of both, and it leaves the house


@dataclass(frozen=True)
class Due:
    """One user and by code what is new of their jobcenters, in the order of the jobcenters' names."""

    user: User
    news: dict[str, News]

    @property
    def lines(self) -> told.Lines:
        """What is said, by code."""
        return {code: each.texts for code, each in self.news.items()}


def due(session: Session, snapshot: Snapshot) -> list[Due]:
    """Everybody who wants news, may see them, and has not been told them; by function.

    Of a jobcenter where something has happened since all is told that is new, so that one mail can be read alone.
    """
    known = _news(session, snapshot)
    found = []
    for user in users.listed(session):
        who = users.viewer(session, user.subject, origin=Origin.COMMAND)
        if who is None or not user.wants_news or not user.email:
            continue
        own = {code: each.texts for code, each in known.items() if _may_be_told(who, code)}
        if there := told.new(session, user.subject, own):
            found.append(Due(user, {code: known[code] for code in there}))
    return found


def may_be_told(who: Viewer) -> bool:
    """Whether there is any jobcenter whose news somebody may have by mail."""
    return all(may_somewhere(who, action) for action in NEEDED)


def _may_be_told(who: Viewer, code: str) -> bool:
    return all(may(who, action, code) for action in NEEDED)


def _news(session: Session, snapshot: Snapshot) -> dict[str, News]:
    """What is new of every jobcenter of which there is something, by their names."""
    month = default_month(snapshot)
    if month is None:
        return {}
    names = snapshot.jobcenters["name"].sort_values(key=lambda names: names.map(alphabetical))
    found = {str(code): news(snapshot, str(code), month, earlier=facts.earlier(session, jobcenter=str(code)))
             for code in names.index}
    return {code: each for code, each in found.items() if each.lines}
