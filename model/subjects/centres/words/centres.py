"""What is said of virksomhedscentre: openings with closures, places with occupancy, and what comes of them."""

from datetime import date

from model.basics.formatting import capital, day, listing, month_long, number, persons, plural
from model.basics.shares import SMALL, UNJUDGED, share
from model.programmes.words import GOAL_1, OTHER_OUTCOME
from model.snapshot.absence import absent_words
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import activity, occupancy, periods
from model.subjects.centres.figures.activity import Year
from model.subjects.centres.figures.centre_outcomes import CentreOutcome
from model.subjects.centres.figures.occupancy import Occupancy, stranded
from model.subjects.centres.words import room_words
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.words.wording import LACKS, reached_words

NAMED = 6  # jobcenters or centres named in one sentence


def movement_title(year: Year) -> str:
    """``30 centre åbnede og 11 lukkede på et år: 19 flere aktive``; the change never without its two parts."""
    if year.opened == year.closed == 0:
        return f"Ingen centre åbnede eller lukkede på et år: {number(year.active)} aktive"
    changed = _net(year.net) if year.net else "lige mange aktive"
    opened = plural(year.opened, "center", "centre") if year.opened else "Ingen centre"
    closed = number(year.closed) if year.closed else "ingen"
    return f"{opened} åbnede og {closed} lukkede på et år: {changed}"


def _net(net: int) -> str:
    if abs(net) == 1:
        return f"1 {'mere' if net > 0 else 'færre'} aktivt"
    return f"{number(abs(net))} {'flere' if net > 0 else 'færre'} aktive"


def movement_note(year: Year) -> str:
    """What of the openings was an opening again, and what of the closures a pause."""
    parts = []
    if year.again:
        parts.append(f"{number(year.again)} af de åbnede havde været åbne før")
    if year.paused:
        parts.append(f"{number(year.paused)} af lukningerne {'er en pause' if year.paused == 1 else 'er pauser'}")
    note = f"{listing(parts)}." if parts else ""
    return capital(note)


def counted_places(usage: Occupancy) -> str:
    """What the places are called that occupied ones are set against: not all the places where some are not told of."""
    return f"pladser{_among(usage)}"


def _among(usage: Occupancy) -> str:
    return "" if usage.whole else " med oplyst belægning"


def occupancy_title(usage: Occupancy) -> str:
    """``16 af 38 pladser er ubesatte``; places whose occupancy is not known are not among them, and it is said."""
    if usage.free is None or usage.counted is None:
        return f"Belægningen er {absent_words(usage.absent)} for {month_long(usage.month)}"
    if usage.free < 0:
        return f"{number(-usage.free)} flere besatte, end der er {counted_places(usage)}"
    if usage.free == 0:
        return f"{capital(_every(usage))} er {'besat' if usage.counted == 1 else 'besatte'}"
    return _free(usage)


def _every(usage: Occupancy) -> str:
    """``alle 38 pladser``, ``begge pladser``, ``den ene plads``."""
    counted = usage.counted or 0
    if counted == 1:
        return f"den ene plads{_among(usage)}"
    return f"{'begge' if counted == 2 else f'alle {number(counted)}'} {counted_places(usage)}"


def _free(usage: Occupancy) -> str:
    free, counted = usage.free or 0, number(usage.counted or 0)
    return f"{number(free)} af {counted} {counted_places(usage)} er {'ubesat' if free == 1 else 'ubesatte'}"


def taken(usage: Occupancy, *, least: int = 0) -> str:
    """``22 af 38 (58 %)``; under 20 places no percentage; what is unknown is said. ``least`` as in ``share``."""
    if usage.active == 0:
        return "intet åbent center"
    if usage.occupied is None or not usage.counted:
        return f"{all_places(usage)}, belægning {absent_words(usage.absent)}"
    return _joined(*counted_parts(usage, least=least))


