"""Signs that nobody sees or tells apart, written one way: letters in one piece, one hyphen, nothing invisible."""

import re
import unicodedata

HYPHENS = re.compile("[\u2010\u2011\u2012\u2043\ufe58\ufe63\uff0d]")
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def plain_signs(text: str) -> str:
    """The text as it looks: ``a\u030a`` as ``å``, every hyphen the plain one, without soft hyphens and marks."""
    if text.isascii():
        return text
    return HYPHENS.sub("-", UNSEEN.sub("", unicodedata.normalize("NFC", text)))
