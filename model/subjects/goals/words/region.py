"""What is said of the region as a whole: how many jobcenters have reached goal 1, and what the others lack together."""

from datetime import date

from model.basics.formatting import alphabetical, capital, listing, month_long, number, persons
from model.basics.shares import percent, share
from model.programmes.words import ACTIVATION, GOAL_1, ITSELF, SHORT_PARTS_OR
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import Coverage
from model.subjects.goals.figures.left_out import LEFT_OUT, shown_words
from model.subjects.goals.figures.region import Region, region
from model.subjects.goals.figures.targets import BASELINE, Resolved, resolve
from model.subjects.goals.words.wording import HAS, LACKS, reached_words

NAMED = 4  # jobcenters named in a title


def missing_title(coverage: Coverage) -> str | None:
    """``Skive og Aarhus mangler tal for marts 2011``, of more than four only how many; None when nobody is missing."""
    if not coverage.lacking:
        return None
    return f"{lacking_words(coverage)} mangler tal for {month_long(coverage.month)}"


def lacking_words(coverage: Coverage) -> str:
    """``Skive og Aarhus``, of more than four ``5 jobcentre``."""
    count = len(coverage.lacking)
    return listing(coverage.lacking) if count <= NAMED else f"{number(count)} jobcentre"


def region_title(region: Region) -> str:
    """The region's finding: how many have not reported when anybody has not, else how many have reached goal 1.

    Who they are stands in the line under it.
    """
    return absence_title(region.coverage) or region_sentence(region)


def absence_title(coverage: Coverage) -> str | None:
    """``2 jobcentre mangler tal for marts 2011``; None when nobody is missing. Takes precedence over all titles."""
    if not coverage.lacking:
        return None
    count = len(coverage.lacking)
    return f"{number(count)} {'jobcenter' if count == 1 else 'jobcentre'} mangler tal for {month_long(coverage.month)}"


def region_sentence(region: Region) -> str:
    """``7 af 19 jobcentre har nået Mål 1. 11 mangler tilsammen 205 personer, og 1 kan ikke opgøres``.

    The persons are the sum of the jobcenters' own known shortfalls; jobcenters whose goal cannot be told are counted.
    Where the public is not told of all, ``7 af de 18 viste jobcentre``. After the end ``Kampagnen er slut: …``.
    """
    if region.only_together:
        return _together(region)
    if region.unknown == region.of:
        return f"{GOAL_1} kan ikke opgøres for noget jobcenter i {month_long(region.month)}"
    how_many = f"{_who(region)} {_reached(region)}"
    first = f"{capital(ITSELF)} er slut: {how_many[0].lower()}{how_many[1:]}" if region.over else how_many
    rest = _rest(region)
    return f"{first}. {capital(rest)}" if rest else first


def _together(region: Region) -> str:
    """What is told of those who are told of together alone, or why nothing is yet, or ever of this month."""
    if region.activated is not None and region.persons is not None:
        whole = share(region.activated, region.persons, target=region.share_target)
        return (f"De {number(region.known)} jobcentre {HAS[region.over]} tilsammen {whole} i {ACTIVATION}: "
                f"{number(region.activated)} af {number(region.persons)}")
    when = f"Tallene for {month_long(region.month)}"
    if region.waiting:
        return f"{when} vises, når alle {number(len(region.waiting))} jobcentres tal er kendt"
    return f"{when} er {LEFT_OUT}"


def region_lead(snapshot: Snapshot, month: date) -> str:
    """What follows the front page's title: the answer where somebody missing took its place, and what goal 1 asks."""
    whole = region(snapshot, month)
    answered = not whole.coverage.reported or region_title(whole) == region_sentence(whole)
    return " ".join(part for part in ("" if answered else f"{region_sentence(whole)}.", asked_sentence(snapshot, month))
                    if part)


@remembered
def asked_sentence(snapshot: Snapshot, month: date) -> str:
    """``Mål 1: Hvert jobcenter skal have mindst 16 % af målgruppen i praktik eller løntilskud og mindst 15 flere end i
    september 2009.`` Who is asked for something else is named. Empty where a target does not apply.
    """
    level, increase, baseline = (resolve(snapshot.targets, part, None, month)
                                 for part in ("share", "increase", BASELINE))
    if level is None or increase is None or baseline is None or level.value is None or increase.value is None:
        return ""
    whole = region(snapshot, month)
    others = [goal.name for goal in whole.goals if (goal.share_target, goal.increase_target, goal.baseline_month) != (
        level.value, increase.value, baseline.month)]
    must = "skulle" if whole.over else "skal"
    return (f"{GOAL_1}: Hvert jobcenter {must} have mindst {percent(level.value)} af målgruppen i {SHORT_PARTS_OR} og "
            f"mindst {number(increase.value)} flere end {_since(baseline)}.{_own(others)}")


def _since(baseline: Resolved) -> str:
    return "ved udgangspunktet" if baseline.month is None else f"i {month_long(baseline.month)}"


def _own(names: list[str]) -> str:
    """Who has targets or a baseline of their own."""
    if not names:
        return ""
    if len(names) > NAMED:
        return f" {number(len(names))} jobcentre har deres egne mål eller udgangspunkter."
    own = "sit eget mål eller udgangspunkt" if len(names) == 1 else "deres egne mål eller udgangspunkter"
    return f" {listing(sorted(names, key=alphabetical))} har {own}."


def _who(region: Region) -> str:
    """``7 af 19 jobcentre``, ``Ingen af 19 jobcentre``, ``Alle 19 jobcentre``, ``Begge jobcentre``."""
    if region.of == 1:
        return "Det ene jobcenter"
    everyone = shown_words(region.of, (*region.without, *region.together))
    if region.reached == region.of:
        shown = "viste " if region.without or region.together else ""
        return f"Begge {shown}jobcentre" if region.of == 2 else f"Alle {everyone}"
    who = number(region.reached) if region.reached else "Ingen"
    if region.over and region.reached and not (region.without or region.together):
        return f"{who} af {number(region.of)}"
    return f"{who} af {everyone}"


def _reached(region: Region) -> str:
    """``har nået Mål 1``, with the month where the end is not what is looked at."""
    words = reached_words(region)
    if region.of == 1 and not region.reached:
        words = {"har nået": "har ikke nået", "havde nået": "havde ikke nået"}.get(words, "nåede ikke")
    when = f" i {month_long(region.month)}" if region.over and not region.last else ""
    return f"{words} {GOAL_1}{when}"


def _rest(region: Region) -> str:
    """What is said of those that have not reached it: their shortfall together, and who cannot be told."""
    others = region.of - region.reached - region.unknown
    lacks, lacking = LACKS[region.over], persons(region.missing or 0)
    untold = f"{number(region.unknown)} kan ikke opgøres" if region.unknown else ""
    if not others:
        return untold
    if untold:
        return f"{number(others)} {lacks} {'tilsammen ' if others > 1 else ''}{lacking}, og {untold}"
    if region.of == 1:
        return f"det {lacks} {lacking}"
    if others == 1:
        return f"det sidste {lacks} {lacking}"
    return f"{'de øvrige' if region.reached else 'de'} {lacks} tilsammen {lacking}"
