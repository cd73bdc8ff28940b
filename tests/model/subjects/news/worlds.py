"""»Nyt siden sidst« in tests: a meeting that was held, and what is told since."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from model.snapshot import loading
from model.store import facts
from model.subjects.news.words.news import news
from tests.model.meetings import SKIVE, agenda, closed, met
from tests.pages.opening import LAST
from tests.viewers import EVERYBODY

JANUARY, FEBRUARY = date(2010, 1, 1), date(2010, 2, 1)
BEFORE = date(2010, 2, 20)  # january's figures have come, february's have not
REST = date(2010, 4, 30)


def held(engine, code=SKIVE, day=BEFORE):
    """A meeting closed on its day, with what it showed."""
    meeting = met(engine, code=code, day=day)
    closed(engine, meeting, agenda(engine, meeting, code=code, day=day))
    return meeting


def seen(engine, code=SKIVE, month=LAST, as_of=REST):
    with Session(engine) as session:
        world = loading.load(session, EVERYBODY)
        earlier = facts.earlier(session, jobcenter=code)
    return news(replace(world, data_date=as_of), code, month, earlier=earlier)


def kinds(found):
    return [line.fact.kind for line in found.lines]
