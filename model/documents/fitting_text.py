"""How large a story may be written so that all of it is on one screen; the longest are cut where a sentence ends."""

import re
from collections.abc import Sequence
from typing import Literal

Size = Literal["large", "two", "small"]
WHERE = "Hele historien står på siden Historier og eksempler."
# Lines there are room for, and letters on a line, in each way to set a story; two of them are in two columns.
ROOMS: dict[Size, tuple[int, int]] = {"large": (12, 76), "two": (35, 64), "small": (42, 74)}
SENTENCE = re.compile(r"(?<=[.!?])\s+")


def fitted(paragraphs: Sequence[str]) -> tuple[Size, tuple[str, ...]]:
    """The largest way to set them that holds them all; else the smallest, with as much as it holds."""
    for size, (lines, letters) in ROOMS.items():
        if _lines(paragraphs, letters) <= lines:
            return size, tuple(paragraphs)
    lines, letters = ROOMS["small"]
    return "small", (*_begun(paragraphs, lines - 2, letters), WHERE)


def _lines(paragraphs: Sequence[str], letters: int) -> float:
    """Lines that the paragraphs take, with half a line between them."""
    return sum(-(-len(part) // letters) + 0.5 for part in paragraphs)


def _begun(paragraphs: Sequence[str], lines: int, letters: int) -> tuple[str, ...]:
    """The paragraphs' beginning, to the last whole sentence there is room for; a sentence too long is cut at a word."""
    kept: list[str] = []
    for paragraph in paragraphs:
        said = ""
        for sentence in SENTENCE.split(paragraph):
            longer = f"{said} {sentence}".strip()
            if _lines([*kept, f"{longer} …"], letters) > lines:
                begun = said or (_words(sentence, letters * lines) if not kept else "")
                return (*kept, f"{begun} …") if begun else _ended(kept)
            said = longer
        kept.append(said)
    return tuple(kept)


def _words(sentence: str, letters: int) -> str:
    return sentence[:letters - 2].rpartition(" ")[0] or sentence[:letters - 2]


def _ended(kept: list[str]) -> tuple[str, ...]:
    return (*kept[:-1], f"{kept[-1]} …")
