"""``backup``, ``verify``, ``restore`` and ``move``: the whole database in one file, tried, put back, or moved."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session

from model.access import log
from model.access.log import Act
from model.access.viewer import command_viewer
from model.backup import losing, making, moving, restoring
from model.backup.archive import Manifest
from model.backup.checking import Checked, checked, rows_in_tables
from model.backup.copies import Progress, silent
from model.backup.refusal import BackupRefused
from model.basics import settings
from model.basics.formatting import listing, moment, number, plural
from model.store import database, edition_facts, seeding

DONE, REFUSED = 0, 1
NOT_EMPTY = ("Databasen er ikke tom, og der er ikke ændret noget. Skriv --replace, hvis kopien skal stå i stedet for "
             "det, der er i den.")
IN_DOUBT = "Der er ikke ændret noget. Skriv --despite-verdicts, hvis kopien skal læses ind alligevel."


def backup(options: argparse.Namespace) -> int:
    """Write the backup, which keeps the revision the database is at, and log that it was taken."""
    with _database() as engine:
        manifest = making.make(engine, options.file, _progress("Gemmer tabel"))
        _note_backup(engine, manifest)
    programmes = listing(manifest.programmes)
    print(f"{options.file} er skrevet ({number(options.file.stat().st_size)} byte): {rows_in_tables(manifest)}, som de "
          f"stod {moment(manifest.made_at)}, af {programmes}. Kontrollér den med »python -m model verify«.")
    return DONE


def _note_backup(engine: Engine, manifest: Manifest) -> None:
    """A database that may only be read is copied too, and one of an earlier revision may have no log yet."""
    try:
        log.note(engine, command_viewer(), Act.BACKED_UP, about=f"som den stod {moment(manifest.made_at)}")
    except database.DatabaseProblem as fault:
        print(f"Kopien er skrevet, men det kunne ikke skrives i loggen: {fault}", file=sys.stderr)


def verify(options: argparse.Namespace) -> int:
    """Say what holds of a backup, and the first that does not; no database but its own is touched."""
    with checked(options.file, print, _progress("Læser tabel")) as found:
        if found.doubt is not None:
            print(found.doubt, file=sys.stderr)
            return REFUSED
    print("Sikkerhedskopien kan læses ind.")
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Try the backup, name what would be lost, and put it back."""
    with checked(options.file, print, _progress("Læser tabel")) as found, _database() as engine:
        seeding.migrate(engine)
        before = restoring.look(engine, found.copy)
        for sentence in losing.sentences(before.lost):
            print(sentence, flush=True)  # before anything is done
        if not before.new and not before.lost:
            print("Intet i databasen går tabt.")
        if (hindrance := _hindrance(found, before, options)) is not None:
            print(hindrance, file=sys.stderr)
            return REFUSED
        if options.dry_run:
            print("Der er ikke ændret noget.")
            return DONE
        restoring.put_back(engine, found.copy, seen=before.seen, progress=_progress("Skriver tabel"))
        log.note(engine, command_viewer(), Act.RESTORED, about=f"kopi fra {moment(found.manifest.made_at)}")
    print(f"Databasen er nu, som den stod {moment(found.manifest.made_at)}: alle rækker er læst igen og er de samme. "
          "Åbne sider viser dem ved næste klik.")
    with database.readable(), Session(engine) as session:
        _tell_of_editions(session)
    return DONE


def move(options: argparse.Namespace) -> int:
    """Move every row to an empty database, and say of both that they are the same."""
    with _at(options.source) as source, _database() as target:
        moved = moving.move(source, target, _progress("Flytter tabel"))
        log.note(target, command_viewer(), Act.MOVED, about=plural(moved.rows, "række", "rækker"))
    print(f"{plural(moved.rows, 'række', 'rækker')} i {plural(moved.tables, 'tabel', 'tabeller')} er flyttet. Begge "
          f"databaser er læst igen række for række og er ens (SHA-256 {moved.sha256}). Den gamle er ikke ændret.")
    return DONE


def _tell_of_editions(session: Session) -> None:
    """What was published after the copy was made must be known before anything more is."""
    missing, newest = edition_facts.missing(session), edition_facts.newest_number(session)
    if missing:
        print(f"Udgivelse {listing(map(number, missing))} mangler, så der kan ikke offentliggøres noget, før de er "
              "læst tilbage: python -m model read-editions MAPPE.")
    elif newest:
        print(f"Den nyeste udgivelse i kopien er nr. {number(newest)}. Er der offentliggjort flere, så læs dem tilbage "
              "først: python -m model read-editions MAPPE.")


def _hindrance(found: Checked, before: restoring.Before, options: argparse.Namespace) -> str | None:
    """Why nothing may be put back, where it may not."""
    if found.doubt is not None and not options.despite_verdicts:
        return f"{found.doubt} {IN_DOUBT}"
    return None if before.new or options.replace or options.dry_run else NOT_EMPTY


def _url(address: str) -> URL:
    try:
        return make_url(address)
    except ArgumentError:  # the name of a file
        return make_url(f"sqlite:///{address}")


@contextmanager
def _at(address: str) -> Iterator[Engine]:
    """The database at an address, or in a file, that must be there already."""
    url = _url(address)
    here = make_url(settings.load().database_url)
    if url == here:
        raise BackupRefused("De to databaser er den samme. Sæt FREMDRIFT_DATABASE_URL til den nye database.")
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise BackupRefused("Der er ingen database i den fil, der skal flyttes fra. Kontrollér navnet.")
    engine = database.create(url.render_as_string(hide_password=False))
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _database() -> Iterator[Engine]:
    engine = database.create()
    try:
        yield engine
    finally:
        engine.dispose()


def _progress(what: str) -> Progress:
    """Tell on a terminal how far it is; anywhere else nobody is told."""
    def tell(done: int, of: int) -> None:
        print(f"\r{what} {done} af {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return tell if sys.stderr.isatty() else silent
