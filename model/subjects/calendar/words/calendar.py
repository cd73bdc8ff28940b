"""The words of the calendar: what its lanes and states are called, and what comes next."""

from model.basics.formatting import capital, day, listing, number, plural
from model.programmes.words import ITS, ITSELF
from model.snapshot.snapshot import Snapshot
from model.subjects.calendar.figures.calendar import Lane, State, single_days, upcoming

LANE_WORDS: dict[Lane, str] = {
    Lane.CAMPAIGN: capital(ITSELF), Lane.COURSES: "Kursusrække", Lane.MENTORS: "Mentorkurser",
    Lane.NETWORKS: "Mentornetværk",
    Lane.COUNSELLING: "Særlig rådgivning", Lane.HOTLINE: "Hotline", Lane.MEETINGS: "Dialogmøder"}
STATE_WORDS: dict[State, str] = {
    State.OVER: "passeret", State.RUNNING: "i gang", State.TODAY: "i dag", State.AHEAD: "kommer",
    State.HELD: "afholdt", State.AGREED: "aftalt", State.NOT_SAID: "aftalt, ikke meldt afholdt",
    State.CANCELLED: "aflyst", State.NOT_CLOSED: "ikke lukket"}


def title(snapshot: Snapshot) -> str:
    """»Næste: Mentorkursus 2, dag 3, 15. apr. 2010«, or that every day of the calendar is past."""
    ahead = upcoming(snapshot)
    if ahead.empty:
        return f"Alle datoer i {ITS} kalender er passeret"
    first = ahead[ahead["day"].eq(ahead["day"].iloc[0])]
    what, when = listing(first["title"]), first["day"].iloc[0].date()
    return f"I dag: {what}" if when == snapshot.data_date else f"Næste: {what}, {day(when)}"


def line(snapshot: Snapshot) -> str:
    """Under the title: how soon and where, and how much lies ahead; when all is past, what was last."""
    ahead = upcoming(snapshot)
    if ahead.empty:
        last = single_days(snapshot).iloc[-1]
        return f"Den sidste: {last['title']}, {day(last['day'].date())}"
    first = ahead.iloc[0]
    after = int(ahead["day"].gt(first["day"]).sum())
    rest = f"derefter {plural(after, 'dato', 'datoer')} mere" if after else "den sidste i kalenderen"
    return " · ".join(part for part in (_away((first["day"].date() - snapshot.data_date).days), first["place"], rest)
                      if part)


def _away(days: int) -> str:
    return {0: "", 1: "i morgen"}.get(days, f"om {number(days)} dage")
