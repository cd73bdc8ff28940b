"""``units``: jobcenters that close or are merged into another; it says what will be before it is so."""

import argparse
import json
from collections.abc import Sequence

from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access.viewer import command_viewer
from model.basics.formatting import alphabetical, listing, month_key, month_long, number
from model.basics.free_text import RecordRefused
from model.basics.months import shift
from model.basics.spaces import plain_spaces
from model.commands import WrongUsage
from model.programmes.words import ITS
from model.snapshot import loading
from model.store import database, unit_facts
from model.store.database import readable
from model.store.tables.base import Jobcenter
from model.store.tables.units import UnitClosing
from model.subjects.goals.figures.merging import summed_baseline
from model.writing import units
from model.writing.units import Closing

LIST, CLOSE, MERGE, REOPEN = ACTIONS = ("list", "close", "merge", "reopen")
NOTHING = "Der er ikke gemt noget."
GOES_ON = ("Er der lagt et nyt udgangspunkt fast, da det blev lagt sammen med et andet, gælder det stadig: ret det på "
           "»Mål og metode«.")


def run(engine: Engine, options: argparse.Namespace) -> int:
    """List who closes, or close, merge or reopen. Raises WrongUsage, RecordRefused and DatabaseProblem."""
    if options.action == LIST:
        return _list(engine, options)
    with readable(), Session(engine) as session:
        names = dict(session.exec(select(Jobcenter.code, Jobcenter.name)).all())
        seen = database.data_version(session)
        closing = _wanted(session, options)
    viewer, reason = command_viewer(options.by), options.reason or ""
    if options.dry_run:
        units.check_closing(engine, closing, reason=reason, viewer=viewer)
    else:
        units.record_closing(engine, closing, reason=reason, viewer=viewer, seen=seen)
    for told in (*_told(closing, names), *([NOTHING] if options.dry_run else [])):
        print(plain_spaces(told))
    return 0


def _wanted(session: Session, options: argparse.Namespace) -> Closing:
    """Raises RecordRefused where jobcenters that are merged have no baseline in common."""
    if not options.jobcenter:
        raise WrongUsage(f"»units {options.action}« skal have et jobcenters kode.")
    if options.action == REOPEN:
        return Closing(options.jobcenter, None)
    if options.last_month is None:
        raise WrongUsage(f"»units {options.action}« skal have --last-month: den sidste måned, jobcenteret er med.")
    if (options.action == MERGE) != (options.into is not None):
        raise WrongUsage("--into hører til »units merge« og skal være der: det jobcenter, de andre lægges ind under.")
    return Closing(options.jobcenter, options.last_month, options.into,
                   _baseline(session, options) if options.action == MERGE else None)


def _baseline(session: Session, options: argparse.Namespace) -> int | None:
    snapshot = loading.load(session, command_viewer(options.by))
    after, codes = shift(options.last_month, 1), {*options.jobcenter, options.into}
    if unknown := codes - set(snapshot.jobcenters.index):
        raise RecordRefused(f"Jobcenteret »{min(unknown)}« findes ikke.")
    if after not in snapshot.months:
        return None  # what is written refuses such a month
    found = summed_baseline(snapshot, sorted(codes), after)
    if found.lacking:
        names = listing(str(snapshot.jobcenters.loc[code, "name"]) for code in found.lacking)
        raise RecordRefused("Forøgelsen efter sammenlægningen skal regnes fra det, de havde tilsammen, men der er "
                            f"intet udgangspunkt for {names}. Indlæs tallet først, eller skriv det på »Mål og metode«.")
    return found.persons


def _told(closing: Closing, names: dict[str, str]) -> Sequence[str]:
    who = listing(sorted((names[code] for code in closing.codes), key=alphabetical))
    if closing.last_month is None:
        return [f"{who} er med til {ITS} slutning.", GOES_ON]
    told = [f"{who} er med til og med {month_long(closing.last_month)}. Tal til og med den måned bliver stående."]
    if closing.receiver:
        told.append(f"Fra {month_long(shift(closing.last_month, 1))} tæller {names[closing.receiver]} for dem alle. "
                    "Tal fra før bliver ikke lagt sammen.")
    if closing.baseline is not None and closing.receiver:
        told.append(f"Udgangspunktet for {names[closing.receiver]} er fra da af {number(closing.baseline)} personer: "
                    "det, de havde tilsammen.")
    return told


def _list(engine: Engine, options: argparse.Namespace) -> int:
    with readable(), Session(engine) as session:
        names = dict(session.exec(select(Jobcenter.code, Jobcenter.name)).all())
        closed = list(unit_facts.closings(session).values())
    for row in sorted(closed, key=lambda row: alphabetical(names[row.jobcenter])):
        print(json.dumps(_plain(row), ensure_ascii=False) if options.json else plain_spaces(_line(row, names)))
    if not closed and not options.json:
        print("Alle jobcentre er med hele vejen.")
    return 0


def _line(row: UnitClosing, names: dict[str, str]) -> str:
    assert row.last_month is not None
    into = f", lagt ind under {names[row.receiver]}" if row.receiver else ""
    return f"{row.jobcenter}  {names[row.jobcenter]}  til og med {month_long(row.last_month)}{into}  ({row.reason})"


def _plain(row: UnitClosing) -> dict[str, object]:
    assert row.last_month is not None
    return {"jobcenter": row.jobcenter, "last_month": month_key(row.last_month), "into": row.receiver,
            "reason": row.reason}