def filled(usage: Occupancy, *, least: int = 0) -> str:
    """``22 af 38 med oplyst belægning (58 %)``: the same beside a number of all the places."""
    if usage.active == 0 or usage.occupied is None or not usage.counted:
        return taken(usage, least=least)
    count, percentage = counted_parts(usage, least=least)
    return _joined(f"{count}{_among(usage)}", percentage)


def counted_parts(usage: Occupancy, *, least: int = 0) -> tuple[str, str]:
    """The parts of ``taken`` where the occupied places are known: ``22 af 38`` and ``58 %``; under 20 no share."""
    occupied, counted = usage.occupied or 0, usage.counted or 0
    count = f"{number(occupied)} af {number(counted)}"
    return count, "" if counted < SMALL else share(occupied, counted, target=UNJUDGED, least=least)


def _joined(count: str, percentage: str) -> str:
    return f"{count} ({percentage})" if percentage else count


def all_places(usage: Occupancy) -> str:
    """``38 pladser``: those of all active centres whose number is known."""
    if usage.places is None:
        return f"pladser {absent_words(usage.places_absent)}"
    return plural(usage.places, "plads", "pladser")


def told_sentence(usage: Occupancy) -> str:
    """For how many of the active centres both numbers are known, the places of the others, and whose are not known."""
    if usage.active == 0:
        return ""
    active = plural(usage.active, "aktivt center", "aktive centre")
    whole = f"Belægningen er kendt for {number(usage.centres)} af {active}"
    rest, unsized = (usage.places or 0) - (usage.counted or 0), usage.active - usage.sized
    first = f"{whole}. De øvriges {plural(rest, 'plads', 'pladser')} er ikke regnet med." if rest else f"{whole}."
    return f"{first} Antallet af pladser er ikke kendt i {plural(unsized, 'center', 'centre')}." if unsized else first


def outcome_title(outcome: CentreOutcome) -> str:
    """``61 af 302 kom i job eller uddannelse efter et virksomhedscenter``, or why it cannot be told."""
    if outcome.withheld:
        return f"{outcome.name}: et tal er skjult, så udfaldet kan ikke opgøres"
    if outcome.ended is None or outcome.successes is None:
        return "Ingen måned med forløb i virksomhedscentre er oplyst og kan måles endnu"
    if outcome.ended == 0:
        return "Ingen afsluttede forløb i virksomhedscentre kan måles endnu"
    return (f"{number(outcome.successes)} af {number(outcome.ended)} kom i {OTHER_OUTCOME} efter et "
            "virksomhedscenter")


def without_sentence(names: tuple[str, ...], month: date) -> str:
    """Which jobcenters have no active centre."""
    if not names:
        return f"Alle jobcentre har mindst ét åbent center i {month_long(month)}."
    who = listing(names) if len(names) <= NAMED else plural(len(names), "jobcenter", "jobcentre")
    return f"Uden åbent center i {month_long(month)}: {who}."


def contradiction(snapshot: Snapshot) -> str:
    """Centres with two periods at once or occupied while shut, and what to do; "" when everything adds up."""
    twice, shut = periods.contradictory(snapshot), tuple(stranded(snapshot))
    parts = [f"{_who(snapshot, each)} {what}" for each, what in (
        (twice, "har to åbne perioder på samme tid"),
        (shut, "har besatte pladser i måneder uden for de åbne perioder")) if each]
    if not parts:
        return ""
    lead = "Åbnede og lukkede går ikke op: " if twice else ""
    return (f"{lead}{'. '.join(parts)}. Ret centret under Register, eller se under Historik, hvilken indlæsning "
            "der er taget tilbage.")


def _who(snapshot: Snapshot, centres: tuple[tuple[str, str], ...]) -> str:
    names = [f"{name} ({snapshot.jobcenters.loc[code, 'name']})" for code, name in centres]
    return listing(names[:NAMED]) + (" m.fl." if len(names) > NAMED else "")


def crowded_sentence(snapshot: Snapshot, code: str | None, month: date) -> str:
    """Centres with more occupied than places: worth a call; "" when there is none. Names companies: internal."""
    rows = occupancy.crowded(snapshot, code, month)
    if rows.empty:
        return ""
    which = [f"{row.name} ({number(int(row.occupied))} på {number(int(row.places))} pladser)"
             for row in rows.head(NAMED).itertuples(index=False)]
    return f"Flere besatte end pladser: {listing(which)}. Tallene er regnet med, som de er oplyst."


