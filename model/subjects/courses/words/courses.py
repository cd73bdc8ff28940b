"""What is said of courses: who has not reported, mentor runs against their minimum, who never came, and the days."""

from collections.abc import Sequence

import pandas as pd

from model.basics.formatting import day, listing, number, plural
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures.attendance import COURSE, MENTOR, any_said, cells, contradicted
from model.subjects.courses.figures.attendance_totals import (
    DayTotal,
    PlaceTotal,
    day_totals,
    never,
    partly,
    place_totals,
    runs,
    silent,
    totals_of,
)
from model.subjects.courses.figures.course_runs import falls, run_ends
from model.subjects.courses.figures.mentor_runs import MentorRun, mentor_run

NAMED = 4  # jobcenters named in a title
NOTHING = "Der er ikke registreret tilmelding eller fremmøde endnu"


@remembered
def lead(snapshot: Snapshot) -> tuple[str, str]:
    """(the page's finding, the next one or nothing), neither with a full stop. Who has not reported comes first."""
    if not any_said(snapshot):
        return NOTHING, ""
    findings = [*_silent(snapshot), *_partly(snapshot), *_mentors(snapshot), *_never(snapshot, named=False),
                *_falls(snapshot), *_used(snapshot), *_registered(snapshot), *_gone(snapshot)]
    return findings[0], findings[1] if len(findings) > 1 else ""


def talking(snapshot: Snapshot) -> list[str]:
    """Sentences worth a talk: mentor runs under their minimum, who never came, who has not reported. May be empty.

    A run that is over can no longer be mended, so it comes last.
    """
    if not any_said(snapshot):
        return []
    findings = [*_mentors(snapshot, over=False), *_never(snapshot, named=True), *_silent(snapshot),
                *_mentors(snapshot, over=True)]
    return [f"{words}." for words in findings]


def one_line(snapshot: Snapshot, code: str | None) -> str:
    """The courses of one jobcenter, or of the region (None), in one sentence. Raises KeyError for an unknown code."""
    return f"Kurser: {line_words(snapshot, code)}."


def line_words(snapshot: Snapshot, code: str | None) -> str:
    """The same without the word that names the page, to go on a sentence."""
    if not any_said(snapshot):
        return f"{NOTHING[0].lower()}{NOTHING[1:]}"
    return ", ".join(_region_line(snapshot) if code is None else _place_line(snapshot, code))


def mentor_title(run: MentorRun) -> str:
    """``Mentorkurset mangler 4 deltagere i at nå 40 i forløb 2``; with unreported jobcenters ``mangler højst``.

    A run that is over has a name and lacked them: ``Mentorkursus 2 manglede 4 deltagere i at nå 40``.
    """
    name, least = f"Mentorkursus {run.run}", number(run.least)
    if run.cancelled:
        return f"{name} er aflyst"
    if run.persons is None or run.missing is None:
        return f"{name} har ingen kendte deltagere"
    who = ("tilmeldt", "tilmeldte") if run.registered_only else ("deltager", "deltagere")
    if not run.missing:
        return f"{name} har nået {least}: {plural(run.persons, *who)}"
    lacks = f"{'højst ' if run.lacking else ''}{plural(run.missing, *who)} i at nå {least}"
    return f"{name} manglede {lacks}" if run.over else f"Mentorkurset mangler {lacks} i forløb {run.run}"


def run_title(snapshot: Snapshot, kind: str, run: int) -> str | None:
    """``Fremmødet faldt fra 41 på dag 1 til 29 på dag 3``; None where the days cannot be held up against each other."""
    ends = run_ends(snapshot, kind, run)
    if ends is None:
        return None
    first, last = ends
    came, remained = first.attended or 0, last.attended or 0
    if came == remained:
        return f"Lige mange mødte på dag {first.day} og dag {last.day}: {number(came)}"
    return (f"Fremmødet {'faldt' if falls(ends) else 'steg'} fra {number(came)} på dag {first.day} til "
            f"{number(remained)} på dag {last.day}")


def used_title(snapshot: Snapshot) -> str | None:
    """``389 af 444 pladser er brugt på de 6 kursusdage``, of the days that are reported; None before any is."""
    known = [place for place in place_totals(snapshot) if place.attended is not None]
    held = sum(total.held for total in totals_of(snapshot, COURSE))
    if not known or not held:
        return None
    used, seats = sum(place.attended or 0 for place in known), sum(place.seats for place in known)
    least = "mindst " if any(place.at_least for place in known) else ""
    days = "den ene kursusdag" if held == 1 else f"de {number(held)} kursusdage"
    sentence = f"{least}{number(used)} af {number(seats)} pladser er brugt på {days}"
    return sentence[0].upper() + sentence[1:]


def never_sentence(snapshot: Snapshot) -> str:
    """Who never came to a course day, named, and who cannot be told; ends with a full stop."""
    absent, places = never(snapshot), place_totals(snapshot)
    untold = [p for p in places if not p.attended and p.known < p.held]
    parts = [f"{words}." for words in _never(snapshot, named=True)]
    if not absent and any(place.attended is not None for place in places):
        parts.append("Alle jobcentre, hvis fremmøde er kendt, har deltaget mindst én gang." if untold
                     else "Alle jobcentre har deltaget mindst én gang.")
    if untold:
        parts.append(f"Det vides ikke for {listing(p.name for p in untold)}, da fremmødet ikke er kendt for alle dage.")
    return " ".join(parts)


