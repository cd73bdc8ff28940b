"""Words for a part of the group, by sex or age: figures under them are not the whole group's."""

import re

from model.importing.cells.cell_text import squeezed

YEARS = r"[1-9]\d"
MALE = re.compile(r"(?<![a-zæøå])(?:mænd(?:ene)?|mand|mandlige)(?![a-zæøå])")
FEMALE = re.compile(r"(?<![a-zæøå])(?:kvinder(?:ne)?|kvinde|kvindelige)(?![a-zæøå])")
AGE = re.compile(rf"(?:under|over|fra|ældre end|yngre end) {YEARS} ?år"
                 rf"|(?<!\d){YEARS} ?(?:-|til|og) ?{YEARS} ?-?årig"
                 rf"|(?<![\d./-]){YEARS} ?(?:-|til) ?{YEARS} ?år(?![a-zæøå])"
                 rf"|(?<!\d){YEARS} ?år (?:og|eller) (?:over|derover|ældre|opefter|yngre|under|derunder)"
                 rf"|(?<!\d){YEARS} ?år ?\+|(?<!\d){YEARS}\+(?! ?\d)|(?<![\d+])\+ ?{YEARS}(?!\d)"
                 r"|(?<![a-zæøå])(?:de )?(?:unge|ældre|seniorer)(?![a-zæøå])")
BARE_AGE = re.compile(rf"{YEARS} ?- ?{YEARS}|[<>] ?{YEARS} ?år")
SIGNS = str.maketrans("–—_", "-- ")


def names_a_part(text: str) -> bool:
    """Whether a text names men or women, not both, or an age group."""
    plain = squeezed(text).casefold().translate(SIGNS)
    one_sex = bool(MALE.search(plain)) != bool(FEMALE.search(plain))
    return one_sex or AGE.search(plain) is not None or BARE_AGE.fullmatch(plain) is not None
