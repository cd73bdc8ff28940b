"""Numbers in cells: what one text says, and what a whole column says about the point in ``1.480``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.intake.cells import excel_dates
from model.intake.cells.cell_text import not_in_the_file, quoted, squeezed

Mark = Literal["hidden", "missing"]
Point = Literal["thousands", "decimals"]

MISSING = frozenset(("..", "...", "…", ".", "x", "n/a", "mangler"))
DASHES = frozenset(("-", "–", "—"))
LARGEST_HIDDEN = 10  # small counts are hidden; a larger one tells nobody about a person
NUMBER_NAMES = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
MOST = r"[<＜﹤][ =]{1,2}(?<==)|=<|≤|≦|⩽|&le;|højst|maks\.?|max\.?|maksimalt|op til|lte"
BELOW = r"[<＜﹤‹〈]|&lt;|under|færre end|mindre end|less than|fewer than|below|(?:lt\.?|u[./]?)(?= ?\d)"
PERSONS = r"(?: ?(?:personer|pers\.?|borgere|stk\.?))?"
NOTE_MARKS = r"(?: ?(?:\*+|[¹²³†]|\(?[a-z0-9]\)))*"
HIDDEN = re.compile(rf"[(\[]?(?:(?:(?P<most>{MOST})|(?:{BELOW})) ?(?P<limit>\d{{1,9}}|{'|'.join(NUMBER_NAMES)})"
                    r"(?:[.,]0+)?|(?:[01] ?(?:-|–|—|til|to)|(?:i?mellem|ml\.?) ?[01] ?(?:og|-|–|—|til)) ?"
                    rf"(?P<high>[2-9])|\*{{1,3}}|skjult|fortroligt?|diskretioneret){PERSONS}"
                    rf"{NOTE_MARKS}[)\]]?{NOTE_MARKS}")
POINTS, SPACES = r"[1-9]\d{0,2}(?:\.\d{3})+", r"[1-9]\d{0,2}(?: \d{3})+"  # thousands in groups
WHOLE = re.compile(rf"\d+|{SPACES}")
GROUPED = re.compile(rf"\d+|{POINTS}|{SPACES}")
GROUPED_TWICE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
DECIMAL_COMMA = re.compile(rf"(?:{GROUPED.pattern}),\d+")
UNCLEAR = re.compile(r"[1-9]\d{0,2}\.\d{3}")
POINTED = re.compile(r"\d+\.\d+")
NO_DECIMALS = re.compile(r"(\d+)\.(?:0{1,2}|0{4,})|([\d. ]+),(?:0{1,2}|0{4,})")
MOST_DIGITS = 9
NUMERIC = re.compile(r"^[<>≤‹\s]*[-+−]?[\d][\d.,\s\u00a0\u202f]*%?\s*$|^(\.\.?|x|-|\*|n/a)$",
                     re.IGNORECASE)  # a number, or a mark that stands for one


@dataclass(frozen=True)
class Reading:
    """What one cell of a count column says: a value, a mark, or what is wrong with it."""

    value: int | None = None
    mark: Mark | None = None
    fault: str | None = None
    warning: str | None = None


def point_of(texts: Iterable[str]) -> Point | None:
    """What the point in ``1.480`` means in a column of these texts; None when nothing settles it.

    Thousands: some other number is plainly whole (``312``), has a decimal comma or two groups (``1.234.567``).
    Decimals: some other number can only be decimal (``12.5``, ``0.480``). Both, or neither: unsettled.
    """
    plain = [squeezed(text).strip("%+- ") for text in texts]
    numbers = [text for text in plain if text and not UNCLEAR.fullmatch(text)]
    thousands = any(_says_thousands(text) for text in numbers)
    decimals = any(POINTED.fullmatch(text) and not GROUPED_TWICE.fullmatch(text) for text in numbers)
    if thousands == decimals:
        return None
    return "thousands" if thousands else "decimals"


def _says_thousands(text: str) -> bool:
    whole = WHOLE.fullmatch(text) is not None and text.strip("0") != ""
    return whole or GROUPED_TWICE.fullmatch(text) is not None or DECIMAL_COMMA.fullmatch(text) is not None


def count_of(text: str, point: Point | None) -> Reading:
    """What the text of a cell in a count column says; ``point`` is what its column says of ``1.480``."""
    plain = squeezed(text)
    folded = plain.casefold()
    if not plain:
        return Reading()
    if folded in MISSING:
        return Reading(mark="missing")
    if folded in DASHES:
        return Reading(mark="missing", warning=f"{quoted(text)} er læst som »ikke indberettet«. Betyder stregen ingen "
                                               "personer, så skriv 0.")
    if hidden := HIDDEN.fullmatch(folded):
        fault = _wrongly_hidden(plain, hidden) if hidden["limit"] else None
        return Reading(mark=None if fault else "hidden", fault=fault)
    if UNCLEAR.fullmatch(plain) and point != "thousands":
        return Reading(fault=_unclear(plain))
    digits = _whole(plain)
    if digits is None:
        return Reading(fault=fault_of(text))
    if len(digits) > MOST_DIGITS:
        return Reading(fault=f"{quoted(text)} er for stort til at være et antal personer. Ret tallet.")
    return Reading(value=int(digits))


def _wrongly_hidden(plain: str, hidden: re.Match[str]) -> str | None:
    """What is wrong with »<…« as a hidden count: nothing is below 0, only 0 is below 1, and large counts show."""
    limit, most = _limit(hidden["limit"]), bool(hidden["most"])
    if limit > LARGEST_HIDDEN:
        return (f"{quoted(plain)} er for stort til at være skjult. Kun små antal, højst »<{LARGEST_HIDDEN}«, kan være "
                "skjult. Skriv tallet.")
    if limit == 0 and not most:
        return f"{quoted(plain)} kan ikke være et antal, for intet antal er under 0. Skriv tallet, eller skriv »..«."
    if limit < 1 + (not most):
        return f"{quoted(plain)} kan kun betyde 0. Skriv 0."
    return None


def _limit(said: str) -> int:
    return int(said) if said.isdigit() else NUMBER_NAMES.index(said)


def _whole(plain: str) -> str | None:
    """The digits of a whole number however it is grouped; ``12,0`` and ``12.00`` are whole, ``12,000`` is unclear."""
    bare = NO_DECIMALS.fullmatch(plain)
    plain = (bare[1] or bare[2]) if bare else plain
    if GROUPED.fullmatch(plain):
        return plain.replace(".", "").replace(" ", "").lstrip("0") or "0"
    return None


def _unclear(plain: str) -> str:
    return (f"{quoted(plain)} kan læses både som {plain.replace('.', '')} og som {plain.replace('.', ',')}. Skriv "
            f"{plain.replace('.', '')} uden punktum.")


SMALL = rf"(?:[^\d]|(?<!\d)(?:\d|{LARGEST_HIDDEN})(?:[.,]0+)?(?!\d))*"  # no number but small ones
HIDING = re.compile(rf"(?={SMALL}$).*(?:[<＜﹤‹〈≤≦⩽]|&l[te]|under|færre|mindre|højst|maks|below|less|fewer"
                    r"|(?<![a-zæøå])lte?(?![a-zæøå])|skjul|diskret|fortrolig|anonym|hemmelig|maskeret|tilbagehold|suppress|hidden"
                    r"|(?<![a-zæøå])(?:få|enkelte|nogle|et par)(?![a-zæøå])|\d ?(?:[>›]$|\*)|(?:mellem|ml\.?) ?\d).*")
SOME = re.compile(r"(?:>|≥|>=|over|mindst|flere end|mere end|min\.?) ?\d(?:[.,]0+)?"
                  r"|\d ?(?:\+|el(?:ler|\.) (?:flere|derover))")
FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"sand|falsk|true|false"), "er et ja/nej-svar, ikke et antal. Skriv antallet af personer."),
    (re.compile(r".*%"), "er en procent, ikke et antal. Skriv antallet af personer."),
    (re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?: .*)?"),
     "er en dato, ikke et antal. Excel kan have lavet tallet om til en dato: skriv det igen, og vælg formatet »Tal«."),
    (re.compile(r"-[\d., ]+"), "er negativt, og et antal kan ikke være under 0. Ret tallet."),
    (re.compile(r"\+[\d., ]+"), "ligner en ændring og ikke et antal. Skriv antallet uden fortegn."),
    (re.compile(r"\d{1,3},\d{3}"), "kan læses både som et helt tal og som et decimaltal. Skriv tallet uden komma."),
    (re.compile(r"[\d. ]+,\d+|\d+\.\d+"), "er ikke et helt tal. Et antal personer skrives uden decimaler."),
    (re.compile(r"\d ?(?:-|–|—|til|/) ?(?:\d|10)"),
     "er et interval. Er tallet skjult, så skriv grænsen som »<5«; kendes det ikke, så skriv »..«."),
    (re.compile(r"\d+ ?(?:-|–|—|til|/) ?\d+"), "er et interval. Skriv ét tal."),
    (HIDING, "ser ud til at være et skjult tal. Skriv det som »<5« eller »*«."),
    (SOME, "siger ikke, hvor mange der er. Er tallet skjult, så skriv det som »<5« eller »*«; kendes det ikke, så "
           "skriv »..«."),
    (re.compile(r"(?:ca|cirka|omkr|omkring|~|≈|højst|mindst|over|under|>|≥|≤).*\d.*"),
     "er et skøn. Skriv det præcise tal, eller lad cellen være tom."),
    (re.compile(r".*\d.*"), "er mere end et tal. Skriv kun tallet, og flyt resten til en bemærkning."),
)
NO_NUMBER = "er ikke et tal. Skriv tallet, lad cellen være tom, eller skriv »..«, hvis det ikke er indberettet."


def fault_of(text: str) -> str:
    """Why a text is no count, and what to write instead."""
    plain = squeezed(text).casefold()
    plainly = not_in_the_file(plain) or excel_dates.told(plain)
    told = plainly or next((told for pattern, told in FAULTS if pattern.fullmatch(plain)), NO_NUMBER)
    return f"{quoted(text)} {told}"


WITH_WORDS = re.compile(r"(\d{1,9})(?: ?(?:personer|pers\.?|borgere|stk\.?))? ?(\*{0,3})\.?")
RANGE = re.compile(r"(\d) ?(?:-|–|—|til) ?(\d)")  # »1/5« may as well be a day or a part of something
LIKE_DIGITS = str.maketrans("OoIl", "0011")


def meant(text: str) -> str | None:
    """What a text that is no count probably should say, where only one thing is likely; None otherwise."""
    plain = squeezed(text)
    if UNCLEAR.fullmatch(plain):
        return plain.replace(".", "")
    if found := RANGE.fullmatch(plain.casefold()):
        return f"<{int(found[2]) + 1}" if found[1] < found[2] else None
    if found := WITH_WORDS.fullmatch(plain.casefold()):
        starred_small = found[2] and int(found[1]) <= LARGEST_HIDDEN  # the star may say that the count is to be hidden
        return None if starred_small else found[1]
    digits = plain.translate(LIKE_DIGITS)
    return digits if digits != plain and digits.isdecimal() and any(map(str.isdecimal, plain)) else None