def registered_title(total: DayTotal) -> str:
    """``Kursusdag 4 har 52 tilmeldte til 76 pladser``."""
    if total.registered is None:
        return f"{total.name} har ingen kendte tilmeldinger"
    seats = f" til {number(total.seats)} pladser" if total.kind == COURSE else ""
    return f"{total.name} har {plural(total.registered, 'tilmeldt', 'tilmeldte')}{seats}"


def upcoming(snapshot: Snapshot) -> tuple[DayTotal, ...]:
    """The days not yet held, in the order they will be."""
    return tuple(total for total in day_totals(snapshot) if not total.held and not total.cancelled)


def cancelled_sentence(snapshot: Snapshot, kind: str | None = None) -> str:
    """``Kursusdag 3 og mentorkursus 1, dag 2 er aflyst og tæller hverken som holdt eller manglende.`` or nothing."""
    return " ".join(f"{words}." for words in _cancelled(snapshot, kind))


def _cancelled(snapshot: Snapshot, kind: str | None = None) -> list[str]:
    """The sentences on cancelled days, without their full stops."""
    gone = [total for total in day_totals(snapshot) if total.cancelled and kind in (None, total.kind)]
    if not gone:
        return []
    first = f"{_days(gone)} er aflyst og tæller hverken som {'holdt' if len(gone) == 1 else 'holdte'} eller manglende"
    both = [total for total in gone if total.code in contradicted(snapshot)]
    return [first, *([f"Der står alligevel fremmøde for {_days(both, first=False)}. Fortryd det ene"] if both else [])]


def _days(totals: Sequence[DayTotal], *, first: bool = True) -> str:
    """``Kursusdag 3 og mentorkursus 1, dag 2``; ``first``: whether a sentence begins with them."""
    return listing(total.name if first and not at else total.name[0].lower() + total.name[1:]
                   for at, total in enumerate(totals))


def _silent(snapshot: Snapshot) -> list[str]:
    places = silent(snapshot)
    return _of_days(places, [place.lacking for place in places], "mangler at melde fremmøde")


def _partly(snapshot: Snapshot) -> list[str]:
    places = partly(snapshot)
    return _of_days(places, [place.partly for place in places], "har ikke meldt alle roller")


def _of_days(places: Sequence[PlaceTotal], days: Sequence[Sequence[str]], does: str) -> list[str]:
    """``Norddjurs mangler at melde fremmøde for kursusdag 6``: who does it, and of which days of each."""
    if not places:
        return []
    every = {name for names in days for name in names}
    several = "en" if all(len(names) == 1 for names in days) else "en eller flere"
    which = every.pop().lower() if len(every) == 1 else f"{several} af kursusdagene"
    who = listing(p.name for p in places) if len(places) <= NAMED else f"{number(len(places))} jobcentre"
    return [f"{who} {does} for {which}"]


def _mentors(snapshot: Snapshot, *, over: bool | None = None) -> list[str]:
    mentors = [mentor_run(snapshot, run) for run in runs(snapshot, MENTOR)]
    return [mentor_title(run) for run in mentors if run.missing and over in (None, run.over)]


def _never(snapshot: Snapshot, *, named: bool) -> list[str]:
    absent = never(snapshot)
    if not absent:
        return []
    names = f": {listing(p.name for p in absent)}" if named else ""
    return [f"{plural(len(absent), 'jobcenter', 'jobcentre')} har aldrig deltaget i kursusrækken{names}"]


def _falls(snapshot: Snapshot) -> list[str]:
    return [f"{run_title(snapshot, COURSE, run)} (forløb {run})" for run in reversed(runs(snapshot, COURSE))
            if falls(run_ends(snapshot, COURSE, run))]


def _used(snapshot: Snapshot) -> list[str]:
    title = used_title(snapshot)
    return [title] if title else []


def _registered(snapshot: Snapshot) -> list[str]:
    return [registered_title(total) for total in upcoming(snapshot) if total.registered is not None][:1]


def _gone(snapshot: Snapshot) -> list[str]:
    sentences = ". ".join(_cancelled(snapshot))
    return [sentences] if sentences else []


def _region_line(snapshot: Snapshot) -> list[str]:
    used = _used(snapshot)
    parts = [used[0][0].lower() + used[0][1:]] if used else [_none_yet(snapshot)]
    for run in runs(snapshot, MENTOR):
        mentors = mentor_run(snapshot, run)
        if mentors.cancelled:
            parts.append(f"mentorkursus {run} er aflyst")
        elif mentors.persons is not None:
            who = " tilmeldte" if mentors.registered_only else ""
            parts.append(f"mentorkursus {run} har {number(mentors.persons)}{who} af mindst {number(mentors.least)}")
    return parts


def _place_line(snapshot: Snapshot, code: str) -> list[str]:
    place = {p.code: p for p in place_totals(snapshot)}[code]
    least = "mindst " if place.at_least else ""
    parts = [_none_yet(snapshot) if place.attended is None else
             f"{least}{number(place.attended)} mødte på kursusdagenes {number(place.seats)} pladser"]
    for run in runs(snapshot, MENTOR):
        mentors = mentor_run(snapshot, run)
        if mentors.cancelled:
            parts.append(f"mentorkursus {run} er aflyst")
        total = mentors.standing
        came = pd.NA if total is None else cells(snapshot).loc[(total.code, code), "attended"]
        if total is not None and pd.notna(came):
            count = plural(int(came), "deltager", "deltagere") if came else "ingen deltagere"
            parts.append(f"{count} på mentorkursus {run} ({day(total.held_on)})")
    return parts


def _none_yet(snapshot: Snapshot) -> str:
    if any(total.held for total in totals_of(snapshot, COURSE)):
        return "intet fremmøde på kursusdagene er indberettet"
    return "ingen kursusdag er holdt endnu"
