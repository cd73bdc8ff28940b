"""``undo``, ``sample`` and ``migrate``: what is done to the database as a whole."""

import argparse

from sqlalchemy import Engine

from model.formatting import plural
from model.importing import undoing
from model.importing.sample import load_sample


def undo(engine: Engine, options: argparse.Namespace) -> int:
    """Take back one upload with a reason."""
    undoing.undo(engine, options.upload, reason=options.reason, by=options.by)
    print(f"Indlæsning nr. {options.upload} er fortrudt.")
    return 0


def sample(engine: Engine, options: argparse.Namespace) -> int:
    """Load the sample data into a database that has no other figures."""
    made = load_sample(engine)
    print(f"Eksempeldata er indlæst: {plural(len(made), 'fil', 'filer')}." if made
          else "Eksempeldata er allerede indlæst.")
    return 0


def migrate(engine: Engine, options: argparse.Namespace) -> int:
    """The schema is brought up to date before any command; this one does nothing else."""
    print("Databasen er klar.")
    return 0
