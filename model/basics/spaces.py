"""Which spaces a line may end at, in texts that are about to be drawn: the one place that turns one into the other."""

from model.basics.formatting import NBSP


def unbroken(text: str) -> str:
    """The text as one that no line ends inside."""
    return text.replace(" ", NBSP)


def plain_spaces(text: str) -> str:
    """The text with ordinary spaces only, for a file or a program that reads it."""
    return text.replace(NBSP, " ")
