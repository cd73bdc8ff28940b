"""The words of pivot tables and of sums: »Rækkenavne«, »Sum af …«, »Hovedtotal«, »19 jobcentre i alt«, »Gennemsnit«."""

import re
from typing import Literal

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed
from model.programmes.words import ORGANISER
from model.programmes.words import REGION as REGION_NAME

STUBS = ("rækkenavne", "rækkeetiketter", "rækkemærkater", "row labels", "row label")  # over what stands down the side
ACROSS = {normalise(word) for word in ("kolonnenavne", "kolonneetiketter", "column labels", "column label")}
OWN = REGION_NAME.lower()
REGION = (OWN, f"region {OWN}", "hele regionen", "regionen", "regionen i alt", f"{OWN} i alt", ORGANISER.lower(),
          f"region {OWN} i alt", f"br {OWN}")
ALL = ("i alt", "ialt", "total", "sum", "samlet", "alle", "alle jobcentre", "alle kommuner", "hele området")
COUNTRY = ("hele landet", "landet", "danmark", "landstotal", "hele landet i alt")
ADDED = re.compile(r"(?P<how>sum|summen|antal|count|counta|tæl)(?: (?:af|of|over) |(?: - |: )|\()(?P<what>.+?)\)?"
                   r"(?: (?:kolonnenavne|kolonneetiketter|column labels?))?", re.IGNORECASE)
COUNTS = {"antal", "count", "counta", "tæl"}
TOTAL_OF = re.compile(r"(?:(?:hoved|grand )?total|i alt)[ :]+(?:sum|antal|count) (?:af|of) .*"
                      r"|(?:sum|antal|count) (?:af|of) .* (?:total|i alt)", re.IGNORECASE)
REDUCED = re.compile(r"(?:middel\w*|gennemsnit\w*|average|mean|median|maks\w*|maximum|max|min\w*|stdafv\w*|stddev\w*"
                     r"|varians\w*|variance|produkt|product)\.? (?:af|of) .*", re.IGNORECASE)
ADDING = (r"hovedtotal\w*|grand total|sub-?total|deltotal|mellemtotal|totalsum|totalt?|totaler|delsum|mellemsum"
          r"|kontrolsum|sum|summen|i alt|ialt|samlet|tilsammen|sammenlagt|overall")
SUM = re.compile(rf"(?<![a-zæøå])(?:{ADDING}|resultat|result|alle|all)(?![a-zæøå])")
TOTAL = re.compile(rf"(?<![a-zæøå])(?<!\balt )(?:{ADDING})(?![a-zæøå])", re.IGNORECASE)  # »alt i alt« is none
AVERAGE = re.compile(r"(?<![a-zæøå])(?:(?:lands|regions|kommune)?gennemsnit\w*|gns"
                     r"|middel(?:værdi|værdien|tal|tallet)?|median\w*|snit\w*|average|mean|avg|minimum|maksimum|maximum|min|maks|max)(?![a-zæøå])")
REST = re.compile(r"(?<![a-zæøå])(?:jobcentre\w*|kommuner\w*|jobcenter|rækker|for|af|de|i|pr|alle|hele|landsdel\w*)"
                  r"(?![a-zæøå])|(?<!\d)(?:(?:19|20)\d)?\d{1,2}(?!\d)")
JOBCENTRES = re.compile(r"(?:alle )?(?:de )?\d{1,2} (?:jobcentre\w*|kommuner\w*)")


def added(text: str) -> str | None:
    """What a pivot table has added up or counted: the X of »Sum af X«; None for any other heading."""
    found = ADDED.fullmatch(squeezed(text))
    return found["what"] if found and not TOTAL_OF.fullmatch(squeezed(text)) else None


def counts_rows(text: str) -> bool:
    """Whether a pivot table has counted rows, not added figures: »Antal af X«."""
    found = ADDED.fullmatch(squeezed(text))
    return found is not None and found["how"].casefold() in COUNTS


def is_computed(text: str) -> bool:
    """Whether a heading is a pivot table's own total or average of a column."""
    plain = squeezed(text)
    return bool(TOTAL_OF.fullmatch(plain) or REDUCED.fullmatch(plain))


def totalled(text: str) -> tuple[bool, str] | None:
    """(whether it begins so, what else it says) of a text with a word for a sum that is no answer, name or jobcenter.

    ``SUM`` knows more of them, for tables of figures, where all that is no jobcenter adds up some: »Alle«, »Resultat«.
    """
    plain = squeezed(text)
    if JOBCENTRES.fullmatch(plain.casefold()):
        return True, ""
    said = TOTAL.search(plain)
    return (not said.start(), squeezed(REST.sub(" ", TOTAL.sub(" ", plain)))) if said else None


def summed(text: str) -> tuple[Literal["sum", "average"], str] | None:
    """(how, of what) of a row that adds up others: ``Vest i alt`` is the sum of ``vest``; nothing: of all."""
    plain = squeezed(text).casefold()
    kinds: tuple[tuple[Literal["sum", "average"], re.Pattern[str]], ...] = (("average", AVERAGE), ("sum", SUM))
    for how, pattern in kinds:
        if pattern.search(plain) or (how == "sum" and JOBCENTRES.fullmatch(plain)):
            rest = REST.sub(" ", SUM.sub(" ", AVERAGE.sub(" ", plain)))
            return how, squeezed(re.sub(r"[^\w%+]+", " ", rest))
    return None
