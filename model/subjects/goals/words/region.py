"""What is said of the region as a whole: how many jobcenters have reached goal 1, and what the others lack together."""

from model.basics.formatting import listing, month_long, number, persons
from model.programmes.words import GOAL_1
from model.subjects.goals.figures.coverage import Coverage
from model.subjects.goals.figures.goals import Region
from model.subjects.goals.figures.left_out import shown_words

NAMED = 4  # jobcenters named in a title


def missing_title(coverage: Coverage) -> str | None:
    """``Skive og Aarhus mangler tal for marts 2011``, of more than four only how many; None when nobody is missing.

    Takes precedence over all titles.
    """
    if not coverage.lacking:
        return None
    count = len(coverage.lacking)
    who = listing(coverage.lacking) if count <= NAMED else f"{number(count)} jobcentre"
    return f"{who} mangler tal for {month_long(coverage.month)}"


def region_title(region: Region) -> str:
    """The region's finding: who is missing when somebody is, else how many have reached goal 1."""
    return missing_title(region.coverage) or region_sentence(region)


def region_sentence(region: Region) -> str:
    """``7 af 19 jobcentre har nået Mål 1; de øvrige mangler tilsammen 401 personer``.

    The persons are the sum of the jobcenters' own known shortfalls; jobcenters whose goal cannot be told are counted.
    Where the public is not told of all, ``7 af de 18 viste jobcentre``.
    """
    everyone = shown_words(region.of, region.without)
    if region.unknown == region.of:
        return f"{GOAL_1} kan ikke opgøres for noget jobcenter i {month_long(region.month)}"
    if region.reached == region.of:
        return f"Alle {everyone} har nået {GOAL_1}"
    who = number(region.reached) if region.reached else "Ingen"
    return f"{who} af {everyone} har nået {GOAL_1}; {_rest(region)}"


def _rest(region: Region) -> str:
    """What is said of those that have not reached it: their shortfall together, and who cannot be told."""
    others = region.of - region.reached - region.unknown
    lacking = persons(region.missing or 0)
    if region.unknown:
        untold = f"{number(region.unknown)} kan ikke opgøres"
        together = "tilsammen " if others > 1 else ""
        return f"{'ét' if others == 1 else number(others)} mangler {together}{lacking}, {untold}" if others else untold
    if others == 1:
        return f"det sidste mangler {lacking}"
    return f"{'de øvrige' if region.reached else 'de'} mangler tilsammen {lacking}"
