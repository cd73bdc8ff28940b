"""``undo``, ``sample``, ``migrate`` and ``purge-originals``: what is done to the database as a whole.

Each loads what it takes: the sample, say, writes minutes and with them all that Word files take.
"""

import argparse

from sqlalchemy import Engine

from model.access.viewer import command_viewer
from model.basics.formatting import listing, plural
from model.commands import WrongUsage


def undo(engine: Engine, options: argparse.Namespace) -> int:
    """Take back one upload with a reason."""
    from model.intake import undoing

    if options.programme and options.upload < undoing.HIGHEST:
        _is_theirs(engine, options)
    undoing.undo(engine, options.upload, reason=options.reason, viewer=command_viewer(options.by))
    print(f"Indlæsning nr. {options.upload} er fortrudt.")
    return 0


def _is_theirs(engine: Engine, options: argparse.Namespace) -> None:
    """Raise WrongUsage where the upload is of another programme than the one that is asked for."""
    from sqlmodel import Session

    from model.programmes.current import HOUSE
    from model.store.tables.base import Upload

    with Session(engine) as session:
        upload = session.get(Upload, options.upload)
        if upload is not None and upload.programme in HOUSE and upload.programme != options.programme:
            raise WrongUsage(f"Indlæsning nr. {options.upload} hører til {HOUSE[upload.programme].called}.")


def sample(engine: Engine, options: argparse.Namespace) -> int:
    """Load the sample data into a database that has no other figures, with the meetings and stories on them."""
    from model import sample as samples
    from model.sample import invented

    if options.invented:
        print(f"Der er opdigtet tal for {plural(invented.load(engine), 'måned', 'måneder')}.")
        return 0
    files, written = samples.load(engine)
    made = [text for text, there in ((plural(files, "fil", "filer"), files),
                                     ("opdigtede dialogmøder og historier", written)) if there]
    print(f"Eksempeldata er indlæst: {listing(made)}." if made else "Eksempeldata er allerede indlæst.")
    return 0


def migrate(engine: Engine, options: argparse.Namespace) -> int:
    """The schema is brought up to date before any command; this one tells what of stored files was not used."""
    from model.intake.keeping import purging

    print("Databasen er klar.")
    if told := purging.surveyed(purging.look_through(engine)):
        print(told)
    return 0


def purge_originals(engine: Engine, options: argparse.Namespace) -> int:
    """Reduce the stored files from before it was looked at what is kept, to what was read of them."""
    from model.intake.keeping import purging

    found = purging.survey(engine) if options.dry_run else purging.purge(engine)
    print(purging.purged(found, dry_run=options.dry_run))
    return int(not found.erased)
