"""What the page »Virksomhedscentre« says at its top, in its cards and over its register."""

from collections import Counter
from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import capital, day, listing, month_long, number, plural
from model.basics.months import last_day
from model.basics.shares import UNJUDGED, share_and_count
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import makeup, occupancy, periods
from model.subjects.centres.figures.centre_outcomes import CentreOutcome
from model.subjects.centres.figures.generations import SECOND, active_generations
from model.subjects.centres.figures.occupancy import Occupancy
from model.subjects.centres.figures.register import REGISTER, CentreStatus
from model.subjects.centres.words.centres import (
    counted_parts,
    counted_places,
    room,
    room_sentence,
    taken,
    without_sentence,
)

STATUS_WORDS: dict[CentreStatus, str] = {
    CentreStatus.OPEN: "åbent", CentreStatus.PAUSED: "på pause", CentreStatus.CLOSED: "lukket"}
SEVERAL: dict[CentreStatus, str] = {
    CentreStatus.OPEN: "åbne", CentreStatus.PAUSED: "på pause", CentreStatus.CLOSED: "lukkede"}


@remembered
def page_title(snapshot: Snapshot, code: str | None, month: date) -> str:
    """``55 aktive virksomhedscentre. 209 af 662 pladser er ubesatte``; a jobcenter is named first."""
    there = occupancy.occupancy(snapshot, code, month)
    if not periods.has_any(snapshot, code):
        return "Virksomhedscentre" if code is None else f"{there.name} har ikke haft et virksomhedscenter"
    who = "" if code is None else f"{there.name}: "
    active = plural(there.active, "aktivt virksomhedscenter", "aktive virksomhedscentre")
    how_many = active if there.active else "Intet aktivt virksomhedscenter"
    return f"{who}{how_many}" if there.free is None or there.free < 0 else f"{who}{how_many}. {capital(room(there))}"


@remembered
def page_line(snapshot: Snapshot, code: str | None, month: date) -> str:
    """The line under the heading: the month, the day of the newest figures, how many centres told their occupancy."""
    if not periods.has_any(snapshot):
        return ""
    there, came = occupancy.occupancy(snapshot, code, month), periods.newest_receipt(snapshot, CENTRE_MONTHS.name)
    known = f"belægning fra {number(there.centres)} af {plural(there.active, 'center', 'centre')}"
    parts = [f"Centre til og med {month_long(month)}", f"opgjort {day(came)}" if came else "",
             known if there.active else "",
             "" if came is None else "endelig" if came > last_day(month) else "foreløbig"]
    return " · ".join(part for part in parts if part)


def nothing(snapshot: Snapshot, code: str | None) -> str:
    """What to read where no centre is known, and what to do."""
    if code is None:
        return ("Der er ingen virksomhedscentre endnu. Indlæs en fil med centre på siden Indlæs tal, eller skriv det "
                "første ind herunder.")
    return (f"Jobcenter {snapshot.jobcenters.loc[code, 'name']} har ikke haft et virksomhedscenter. Når det første "
            "åbner, kan det skrives ind herunder eller indlæses på siden Indlæs tal.")


def taken_parts(usage: Occupancy) -> tuple[str, str]:
    """The figure of a card and the words beside it: ``453 af 662`` and ``pladser besat (68,4 %)``."""
    if usage.occupied is None or not usage.counted:
        return "–", taken(usage)
    figure, percentage = counted_parts(usage)
    besides = f" ({percentage})" if percentage else ""
    return figure, f"{counted_places(usage)} {'' if usage.whole else 'er '}besat{besides}"


def outcome_parts(outcome: CentreOutcome) -> tuple[str, str]:
    """The figure of a card and the words beside it: ``24,8 %`` and ``(198 af 799)``, under 20 the count alone."""
    if outcome.withheld:
        return "–", "skjult"
    if outcome.ended is None or outcome.successes is None:
        return "–", "kan ikke måles endnu" if outcome.young else "ikke oplyst"
    if outcome.ended == 0:
        return "–", "ingen målbare forløb"
    figure, count = share_and_count(outcome.successes, outcome.ended, target=UNJUDGED)
    return figure, count or "forløb"


def to_discuss(snapshot: Snapshot, code: str | None, month: date) -> str:
    """The region: who has no centre. A jobcenter: its free places beside the persons it lacks."""
    if code is None:
        return without_sentence(occupancy.without_centre(snapshot, month), month)
    return f"{room_sentence(snapshot, code, month)}."


def kinds_title(snapshot: Snapshot, code: str | None, month: date) -> str:
    """``32 af 55 aktive centre er private``; centres whose sector is not told count among all."""
    rows = makeup.makeup(snapshot, code, month, "sector")
    total = int(rows["centres"].sum())
    private = int(rows.loc[rows["what"].eq("privat"), "centres"].sum())
    if total == 0:
        return f"Ingen aktive centre i {month_long(month)}"
    whole = plural(total, "aktivt center", "aktive centre")
    return f"{number(private)} af {whole} er {'privat' if private == 1 else 'private'}"


def generations_line(snapshot: Snapshot, code: str | None, month: date) -> str:
    """``9 af 55 aktive centre er generation 2, det seneste fra 3. jan. 2011. Af 2 er generationen ikke oplyst``; empty
    while none is.
    """
    rows = periods.of_place(active_generations(snapshot, month), code)
    second = rows[rows["generation"].ge(SECOND).fillna(False)]
    if second.empty:
        return ""
    newest, unknown = second["second_from"].max(), int(rows["generation"].isna().sum())
    since = "" if pd.isna(newest) else f", {'det seneste ' if len(second) > 1 else ''}fra {day(newest.date())}"
    told = (f"{number(len(second))} af {plural(len(rows), 'aktivt center', 'aktive centre')} er generation "
            f"{SECOND}{since}.")
    return f"{told} Af {number(unknown)} er generationen ikke oplyst." if unknown else told


def register_title(rows: Annotated[pd.DataFrame, REGISTER]) -> str:
    """``71 centre i registret: 55 åbne, 1 på pause og 15 lukkede``."""
    counts = Counter(rows["status"])
    parts = [f"{number(counts[status])} {(STATUS_WORDS if counts[status] == 1 else SEVERAL)[status]}"
             for status in STATUS_WORDS if counts[status]]
    return f"{plural(len(rows), 'center', 'centre')} i registret: {listing(parts)}"
