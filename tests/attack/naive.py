"""Careless publishers, one for each way in which numbers are given away; and two that give nothing away.

Each takes a history and gives its editions' documents. Every one is a rule that looks reasonable on the day.
"""

from collections.abc import Callable, Iterable, Sequence

from tests.attack.history import FIRST_MONTH, History, Row, Step
from tests.attack.paper import Told, document, editions, rows

LARGE = 100  # a group that has a row of its own
STOCK = ("group", "activated")
FLOW = ("ended", "outcome")
SMALL = range(5)
Publisher = Callable[[History], list[Told]]


def nothing(history: History) -> list[Told]:
    """No number at all."""
    return [document(step.edition, []) for step in history.steps]


def large_rows_only(history: History) -> list[Told]:
    """A month's row of each unit, once, if group, activated and rest are all large; no sum, nothing cumulated."""
    told: set[tuple[str, str]] = set()
    added = []
    for step in history.steps:
        new = {(unit, month): row for unit, month, row in _known(step) if (unit, month) not in told and _is_large(
            row, history.rules["threshold"])}
        told |= set(new)
        added.append([each for (unit, month), row in new.items()
                      for each in _row(unit, row, STOCK, step.edition, month)])
    return editions(*added, rules=history.rules)


def small_cells_withheld(history: History) -> list[Told]:
    """Activated is withheld from 1 to 4 and shown where it is 0; the sum has everybody in it."""
    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        shown = [each for unit, row in here.items() for each in rows(
            "unit", [unit], step.edition, group=row["group"],
            activated=None if (row["activated"] or 0) in SMALL[1:] else row["activated"])]
        return shown + _sum("sum", here, here, STOCK, step.edition)
    return editions(*map(tell, history.steps), rules={"hides": [1, 4]})


def remainder_as_one_group(history: History) -> list[Told]:
    """The small units have no rows; the sum is told if what is left for them together is a group of ten."""
    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        small = [unit for unit, row in here.items() if (row["group"] or 0) < LARGE]
        whole = _sum("sum", here, here, STOCK, step.edition) if _added(here, small, "group") >= 10 else []
        return _rows(here, set(here) - {*small}, STOCK, step.edition) + whole
    return editions(*map(tell, history.steps))


def rows_one_edition_late(history: History) -> list[Told]:
    """Outcomes: the sum has everybody who has reported; a row of one's own comes an edition later."""
    seen: dict[str, int] = {}

    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        for unit in here:
            seen.setdefault(unit, step.edition)
        ready = [unit for unit, row in here.items() if seen[unit] < step.edition and (row["outcome"] or 0) not in SMALL]
        whole = _sum("sum", here, here, FLOW, step.edition) if step.edition == 1 else []
        return _rows(here, ready, FLOW, step.edition) + whole
    return editions(*map(tell, history.steps))


def those_who_have_reported(history: History) -> list[Told]:
    """Only sums, of those who have reported by then."""
    return editions(*(_sum("sum", _of_month(step), _of_month(step), STOCK, step.edition) for step in history.steps))


def course_day_with_missing(history: History) -> list[Told]:
    """Participants in a course day: "at least", over those who have reported, and later over all."""
    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        return rows("whole", here, step.edition, participants=_added(here, here, "group"))
    return editions(*map(tell, history.steps))


def sums_anew(history: History) -> list[Told]:
    """Small rows are withheld, and marked anew when they are corrected; the sum is told anew in every edition."""
    before: dict[str, Row] = {}

    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        anew = {unit: row for unit, row in here.items() if before.get(unit) != row}
        before.update(here)
        return _or_withheld(anew, step.edition) + _sum("sum", here, here, STOCK, step.edition)
    return editions(*map(tell, history.steps))


def corrected_in_threes(history: History) -> list[Told]:
    """As ``sums_anew``, but corrections come out only when three units at least have some."""
    before: dict[str, Row] = {}

    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        anew = {unit: row for unit, row in here.items() if before.get(unit) != row}
        if len(anew) < 3:
            return []
        before.update(here)
        return _or_withheld(anew, step.edition) + _sum("sum", here, here, STOCK, step.edition)
    return editions(*map(tell, history.steps))


def sums_of_all_months(history: History) -> list[Told]:
    """Each edition tells all months anew: large rows, the small units as one line, and the sum of everybody."""
    def tell(step: Step) -> list[Told]:
        added = []
        for month in history.months[:history.months.index(step.month) + 1]:
            here = {unit: row for unit, at, row in _known(step) if at == month}
            small = {unit for unit, row in here.items() if (row["group"] or 0) < LARGE}
            for unit in sorted(set(here) - small):
                added += _row(unit, here[unit], STOCK, step.edition, month)
            for scope, units in (("line", small), ("sum", set(here)), ("whole", set(here))):
                measures = ("praktik", "loentilskud") if scope == "whole" else STOCK
                added += rows(scope, units, step.edition, month, **{
                    measure: _added(here, units, measure) for measure in measures})
        return added
    return editions(*map(tell, history.steps))


