"""All meetings and every open agreement of a programme's units in one list, and which meeting is which."""

from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import alphabetical, capital, day, listing, number
from model.programmes.current import HOUSE, PROGRAMME
from model.programmes.projects import PROJECTS
from model.snapshot.meetings import held
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import MEETINGS, Written
from model.subjects.goals.figures.coverage import default_month
from model.subjects.meetings.figures.agreements import agreements, open_words, status_words

NOTHING = "–"


def meetings_of(book: Written, unit: str) -> Annotated[pd.DataFrame, MEETINGS]:
    """A unit's meetings by day."""
    return book.meetings[book.meetings["unit"].eq(unit)].reset_index(drop=True)


def meeting_on(book: Written, unit: str, held_on: date) -> pd.Series | None:
    """The meeting of a unit on a day; None when there is none."""
    rows = meetings_of(book, unit)
    rows = rows[rows["held_on"].eq(held_on)]
    return None if rows.empty else rows.iloc[0]


def last_meetings(book: Written, unit: str, held_on: date) -> tuple[pd.Series | None, date | None]:
    """(the newest closed meeting before that day, the day of a later one before it that nobody has closed)."""
    rows = meetings_of(book, unit)
    rows = rows[rows["held_on"].lt(held_on)]
    closed = rows[rows["closed_at"].notna()]
    after = rows if closed.empty else rows[rows["held_on"].gt(closed["held_on"].iloc[-1])]
    unclosed = after[after["closed_at"].isna()]["held_on"]
    return (None if closed.empty else closed.iloc[-1]), (None if unclosed.empty else unclosed.iloc[-1])


def cannot_open(snapshot: Snapshot, unit: str, held_on: date) -> str:
    """Why no meeting can show figures as of that day; "" when it can, as with a project always. ``snapshot``: as of the
    meeting's day.
    """
    if unit in PROJECTS or default_month(snapshot) is not None:
        return ""
    return (f"Den {day(held_on)} havde intet jobcenter indberettet tal, så der er ingen tal at holde mødet på. "
            "Vælg en senere dag, eller indlæs tallene på siden Indlæs tal.")


def one_of(programme: str) -> str:
    """What one of a programme's units is called as a heading: »Jobcenter«, »Projekt«."""
    return "Jobcenter" if programme == PROGRAMME.id else "Projekt"


def many_of(programme: str) -> str:
    """What several are called in the middle of a sentence."""
    return "jobcentre" if programme == PROGRAMME.id else "projekter"


@remembered
def title(snapshot: Snapshot, programme: str = PROGRAMME.id) -> str:
    """»7 af 19 jobcentre har haft et dialogmøde, der er lukket. 12 åbne aftaler, heraf 3 over fristen«."""
    book = snapshot.book(programme)
    if book.meetings.empty and snapshot.scope is None:  # of others it is not known that there are none
        return "Der er ikke ført noget dialogmøde endnu"
    had, names = held(snapshot, programme)["unit"].nunique(), seen(snapshot, programme)
    who = f"{number(had) if had else 'Ingen'} af {number(len(names))} {many_of(programme)} har"
    if len(names) == 1:
        who = f"{listing(names.values())} har{'' if had else ' ikke'}"
    return f"{who} haft et dialogmøde, der er lukket. {capital(open_words(agreements(book, snapshot.data_date)))}"


def seen(snapshot: Snapshot, programme: str = PROGRAMME.id) -> dict[str, str]:
    """The units whose meetings are known to who looks, by name; of the others it is not known that there are none."""
    units = names(snapshot, programme)
    known = units if snapshot.scope is None else {unit: units[unit] for unit in units if unit in snapshot.scope.units}
    return dict(sorted(known.items(), key=lambda item: alphabetical(item[1])))


def names(snapshot: Snapshot, programme: str = PROGRAMME.id) -> dict[str, str]:
    """What a programme's units are called: of the shown one its jobcenters by code, else its projects."""
    if programme == PROGRAMME.id:
        return {str(code): str(name) for code, name in snapshot.jobcenters["name"].items()}
    return {name: name for name, each in PROJECTS.items() if each.programme.id == programme}


def whose(snapshot: Snapshot, programme: str = PROGRAMME.id) -> str:
    """Whose meetings are listed: »Alle jobcentre«, or the names of those whom it is known of."""
    if snapshot.scope is not None:
        return listing(seen(snapshot, programme).values())
    return "Alle jobcentre" if programme == PROGRAMME.id else HOUSE[programme].name


@remembered
def meetings_table(snapshot: Snapshot, programme: str = PROGRAMME.id) -> pd.DataFrame:
    """Every unit of ``seen`` by name, indexed by it: Jobcenter/Projekt, Seneste møde, Referat, Næste møde, aftaler."""
    book, now = snapshot.book(programme), snapshot.data_date
    everything = agreements(book, now)
    rows = {}
    for unit, name in seen(snapshot, programme).items():
        mine = meetings_of(book, unit)
        past = mine[mine["held_on"].le(now)]
        ahead = mine[mine["held_on"].gt(now)]
        rows[unit] = {one_of(programme): name,
                      "Seneste møde": day(past["held_on"].iloc[-1]) if len(past) else NOTHING,
                      "Referat": _minutes(past), "Næste møde": day(ahead["held_on"].iloc[0]) if len(ahead) else NOTHING,
                      "Åbne aftaler": open_words(everything[everything["unit"].eq(unit)])}
    return pd.DataFrame.from_dict(rows, orient="index")


def _minutes(past: pd.DataFrame) -> str:
    if past.empty:
        return NOTHING
    return f"lukket {day(past['closed_at'].iloc[-1])}" if past["closed_at"].notna().iloc[-1] else "mødet er ikke lukket"


@remembered
def open_table(snapshot: Snapshot, programme: str = PROGRAMME.id) -> pd.DataFrame:
    """Every open agreement, by due date: Jobcenter or Projekt, Aftale, Ansvarlig, Frist, Status, Aftalt."""
    rows = agreements(snapshot.book(programme), snapshot.data_date)
    rows, called = rows[rows["open"]], names(snapshot, programme)
    cells = [(called[row["unit"]], row["text"], row["responsible"], day(row["due"]), status_words(row),
              day(row["held_on"])) for _, row in rows.iterrows()]
    return pd.DataFrame(cells, columns=[one_of(programme), "Aftale", "Ansvarlig", "Frist", "Status", "Aftalt"])
