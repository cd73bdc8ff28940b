"""``import``: each file checked and saved in a transaction of its own."""

import argparse
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access.viewer import command_viewer
from model.basics import settings
from model.basics.personal_data import has_cpr
from model.commands import WrongUsage
from model.importing.handed import Handed, Way
from model.importing.importing import hand_in, refused
from model.importing.outcome import Outcome
from model.intake.examine import UNNAMED
from model.intake.mending import corrections
from model.intake.report import Correction
from model.programmes import examples
from model.programmes.words import REGION
from model.store.tables.base import Jobcenter


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Import every file; 1 when any of them was refused."""
    _check_codes(engine, options.without)
    if len(options.files) > 1 and (options.fix or options.answer):
        raise WrongUsage("--fix og --answer gælder én fil ad gangen. Indlæs filen for sig.")
    failed = False
    for name in options.files:
        outcome = _one(engine, name, options)
        print(outcome.as_json() if options.json else outcome.as_text(), flush=True)
        failed = failed or outcome.status == "refused"
    return int(failed)


def _check_codes(engine: Engine, codes: tuple[str, ...]) -> None:
    with Session(engine) as session:
        there = set(session.exec(select(Jobcenter.code)))
    strange = [code for code in codes if code not in there]
    if strange:
        raise WrongUsage(f"--without: {', '.join(strange)} findes ikke i {REGION}. "
                         f"Brug kommunekoder, fx {examples.CODES}.")


def correction(text: str) -> Correction:
    """The correction of ``Ark1!B8=Holstebro``, as an option gives it. Raises ArgumentTypeError."""
    try:
        return corrections.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _one(engine: Engine, name: str, options: argparse.Namespace) -> Outcome:
    shown = Path(name).name
    try:
        content = _read(Path(name))
    except OSError as error:
        shown = UNNAMED if has_cpr(shown) else shown
        reason = "findes ikke" if isinstance(error, FileNotFoundError) else "kan ikke åbnes som en fil"
        return refused(shown, options.dataset, f"Filen {reason}. Kontrollér navnet og mappen.")
    return hand_in(engine, _handed(shown, content, options), command_viewer(options.by))


def _read(path: Path) -> bytes:
    """The file's bytes, one more than is allowed at the most: the first gate refuses by size."""
    with path.open("rb") as file:
        return file.read(settings.load().max_file_mb * 1_000_000 + 1)


def _handed(name: str, content: bytes, options: argparse.Namespace) -> Handed:
    """The file with what the command line says of it."""
    return Handed(name, content, Way.COMMAND, dataset=options.dataset, month=options.month, without=options.without,
                  said=tuple(options.answer), fixes=tuple(options.fix), count=options.count,
                  accept=options.accept_suggestions, keep_original=options.keep_original, dry_run=options.dry_run,
                  reason=options.reason, received_on=options.received_at, programme=options.programme,
                  beside=options.beside)
