"""Invented monthly figures of any programme, as one file through the intake, for looking at its pages before its start.

They are the same every time, and follow from what is declared: parts are no more than their whole, what is counted from
the start never becomes less, and some units reach the targets while others do not.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from model.access.viewer import invented as viewer_of
from model.basics import settings
from model.basics.formatting import month_key, today
from model.basics.months import last_day, shift, span
from model.intake import sheets
from model.intake.datasets.monthly_figures import CODE, MAANEDSTAL, MONTH, NAME
from model.intake.examine import examine
from model.intake.refusal import SaveRefused
from model.intake.saving import apply
from model.programmes.current import PROGRAMME
from model.programmes.measures import JOB, PARTS, PERSONS, SELF_SUPPORTING, TOTAL
from model.programmes.programme import Measure, Share
from model.sample.files import untouched

BY, REASON, TEXT = "Opdigtede tal", "Tallene er opdigtet", "Opdigtet"
OTHERS = "Databasen har allerede tal. Der er ikke opdigtet nogen. Vælg en ny, tom database i FREMDRIFT_DATABASE_URL."
MOST = 5  # problems that are told
LATE = 10  # days after a month in which its figures are said to be sent


def load(engine: Engine) -> int:
    """Fill an empty database with them, marked as a sample; how many months.

    Raises SaveRefused when the database has figures already or the file is not accepted, and as ``saving.apply``.
    """
    if not untouched(engine):
        raise SaveRefused(OTHERS)
    months = months_by(today())
    content = sheets.danish_csv(rows(months, today()))
    name = f"opdigtede_tal_{PROGRAMME.id}.csv"
    # a programme that has not begun is taken in as if it were later
    report = examine(engine, name, content, dataset=MAANEDSTAL.name, source="sample",
                     today=max(today(), last_day(months[-1]) + timedelta(days=LATE)))
    if report.status != "ready":
        raise SaveRefused("De opdigtede tal passer ikke til programmet. "
                          + " ".join(problem.text for problem in report.problems[:MOST]))
    apply(engine, report, content=content, viewer=viewer_of(BY), reason=REASON, source="sample",
          received_at=datetime.now(UTC))
    return len(months)


def months_by(now: date) -> list[date]:
    """The months of the programme that are over on a day; its first two thirds, as if under way, where none is."""
    every = span(PROGRAMME.figures_from, PROGRAMME.ends)
    return [month for month in every if last_day(month) < now] or every[:(2 * len(every) + 2) // 3]


def rows(months: Sequence[date], now: date) -> list[list[str]]:
    """The file's rows, headings first: one for each unit and month. now: the day by which outcomes are to be known."""
    headings = [part.heading for part in (MONTH, CODE, NAME)] + [each.heading for each in PROGRAMME.measures]
    return [headings, *([month_key(month), unit.code, unit.name, *_cells(at, unit_at, month, now)]
                        for at, month in enumerate(months) for unit_at, unit in enumerate(PROGRAMME.units))]


def _cells(at: int, unit: int, month: date, now: date) -> list[str]:
    return ["" if each.later and not _known(month, now) else _cell(each, at, unit, month)
            for each in PROGRAMME.measures]


def _known(month: date, now: date) -> bool:
    wait = 7 * PROGRAMME.outcome.weeks + settings.load().register_delay_days
    return last_day(month) + timedelta(days=wait) < now


def _cell(measure: Measure, at: int, unit: int, month: date) -> str:
    if measure.kind == "date":
        return f"{shift(month, 1) + timedelta(days=LATE - 1):%d-%m-%Y}"
    if measure.kind == "choice":
        return next(iter(measure.choices or {}), "")
    return TEXT if measure.kind == "text" else str(_count(measure, at, unit))


def _count(measure: Measure, at: int, unit: int) -> int:
    """The count of a measure in the month of that position, of the unit of that position."""
    most = _count(PROGRAMME.named(measure.part_of), at, unit) if measure.part_of else None
    wanted = _wanted(measure, at, unit, most)
    return wanted if most is None else min(wanted, most)


def _wanted(measure: Measure, at: int, unit: int, most: int | None) -> int:
    """As ``_count``, before it is held against the whole it is part of."""
    if measure.name == PERSONS:
        return 260 + 110 * (unit % 6) - at
    if measure.name == TOTAL:
        return _reached(at, unit)
    if measure.name in PARTS:  # the two are together as many as are reached
        first = 4 * _count(PROGRAMME.named(TOTAL), at, unit) // 5
        return first if measure.name == PARTS[0] else _count(PROGRAMME.named(TOTAL), at, unit) - first
    if most is not None:
        return most * _percent(measure, unit) // 100
    return (4 + unit % 3) * (at + 1) if measure.so_far else 9 + 2 * (unit % 5) + at % 4


def _reached(at: int, unit: int) -> int:
    """From half of the target's share of the group up to well over it, sooner in some units than in others."""
    target = next(part.target for part in PROGRAMME.all_of.parts.values() if isinstance(part, Share))
    group = _count(PROGRAMME.named(PERSONS), at, unit)
    return group * target * (50 + 9 * (unit % 4) + (2 + unit % 3) * min(at, 18)) // 10_000


def _percent(measure: Measure, unit: int) -> int:
    """How much of its whole a part is."""
    if measure.name in (SELF_SUPPORTING, JOB):
        return PROGRAMME.outcome.target * (8 + unit % 5) // 10 + 6 * (measure.name == JOB)
    siblings = [each.name for each in PROGRAMME.measures if each.part_of == measure.part_of]
    return 60 // (1 + siblings.index(measure.name))
