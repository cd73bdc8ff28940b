"""``undo``, ``sample`` and ``migrate``: what is done to the database as a whole."""

import argparse

from sqlalchemy import Engine

from model import sample as samples
from model.formatting import listing, plural
from model.importing import undoing


def undo(engine: Engine, options: argparse.Namespace) -> int:
    """Take back one upload with a reason."""
    undoing.undo(engine, options.upload, reason=options.reason, by=options.by)
    print(f"Indlæsning nr. {options.upload} er fortrudt.")
    return 0


def sample(engine: Engine, options: argparse.Namespace) -> int:
    """Load the sample data into a database that has no other figures, with the meetings and stories on them."""
    files, written = samples.load(engine)
    made = [text for text, there in ((plural(files, "fil", "filer"), files),
                                     ("opdigtede dialogmøder og historier", written)) if there]
    print(f"Eksempeldata er indlæst: {listing(made)}." if made else "Eksempeldata er allerede indlæst.")
    return 0


def migrate(engine: Engine, options: argparse.Namespace) -> int:
    """The schema is brought up to date before any command; this one does nothing else."""
    print("Databasen er klar.")
    return 0
