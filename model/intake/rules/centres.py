"""Rules for virksomhedscentre: open periods that do not contradict each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.formatting import day, listing, month_long, normalise, number, plural
from model.basics.frames import plain
from model.basics.months import shift
from model.intake.cells.place_text import nearest
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES, WITHDRAWN
from model.intake.records import centre_identity
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules
from model.programmes.current import FINDINGS, PLAN

FEWEST = PLAN.centres.least_places if PLAN.centres else 0  # places a centre has
NUMBERED = re.compile(r" \(\d+\)$")  # said of two centres of one name
MISSPELT = 2  # letters two spellings of one name may differ in
EARLIEST = FINDINGS.began if FINDINGS else None  # the trials that the centres come from

Key = tuple[str, str]  # jobcenter and name of a centre


@dataclass(frozen=True)
class Span:
    """One open period that counts. at: its position in the rows, −1 when they are silent on it."""

    opened: date
    closed: date | None
    places: int | None
    at: int = -1

    def touches(self, month: date) -> bool:
        """Whether it is open on some day of the month; the day it closed is not one."""
        return self.opened < shift(month, 1) and (self.closed is None or self.closed > month)


def spans(records: pd.DataFrame) -> dict[Key, list[Span]]:
    """Every centre's periods that count, in the order they opened. Takes laid rows and standing records alike."""
    found: dict[Key, list[Span]] = {}
    for record in records.to_dict("records"):
        if record["event"] != WITHDRAWN:
            opened, closed, places = (plain(record[name]) for name in ("opened", "closed", "places"))
            span = Span(opened, closed, places, record.get("at", -1))
            found.setdefault((record["jobcenter"], record["name"]), []).append(span)
    return {key: sorted(each, key=lambda span: span.opened) for key, each in found.items()}


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Closed after opened, no two open periods at once, at least four places, and a name that is not a misspelling.

    The first two are what makes active(t) = active(t−1) + opened − closed hold.
    """
    counting = laid[laid["event"] != WITHDRAWN]
    for record in counting[counting["at"] >= 0].to_dict("records"):
        closed = record["closed"]
        if closed is not None and closed < record["opened"]:
            yield rows.problem(record["at"], f"centret er lukket {day(closed)}, før det åbnede "
                               f"{day(record['opened'])}. Ret en af datoerne.", column="closed")
        if record["fresh"] and record["places"] is not None and record["places"] < FEWEST:
            yield rows.problem(record["at"], f"et virksomhedscenter har mindst {FEWEST} pladser, og her står "
                               f"{number(record['places'])}. Ret tallet, eller skriv hvorfor.", column="places",
                               severity="advarsel")
        if EARLIEST and record["fresh"] and record["opened"] < EARLIEST:
            yield rows.problem(record["at"], f"centret skulle være åbnet {day(record['opened'])}, men de første centre "
                               f"åbnede i {EARLIEST.year}. Ret datoen, eller skriv hvorfor.", column="opened",
                               severity="advarsel")
    yield from _withdrawn(rows, laid)
    known = spans(laid)
    yield from _second_generation(rows, counting, known)
    yield from _overlaps(rows, known)
    yield from _misspelt(rows, counting)
    yield from _orphaned(rows, laid, known)


def _second_generation(rows: Rows, counting: pd.DataFrame, known: dict[Key, list[Span]]) -> Iterator[Problem]:
    """A centre becomes one of the second generation while it is there; its row does not say the first one besides."""
    changed = counting[(counting["at"] >= 0) & counting["fresh"].astype(bool) & counting["generation_2_from"].notna()]
    for record in changed.to_dict("records"):
        day_from, stays = plain(record["generation_2_from"]), known[record["jobcenter"], record["name"]]
        closed = [stay.closed for stay in stays if stay.closed]
        since = f"generation 2 fra {day(day_from)}"
        if day_from < stays[0].opened:
            yield rows.problem(record["at"], f"centret er {since}, før det åbnede {day(stays[0].opened)}. Ret en af "
                               "datoerne.", column="generation_2_from")
        elif len(closed) == len(stays) and day_from > max(closed):
            yield rows.problem(record["at"], f"centret er {since}, men lukkede {day(max(closed))}. Ret en af datoerne.",
                               column="generation_2_from")
        elif plain(rows.frame.iloc[record["at"]]["generation"]) == 1:
            yield rows.problem(record["at"], f"der står generation 1, men centret er {since}. Ret det ene, eller skriv "
                               "hvorfor.", column="generation", severity="advarsel")


def _withdrawn(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Only a period that stands can be withdrawn, and one that is withdrawn says so until it is said to hold again."""
    before = rows.background.standing[CENTRES.name].to_dict("records")
    standing = {(r["jobcenter"], r["name"], plain(r["opened"])): r["event"] for r in before}
    for record in laid[(laid["at"] >= 0) & (laid["event"] == WITHDRAWN)].to_dict("records"):
        key = (record["jobcenter"], record["name"], record["opened"])
        if key not in standing:
            own = sorted(opened for code, name, opened in standing
                         if (code, name) == key[:2] and isinstance(opened, date))
            told = f"Centret åbnede {listing(day(opened) for opened in own)}" if own else "Centret findes ikke"
            yield rows.problem(record["at"], f"der er intet at lade udgå: {told[0].lower()}{told[1:]}. Ret navnet "
                               "eller datoen.", column="event")
        elif standing[key] == WITHDRAWN and rows.frame.iloc[record["at"]]["event"] is None:
            yield rows.problem(record["at"], "perioden er tidligere meldt udgået og tæller derfor ikke. Skriv »gælder« "
                               "under Hændelse, hvis den er rigtig, ellers slet rækken.", column="event")


