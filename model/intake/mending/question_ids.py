"""The ids by which questions about a file are answered: short, plain, and the same at every check of the same file."""

import re
import unicodedata
from hashlib import sha256

PLAIN = re.compile(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*")
DIGITS = 6  # of the digest


def question_id(*parts: str) -> str:
    """A question's id of what it is about, in plain signs: ``period.Ark1``.

    A part that is not plain gets a digest as well, since other texts may look the same in plain signs.
    """
    return ".".join(part if not part or PLAIN.fullmatch(part) else "_".join(filter(None, (plain(part), _digest(part))))
                    for part in parts)


def plain(part: str) -> str:
    """A text in plain signs, which others may be too: ``14-03-2010`` and ``14/03/2010``."""
    known = unicodedata.normalize("NFKD", part.replace("ø", "oe").replace("Ø", "Oe")).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", known).strip("_")


def _digest(part: str) -> str:
    return sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
