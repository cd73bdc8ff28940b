"""Characters that show a text was damaged on its way: double encoding, lost letters, control characters."""

import re
from collections.abc import Iterator
from itertools import islice

from model.intake.files.workbook import listed, problem
from model.intake.report import Problem

CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
DAMAGED = re.compile(rf"[{CONTROL}\ufffd]|Ã[\u0080-\u00bf†˜…‰œ–]|Â[\u00a0-\u00bf]|â€")
SUSPECT = re.compile(rf"[{CONTROL}\ufffdÃÂâ]")  # a set alone is searched for many times faster than DAMAGED
UNREADABLE = re.compile(rf"[{CONTROL}\ufffd]")
QUOTED = re.compile(r'(?<![^;,\t|\n])"[^"]*(?:""[^"]*)*"')
SAMPLE = 20_000  # characters that decide whether this is a text at all
HITS = 10_000  # damaged places looked at

SAVE_AGAIN = "Åbn filen i Excel, og gem den som »CSV UTF-8 (semikolonsepareret)« eller som .xlsx."
NOT_TEXT = f"Filen er hverken en tekstfil eller en Excel-fil, eller også er den ødelagt. {SAVE_AGAIN}"
DOUBLE = ("{}: bogstaver som æ, ø og å er blevet til to tegn (»Ã¦«, »Ã¸«, »Ã¥«), fordi filen er gemt med forkert "
          "tegnsæt. Hent tallene i den oprindelige fil, og gem den som »CSV UTF-8« eller .xlsx.")
LOST = ("{}: et bogstav er gået tabt og erstattet af »\ufffd«. Ret det i den oprindelige fil, og gem den som "
        "»CSV UTF-8« eller .xlsx.")
UNDECODABLE = f"{{}}: der er tegn, som ikke kan læses. {SAVE_AGAIN}"
UNPRINTABLE = f"{{}}: der er skjulte styretegn, som ikke hører til i et regneark. {SAVE_AGAIN}"
MORE = "Mindst {} rækker mere har ødelagte tegn."


def unreadable(text: str) -> bool:
    """Whether so much of the text's beginning is unprintable that it is no text."""
    sample = text[:SAMPLE]
    return len(UNREADABLE.findall(sample)) > max(20, len(sample) // 100)


def damage(text: str, *, lossy: bool = False) -> list[Problem]:
    """One problem per row and kind of damage; ``lossy``: bytes that had no meaning became U+FFFD when decoded."""
    if not SUSPECT.search(text):
        return []
    hits = list(islice(DAMAGED.finditer(text), HITS))
    single = QUOTED.sub(lambda quoted: quoted.group().replace("\n", " "), text)  # a quoted line break begins no row
    found = {(row, kind): problem(kind.format(f"Række {row}"), row=row)
             for row, kind in _kinds(single, hits, UNDECODABLE if lossy else LOST)}
    return listed(list(found.values()), MORE)


def kind_of_damage(text: str) -> str | None:
    """What is wrong with a cell's text, as a sentence with ``{}`` for its place; None when nothing is."""
    hit = None if text.isascii() and text.isprintable() else DAMAGED.search(text)
    return _kind(hit.group(), LOST) if hit else None


def _kinds(text: str, hits: list[re.Match[str]], lost: str) -> Iterator[tuple[int, str]]:
    row, last = 1, 0
    for hit in hits:
        row += text.count("\n", last, hit.start())
        last = hit.start()
        yield row, _kind(hit.group(), lost)


def _kind(characters: str, lost: str) -> str:
    if characters == "\ufffd":
        return lost
    return DOUBLE if len(characters) > 1 else UNPRINTABLE