def one_line(snapshot: Snapshot, code: str | None, month: date | None = None) -> str:
    """Active, opened and closed in a year, places and occupied, in the newest month with occupancy up to ``month``.

    ``31 aktive virksomhedscentre i marts 2011 (30 åbnede og 11 lukkede på et år), 254 pladser, besat 171 af 250 med
    oplyst belægning (68 %)``. Empty when no centre is known in the region at all. Of an edition »omkring 70 % besat«.
    """
    if not periods.has_any(snapshot):
        return ""
    month = periods.default_month(snapshot, month)
    year = activity.year(snapshot, code, month)
    moved = f"{number(year.opened)} åbnede og {number(year.closed)} lukkede på et år"
    active = plural(year.active, "aktivt virksomhedscenter", "aktive virksomhedscentre")
    first = f"{active if year.active else 'Intet aktivt virksomhedscenter'} i {month_long(month)} ({moved})"
    if not year.active:
        return f"{first}."
    if snapshot.release is not None:
        return f"{', '.join([first, *room_words.parts(room_words.of(snapshot, month))])}."
    there = occupancy.occupancy(snapshot, code, month)
    occupied = f"belægning {absent_words(there.absent)}" if there.occupied is None else f"besat {filled(there)}"
    return f"{first}, {all_places(there)}, {occupied}."


def room_sentence(snapshot: Snapshot, code: str, month: date) -> str:
    """``I mangler 12 personer. 16 af 38 pladser er ubesatte``: a jobcenter's shortfall in goal 1 and its free places.

    A half that is unknown is left out or said to be; empty when no centre is known in the region at all.
    """
    if not periods.has_any(snapshot):
        return ""
    goal = goal1(snapshot, code, month)
    lacking = f"I {LACKS[goal.over]} {persons(goal.missing)}" if goal.missing else (
        "" if goal.missing is None else f"I {reached_words(goal)} {GOAL_1}")
    there = occupancy.newest_occupancy(snapshot, code, month)
    free = room(there) + ("" if there.month == month else f" ({month_long(there.month)})")
    return ". ".join(capital(part) for part in (lacking, free) if part)


def room(usage: Occupancy) -> str:
    """Free places in words that go on a sentence, or why they are not known."""
    if usage.active == 0:
        return "I har intet åbent virksomhedscenter"
    if usage.free is None:
        return f"belægningen i jeres virksomhedscentre er {absent_words(usage.absent)} for {month_long(usage.month)}"
    if usage.free <= 0:
        return f"{_every(usage)} er {'besat' if usage.counted == 1 else 'besatte'}"
    return _free(usage)


def closed_title(reasons: list[tuple[str, int]]) -> str:
    """``5 af 11 lukninger på et år har årsagen »ordrenedgang«``; of reasons given equally often, that they are."""
    if not reasons:
        return "Ingen centre lukkede på et år"
    most, whole = reasons[0][1], plural(sum(count for _, count in reasons), "lukning", "lukninger")
    often = [f"»{reason}«" for reason, count in reasons if count == most]
    if len(often) == 1:
        return f"{number(most)} af {whole} på et år har årsagen {often[0]}"
    if len(often) == 2:
        return f"{whole} på et år. {listing(often)} er årsag til {number(most)} hver"
    return f"{whole} på et år af {number(len(reasons))} årsager"


def second_generation(since: date) -> str:
    """``Generation 2 fra 1. mar. 2010``."""
    return f"Generation 2 fra {day(since)}"


def stay(opened: date, closed: date | None, reason: str | None) -> str:
    """One open period in words: ``1. okt. 2009 – 15. jan. 2010: marked``."""
    if closed is None:
        return f"{day(opened)} – nu"
    return f"{day(opened)} – {day(closed)}: {reason or 'årsag ikke oplyst'}"
