"""The line under a heading and under a chart: where figures come from, of which day they are and how final."""

from collections.abc import Sequence
from datetime import date

from model.basics.formatting import day, listing, month_long, month_short, number
from model.programmes.words import ORGANISER
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import left_out
from model.subjects.goals.figures.coverage import coverage, default_month, newest_receipt

REPORTED = f"Kilde: jobcentrenes månedstal, samlet af {ORGANISER}"
INVENTED = "Kilde: eksempeldata, opdigtede tal"


def status_line(snapshot: Snapshot, month: date) -> str:
    """»Tal til og med marts 2010 · opgjort 12. apr. 2010 · 17 af 19 jobcentre · foreløbig«, under a page's heading.

    For the public »17 af de 18 viste jobcentre · uden Samsø«, where somebody is left out.
    """
    found, names = coverage(snapshot, month), snapshot.left_out.values()
    return _joined(f"Tal til og med {month_long(month)}", _received(snapshot, month),
                   f"{number(len(found.reported))} af {left_out.shown_words(found.of, names)}" if found.of
                   else "ingen jobcentre", left_out.left_out_words(snapshot),
                   "endelig" if found.final else "foreløbig")


def meeting_line(snapshot: Snapshot, *, held_on: date, month: date) -> str:
    """»Dialogmøde 12. apr. 2010 · Tal til og med marts 2010 · …«, under a meeting's heading and in its minutes."""
    return _joined(f"Dialogmøde {day(held_on)}", status_line(snapshot, month))


def source_line(snapshot: Snapshot, month: date, *, provisional: Sequence[date] = ()) -> str:
    """»Kilde: … · opgjort 12. apr. 2010 · foreløbig«: where the figures come from, their day and their status.

    The day is the one on which the newest figure of the months that are shown was received.
    ``provisional``: the chart's months that are not final: »endelig til og med feb. 2011; mar. 2011 foreløbig«.
    """
    status = "endelig" if coverage(snapshot, month).final else "foreløbig"
    until = default_month(snapshot)
    if provisional and until and coverage(snapshot, until).final:
        open_months = listing(month_short(m) for m in provisional)
        status = f"endelig til og med {month_short(until)}; {open_months} foreløbig"
    return source(snapshot, max([month, *provisional]), status)


def source(snapshot: Snapshot, through: date, status: str) -> str:
    """The source line of what shows months up to ``through``, with a status of its own."""
    return _joined(INVENTED if snapshot.sample else REPORTED, _received(snapshot, through), status)


def _received(snapshot: Snapshot, through: date) -> str:
    came = newest_receipt(snapshot, through)
    return f"opgjort {day(came)}" if came else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def shown(snapshot: Snapshot, subtitle: str) -> str:
    """A subtitle that does not name the region, with who is left out of the public's figures."""
    return ", ".join(part for part in (subtitle, left_out.left_out_words(snapshot)) if part)
