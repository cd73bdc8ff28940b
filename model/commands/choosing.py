"""``--programme``: which programme a command is about, known before anything is loaded that is named after it."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from model.commands import WrongUsage
from model.commands.parser import Parser

OPTION, SETTING = "--programme", "FREMDRIFT_PROGRAMME"
LOADED = "model.programmes.current"  # the module that reads what is shown


def takes(parser: Parser, *, beside: bool = True) -> None:
    """Let a command take it. beside: whether it can be about a programme that stands beside the shown one."""
    parser.add_argument(OPTION, metavar="ID", help="indsatsen, som »programmes« viser dem; ellers den, der vises")
    parser.set_defaults(takes_beside=beside)


def begin(argv: Sequence[str]) -> None:
    """Let the process show the programme that is asked for, or the one it stands beside. Raises WrongUsage."""
    if (wanted := _wanted(argv)) is not None:
        shown = _shown(wanted)
        if LOADED in sys.modules and sys.modules[LOADED].PROGRAMME.id != shown:
            raise WrongUsage(f"{OPTION}: programmet viser allerede en anden indsats. Sæt {SETTING}={shown}.")
        os.environ[SETTING] = shown
        _settings_anew()


def settle(options: Namespace) -> None:
    """Note which programme beside the shown one a command is about: ``options.beside``, None for none. Raises
    WrongUsage where the command cannot be about it.
    """
    wanted = getattr(options, "programme", None)
    options.beside = None
    if wanted is None:
        return
    from model.programmes.current import BESIDE  # what is shown is known by now

    if wanted in BESIDE:
        options.beside = wanted
        if not options.takes_beside:
            raise WrongUsage(f"{OPTION}: kommandoen gælder ikke {BESIDE[wanted].called}, som kun vises internt.")


def _wanted(argv: Sequence[str]) -> str | None:
    """What follows the option, wherever it stands; whether it may stand there is for the parser to say."""
    for at, word in enumerate(argv):
        if word == OPTION:
            return next(iter(argv[at + 1:]), None)
        if word.startswith(f"{OPTION}="):
            return word.removeprefix(f"{OPTION}=")
    return None


def _shown(wanted: str) -> str:
    """The id of the programme that is shown where one is asked for."""
    from model.programmes import shown
    from model.programmes.programmes import programmes

    every = programmes()
    if wanted not in every:
        there = "\n".join(f"  {each.id}: {each.name}" for each in every.values())
        raise WrongUsage(f"{OPTION}: der er ingen indsats med id »{wanted}«. Vælg en af dem, der er:\n{there}")
    if not any(shown.lacking(every[wanted])):
        return wanted
    other = every[wanted].beside
    if other is None or other not in every or any(shown.lacking(every[other])):
        raise WrongUsage(f"{OPTION}: {every[wanted].called} kan ikke vises. »programmes check« siger hvorfor.")
    return other


def _settings_anew() -> None:
    from model.basics import settings

    settings.load.cache_clear()
