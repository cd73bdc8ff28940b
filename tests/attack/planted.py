"""Small histories written by hand, one for each way in which a careless publisher gives something away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.attack import naive
from tests.attack.history import FIRST_MONTH, SETTINGS, History, Step, months_from, row

Counts = tuple[int, int]  # group and activated, or courses that ended and outcomes
LARGE = (300, 60)


@dataclass(frozen=True)
class Planted:
    """A history, who publishes it, who reads it, and what must be seen: unit, measure and the true count or change."""

    publisher: naive.Publisher
    history: History
    seen: Mapping[tuple[str, str], int]
    insiders: tuple[str, ...] = ()


def months_of(*editions: Mapping[str, Counts | None], flow: bool = False) -> History:
    """A history of one month that is published again and again, by unit what stands then; None: not reported."""
    return _history([{code: {FIRST_MONTH: _row(counts, flow)} for code, counts in here.items()} for here in editions],
                    [FIRST_MONTH] * len(editions))


def _half_years(*cumulated: Mapping[str, Counts]) -> History:
    """A history where each unit's courses and outcomes have come to these when each half-year ends."""
    ends = months_from(FIRST_MONTH, 6 * len(cumulated))[5::6]
    added = [{code: (counts[0] - before.get(code, (0, 0))[0], counts[1] - before.get(code, (0, 0))[1])
              for code, counts in here.items()} for before, here in zip(({}, *cumulated), cumulated, strict=False)]
    states = [{code: {end: _row(part[code], True) for end, part in zip(ends[:at], added, strict=False)}
               for code in cumulated[0]} for at in range(1, len(ends) + 1)]
    return _history(states, ends)


def _row(counts: Counts | None, flow: bool) -> dict[str, int | None]:
    if counts is None:
        return dict.fromkeys(row(0, 0, 0, 0, 0))
    return row(0, 0, 0, *counts) if flow else row(counts[0] - counts[1], counts[1], 0, 0, 0)


def _centres(*editions: Mapping[str, Counts | None]) -> History:
    """A history of one month, by unit how many places its centres have and how many are taken; None: not told yet."""
    return _history([{code: {FIRST_MONTH: row(0, 0, 0, 0, 0, *(counts or (None, None)))}
                      for code, counts in here.items()} for here in editions], [FIRST_MONTH] * len(editions))


def _history(states: Sequence[dict], months: Sequence[str]) -> History:
    steps = tuple(Step(at, month, state) for at, (month, state) in enumerate(zip(months, states, strict=True), 1))
    units = {code: f"Jobcenter {code}" for code in states[0]}
    return History(0, units, {"threshold": 5, **SETTINGS}, tuple(dict.fromkeys(months)), steps)


SHAPES: dict[str, Planted] = {
    "three hidden cells with a remainder of three": Planted(
        naive.small_cells_withheld, months_of({"a": LARGE, "b": (120, 1), "c": (130, 1), "d": (140, 1)}),
        {("b", "activated"): 1, ("c", "activated"): 1, ("d", "activated"): 1}),
    "two hidden cells with a remainder of three": Planted(
        naive.small_cells_withheld, months_of({"a": LARGE, "b": (120, 1), "c": (130, 2)}),
        {("b", "activated"): 1, ("c", "activated"): 2}),
    "a remainder judged as one group": Planted(
        naive.remainder_as_one_group, months_of({"a": LARGE, "b": (5, 0), "c": (6, 0)}),
        {("b", "activated"): 0, ("c", "activated"): 0}),
    "a row one edition later than the sum it is in": Planted(
        naive.rows_one_edition_late,
        months_of({"a": (40, 12), "b": (30, 3)}, {"a": (40, 12), "b": (30, 3)}, flow=True),
        {("b", "outcome"): 3, ("b", "ended"): 30}),
    "a late reporter": Planted(
        naive.those_who_have_reported,
        months_of({"a": LARGE, "b": LARGE, "c": None}, {"a": LARGE, "b": LARGE, "c": (60, 3)}),
        {("c", "group"): 60, ("c", "activated"): 3}),
    "a course day where one was missing": Planted(
        naive.course_day_with_missing, months_of({"a": (30, 0), "b": (24, 0), "c": None},
                                                 {"a": (30, 0), "b": (24, 0), "c": (2, 0)}),
        {("c", "participants"): 2}),
    "a correction seen in the sums": Planted(
        naive.sums_anew,
        months_of({"a": LARGE, "b": (80, 9), "c": (90, 30)}, {"a": LARGE, "b": (80, 3), "c": (90, 30)}),
        {("b", "activated"): -6}),
    "a remainder to a landsdel": Planted(
        naive.landsdele, months_of({"a": LARGE, "b": (60, 7), "c": LARGE, "d": (70, 20), "e": (80, 21), "f": (90, 22),
                                    "g": LARGE}),
        {("b", "group"): 60, ("b", "activated"): 7}),
    "a line told with a unit missing": Planted(
        naive.line_of_those_there,
        months_of({"a": LARGE, "b": (60, 14), "c": (70, 20), "d": (80, 21), "e": None},
                  {"a": LARGE, "b": (60, 14), "c": (70, 20), "d": (80, 21), "e": (33, 2)}),
        {("e", "group"): 33, ("e", "activated"): 2}),
    "a correction hidden among three changed units": Planted(
        naive.corrected_in_threes,
        months_of({"a": LARGE, "b": LARGE, "c": (80, 9), "d": (90, 30)},
                  {"a": (310, 70), "b": (320, 66), "c": (80, 3), "d": (90, 30)}),
        {("c", "activated"): -6}),
    "occupied places of a late reporter": Planted(
        naive.occupied_exactly, _centres({"a": (60, 40), "b": (40, 20), "c": None},
                                         {"a": (60, 40), "b": (40, 20), "c": (12, 3)}),
        {("c", "occupied"): 3}),
    "a late reporter's places in steps of few": Planted(
        naive.occupied_in_steps, _centres({"a": (10, 7), "b": (10, 5), "c": None},
                                          {"a": (10, 7), "b": (10, 5), "c": (12, 9)}),
        {("c", "occupied"): 9}),
    "no place taken, in steps": Planted(
        naive.occupied_in_steps, _centres({"a": (6, 0), "b": (12, 0), "c": (6, 0), "d": (12, 0)}),
        {("a", "occupied"): 0, ("d", "occupied"): 0}),
    "the difference of two half-years": Planted(
        naive.every_half_year, _half_years({"a": (60, 20), "b": (80, 30)}, {"a": (90, 48), "b": (140, 60)}),
        {("a", "open"): 2}),
    "a line of three with two insiders": Planted(
        naive.line_of_those_there, months_of({"a": LARGE, "b": (60, 14), "c": (70, 20), "d": (80, 21)}),
        {("d", "activated"): 21, ("d", "group"): 80}, ("b", "c")),
}
