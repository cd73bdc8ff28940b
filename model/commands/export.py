"""``export``: a document written to a file, whole or not at all. What one kind takes is loaded for that kind alone."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlmodel import Session

from model.access.viewer import command_viewer
from model.basics.formatting import listing, month_key, number
from model.basics.free_text import RecordRefused
from model.basics.personal_data import has_cpr
from model.basics.whole_file import not_written, whole_file
from model.commands import WrongUsage, export_projects
from model.documents.faults import NotMade, told
from model.documents.known import NOT_MADE
from model.programmes import examples
from model.programmes.words import REGION
from model.publishing import editions, moved, updates
from model.publishing.as_snapshot import as_snapshot
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import facts
from model.store.database import readable
from model.subjects.goals.figures import coverage, left_out

if TYPE_CHECKING:
    from model.subjects.news.words.news import News

DONE, REFUSED = 0, 1
AUDIENCES = (INTERNAL, PUBLIC, PREVIEW) = ("internal", "public", "preview")

NO_EDITION = ("Der er ikke offentliggjort noget endnu. Se det først med --audience preview, eller offentliggør en "
              "måned med »publish«.")
NAMED = "Filens navn indeholder noget, der ligner et CPR-nummer. Der er ikke skrevet noget. Vælg et andet navn."

def _sheet(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    """One jobcenter's dialogark, or without a jobcenter the region's sheet."""
    from model.documents import region_sheet, sheet

    if options.jobcenter is None:
        return region_sheet.region_pdf(shot, month, public=options.public)
    return sheet.sheet_pdf(shot, options.jobcenter, month, news=lambda code: options.newest(shot, code, month),
                           public=options.public)


def _sheets(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    from model.documents import sheet

    make = sheet.sheets_zip if options.file.suffix.lower() == ".zip" else sheet.sheets_pdf
    return make(shot, month, news=lambda code: options.newest(shot, code, month),
                progress=_tell if sys.stderr.isatty() else None, lost=options.lost.append, public=options.public)


def _committee(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    from model.documents import committee

    return committee.committee_docx(shot, options.jobcenter, month)


def _workbook(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    from model.documents import workbook

    return workbook.workbook_xlsx(shot, month)


def _csv(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    """The current figures: of every month unless one is named, of every jobcenter unless one is."""
    from model.documents import csv_file

    return csv_file.figures_csv(shot, month=options.month, code=options.jobcenter)


def _offline(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    """The conference's screens but for the stories, which are chosen in the app."""
    from model.documents import offline
    from model.documents.screens import chosen, screens

    return offline.offline_html(chosen(screens(shot, month), ()), snapshot=shot, month=month).encode()


