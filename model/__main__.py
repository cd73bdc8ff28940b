"""The command line: ``python -m model COMMAND``. Text in Danish, or JSON with ``--json``; exit status 0, 1 or 2."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TextIO

from model.basics.refusal import NotDone
from model.commands import WrongUsage, arguments, choosing

DONE, REFUSED, USAGE = 0, 1, 2
UNSAID = ("Kommandoen indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Skriv den igen uden "
          "personoplysninger.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done or nothing to do, 1 refused, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        _as_utf8(stream)
    try:
        choosing.begin(sys.argv[1:] if argv is None else argv)
        options = arguments.build().parse_args(argv)
        choosing.settle(options)
        return _run(options)
    except (WrongUsage, NotDone) as refused:
        _tell(refused)
        return USAGE if isinstance(refused, WrongUsage) else REFUSED
    except SystemExit as left:  # --help
        return int(left.code or 0)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(options: Namespace) -> int:
    if not getattr(options, "needs_database", True):
        _collect_again()
        return int(options.run(None, options))
    from model.store import database, seeding  # takes longer than a help, which needs no database

    _collect_again()
    engine = database.create()
    try:
        seeding.migrate(engine)
        return int(options.run(engine, options))
    finally:
        engine.dispose()


def _collect_again() -> None:
    """What is loaded by now stays, so no collection looks through it."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _tell(problem: Exception) -> None:
    """What is wrong, on the error stream; words of the command line that look like a person's number stay unsaid."""
    from model.basics.personal_data import has_cpr  # its patterns take their time, and most commands tell nothing here

    print(UNSAID if has_cpr(str(problem)) else problem, file=sys.stderr)


def _as_utf8(stream: TextIO) -> None:
    """Danish letters come out right whatever the terminal's code page is."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    gc.disable()  # looking for garbage among what is being loaded takes its share of a short command
    sys.exit(main())
