"""Editions read back from what was published: after a restore of a copy that is older than the newest of them.

What was told stays known. Until it is known to the database too, nothing is published.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from model.basics.formatting import number
from model.basics.free_text import RecordRefused
from model.programmes.current import PROGRAMME
from model.publishing import editions
from model.publishing.edition import Edition, document, read
from model.store import database, edition_facts
from model.store.database import Bind
from model.store.tables.editions import EditionMissing, EditionWithdrawal

NAME = "udgivelse.json"  # of an edition's document on the public site
BY = "læst fra den offentlige side"
NONE = ("I {} er der ingen udgivelser (filer med navnet »udgivelse.json«). Giv mappen med den offentlige side, "
        "som »site« har skrevet den.")
BROKEN = "{} er ikke en udgivelse, som Fremdrift har skrevet. Der er ikke læst noget. Hent filen igen fra siden."
OTHER = ("Udgivelse {} står allerede i databasen og fortæller noget andet end filen. Der er ikke læst noget. "
         "Kontrollér, at mappen er den side, som hører til denne database.")
GAP = "Udgivelse {} mangler i mappen, så de senere kan ikke læses. Der er ikke læst noget. Find hele siden frem."


def documents(folder: Path) -> list[Edition]:
    """The editions in a folder of the public site, oldest first. Raises RecordRefused for a folder without any, and
    for a file that is none.
    """
    found = [_document(path) for path in sorted(folder.rglob(NAME))]
    own = sorted((each for each in found if each.programme == PROGRAMME.id), key=lambda each: each.heading.number)
    if not own:
        raise RecordRefused(NONE.format(folder))
    return own


def read_back(engine: Bind, known: Iterable[Edition]) -> list[int]:
    """Write down the editions that the database does not know, and return their numbers. All of them, or none.

    Raises RecordRefused where one tells something else than the database has of it, or one between them lacks.
    """
    with database.write(engine) as session:
        added = [edition.heading.number for edition in known if _added(session, edition)]
        session.connection().execute(delete(EditionMissing).where(
            col(EditionMissing.programme) == PROGRAMME.id,
            col(EditionMissing.number) <= edition_facts.newest_number(session)))
    return added


def _document(path: Path) -> Edition:
    try:
        known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return read(known)
    except (ValueError, KeyError, TypeError) as broken:
        raise RecordRefused(BROKEN.format(path.name)) from broken


def _added(session: Session, edition: Edition) -> bool:
    """Whether it was not there. One that is withdrawn on the site tells no figures there, but it may be here."""
    wanted, newest = edition.heading.number, edition_facts.newest_number(session)
    if wanted <= newest:
        there = editions.edition(session, wanted)
        if there is not None and document(there)["cells"] != document(edition)["cells"]:
            raise RecordRefused(OTHER.format(number(wanted)))
        return False
    if wanted != newest + 1:
        raise RecordRefused(GAP.format(number(newest + 1)))
    row = editions.write_down(session, edition, edition.changed, by=BY)
    if edition.heading.withdrawn is not None:
        gone = edition.heading.withdrawn
        session.add(EditionWithdrawal(edition_id=row, withdrawn_at=gone.at, withdrawn_by=BY, reason=gone.reason))
        session.flush()
    return True