def _slides(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    """The same screens as slides, the region's or one jobcenter's."""
    from model.documents import slides
    from model.documents.screens import chosen, screens

    code = options.jobcenter
    return slides.slides_pptx(shot, month, chosen(screens(shot, month, code), ()), code=code)


DOCUMENTS: Mapping[str, tuple[export_projects.Make, tuple[str, ...]]] = {
    "sheet": (_sheet, (".pdf",)), "sheets": (_sheets, (".pdf", ".zip")),
    "committee": (_committee, (".docx",)), "workbook": (_workbook, (".xlsx",)),
    "csv": (_csv, (".csv",)), "offline": (_offline, (".html", ".htm")),
    "slides": (_slides, (".pptx",)), **export_projects.DOCUMENTS}
FOR_THE_PUBLIC = ("offline", "slides")  # documents that are for the public unless the internal view is asked for
OF_ONE = ("sheet", "committee", "csv", "slides")  # documents that may be of one jobcenter


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Make the document and write it; exit status 1 when it may not be made or written, or a part of it is missing."""
    make, endings = DOCUMENTS[options.document]
    options.newest = partial(_newest, engine)
    options.audience = options.audience or AUDIENCES[options.document in FOR_THE_PUBLIC]
    _check(options, endings)
    if has_cpr(str(options.file)):
        raise WrongUsage(NAMED)
    with readable(), Session(engine) as session:
        try:
            shot = _snapshot(session, options)
            options.public = _public(session, options)
        except RecordRefused as why:
            print(why, file=sys.stderr)
            return REFUSED
    if refusal := left_out.refusal(shot, options.jobcenter):
        not_made = NOT_MADE if options.document == "slides" else "Der er ikke lavet en fil."
        print(refusal, not_made, file=sys.stderr)
        return REFUSED
    month, options.lost = _month(shot, options), []
    try:
        with told(options.document):
            content = make(shot, month, options)
        with whole_file(options.file) as file:
            file.write(content)
    except NotMade as why:
        print(why, file=sys.stderr)
        return REFUSED
    except OSError as fault:
        print(not_written(options.file, fault), file=sys.stderr)
        return REFUSED
    print(f"{options.file} er skrevet ({number(len(content))} byte).")
    for sentence in options.lost:
        print(sentence, file=sys.stderr)
    return REFUSED if options.lost else DONE


def _check(options: argparse.Namespace, endings: tuple[str, ...]) -> None:
    if options.file.suffix.lower() not in endings:
        raise WrongUsage(f"FIL: »{options.document}« skrives til en fil, der ender på {' eller '.join(endings)}.")
    if options.jobcenter is not None and options.document not in OF_ONE:
        raise WrongUsage(f"--jobcenter bruges kun til {listing(OF_ONE)}; »{options.document}« er hele regionen.")
    if options.document == "committee" and options.jobcenter is None:
        raise WrongUsage(f"Der mangler: --jobcenter. »committee« er ét jobcenter, fx {examples.CODE}.")
    options.project = export_projects.chosen(options.document, options.project, options.beside)
    if options.audience != INTERNAL and options.as_of is not None:
        raise WrongUsage("--as-of kan ikke bruges til offentligheden, som kun ser udgivelser. Vælg en med --edition.")
    if options.audience != PUBLIC and options.edition is not None:
        raise WrongUsage("--edition bruges kun til offentligheden (--audience public).")


def _snapshot(session: Session, options: argparse.Namespace) -> Snapshot:
    """Whom the document is for: everything, an edition, or one as it would be. Raises RecordRefused without any."""
    if options.audience == PUBLIC:
        edition = editions.edition(session, options.edition)
        if edition is None:
            raise RecordRefused(NO_EDITION if options.edition is None
                                else f"Der er ingen udgivelse {number(options.edition)}.")
        if gone := updates.withdrawn_words(edition.heading):
            raise RecordRefused(f"{gone}. Vælg en anden.")
        later = [each for each in editions.every(session) if each.heading.number > edition.heading.number
                 and each.heading.withdrawn is None]
        return as_snapshot(edition, None, tuple(each.number for each, _ in updates.corrections(edition, later)))
    shot = loading.load(session, command_viewer(), as_of=options.as_of)
    if options.audience == INTERNAL:
        return shot
    return as_snapshot(editions.proposed(session, shot, options.month or coverage.default_month(shot) or shot.starts))


def _newest(engine: Engine, shot: Snapshot, code: str, month: date) -> "News":
    from model.subjects.news.words import news

    with readable(), Session(engine) as session:
        earlier = facts.earlier(session, jobcenter=code, as_of=shot.as_of)
    return news.news(shot, code, month, earlier=earlier)


def _month(shot: Snapshot, options: argparse.Namespace) -> date:
    if options.jobcenter is not None and options.jobcenter not in shot.jobcenters.index:
        raise WrongUsage(f"--jobcenter: {options.jobcenter} findes ikke i {REGION}. "
                         f"Brug en kommunekode, fx {examples.CODE}.")
    month: date = options.month or _newest_month(shot)
    if shot.release is not None and month != shot.release.month:
        raise WrongUsage(f"--month: udgivelsen er {month_key(shot.release.month)}. Vælg en anden med --edition.")
    if month not in shot.months:
        raise WrongUsage(f"--month: vælg en måned fra {month_key(shot.months[0])} til {month_key(shot.months[-1])}.")
    return month


def _public(session: Session, options: argparse.Namespace) -> str:
    """What the public has been told of the region last, for a paper of one's own figures now."""
    newest = editions.edition(session) if options.audience == INTERNAL and options.as_of is None else None
    return moved.public_sum(newest) if newest else ""


def _newest_month(shot: Snapshot) -> date:
    """The edition's, or the newest that is reported well enough."""
    return shot.release.month if shot.release else coverage.default_month(shot) or shot.starts


def _tell(done: int, of: int) -> None:
    print(f"\rLaver dialogark: {done} af {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
