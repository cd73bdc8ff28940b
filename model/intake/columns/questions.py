"""What must be asked before a file can be checked, in words for a person and as a refusal for a program."""

from collections.abc import Iterable
from datetime import date

from model.basics.formatting import listing, month_key, month_long
from model.intake.columns import explained
from model.intake.columns.labels import Label
from model.intake.columns.vocabulary import IGNORE, Vocabulary
from model.intake.report import Heading, Problem, Question
from model.programmes import examples

GATE = 2
APPROVE = "Filen følger ikke skabelonen. Se, hvordan den er læst, og godkend det, før tallene kontrolleres."
WHICH_SHEET = "Flere ark i filen har månedstal. Vælg det, der skal indlæses."
WHICH_MONTH = "Filen siger ikke selv, hvilken måned tallene hører til."
OUTCOMES = "Hvilken måned hører udfaldene til?"


def headings(labels: Iterable[Label], *, asked: Iterable[Label]) -> tuple[Heading, ...]:
    """Every label as a person sees it: what it was read as, or for those asked about what it probably is."""
    open_ones = {label.index for label in asked}
    return tuple(Heading(index=label.index, heading=label.text, samples=label.samples, key=label.key,
                         guess=label.target or (label.guess if label.index in open_ones else IGNORE), month=label.month)
                 for label in labels)


def ask_month(guess: date | None, *, outcomes: bool) -> str:
    """The question for the month, with what the title line or the file's name suggests."""
    told = f" Titellinjen eller filnavnet tyder på {month_long(guess)}." if guess else ""
    return f"{WHICH_MONTH}{told} Vælg måneden.{' ' + OUTCOMES if outcomes else ''}"


def refusal(question: Question, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """The same question as errors of the second gate, for a program that cannot be asked."""
    found = [explained.unknown(heading, vocabulary.spellings, first=heading.guess)
             for heading in question.headings if heading.index in question.asked]
    if question.sheets:
        found.append(_error(f"{WHICH_SHEET} Arkene er {listing(f'»{s}«' for s in question.sheets)}. "
                            "Gem det rigtige ark i en fil for sig."))
    if question.needs_month:
        found.append(_error(_no_month(question)))
    return tuple(found) or (_error(question.text),)


def _no_month(question: Question) -> str:
    guess = question.month_guess
    told = (f" Titellinjen eller filnavnet tyder på {month_long(guess)}. Bekræft det med --month {month_key(guess)}."
            if guess else f" Angiv måneden med --month, fx --month {examples.MONTH_KEY}.")
    return WHICH_MONTH + told


def _error(text: str, *, column: str | None = None) -> Problem:
    return Problem("fejl", GATE, text, column=column)
