"""Whom the public is told nothing of in a month, and whom it is told of as one: the names, for headings and sentences.

docs/decisions/0022-editions.md has the reading.
"""

from collections.abc import Collection

from model.basics.formatting import alphabetical, listing, number, plural
from model.snapshot.snapshot import Snapshot

WHEN_KNOWN = "når alle deres tal er kendt"
NAMED = 4  # jobcenters named in a heading; of more only how many
WHOLE = "Hele regionen"
LEFT_OUT = "udeladt, så små tal ikke kan regnes ud"  # of a number that an edition says it does not tell
WITHHELD = "ikke med, så små tal ikke kan regnes ud"


def region_name(snapshot: Snapshot, *, inside: bool = False) -> str:
    """What the sums are of: »Hele regionen«, for the public also »Regionen uden Samsø«; ``inside`` a sentence small."""
    without = left_out_words(snapshot)
    name = f"Regionen {without}" if without else WHOLE
    return f"{name[0].lower()}{name[1:]}" if inside else name


def outcome_region(snapshot: Snapshot, *, inside: bool = False) -> str:
    """The same of goal 2's sums, which an edition tells of a half-year: others may be in them than in the month's."""
    told = [] if snapshot.release is None else [
        each for each in snapshot.release.outcomes.get(None, ()) if each.ended is not None]
    if not told:
        return region_name(snapshot, inside=inside)
    without = without_words(told[-1].without)
    name = f"Regionen {without}" if without else WHOLE
    return f"{name[0].lower()}{name[1:]}" if inside else name


def left_out_words(snapshot: Snapshot) -> str:
    """Who is left out, for a heading. Where that is everybody there is no sum and nobody to name."""
    return "" if snapshot.jobcenters.empty else without_words(snapshot.left_out.values())


def without_words(names: Collection[str]) -> str:
    """»uden Samsø«, »uden Lemvig, Odder og Samsø«, of more »uden 5 jobcentre«; empty where nobody is left out."""
    if not names:
        return ""
    return f"uden {listing(names) if len(names) <= NAMED else f'{number(len(names))} jobcentre'}"


def shown_words(count: int, names: Collection[str]) -> str:
    """»19 jobcentre«, or »de 18 viste jobcentre« where somebody is left out."""
    return f"de {number(count)} viste jobcentre" if names else plural(count, "jobcenter", "jobcentre")


def names_of(snapshot: Snapshot) -> list[str]:
    """Those who are in nothing of the month, in Danish order."""
    return sorted(snapshot.left_out.values(), key=alphabetical)


def reason_words(snapshot: Snapshot) -> str:
    """»Samsø og Struer vises tilsammen«, or that they »kommer med i månedens summer, når alle deres tal er kendt«, and
    »I månedens summer er Lemvig ikke med, så små tal ikke kan regnes ud«.

    Empty where all are shown alone.
    """
    together = f"{listing(snapshot.together)} vises tilsammen" if snapshot.together else ""
    waiting = f"{listing(snapshot.waiting)} kommer med i månedens summer, {WHEN_KNOWN}" if snapshot.waiting else ""
    never = [name for name in names_of(snapshot) if name not in snapshot.waiting]
    gone = f"I månedens summer er {listing(never)} {WITHHELD}" if never else ""
    return ". ".join(part for part in (together, waiting, gone) if part)


def refusal(snapshot: Snapshot, code: str | None) -> str:
    """Why the public is given nothing of this one jobcenter alone, in Danish; empty where it is given something."""
    if code is None or snapshot.release is None or code in snapshot.jobcenters.index or code not in snapshot.names:
        return ""
    name = snapshot.names[code]
    members = snapshot.together or snapshot.waiting
    others = [each for each in members if each != name]
    later = f", {WHEN_KNOWN}" if snapshot.waiting else ""
    how = f"vises kun sammen med {listing(others)}{later}" if name in members else f"er {WITHHELD}"
    return f"Jobcenter {name} {how}."
