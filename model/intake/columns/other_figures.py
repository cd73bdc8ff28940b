"""Words for figures that are not the whole group's counts: percentages, targets, last year's, men's or women's."""

import re
from collections.abc import Iterable

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed

YEARS = r"[1-9]\d"
MALE = re.compile(r"(?<![a-zæøå])(?:mænd(?:ene)?|mand|mandlige)(?![a-zæøå])")
FEMALE = re.compile(r"(?<![a-zæøå])(?:kvinder(?:ne)?|kvinde|kvindelige)(?![a-zæøå])")
AGE = re.compile(rf"(?:under|over|fra|ældre end|yngre end) {YEARS} ?år"
                 rf"|(?<!\d){YEARS} ?(?:-|til|og) ?{YEARS} ?-?årig"
                 rf"|(?<![\d./-]){YEARS} ?(?:-|til) ?{YEARS} ?år(?![a-zæøå])"
                 rf"|(?<!\d){YEARS} ?år (?:og|eller) (?:over|derover|ældre|opefter|yngre|under|derunder)"
                 rf"|(?<!\d){YEARS} ?år ?\+|(?<!\d){YEARS}\+(?! ?\d)|(?<![\d+])\+ ?{YEARS}(?!\d)"
                 r"|(?<![a-zæøå])(?:de )?(?:unge|ældre|seniorer)(?![a-zæøå])")
BARE_AGE = re.compile(rf"(?:1[5-9]|[2-9]\d) ?- ?{YEARS}|[<>] ?{YEARS} ?år")
PERCENT = re.compile(r"(?<!\d)(?<!\d )(?:pct\b|procent|%)|(?<![a-zæøå])(?:andel|andele|promille)(?![a-zæøå])")
THOUSANDS = re.compile(r"(?<![a-zæøå])(?:i|pr\.?|per) (?:hele )?(?:1[. ]?000|tusind)|\(1[. ]?000\)|^1[. ]?000(?: \w+)?$"
                       r"|^tusinde?r?$")
AIMED = re.compile(r"(?<![a-zæøå])(?:måltal|mål(?! ?\d)|budget\w*|forvent\w*|plan(?:lagt|tal|er)?|prognose\w*"
                   r"|resultatkrav|ambition\w*)(?![a-zæøå])")
EARLIER = re.compile(r"(?<![a-zæøå])(?:(?:sidste|forrige|foregående) (?:år|måned|md)|(?:året|måneden) før"
                     r"|(?:samme|tilsvarende) (?:måned|periode)|tidligere)(?![a-zæøå])")
WITH_COUNTS = re.compile(r"(?<![a-zæøå])antal(?![a-zæøå])")
WHOLE = {normalise(word) for word in ("i alt", "ialt", "alle", "total", "samlet", "begge", "begge køn", "hele gruppen",
                                      "mænd og kvinder", "alle aldre", "antal", "personer", "antal personer", "stk",
                                      "tal", "borgere", "pers", "forløb", "pladser")}
SPLITTING = {normalise(word) for word in ("køn", "alder", "aldersgruppe", "aldersinterval", "aldersgrupper", "herkomst",
                                          "oprindelse", "enhed", "måleenhed", "enheder")}
SIGNS = str.maketrans("–—_", "-- ")


def names_a_part(text: str) -> bool:
    """Whether a text names men or women, not both, or an age group."""
    plain = _plain(text)
    one_sex = bool(MALE.search(plain)) != bool(FEMALE.search(plain))
    return one_sex or AGE.search(plain) is not None or BARE_AGE.fullmatch(plain) is not None


def names_another_unit(text: str, *, beside: bool = False) -> bool:
    """Whether a text says that figures are percentages or thousands, and not counts beside them.

    beside: whether columns of percentages stand beside the figures, so that the text may speak of those.
    """
    plain = _plain(text)
    percent = not beside and PERCENT.search(plain) is not None and not WITH_COUNTS.search(plain)
    return percent or THOUSANDS.search(plain) is not None


def is_another(text: str) -> bool:
    """Whether a heading over columns says that they are not this month's counts of the whole group."""
    plain = _plain(text)
    return names_another_unit(text) or names_a_part(text) or bool(AIMED.search(plain) or EARLIER.search(plain))


def splits(heading: str, texts: Iterable[str]) -> bool:
    """Whether a column says that figures beside it are not the whole group's counts; »i alt« and »antal« do not."""
    said = [text for text in texts if normalise(text) not in WHOLE]
    return bool(said) and (normalise(heading) in SPLITTING or all(
        names_a_part(text) or names_another_unit(text) for text in said))


def _plain(text: str) -> str:
    return squeezed(text).casefold().translate(SIGNS)