def _overlaps(rows: Rows, known: dict[Key, list[Span]]) -> Iterator[Problem]:
    """Two periods of one centre at once: the rows for which opened and closed do not add up to active."""
    for each in known.values():
        widest = each[0]  # the period so far that is open longest
        for after in each[1:]:
            if widest.closed is None or widest.closed > after.opened:
                yield from _overlap(rows, widest, after)
            if widest.closed is not None and (after.closed or date.max) > widest.closed:
                widest = after


def _overlap(rows: Rows, before: Span, after: Span) -> Iterator[Problem]:
    at = after.at if after.at >= 0 else before.at
    if at < 0:
        return
    until = f"til {day(before.closed)}" if before.closed else "og er ikke lukket"
    yield rows.problem(at, f"centret åbnede {day(before.opened)} {until}, så det kan ikke åbne {day(after.opened)}; "
                       "åbnede og lukkede centre går da ikke op. Ret datoerne, eller skriv »udgår« ved den række, der "
                       "er forkert.", column="opened")


def _misspelt(rows: Rows, counting: pd.DataFrame) -> Iterator[Problem]:
    """A name nearly like one that is known, or that stands earlier in the file, is offered and never merged."""
    standing = spans(rows.background.standing[CENTRES.name])
    for place, group in counting[counting["at"] >= 0].groupby("jobcenter", sort=False):
        known = sorted(name for code, name in standing if code == place)
        for record in group.sort_values("at").to_dict("records"):
            if record["name"] in known:
                continue
            near = alike(record["name"], known)
            known.append(record["name"])
            if near and NUMBERED.sub("", record["name"]) != NUMBERED.sub("", near):
                yield rows.problem(record["at"], f"»{record['name']}« ligner »{near}«, som også findes i "
                                   f"{rows.background.jobcenters.name(str(place))}. Er det samme center, så ret "
                                   "navnet; ellers skriv, at det er et andet.", column="name", severity="advarsel")


def alike(name: str, others: list[str]) -> str | None:
    """Another name that is probably the same one spelt otherwise."""
    same = [other for other in others if normalise(other) == normalise(name)]
    if same:
        return same[0]
    close = nearest(name, others)
    return close if close and _apart(normalise(name), normalise(close)) <= MISSPELT else None


def _apart(one: str, other: str) -> int:
    """How many letters must be added, left out or changed to make one word the other."""
    row = list(range(len(other) + 1))
    for letter in one:
        before, row[0] = row[0], row[0] + 1
        for at, against in enumerate(other, 1):
            before, row[at] = row[at], min(before + (letter != against), row[at] + 1, row[at - 1] + 1)
    return row[-1]


def _orphaned(rows: Rows, laid: pd.DataFrame, known: dict[Key, list[Span]]) -> Iterator[Problem]:
    """A period that is shortened or withdrawn must not leave occupied months outside."""
    touched = {(record["jobcenter"], record["name"]): record["at"]
               for record in laid[(laid["at"] >= 0) & laid["fresh"]].to_dict("records")}
    for row in rows.background.standing[CENTRE_MONTHS.name].to_dict("records"):
        key = (row["jobcenter"], row["name"])
        occupied, month = plain(row["occupied"]), plain(row["month"])
        if key in touched and occupied and not _open_in(known, key, month):
            yield rows.problem(touched[key], f"der er indlæst {plural(occupied, 'besat plads', 'besatte pladser')} i "
                               f"{month_long(month)}, hvor centret ikke er åbent. Ret datoerne, eller ret måneden.",
                               column="closed")


def _open_in(known: dict[Key, list[Span]], key: Key, month: date) -> bool:
    return any(span.touches(month) for span in known.get(key, []))


RULES = Rules(problems, settled=centre_identity.settled)
