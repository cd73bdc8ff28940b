"""A parser of command lines that speaks Danish, and asks a command what it takes when that command is chosen."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from model.commands import WrongUsage

SAID = (
    (r"the following arguments are required: (.*)", r"Der mangler: \1."),
    (r"unrecognized arguments: (.*)", r"Kender ikke: \1."),
    (r"argument (\S+): expected (?:one|at least one) argument", r"Der mangler en værdi efter \1."),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 kan ikke være \2. Vælg mellem \3."),
    (r"argument (\S+): invalid int value: (.*)", r"\1 skal være et helt tal, ikke \2."),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 kan betyde flere ting: \2."),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Danish and raises instead of leaving."""

    def __init__(self, *, fill: "Callable[[Parser], None] | None" = None, **given: Any) -> None:
        """As ArgumentParser, with Danish headings and help. fill: adds what it takes, once it is asked to read."""
        super().__init__(add_help=False, allow_abbrev=False, **given)
        self._fill = fill
        self._positionals.title, self._optionals.title = "angives", "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def parse_known_args(self, *args: Any, **given: Any) -> Any:
        """As ArgumentParser, which calls this of the command that is chosen, and of no other."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return super().parse_known_args(*args, **given)

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the reason in Danish and the right way to write it."""
        for pattern, danish in SAID:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, danish, message)
                break
        raise WrongUsage(f"{message}\n{self.format_usage().strip()}")

    def format_usage(self) -> str:
        """The usage line with a Danish word in front."""
        return super().format_usage().replace("usage:", "Brug:", 1)

    def format_help(self) -> str:
        """The help text with a Danish word in front."""
        return super().format_help().replace("usage:", "Brug:", 1)
