"""Quotation marks around cells as other programs write them, put as a spreadsheet would."""

import re

SAMPLE = 200  # lines that decide whether whole lines are in quotation marks
WHOLE_LINE = re.compile(r'^"((?:[^"\n]|"")*)"[;,\t| ]*$', re.MULTILINE)
BETWEEN = re.compile(r"[;,\t|]")
LIKE = {"'": "'", "\u2018": "\u2019", "\u201c": "\u201d", "\u201d": "\u201d", "\u201e": "\u201c\u201d"}


def unwrapped(text: str) -> str:
    """The text with its lines taken out of the marks that most of them stand whole in."""
    if '"' not in text[:text.find("\n", SAMPLE) + 1 or len(text)]:
        return text
    lines = [line for line in text.split("\n", SAMPLE)[:SAMPLE] if line.strip()]
    whole = [found[1] for found in map(WHOLE_LINE.fullmatch, lines) if found]
    if len(whole) * 2 <= len(lines) or not all(map(BETWEEN.search, whole)):
        return text
    return WHOLE_LINE.sub(lambda line: line[1].replace('""', '"'), text)


def with_plain_quotes(text: str, mark: str) -> str:
    """The text with each cell that stands in marks of another kind, or after a blank, in plain quotation marks.

    ``="0779"`` is how some programs keep a zero; it is a cell in quotation marks too.
    """
    edge, blanks = re.escape(mark), " \u00a0" if mark == "\t" else " \u00a0\t"
    before, after = rf"(?<![^{edge}\n])", rf"(?![^{edge}\n])"
    if any(spaced in text for blank in blanks for spaced in (f'{mark}{blank}"', f'\n{blank}"', f'"{blank}{mark}')):
        text = re.sub(rf'{before}[{blanks}]*("(?:[^"]|"")*")[{blanks}]*{after}', r"\1", text)
    if '="' in text:
        text = re.sub(rf'{before}=("(?:[^"\n]|"")*"){after}', r"\1", text)
        text = re.sub(rf'{before}"=""([^"\n]*)"""{after}', r'"\1"', text)
    for opening, closing in LIKE.items():
        if f"{mark}{opening}" in text or f"{mark} {opening}" in text or f"\n{opening}" in text:
            inside = rf"((?:[^{closing}\n]|'')*)" if opening == "'" else rf"([^{closing}\n]*)"
            text = re.sub(rf"{before} *{opening}{inside}[{closing}] *{after}", _quoted, text)
    if "'" in text:  # a leading apostrophe tells a spreadsheet that the cell is text
        text = re.sub(rf"{before}(\"?)'(?=[^'{edge}\n]+{after})", r"\1", text)
    return text


def _quoted(cell: re.Match[str]) -> str:
    inside = cell[1].replace("''", "'").replace('"', '""')
    return f'"{inside}"'
