"""``publish``, ``withdraw``, ``editions`` and ``edition``: what the public is told, and what it has been told."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from model.access.viewer import command_viewer
from model.basics.formatting import day, listing, month_key, month_long, number
from model.basics.free_text import RecordRefused
from model.basics.spaces import plain_spaces
from model.commands import WrongUsage
from model.publishing import checklist, editions, reading_back
from model.publishing.added import added
from model.publishing.cells import PublicRecord
from model.publishing.edition import Edition, Heading, document
from model.publishing.progress import Progress, Step, silent, words
from model.snapshot import loading
from model.store import database, edition_facts
from model.store.database import readable
from model.subjects.goals.figures.coverage import default_month

DONE, REFUSED = 0, 1


def publish(engine: Engine, options: argparse.Namespace) -> int:
    """Publish a month, or say with ``--dry-run`` what would be told; exit status 1 when it is refused."""
    with readable(), Session(engine) as session:
        seen, shot = database.data_version(session), loading.load(session, command_viewer())
        progress = _progress()
        month: date = options.month or default_month(shot) or shot.starts
        try:
            made = editions.proposed(session, shot, month, progress=progress)
        except RecordRefused as refusal:
            return _refuse(refusal, options)
        remarks, worth = checklist.remarks(session, shot, made), editions.worth(session, made)
        what = _what(made, editions.before(session, made))
    if options.dry_run:
        return _tell(made, what, remarks, options, worth=worth)
    try:
        published = editions.publish(engine, shot, month, viewer=command_viewer(options.by or ""),
                                   note=options.note or "", seen=seen, made=made, progress=progress)
    except (RecordRefused, database.Stale) as refusal:
        return _refuse(refusal, options)
    if options.json:
        print(json.dumps({"edition": published, "month": month_key(month), "remarks": _plain(remarks)},
                         ensure_ascii=False))
    else:
        print(f"Udgivelse {number(published)} er offentliggjort: {what}.")
        _print_remarks(remarks)
    return DONE


def withdraw(engine: Engine, options: argparse.Namespace) -> int:
    """Withdraw an edition; exit status 1 when it is refused."""
    try:
        editions.withdraw(engine, options.edition, viewer=command_viewer(options.by or ""), reason=options.reason or "")
    except RecordRefused as refusal:
        return _refuse(refusal, options)
    print(f"Udgivelse {number(options.edition)} vises ikke mere. Det, der er fortalt, er stadig kendt.")
    return DONE


def listed(engine: Engine, options: argparse.Namespace) -> int:
    """Every edition, newest first."""
    with readable(), Session(engine) as session:
        known = editions.headings(session)[::-1]
    if options.json:
        print(json.dumps([_heading(each) for each in known], ensure_ascii=False))
        return DONE
    for each in known:
        gone = f", trukket tilbage {day(each.withdrawn.at)}: {each.withdrawn.reason}" if each.withdrawn else ""
        note = f", {each.note}" if each.note else ""
        print(plain_spaces(f"{each.number:>4}  {month_key(each.month)}  {day(each.made_on)}  "
                           f"{each.made_by}{note}{gone}"))
    if not known:
        print("Der er ikke offentliggjort noget endnu.")
    return DONE


def shown(engine: Engine, options: argparse.Namespace) -> int:
    """Everything an edition tells, flat; exit status 1 when there is none of that number."""
    with readable(), Session(engine) as session:
        known = editions.edition(session, options.edition)
        what = known and _what(known, editions.before(session, known))
    if known is None:
        raise WrongUsage(f"Der er ingen udgivelse {number(options.edition)}.")
    if options.json:
        print(json.dumps(document(known), ensure_ascii=False))
        return DONE
    print(plain_spaces(f"Udgivelse {number(known.heading.number)}: {month_long(known.heading.month)}, "
                       f"{day(known.heading.made_on)}, {what}."))
    return DONE


def read_editions(engine: Engine, options: argparse.Namespace) -> int:
    """Read editions back from the public site; exit status 1 when that is refused."""
    try:
        added = reading_back.read_back(engine, reading_back.documents(options.folder),
                                       viewer=command_viewer())
        lost = reading_back.give_up(engine, viewer=command_viewer()) if options.give_up else []
    except RecordRefused as refusal:
        print(refusal)
        return REFUSED
    with readable(), Session(engine) as session:
        left = edition_facts.missing(session)
    print(f"Læst tilbage: udgivelse {listing(map(number, added))}." if added
          else "Databasen kender allerede alle udgivelser i mappen. Der er ikke ændret noget.")
    if lost:
        print(f"Opgivet: udgivelse {listing(map(number, lost))}. Det, de alene fortalte, kendes ikke længere.")
    if left:
        print(f"Udgivelse {listing(map(number, left))} mangler stadig: den er trukket tilbage og står ikke på siden. "
              "Læg det, »edition NR --json« skrev af den, i mappen som udgivelse.json, læs en nyere sikkerhedskopi "
              "ind, eller opgiv den med --give-up.")
    return REFUSED if left else DONE


def _progress() -> Progress:
    """Tell on a terminal how far it is; anywhere else nobody is told."""
    def tell(step: Step, done: int, of: int) -> None:
        print(f"\r{words(step, done, of)}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return tell if sys.stderr.isatty() else silent


def _heading(each: Heading) -> dict[str, Any]:
    return {"edition": each.number, "month": month_key(each.month), "made_at": each.made_at.isoformat(),
            "made_by": each.made_by, "note": each.note, "sample": each.sample,
            "withdrawn": each.withdrawn and {"at": each.withdrawn.at.isoformat(), "reason": each.withdrawn.reason}}


def _what(made: Edition, before: PublicRecord) -> str:
    """»64 nye tal til og med marts 2010«."""
    return f"{added(made, before).words} til og med {month_long(made.heading.month)}"


def _tell(made: Edition, what: str, remarks: tuple[checklist.Remark, ...], options: argparse.Namespace, *,
          worth: bool) -> int:
    if options.json:
        print(json.dumps(document(made) | {"remarks": _plain(remarks)}, ensure_ascii=False))
    else:
        print(f"Prøve, ikke offentliggjort: {what}.")
        _print_remarks(remarks)
    return DONE if worth else REFUSED


def _plain(remarks: tuple[checklist.Remark, ...]) -> list[dict[str, str]]:
    return [{"kind": remark.kind, "text": remark.text} for remark in remarks]


def _print_remarks(remarks: tuple[checklist.Remark, ...]) -> None:
    for remark in remarks:
        print(plain_spaces(f"  Bemærk: {remark.text}"))


def _refuse(why: Exception, options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps({"refused": str(why)}, ensure_ascii=False))
    else:
        print(why)
    return REFUSED
