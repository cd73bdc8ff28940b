"""Agreements with the status that held on a day, what is open and what is past its due date."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import day, number, plural
from model.basics.frames import date_of, flag, text
from model.store.meeting_facts import AGREEMENTS, Written
from model.writing.agreements import AGREED, DONE, DROPPED

FOLLOWED = AGREEMENTS.besides(
    text("status", "as of the day"), date_of("since", "the day it holds from"), text("note", "with it"),
    flag("open", "neither done nor dropped"), flag("overdue", "open after its due date"),
    row="one agreement as it stood on a day, by due date")
OVERDUE = ", over fristen"


def agreements(book: Written, on: date, *, unit: str | None = None) -> Annotated[pd.DataFrame, FOLLOWED]:
    """Those made by the end of ``on``. ``unit`` narrows to one jobcenter or project."""
    rows = book.agreements
    rows = rows[rows["stated_on"].le(on)]
    rows = rows if unit is None else rows[rows["unit"].eq(unit)]
    statuses = book.statuses[book.statuses["on"].le(on)]
    last = statuses.drop_duplicates("agreement_id", keep="last").set_index("agreement_id")
    followed = rows.assign(**{name: [_last(last, number, column, default) for number, default in
                                     zip(rows["id"], _defaults(rows, name), strict=True)]
                              for name, column in (("status", "status"), ("since", "on"), ("note", "note"))})
    still = ~followed["status"].isin([DONE, DROPPED])
    late = followed["due"].lt(on) & still
    return followed.assign(open=still, overdue=late).sort_values(["due", "id"], ignore_index=True)[FOLLOWED.names]


def _defaults(rows: pd.DataFrame, name: str) -> list[object]:
    """What holds before anybody has said more: agreed, on the meeting's day."""
    plain = {"status": AGREED, "note": ""}
    return list(rows["held_on"]) if name == "since" else [plain[name]] * len(rows)


def _last(rows: pd.DataFrame, number: int, column: str, default: object) -> object:
    return rows.at[number, column] if number in rows.index else default


def earlier(book: Written, unit: str, held_on: date) -> Annotated[pd.DataFrame, FOLLOWED]:
    """What a meeting looks back on: the last meeting's agreements, and those of older ones that were still open then,
    with the status as of the meeting's day.
    """
    rows = agreements(book, held_on, unit=unit)
    before = rows[rows["held_on"].lt(held_on)]
    last = before["held_on"].max() if len(before) else held_on
    return before[before["open"] | before["held_on"].eq(last)].reset_index(drop=True)


def in_turn(rows: Annotated[pd.DataFrame, FOLLOWED], book: Written, *,
            on: date) -> Annotated[pd.DataFrame, FOLLOWED]:
    """The order to follow them up in: open ones first, of these those without a status of the day ``on``, the newest
    agreement first.
    """
    heard = rows["id"].isin(book.statuses.loc[book.statuses["on"].eq(on), "agreement_id"])
    ordered = rows.assign(heard=heard).sort_values(["open", "heard", "held_on", "id"],
                                                   ascending=[False, True, False, False], ignore_index=True)
    return ordered[FOLLOWED.names]


def made_at(book: Written, meeting: int) -> Annotated[pd.DataFrame, AGREEMENTS]:
    """What was agreed at one meeting, as it was written."""
    return book.agreements[book.agreements["meeting_id"].eq(meeting)].reset_index(drop=True)


def status_words(row: Mapping[Any, Any]) -> str:
    """``i gang siden 3. maj 2010, over fristen: venter på kontrakt``."""
    when = "" if row["status"] == AGREED and not row["note"] else f" {day(row['since'])}"
    note = f": {row['note']}" if row["note"] else ""
    return f"{row['status']}{when}{OVERDUE if row['overdue'] else ''}{note}"


def labels(rows: Annotated[pd.DataFrame, AGREEMENTS], names: Mapping[str, str] | None = None) -> dict[int, str]:
    """Agreements to choose between, by id: ``Åbne to centre (jobcenterchefen, frist 3. maj 2010)``.

    ``names``: by unit, where whose it is is to be told too.
    """
    return {int(row["id"]): f"{names[row['unit']]}: {_label(row)}" if names else _label(row)
            for _, row in rows.iterrows()}


def _label(row: pd.Series) -> str:
    return f"{row['text']} ({row['responsible']}, frist {day(row['due'])})"


def open_words(rows: Annotated[pd.DataFrame, FOLLOWED]) -> str:
    """``3 åbne aftaler, heraf 1 over fristen``."""
    still, late = int(rows["open"].sum()), int(rows["overdue"].sum())
    if not still:
        return "ingen åbne aftaler"
    open_ones = plural(still, "åben aftale", "åbne aftaler")
    if not late:
        return open_ones
    if late == still:
        all_of_them = {1: "", 2: ", begge"}.get(still, ", alle")
        return f"{open_ones}{all_of_them}{OVERDUE[1:] if all_of_them else OVERDUE}"
    return f"{open_ones}, heraf {number(late)}{OVERDUE[1:]}"
