"""All jobcenters' meetings and every open agreement in one list, and which meeting is which."""

from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import alphabetical, capital, day, listing, number
from model.snapshot.meetings import held
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import MEETINGS, Written
from model.subjects.goals.figures.coverage import default_month
from model.subjects.meetings.figures.agreements import agreements, open_words, status_words

NOTHING = "–"


def meetings_of(book: Written, code: str) -> Annotated[pd.DataFrame, MEETINGS]:
    """A jobcenter's meetings by day."""
    return book.meetings[book.meetings["jobcenter"].eq(code)].reset_index(drop=True)


def meeting_on(book: Written, code: str, held_on: date) -> pd.Series | None:
    """The meeting of a jobcenter on a day; None when there is none."""
    rows = meetings_of(book, code)
    rows = rows[rows["held_on"].eq(held_on)]
    return None if rows.empty else rows.iloc[0]


def last_meetings(book: Written, code: str, held_on: date) -> tuple[pd.Series | None, date | None]:
    """(the newest closed meeting before that day, the day of a later one before it that nobody has closed)."""
    rows = meetings_of(book, code)
    rows = rows[rows["held_on"].lt(held_on)]
    closed = rows[rows["closed_at"].notna()]
    after = rows if closed.empty else rows[rows["held_on"].gt(closed["held_on"].iloc[-1])]
    unclosed = after[after["closed_at"].isna()]["held_on"]
    return (None if closed.empty else closed.iloc[-1]), (None if unclosed.empty else unclosed.iloc[-1])


def cannot_open(snapshot: Snapshot, held_on: date) -> str:
    """Why no meeting can show figures as of that day; "" when it can. ``snapshot``: as of the meeting's day."""
    if default_month(snapshot) is not None:
        return ""
    return (f"Den {day(held_on)} havde intet jobcenter indberettet tal, så der er ingen tal at holde mødet på. "
            "Vælg en senere dag, eller indlæs tallene på siden Indlæs tal.")


@remembered
def title(snapshot: Snapshot) -> str:
    """»7 af 19 jobcentre har haft et dialogmøde, der er lukket. 12 åbne aftaler, heraf 3 over fristen«."""
    book = snapshot.written
    if book.meetings.empty and snapshot.scope is None:  # of others it is not known that there are none
        return "Der er ikke ført noget dialogmøde endnu"
    had, names = held(snapshot)["jobcenter"].nunique(), seen(snapshot)
    who = f"{number(had) if had else 'Ingen'} af {number(len(names))} jobcentre har"
    if len(names) == 1:
        who = f"{listing(names.values())} har{'' if had else ' ikke'}"
    return f"{who} haft et dialogmøde, der er lukket. {capital(open_words(agreements(book, snapshot.data_date)))}"


def seen(snapshot: Snapshot) -> dict[str, str]:
    """The jobcenters whose meetings are known to who looks, by name; of the others it is not known that there are none.
    """
    units = snapshot.jobcenters["name"] if snapshot.scope is None else {
        code: name for code, name in snapshot.jobcenters["name"].items() if code in snapshot.scope.units}
    return {str(code): str(name) for code, name in sorted(units.items(), key=lambda item: alphabetical(item[1]))}


def whose(snapshot: Snapshot) -> str:
    """Whose meetings are listed: »Alle jobcentre«, or the names of those whom it is known of."""
    return "Alle jobcentre" if snapshot.scope is None else listing(seen(snapshot).values())


@remembered
def meetings_table(snapshot: Snapshot) -> pd.DataFrame:
    """Every jobcenter of ``seen`` by name, indexed by code: Jobcenter, Seneste møde, Referat, Næste møde, aftaler."""
    book, now = snapshot.written, snapshot.data_date
    everything = agreements(book, now)
    rows = {}
    for code, name in seen(snapshot).items():
        mine = meetings_of(book, code)
        past = mine[mine["held_on"].le(now)]
        ahead = mine[mine["held_on"].gt(now)]
        rows[code] = {"Jobcenter": name, "Seneste møde": day(past["held_on"].iloc[-1]) if len(past) else NOTHING,
                      "Referat": _minutes(past), "Næste møde": day(ahead["held_on"].iloc[0]) if len(ahead) else NOTHING,
                      "Åbne aftaler": open_words(everything[everything["jobcenter"].eq(code)])}
    return pd.DataFrame.from_dict(rows, orient="index")


def _minutes(past: pd.DataFrame) -> str:
    if past.empty:
        return NOTHING
    return f"lukket {day(past['closed_at'].iloc[-1])}" if past["closed_at"].notna().iloc[-1] else "mødet er ikke lukket"


@remembered
def open_table(snapshot: Snapshot) -> pd.DataFrame:
    """Every open agreement, by due date: Jobcenter, Aftale, Ansvarlig, Frist, Status, Aftalt."""
    rows = agreements(snapshot.written, snapshot.data_date)
    rows = rows[rows["open"]]
    names = snapshot.jobcenters["name"]
    cells = [(names[row["jobcenter"]], row["text"], row["responsible"], day(row["due"]), status_words(row),
              day(row["held_on"])) for _, row in rows.iterrows()]
    return pd.DataFrame(cells, columns=["Jobcenter", "Aftale", "Ansvarlig", "Frist", "Status", "Aftalt"])
