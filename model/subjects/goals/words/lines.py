"""The line under a heading and under a chart: where figures come from, of which day they are and how final."""

from collections.abc import Sequence
from datetime import date

from model.basics.formatting import day, day_long, listing, month_long, month_short, number
from model.programmes.words import ORGANISER
from model.snapshot.release import Release
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.words import approved
from model.subjects.goals.figures import left_out
from model.subjects.goals.figures.coverage import Coverage, coverage, default_month, newest_receipt
from model.subjects.goals.words.region import lacking_words

REPORTED = f"Kilde: jobcentrenes månedstal, samlet af {ORGANISER}"
INVENTED = "Kilde: eksempeldata, opdigtede tal"
PREVIEW = "prøvevisning, ikke offentliggjort"


def status_line(snapshot: Snapshot, month: date) -> str:
    """»Endelige tal til og med februar 2011 · alle 19 jobcentre · opgjort 14. april 2011«, under a page's heading.

    »Foreløbige tal for marts 2011 · 17 af 19 · mangler Skive og Aarhus · …«. For the public »17 af de 18 viste
    jobcentre · uden Samsø«, where somebody is left out. How many have reported is told of the region's figures alone:
    ``jobcenter_line`` has the same of one jobcenter's.
    """
    found, came = coverage(snapshot, month), newest_receipt(snapshot, month)
    return _joined(_status(found), _reported(snapshot, found), left_out.left_out_words(snapshot),
                   f"mangler {lacking_words(found)}" if found.lacking else "",
                   edition_words(snapshot.release) if snapshot.release else f"opgjort {day_long(came)}" if came else "")


def jobcenter_line(snapshot: Snapshot, code: str, month: date) -> str:
    """»Foreløbige tal for marts 2011 · mangler Skive · opgjort 14. april 2011«, under what shows one jobcenter; behind
    it what the jobcenter itself says of the month, where it says so. »Med til og med juni 2010« after its last month.
    """
    found, came = coverage(snapshot, month), newest_receipt(snapshot, month)
    lacks = code in (*found.missing, *found.partial)
    last = snapshot.jobcenters.loc[code, "participates_to"].date()
    return _joined(f"Med til og med {month_long(last)}" if last < month else _status(found),
                   f"mangler {snapshot.jobcenters.loc[code, 'name']}" if lacks else "",
                   f"opgjort {day_long(came)}" if came else "", approved.line(snapshot, code, month))


def _status(found: Coverage) -> str:
    if not found.reported:
        return f"Ingen tal for {month_long(found.month)}"
    return (f"Endelige tal til og med {month_long(found.month)}" if found.final
            else f"Foreløbige tal for {month_long(found.month)}")


def _reported(snapshot: Snapshot, found: Coverage) -> str:
    """How many have reported; where those who have not are named beside it, no more than the two numbers."""
    if not found.of:
        return "ingen jobcentre"
    names, count = (*snapshot.left_out.values(), *snapshot.together), number(len(found.reported))
    if len(found.reported) == found.of:
        every = {1: "det ene", 2: "begge"}.get(found.of, f"alle {count}")
        return f"{every} {'viste ' if names else ''}{'jobcenter' if found.of == 1 else 'jobcentre'}"
    if found.lacking and not names:
        return f"{count} af {number(found.of)}"
    return f"{count} af {left_out.shown_words(found.of, names)}"


def meeting_line(snapshot: Snapshot, code: str, *, held_on: date, month: date) -> str:
    """»Dialogmøde 12. apr. 2010 · Endelige tal til og med marts 2010 · …«, at a meeting and in its minutes."""
    return _joined(f"Dialogmøde {day(held_on)}", jobcenter_line(snapshot, code, month))


def source_line(snapshot: Snapshot, month: date, *, provisional: Sequence[date] = ()) -> str:
    """»Kilde: … · opgjort 12. apr. 2010 · foreløbig«: where the figures come from, their day and their status.

    The day is the one on which the newest figure of the months that are shown was received.
    ``provisional``: the chart's months that are not final: »endelig til og med feb. 2011, foreløbig for mar. 2011«.
    """
    status = "endelig" if coverage(snapshot, month).final else "foreløbig"
    until = default_month(snapshot)
    if provisional and until and coverage(snapshot, until).final:
        open_months = listing(month_short(m) for m in provisional)
        status = f"endelig til og med {month_short(until)}, foreløbig for {open_months}"
    return source(snapshot, max([month, *provisional]), status)


def source(snapshot: Snapshot, through: date, status: str) -> str:
    """The source line of what shows months up to ``through``, with a status of its own."""
    return _joined(INVENTED if snapshot.sample else REPORTED, _received(snapshot, through), status)


def _received(snapshot: Snapshot, through: date) -> str:
    if snapshot.release is not None:
        return edition_words(snapshot.release)
    came = newest_receipt(snapshot, through)
    return f"opgjort {day(came)}" if came else ""


def edition_words(release: Release) -> str:
    """»udgivelse 7, 12. apr. 2010 (rettet i udgivelse 9)«; of one that is not published »prøvevisning, ikke
    offentliggjort«.
    """
    if not release.number:
        return PREVIEW
    later = f" (rettet i udgivelse {listing(map(number, release.corrected_in))})" if release.corrected_in else ""
    return f"udgivelse {number(release.number)}, {day(release.made_on)}{later}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def shown(snapshot: Snapshot, subtitle: str) -> str:
    """A subtitle that does not name the region, with who is left out of the public's figures."""
    return ", ".join(part for part in (subtitle, left_out.left_out_words(snapshot)) if part)
