"""Which encoding a text file was saved in: a byte-order mark, UTF-8, or what makes Danish words of its letters.

MS-DOS and Macintosh programs have other bytes for æ, ø and å than Windows has. No byte of theirs is a Danish letter in
two of the encodings, so the words settle it; where they do not, nothing is guessed.
"""

import re
from dataclasses import dataclass
from itertools import islice

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
WINDOWS = "cp1252"
OTHERS = {"cp850": "MS-DOS (cp850)", "cp865": "MS-DOS (cp865)", "mac_roman": "Macintosh (Mac Roman)"}
WORD = re.compile(rb"[A-Za-z]*+(?:[\x80-\xff]++[A-Za-z]*+)++")
NO_LETTER = re.compile(r"(?<=[^\W\d_])[^\w\s'’´`·\u00ad–-](?=[^\W\d_])|\ufffd|(?<=[^\W\d_])[‚ƒ„ˆŠŒŽœžŸ¨¬¯¸¼¾¿ÐÞðþ]")
DANISH = re.compile(r"(?<![A-ZÆØÅ])[æøå]|(?<=(?<![^\W\d_])[A-ZÆØÅ])[æøå](?=[a-zæøå])|[ÆØÅ](?=[^\W\d_])|(?<=[A-Z])[ØÅ]")
MIXED = re.compile(r"[a-zæøå][À-ÖØ-Þ]|Ÿ|[A-ZÆØÅ]{2}[æøå]|[æøå][A-Z]")
UNMARKED = {"utf-16-le": slice(1, None, 2), "utf-16-be": slice(0, None, 2)}  # where letters have zero bytes
SAMPLE = 4_000  # bytes that tell whether every other one is zero
MOST_WORDS = 20_000  # words with such letters that are looked at
SAVE_AS = "Gem den som »CSV UTF-8 (semikolonsepareret)« eller som .xlsx"
READ_AS = f"Filen er gemt med tegnsættet {{}}, og æ, ø og å er læst efter det. {SAVE_AS} næste gang."
UNSETTLED = ("Filen er ikke gemt med Windows' tegnsæt, men vistnok med {}, og dens bogstaver kan ikke læses sikkert. "
             f"Åbn den i det program, den kommer fra. {SAVE_AS}, og indlæs den nye fil.")
UNMARKED_NOTE = f"Filen er gemt med tegnsættet UTF-16 uden bytemærke og er læst efter det. {SAVE_AS} næste gang."


@dataclass(frozen=True)
class Decoded:
    """text: as decoded. lossy: bytes without meaning became U+FFFD. note, fault: what is to be said of the encoding."""

    text: str
    lossy: bool = False
    note: str | None = None
    fault: str | None = None


def decoded(content: bytes) -> Decoded:
    """The text of the bytes. Files put after one another, a byte-order mark between, may each have their own."""
    if unmarked := _unmarked(content):
        text = content.decode(unmarked, errors="replace")
        return Decoded(text, lossy="\ufffd" in text, note=UNMARKED_NOTE)
    if not content.startswith(tuple(mark for mark, name in BOMS if name != "utf-8")):
        parts = [_decoded(part) for part in content.split(BOMS[0][0])]
        return Decoded("\ufeff".join(part.text for part in parts), lossy=any(part.lossy for part in parts),
                       note=next((part.note for part in parts if part.note), None),
                       fault=next((part.fault for part in parts if part.fault), None))
    encoding = next(name for mark, name in BOMS if content.startswith(mark))
    try:
        return Decoded(content.decode(encoding))
    except UnicodeDecodeError:
        return Decoded(content.decode(encoding, errors="replace"), lossy=True)


def _decoded(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_letters(content)


def _unmarked(content: bytes) -> str | None:
    """UTF-16 without a byte-order mark: nearly every other byte of Danish is zero, and none of the others."""
    sample = content[:SAMPLE - SAMPLE % 2]
    if len(content) % 2 or content.startswith((b"\xff\xfe", b"\xfe\xff")) or sample.count(0) * 3 < len(sample):
        return None
    return next((name for name, zeros in UNMARKED.items() if sample[zeros].count(0) == sample.count(0)), None)


def _by_letters(content: bytes) -> Decoded:
    """Windows where its letters make words or nothing tells; another encoding where only that one makes words."""
    words = b" ".join({found[0] for found in islice(WORD.finditer(content), MOST_WORDS)})
    danish, strange = _judged(words, WINDOWS)
    others = {name: _judged(words, name) for name in OTHERS}
    best = max(others, key=lambda name: others[name][0] - others[name][1])
    if others[best][0] > max(danish, others[best][1]) and not (danish and not strange):
        if danish or others[best][1]:
            return Decoded(content.decode(WINDOWS, errors="replace"), fault=UNSETTLED.format(OTHERS[best]))
        return Decoded(content.decode(best), note=READ_AS.format(OTHERS[best]))
    text = content.decode(WINDOWS, errors="replace")
    if "\ufffd" in text:
        return Decoded(text, lossy=True)
    return Decoded(text, fault=UNSETTLED.format("MS-DOS eller Macintosh") if strange > danish else None)


def _judged(words: bytes, encoding: str) -> tuple[int, int]:
    """(Danish letters that stand as they do in words, signs that do not) of the words in an encoding."""
    text = words.decode(encoding, errors="replace")
    return len(DANISH.findall(text)), len(NO_LETTER.findall(text)) + len(MIXED.findall(text))
