"""The name to remember a sender's headings by, as a file's own name suggests it."""

import re
from pathlib import PurePath

from model.intake.cells.date_text import month_number
from model.intake.datasets.datasets import DATASETS

LONGEST = 40
COPY = re.compile(r"^(?:kopi af|copy of)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"([\s_.,()\[\]-]+)")
NUMBERED = re.compile(r"(?:\d{4}[mkq]|[mvkq])?\d+")  # 2010, 03, 2010m03, v2
COUNTED = {"match", "matchgruppe", "mål"}  # the number after it is part of the name
LETTERS = re.compile(r"\d*([a-zæøå]+)\d*")
VERSIONS = {"v", "ver", "version", "rev", "revideret", "endelig", "endeligt", "endelige", "final", "kladde", "udkast",
            "foreløbig", "foreløbige", "rettet", "rettede", "opdateret", "ny", "nyeste", "sidste", "kopi", "copy"}


def suggested(file_name: str, dataset: str) -> str:
    """What stays the same from month to month: ``VC-opfølgning_marts10_ENDELIG_v2.csv`` is ``VC-opfølgning``.

    A name that says only month and version gives the dataset's title.
    """
    pieces = BETWEEN.split(COPY.sub("", PurePath(file_name).stem))  # words at even places, what parts them at odd
    kept = ""
    for at in range(0, len(pieces), 2):
        word, before = pieces[at], pieces[at - 2] if at else ""
        if word and not _passing(word, before):
            between = pieces[at - 1] if at and kept.endswith(before) else " "
            kept += f"{between if kept else ''}{word}"
    return kept[:LONGEST].strip() or DATASETS[dataset].title


def _passing(word: str, before: str) -> bool:
    """Whether the word names a month, a year or a version, or only counts."""
    if word.isdigit() and before.casefold() in COUNTED:
        return False
    plain = word.casefold()
    letters = LETTERS.fullmatch(plain)
    named = letters is not None and (letters[1] in VERSIONS or month_number(letters[1]) is not None)
    return named or NUMBERED.fullmatch(plain) is not None
