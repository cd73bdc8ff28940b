"""A text as the check for personal data reads it: without what nobody sees, every digit and separator a plain one.

Nothing read here is ever stored or shown: it only tells whether the text as it was written may be.
"""

import re
import unicodedata

CELL = "\x1f"  # stands between the cells of a line; never a separator inside a number
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")  # marks and fillers that are drawn as nothing
BLANK = "\u2800"  # a braille pattern without dots
SLASHES = frozenset("\\\u2044\u2215\u29f8\u2571\uff0f")
DOTS = frozenset("\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff0e\uff61\u2026\u0387\u06d4")
KEPT = frozenset("\u00a7\u00b0\u2030\u2264\u2265")  # signs that tell a figure from a number
MINUS = "\u2212"
RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u2080-\u2089"
NOTE_MARK = re.compile(rf"(?<=\d)[{RAISED}]{{1,2}}(?![{RAISED}])")  # a footnote's mark after a number is no part of it


def plain(text: str) -> str:
    """The text as it is searched; line breaks and ``CELL`` stay what they are."""
    if not text.isascii():
        text = NOTE_MARK.sub(" ", text)
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What each sign is read as, found out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _ascii(chr(code)) if code < 128 else _other(chr(code))
        return found


def _ascii(sign: str) -> str:
    if sign.isalnum() or sign in f"\n\r{CELL}":
        return sign
    if sign.isspace():
        return " "
    if not sign.isprintable():
        return ""
    return _paired(sign) or ("/" if sign in SLASHES else sign)


def _other(sign: str) -> str:
    category = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if category in ("Cf", "Mn", "Me", "Cc", "Cn") or sign in UNSEEN:
        return "\r" if sign == "\u0085" else ""
    if category in ("Zl", "Zp"):
        return "\r"
    if category == "Zs" or sign == BLANK:
        return " "
    if sign in KEPT or category[0] == "L" or category in ("No", "Nl", "Mc", "Sc"):
        return _letters(sign)
    if sign in SLASHES or sign in DOTS:
        return "/" if sign in SLASHES else "."
    folded = unicodedata.normalize("NFKC", sign).replace(MINUS, "-")
    if folded.isascii() and len(folded) == 1:
        return _ascii(folded)
    return _paired(sign) or (sign if category == "Sm" else "-")


def _letters(sign: str) -> str:
    """A letter drawn wide, bold or in a circle as the plain one; a fraction stays one sign."""
    folded = unicodedata.normalize("NFKC", sign)
    return folded if folded.isalnum() else sign


def _paired(sign: str) -> str:
    """Brackets and quotation marks of every kind as round brackets; "" for what is none."""
    category = unicodedata.category(sign)
    if sign in "\"'":
        return "("
    return {"Ps": "(", "Pe": ")", "Pi": "(", "Pf": ")"}.get(category, "")


_PLAIN = _Plain()
