"""The calculation itself: from inputs to yearly and weekly prices, with a range wherever an input is one."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import ROUND_CEILING, Decimal
from itertools import product

from model.subjects.economy.figures.inputs import Inputs, Range

MONTHS = 12
COSTS = ("salary", "mentor", "courses")
RESTS_ON = {  # amounts on the inputs in kroner that they are reckoned from
    "consultants_year": ("salary",), "consultants_week": ("salary",), "mentor_year": ("mentor",),
    "mentor_week": ("mentor",), "courses_year": ("courses",), "courses_week": ("courses",),
    **dict.fromkeys(("total_year", "place_week", "participant_week", "candidate"), COSTS),
    "full_week": (*COSTS, "overhead"), "municipal_year": ("municipal",), "saved_year": ("saving",),
    **dict.fromkeys(("gap_week", "gap_year"), (*COSTS, "municipal")),
    "difference_week": (*COSTS, "municipal", "overhead")}
Corner = dict[str, Decimal | None]


@dataclass(frozen=True)
class Economy:
    """What follows from the inputs; None where it cannot be calculated (a division by nothing, or an unknown input).

    Kroner, unless said. ``gap_…``: the municipal price less the price here, before rent, administration and management
    are added to the latter. ``difference_week``: the same after they are.
    """

    consultants_year: Range | None
    mentor_year: Range | None
    courses_year: Range | None
    total_year: Range | None
    consultants_week: Range | None  # a place, a week; so are the next three
    mentor_week: Range | None
    courses_week: Range | None
    place_week: Range | None
    participant_week: Range | None
    candidate: Range | None
    stay_weeks: Range | None  # weeks of one course
    turnover: Range | None  # candidates for each place in a year
    municipal_year: Range | None  # the same number of participants at a municipal place
    gap_week: Range | None
    gap_year: Range | None
    full_week: Range | None  # a participant, with overhead
    difference_week: Range | None
    saved_year: Range | None
    reached: Range | None  # percent of the candidates
    break_even: Range | None  # whole persons whose saving is as large as the yearly price


def economy(inputs: Inputs) -> Economy:
    """Calculate every outcome, from its lowest to its highest.

    Each outcome only rises or only falls with each input, so its extremes lie where every input is at one of its ends.
    An amount that rests on what is only about so much is itself no more than that.
    """
    names = [field.name for field in fields(inputs)]
    ends = [value.ends if value is not None else (None,) for value in (getattr(inputs, name) for name in names)]
    corners = [_corner(**dict(zip(names, values, strict=True))) for values in product(*ends)]
    spans = {field.name: _span(corner[field.name] for corner in corners) for field in fields(Economy)}
    return Economy(**{name: span and replace(span, about=_about(inputs, name)) for name, span in spans.items()})


def _about(inputs: Inputs, outcome: str) -> bool:
    behind = (getattr(inputs, name) for name in RESTS_ON.get(outcome, ()))
    return any(value is not None and value.about for value in behind)


def _corner(*, places: Decimal, occupied: Decimal | None, weeks: Decimal, consultants: Decimal, salary: Decimal,
            mentor: Decimal, courses: Decimal, candidates: Decimal, persons: Decimal, saving: Decimal,
            municipal: Decimal, overhead: Decimal | None) -> Corner:
    """Every outcome where each input is one number. Source of the components: the price example in ``inputs``."""
    staff, mentors = consultants * salary, mentor * MONTHS * places
    total, used = staff + mentors + courses, (places if occupied is None else occupied) * weeks
    participant = _over(total, used)
    gap = None if participant is None else municipal - participant
    full = None if participant is None or overhead is None else participant + overhead
    difference = None if gap is None or overhead is None else gap - overhead
    needed = _over(total, saving)
    return {
        "consultants_year": staff, "mentor_year": mentors, "courses_year": courses, "total_year": total,
        "consultants_week": _over(staff, places * weeks), "mentor_week": _over(mentors, places * weeks),
        "courses_week": _over(courses, places * weeks), "place_week": _over(total, places * weeks),
        "participant_week": participant, "candidate": _over(total, candidates),
        "stay_weeks": _over(used, candidates), "turnover": _over(candidates, places),
        "municipal_year": municipal * used, "gap_week": gap, "gap_year": municipal * used - total,
        "full_week": full, "difference_week": difference,
        "saved_year": persons * saving, "reached": _over(100 * persons, candidates),
        "break_even": None if needed is None else needed.to_integral_value(ROUND_CEILING)}


def _over(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole if whole else None


def _span(values: Iterable[Decimal | None]) -> Range | None:
    """From the lowest to the highest; None as soon as one of them is not known."""
    known: list[Decimal] = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    return Range(min(known), max(known))
