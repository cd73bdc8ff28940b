"""``purge``: files, logins, functions and addresses that are older than they are kept for are taken out."""

import argparse

from sqlalchemy import Engine

from model.access import retention
from model.access.viewer import command_viewer
from model.basics import settings
from model.basics.formatting import day, local_date, today
from model.basics.months import shift
from model.commands import WrongUsage
from model.intake.keeping.purging import BACKUPS, BUSY
from model.store import database, facts


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Take out what is too old, or say with ``--dry-run`` what would go; exit status 1 while others hold it open."""
    months = settings.load().keep_months if options.older_than is None else options.older_than
    if months < 1:
        raise WrongUsage("--older-than skal være mindst 1 måned.")
    before = facts.start_of(shift(today().replace(day=1), -months))
    since = day(local_date(before))
    if options.dry_run:
        print(f"Ældre end {since} ville blive fjernet: {retention.survey(engine, before).words}. {retention.UNTOUCHED} "
              "Der er ikke ændret noget.")
        return 0
    went = retention.purge(engine, command_viewer(options.by), before)
    erased = database.erase_deleted(engine)
    print(f"Ældre end {since} er fjernet: {went.words}. {retention.UNTOUCHED} {BACKUPS}"
          + ("" if erased else f" {BUSY}"))
    return int(not erased)
