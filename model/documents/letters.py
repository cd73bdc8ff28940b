"""The letters of documents: what every file can hold, and what the sheets' own font can draw.

Whatever a person wrote, a document is made; a sign the font lacks is replaced so that a reader sees that it is missing.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pandas as pd

from model.basics.formatting import without_direction_marks
from model.drawing.chart import Chart

FONTS = Path(__file__).with_name("fonts")
LACKING = "[?]"  # stands for a run of signs that cannot be drawn
MAKERS = ("make_table", "make_data")  # of a chart
LONGEST, LONGEST_HELD = 40, 80  # letters of the longest word that is kept whole, and of words held together
LONGEST_PROPERTY = 255  # letters of what an office document says of itself
BREAK = "\u200b"  # a place where a line may end, without width

# What XML, and with it every office program, cannot hold; and single halves of a sign.
UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufeff\ufffe\uffff"
                    "\u2028\u2029]")
PARTING = re.compile(" ?[\x0b\x0c\x85\u2028\u2029]+ ?")  # of these, the ones that part words
# Signs out of Word's own symbol fonts, which nothing but Word can read.
SYMBOLS = str.maketrans({
    "\uf0b7": "•", "\uf0a7": "•", "\uf0a8": "•", "\uf0d8": "•", "\uf076": "•", "\uf06e": "•", "\uf06c": "•",
    "\uf071": "•", "\uf0fc": "✓", "\uf0fe": "✓", "\uf0fb": "❌", "\uf0fd": "❌", "\uf0e0": "→", "\uf0e8": "→",
    "\uf0df": "←", "\uf02d": "–", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b1": "±", "\uf0b0": "°", "\uf04a": "☺"})
NOBODYS = ("Co", "Cn")  # signs for one's own use, and those that are none yet
# What has no shape of its own: joiners, variation selectors, the frame of a keycap, tags.
SHAPELESS = re.compile("[\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u206f\u20dd-\u20e4\u3164"
                       "\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]")
LIKE = {"✔": "✓", "✅": "✓", "☑": "✓", "✗": "×", "✘": "×", "☒": "×", "✖": "×", "☐": "[ ]", "➔": "→", "➜": "→",
        "➤": "→", "►": "→", "▶": "→", "⇒": "→", **dict.fromkeys("▪■●◦‣⁃∙◆○□▫➢❖", "•")}


def _letters() -> str:
    """The letters of the font, as a class of a pattern."""
    ranges = (FONTS / "letters.txt").read_text(encoding="ascii").split()
    return "".join("-".join(f"\\U{end:0>8}" for end in part.split("-")) for part in ranges)


LACKED = re.compile(f"(?:[^\t\n\r\u00ad{_letters()}]+[\u0300-\u036f]*)+")  # with the accents that stood on them
LONG = re.compile(rf"[^ \t\n\r\u00a0\u202f{BREAK}]{{{LONGEST + 1},}}|[^ \t\n\r{BREAK}]{{{LONGEST_HELD + 1},}}")
PLACES = re.compile(r"(?<=.)(?=[^\u0300-\u036f])", re.DOTALL)


def plain(text: str) -> str:
    """The text as any file can hold it: no control characters, nothing that turns words round, real bullets, and in the
    place of signs that nobody's font has, that they are missing.

    A picture sign is kept: the reader's own program draws it.
    """
    if text.isascii() and text.isprintable():
        return text
    held = UNHELD.sub("", PARTING.sub(" ", without_direction_marks(text))).translate(SYMBOLS)
    unknown = sorted({sign for sign in held if unicodedata.category(sign) in NOBODYS})
    return re.sub(f"[{''.join(map(re.escape, unknown))}]+", LACKING, held) if unknown else held


@lru_cache(maxsize=20_000)
def on_paper(text: str) -> str:
    """The text in letters that the font has, with long words that may be broken anywhere."""
    drawn = SHAPELESS.sub("", unicodedata.normalize("NFC", plain(text)))
    return breakable(LACKED.sub(_replaced, drawn))


def breakable(text: str) -> str:
    """The text with places to break a word that is too long for a line."""
    return LONG.sub(lambda word: PLACES.sub(BREAK, word[0]), text)


def throughout(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every text in it changed: in mappings, sequences, tables, objects made of parts, and what a chart
    makes when it is asked.
    """
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: throughout(part, change) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(throughout(part, change) for part in value)
    if isinstance(value, pd.DataFrame):
        return value.rename(columns=lambda name: throughout(name, change)).map(lambda part: throughout(part, change))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: throughout(getattr(value, part.name), change) for part in fields(value) if part.init}
        makers = {name: partial(_made, parts[name], change) for name in MAKERS} if isinstance(value, Chart) else {}
        return replace(value, **parts | makers)
    return value


def _made(make: Callable[[], pd.DataFrame], change: Callable[[str], str]) -> Any:
    return throughout(make(), change)


def _replaced(found: re.Match[str]) -> str:
    """Signs that are written in letters the font has where there is a way, else LACKING for as many as follow."""
    drawn = "".join(map(_alike, found[0]))
    return re.sub("\ufffd+", LACKING, drawn)


def _alike(sign: str) -> str:
    alike = LIKE.get(sign) or unicodedata.normalize("NFKC", sign)
    return "\ufffd" if LACKED.search(alike) else alike