def landsdele(history: History) -> list[Told]:
    """Large rows, the small ones as a line, and sums of two landsdele (half of the codes, and the rest)."""
    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        small = {unit for unit, row in here.items() if (row["group"] or 0) < LARGE}
        halves = sorted(here)[:len(here) // 2], sorted(here)[len(here) // 2:]
        return [*_rows(here, set(here) - small, STOCK, step.edition), *_sum("line", here, small, STOCK, step.edition),
                *(each for half in halves for each in _sum("sum", here, half, STOCK, step.edition))]
    return editions(*map(tell, history.steps))


def line_of_those_there(history: History) -> list[Told]:
    """Large rows, and a line of those small units that have reported; told anew when another one has."""
    def tell(step: Step) -> list[Told]:
        here = _of_month(step)
        small = {unit for unit, row in here.items() if (row["group"] or 0) < LARGE}
        return _rows(here, set(here) - small, STOCK, step.edition) + _sum("line", here, small, STOCK, step.edition)
    return editions(*map(tell, history.steps))


def occupied_exactly(history: History) -> list[Told]:
    """How many places are taken, of those whose centres have told it by then."""
    def tell(step: Step) -> list[Told]:
        here = _with_centres(step)
        return rows("whole", here, step.edition, counted=_added(here, here, "counted"),
                    occupied=_added(here, here, "occupied"))
    return editions(*map(tell, history.steps))


def occupied_in_steps(history: History) -> list[Told]:
    """The same in percent, in steps of five: of however few, and anew when others have told it."""
    def tell(step: Step) -> list[Told]:
        here = _with_centres(step)
        counted, occupied = (_added(here, here, measure) for measure in ("counted", "occupied"))
        return rows("whole", here, step.edition, counted=counted,
                    occupancy=(200 * occupied + 5 * counted) // (10 * counted) * 5)
    return editions(*map(tell, history.steps))


def every_half_year(history: History) -> list[Told]:
    """Outcomes cumulated to every half-year's end in a row for every unit, whatever has come since the last one."""
    def tell(step: Step) -> list[Told]:
        ends = [month for month in history.months if month <= step.month and month[5:] in ("03", "09")]
        return [each for unit, by_month in step.state.items() for end in ends
                for each in rows("unit", [unit], step.edition, FIRST_MONTH, end, **{
                    measure: sum(row[measure] or 0 for month, row in by_month.items() if month <= end)
                    for measure in FLOW})]
    return editions(*map(tell, history.steps))


def _known(step: Step) -> Iterable[tuple[str, str, Row]]:
    for unit, by_month in step.state.items():
        for month, row in by_month.items():
            if row["group"] is not None:
                yield unit, month, row


def _of_month(step: Step) -> dict[str, Row]:
    return {unit: row for unit, month, row in _known(step) if month == FIRST_MONTH}


def _with_centres(step: Step) -> dict[str, Row]:
    return {unit: row for unit, by_month in step.state.items()
            if (row := by_month.get(FIRST_MONTH)) is not None and row["counted"] is not None}


def _is_large(row: Row, threshold: int) -> bool:
    group, activated = row["group"] or 0, row["activated"] or 0
    return min(activated, group - activated) >= 4 * threshold


def _added(here: dict[str, Row], units: Iterable[str], measure: str) -> int:
    return sum(here[unit][measure] or 0 for unit in units)


def _sum(scope: str, here: dict[str, Row], units: Iterable[str], measures: Sequence[str], edition: int) -> list[Told]:
    return rows(scope, set(units), edition, **{measure: _added(here, set(units), measure) for measure in measures})


def _row(unit: str, row: Row, measures: Sequence[str], edition: int, month: str = FIRST_MONTH) -> list[Told]:
    return rows("unit", [unit], edition, month, **{measure: row[measure] for measure in measures})


def _rows(here: dict[str, Row], units: Iterable[str], measures: Sequence[str], edition: int) -> list[Told]:
    return [each for unit in sorted(units) for each in _row(unit, here[unit], measures, edition)]


def _or_withheld(here: dict[str, Row], edition: int) -> list[Told]:
    return [each for unit, row in here.items() for each in _row(
        unit, row if (row["group"] or 0) >= LARGE else dict.fromkeys(row), STOCK, edition)]
