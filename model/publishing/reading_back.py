"""Editions read back from what was published: after a restore of a copy that is older than the newest of them.

What was told stays known. Until it is known to the database too, nothing is published.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import listing, number
from model.basics.free_text import RecordRefused
from model.programmes.current import PROGRAMME
from model.publishing import editions
from model.publishing.edition import Edition, Withdrawal, document, read
from model.store import database, edition_facts
from model.store.database import Bind
from model.store.tables.editions import EditionMissing, EditionWithdrawal

NAME = "udgivelse.json"  # of an edition's document on the public site
BY = "læst fra den offentlige side"
NONE = ("I {} er der ingen udgivelser (filer med navnet »udgivelse.json«). Giv mappen med den offentlige side, "
        "som »site« har skrevet den.")
BROKEN = "{} er ikke en udgivelse, som Fremdrift har skrevet. Der er ikke læst noget. Hent filen igen fra siden."
NOTHING_MISSING = "Der mangler ingen udgivelser. Der er ikke ændret noget."
UNKNOWN = ("På siden står udgivelse {}, som databasen ikke kender. Der er ikke skrevet noget. Læs den først tilbage: "
           "python -m model read-editions MAPPE.")
OTHER = ("Udgivelse {} står allerede i databasen og fortæller noget andet end filen. Der er ikke ændret noget. "
         "Kontrollér, at mappen er den side, som hører til denne database.")
NOT_THERE = "trukket tilbage; det, den fortalte, er kun kendt af de andre"


def documents(folder: Path) -> list[Edition]:
    """The editions in a folder of the public site, oldest first. Raises RecordRefused for a folder without any, and
    for a file that is none.
    """
    found = [_document(path) for path in sorted(folder.rglob(NAME))]
    own = sorted((each for each in found if each.programme == PROGRAMME.id), key=lambda each: each.heading.number)
    if not own:
        raise RecordRefused(NONE.format(folder))
    return own


def hold_against(session: Session, folder: Path) -> None:
    """Raise RecordRefused where a folder of the public site holds an edition that the database does not know, or has
    otherwise: writing the site anew would lose the only place where it still stands.
    """
    editions.refuse_where_missing(session)
    own = documents(folder) if folder.is_dir() and any(folder.rglob(NAME)) else []
    newest = edition_facts.newest_number(session)
    for edition in own:
        if edition.heading.number > newest:
            raise RecordRefused(UNKNOWN.format(number(edition.heading.number)))
        _check(session, edition)


def give_up(engine: Bind, *, viewer: Viewer) -> list[int]:
    """Go on without the editions that can be had from nowhere, and return their numbers: they stand as withdrawn, and
    what they alone told is not held against what is told next. Raises RecordRefused where none is missing.
    """
    rights.require(viewer, Action.PUBLISH)
    with database.write(engine) as session:
        gone, newest = edition_facts.missing(session), edition_facts.newest_number(session)
        base = editions.edition(session, newest)
        if not gone or base is None:
            raise RecordRefused(NOTHING_MISSING)
        for number_ in range(newest + 1, max(gone) + 1):
            _write(session, _withdrawn(base, number_))
        session.connection().execute(delete(EditionMissing).where(col(EditionMissing.programme) == PROGRAMME.id))
        log.add(session, viewer, Act.READ_BACK, about=f"opgivet: udgivelse {listing(map(number, gone))}")
    return list(gone)


def read_back(engine: Bind, known: Iterable[Edition], *, viewer: Viewer) -> list[int]:
    """Write down the editions that the database does not know, and return their numbers. All of them, or none.

    One that was withdrawn tells nothing on the site: what is known of it is what the next one there tells of it. Raises
    RecordRefused where an edition tells something else than the database has of it.
    """
    rights.require(viewer, Action.PUBLISH)
    added: list[int] = []
    with database.write(engine) as session:
        for edition in known:
            newest = edition_facts.newest_number(session)
            if edition.heading.number <= newest:
                _check(session, edition)
            for number_ in range(newest + 1, edition.heading.number + 1):
                _write(session, edition if number_ == edition.heading.number else _withdrawn(edition, number_))
                added.append(number_)
        session.connection().execute(delete(EditionMissing).where(
            col(EditionMissing.programme) == PROGRAMME.id,
            col(EditionMissing.number) <= edition_facts.newest_number(session)))
        if added:
            log.add(session, viewer, Act.READ_BACK, about=f"udgivelse {listing(map(number, added))}")
    return added


def _document(path: Path) -> Edition:
    try:
        known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return read(known)
    except (OSError, ValueError, KeyError, TypeError) as broken:
        raise RecordRefused(BROKEN.format(path)) from broken


def _check(session: Session, edition: Edition) -> None:
    there = editions.edition(session, edition.heading.number)
    if there is not None and document(there)["cells"] != document(edition)["cells"]:
        raise RecordRefused(OTHER.format(number(edition.heading.number)))


def _withdrawn(later: Edition, wanted: int) -> Edition:
    """What a later edition tells of one that is not on the site any more."""
    cells = {key: cell for key, cell in later.published.cells.items() if cell.edition <= wanted}
    month = max((key.last for key in cells), default=later.heading.month)
    heading = replace(later.heading, number=wanted, month=month, note="",
                      withdrawn=Withdrawal(later.heading.made_at, BY, NOT_THERE))
    return replace(later, heading=heading, published=replace(later.published, cells=cells))


def _write(session: Session, edition: Edition) -> None:
    row = editions.write_down(session, edition, edition.changed, by=BY)
    if (gone := edition.heading.withdrawn) is not None:
        session.add(EditionWithdrawal(edition_id=row, withdrawn_at=gone.at, withdrawn_by=BY, reason=gone.reason))
        session.flush()
