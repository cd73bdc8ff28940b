"""What a value on the command line may be, and what several commands take alike."""

import argparse
from datetime import date

from model.commands.parser import Parser

BY = "kommandolinjen"  # who does what a command does, unless it says otherwise
EARLIEST, LATEST = 2000, 2100


def month(text: str) -> date:
    """The month of ``2010-03``."""
    from model.basics.formatting import parse_month_key
    from model.programmes import examples

    try:
        return parse_month_key(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"»{text}« er ikke en måned. Skriv den som {examples.MONTH_KEY}.") from wrong


def day(text: str) -> date:
    """The day of ``2010-04-12``."""
    from model.programmes import examples

    try:
        found = date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"»{text}« er ikke en dato. Skriv den som {examples.DAY}.") from wrong
    if not EARLIEST <= found.year <= LATEST:
        raise argparse.ArgumentTypeError(f"»{text}« ligger for langt væk. Skriv en dato fra {EARLIEST} til {LATEST}.")
    return found


def codes(text: str) -> tuple[str, ...]:
    """The codes of ``766,779``."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def answer(text: str) -> tuple[str, str]:
    """The question and the answer of ``period=one``."""
    asked, equals, value = text.partition("=")
    if not (asked.strip() and equals):
        raise argparse.ArgumentTypeError(f"»{text}« er ikke et svar. Skriv spørgsmålets ID og svaret: period=one.")
    return asked.strip(), value.strip()


def as_json(parser: Parser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="skriv JSON")
