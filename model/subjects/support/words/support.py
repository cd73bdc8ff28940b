"""What is said of the page as a whole and of the individual counselling, by rules: counts, dates and who; no cause."""

from datetime import date

import pandas as pd

from model.basics.formatting import day, listing, month_long, month_short, number, persons, plural
from model.basics.shares import SMALL, decimals_of, percent, printed_share, share, share_of
from model.drawing.card import Card, lines
from model.programmes.current import PLAN
from model.programmes.words import ACTIVATION, GOAL_1, GROUP_SHORT, SHORT
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goals import goals1
from model.subjects.support.figures import counselling, hotline
from model.subjects.support.figures.counselling import AGREED, DECLINED, HELD, OFFERED, WISHED, Candidate
from model.subjects.support.words.hotline import ENQUIRIES

NAMED = 4  # jobcenters named in one sentence
WAITS = "har ønsket rådgivning og venter"


def page_title(snapshot: Snapshot) -> str:
    """``62 henvendelser til hotlinen, 6 jobcentre har fået rådgivning``; the question while nothing is known."""
    asked, held = len(hotline.enquiries(snapshot)), counselling.counts(snapshot)[HELD]
    if not asked and counselling.visits(snapshot).empty:
        return "Hvad spørger jobcentrene om, hvem har fået hjælp?"
    wait = len(counselling.waiting(snapshot))
    return (f"{plural(asked, *ENQUIRIES)} til hotlinen, {_jobcentres(held) if held else 'ingen'} har fået rådgivning"
            + (f", {number(wait)} har ønsket den og venter" if wait else ""))


def counselling_title(snapshot: Snapshot) -> str:
    """``6 jobcentre har fået rådgivning, 1 har takket nej``: what is known of each status, no more."""
    counts = counselling.counts(snapshot)
    words = {HELD: "har fået rådgivning", AGREED: "har en aftale", OFFERED: "er tilbudt", DECLINED: "har takket nej",
             WISHED: WAITS}
    parts = [(counts[status], what) for status, what in words.items() if counts[status]]
    if not parts:
        return "Ingen jobcentre er tilbudt rådgivning endnu"
    (first, what), *rest = parts
    return ", ".join([f"{_jobcentres(first)} {what}", *(f"{number(count)} {words}" for count, words in rest)])


def cards(snapshot: Snapshot) -> tuple[Card, Card]:
    """How many offers were held, and who was furthest from the share at the baseline."""
    held, furthest = held_figure(snapshot), tuple(furthest_lines(snapshot))
    figure, words = held or ("", "")
    title = "" if held else f"{counselling_title(snapshot)}."
    return (Card("Særlig individuel rådgivning", figure, words, lines=lines(title, not_held(snapshot))),
            Card("Længst fra målet ved udgangspunktet", points=furthest,
                 lines=() if furthest else lines(no_baseline(snapshot))))


def held_figure(snapshot: Snapshot) -> tuple[str, str] | None:
    """``6 af 7`` and ``tilbud er afholdt``; None while nobody is offered counselling."""
    offered = len(counselling.offers(snapshot))
    held = counselling.counts(snapshot)[HELD]
    return (f"{number(held)} af {number(offered)}", "tilbud er afholdt") if offered else None


def furthest_lines(snapshot: Snapshot, most: int = 3) -> list[str]:
    """``Aarhus: 7,7 % (264 af 3.420), manglede 284 personer i 16 %``, for those furthest in percentage points."""
    return [f"{candidate.name}: {reason(candidate)}" for candidate in counselling.candidates(snapshot)[:most]]


def not_held(snapshot: Snapshot) -> str:
    """The offers that did not, or not yet, become a visit: ``1 har takket nej.``"""
    counts = counselling.counts(snapshot)
    words = ((AGREED, "har en aftale"), (OFFERED, "har fået tilbuddet"), (DECLINED, "har takket nej"), (WISHED, WAITS))
    parts = [f"{number(counts[status])} {what}" for status, what in words if counts[status]]
    return f"{listing(parts)}." if parts else ""


def waiting_sentence(snapshot: Snapshot) -> str:
    """``2 jobcentre har ønsket rådgivning og venter: Skive (5. jan. 2010) og Lemvig (9. jan. 2010).`` or nothing."""
    waiting = counselling.waiting(snapshot)
    if waiting.empty:
        return ""
    who = [f"{row['name']} ({day(row['wished_on'].date())})" for _, row in waiting.head(NAMED).iterrows()]
    rest = [f"{number(len(waiting) - NAMED)} mere"] if len(waiting) > NAMED else []
    return f"{_jobcentres(len(waiting))} {WAITS}: {listing([*who, *rest])}."


def no_offers(snapshot: Snapshot) -> str:
    """What to read where nobody is offered counselling: what to do."""
    if snapshot.as_of is not None:
        return f"Ingen jobcentre var tilbudt rådgivning {day(snapshot.as_of)}."
    return "Skriv det første tilbud ind øverst på siden, eller indlæs en liste på siden Indlæs tal."


def no_baseline(snapshot: Snapshot) -> str:
    """What to read where the list of candidates is empty."""
    if counselling.reached(snapshot):
        return f"Alle jobcentre, der kan opgøres, var over andelen i {GOAL_1} ved udgangspunktet."
    return ("Listen laves af månedstallene ved udgangspunktet, og de er ikke indlæst endnu. "
            "Indlæs dem på siden Indlæs tal.")


def no_visit(snapshot: Snapshot) -> str:
    """What to read where no chart of a visit can be drawn."""
    if counselling.held(snapshot):
        return "Der er ingen månedstal for de jobcentre, der har haft besøg."
    return "Når et besøg er afholdt, vises andelen før og efter her."


def counselling_plan() -> str:
    """What the plan says of how many and when, where it does."""
    plan, chosen = PLAN.counselling, f"{SHORT} bestemmer, hvem der får tilbuddet. Andre kan bede om det."
    if plan is None:
        return chosen
    return (f"Planen er omkring {plan.about} jobcentre fra {month_long(plan.starts)} til og med "
            f"{month_long(plan.ends)}: ét møde hvert sted med {plan.by}. {chosen}")


def candidates_title(snapshot: Snapshot) -> str:
    """Who was furthest from the share at the baseline, in percentage points."""
    far = counselling.candidates(snapshot)
    if not far:
        return "Hvem var længst fra målet ved udgangspunktet?"
    return f"{listing(c.name for c in far[:3])} havde længst til målet ved udgangspunktet"


def reason(found: Candidate) -> str:
    """``7,7 % (264 af 3.420), manglede 284 personer i 16 %``; what is hidden or missing is said so."""
    if found.missing is None or found.persons is None or found.activated is None:
        why = "tal er skjult af afsenderen" if found.hidden else "tal mangler"
        return f"kan ikke opgøres: {'der er ingen i målgruppen' if found.persons == 0 else why}"
    now = share_of(found.activated, found.persons, target=found.target)
    if not found.missing:
        return f"{now}, havde nået {percent(found.target or 0)}"
    return f"{now}, manglede {persons(found.missing)} i {percent(found.target or 0)}"


def increase_note(snapshot: Snapshot) -> str:
    """Why the list measures only one half of goal 1."""
    asked = {goal.increase_target for goal in goals1(snapshot, snapshot.starts)}
    size = f"på {asked.pop()} personer " if len(asked) == 1 else ""
    return (f"Ved udgangspunktet er der endnu ingen forøgelse. Kravet om en forøgelse {size}skiller derfor ingen ud, "
            f"og listen måler kun afstanden til andelen i {GOAL_1}.")


def outside_sentence(snapshot: Snapshot, by: counselling.By) -> str:
    """Who was offered counselling without being among the furthest, and who of the furthest was not."""
    near, _ = counselling.furthest(snapshot, by)
    offered = counselling.offers(snapshot)
    others = [str(name) for code, name in offered["name"].items() if code not in {c.code for c in near}]
    left = [c.name for c in near if c.code not in offered.index]
    parts = [f"Tilbudt uden for de {number(len(near))}: {listing(others)}." if others else "",
             f"Blandt de {number(len(near))} uden tilbud: {listing(left)}." if left and len(offered) else ""]
    return " ".join(part for part in parts if part)


def untold_sentence(snapshot: Snapshot) -> str:
    """Whose distance is not on the list, and why."""
    parts = [f"{c.name} {reason(c)}" for c in counselling.untold(snapshot)]
    if len(parts) > NAMED:
        parts = [f"{number(len(parts))} jobcentre kan ikke opgøres: tal mangler eller er skjult"]
    there = [c.name for c in counselling.reached(snapshot)]
    done = f"Allerede over andelen ved udgangspunktet: {listing(there)}." if there else ""
    return " ".join(part for part in (done, f"{'. '.join(parts)}." if parts else "") if part)


def status_words(status: str | None, when: date | None) -> str:
    """``afholdt 12. jan. 2010``, ``ønsket 5. jan. 2010, venter``, ``ikke tilbudt``."""
    if status is None:
        return "ikke tilbudt"
    joined = {AGREED: "aftalt til"}.get(status, status)
    waits = ", venter" if status == WISHED else ""
    return f"{joined} {day(when)}{waits}" if when else status


def group_words(group: counselling.Group | None) -> str:
    """``3.204 i matchgruppe 4, heraf 278 i virksomhedsaktivering (8,7 %), december 2009``."""
    if group is None:
        return "ingen tal"
    in_percent = f" ({share(group.activated, group.persons, target=group.target)})" if group.persons >= SMALL else ""
    return (f"{number(group.persons)} i {GROUP_SHORT}, heraf {number(group.activated)} i {ACTIVATION}{in_percent}, "
            f"{month_long(group.month)}")


def before_after_title(snapshot: Snapshot, code: str) -> str:
    """The share before and after a visit, side by side; »med forbehold« when the match groups changed in between."""
    name = str(snapshot.jobcenters.loc[code, "name"])
    before, after = counselling.group_before_visit(snapshot, code), counselling.group_after_visit(snapshot, code)
    parts = [f"{_share(group)} {words} besøget ({month_short(group.month)})"
             for group, words in ((before, "før"), (after, "efter")) if group]
    if not parts:
        return f"{name}: andelen kendes ikke før og efter besøget"
    return f"{name}: {', '.join(parts)}{' (med forbehold)' if counselling.broken(snapshot, code) else ''}"


def points_text(found: Candidate) -> str:
    """The distance in percentage points: from the share as it is printed, with as many decimals."""
    if found.points is None or found.target is None or not found.persons:
        return ""
    printed = printed_share(found.activated or 0, found.persons, target=found.target)
    return number(float(found.target - printed), decimals=decimals_of(printed))


def one_line(snapshot: Snapshot, code: str | None) -> str:
    """``Rådgivning: afholdt 12. jan. 2010`` for a jobcenter, ``Rådgivning: 6 afholdt, 1 takket nej`` for the region."""
    visits = counselling.visits(snapshot)
    if code is None:
        counts = [f"{number(count)} {status}" for status, count in counselling.counts(snapshot).items() if count]
        return f"Rådgivning: {', '.join(counts) or 'ingen er tilbudt endnu'}"
    if code not in visits.index:
        return "Rådgivning: ikke tilbudt"
    row = visits.loc[code]
    status = row["status"] if isinstance(row["status"], str) else None
    return f"Rådgivning: {status_words(status, None if pd.isna(row['day']) else row['day'].date())}"


def _share(group: counselling.Group) -> str:
    """The share alone; the count where a share says too little."""
    return (share if group.persons >= SMALL else share_of)(group.activated, group.persons, target=group.target)


def _jobcentres(count: int) -> str:
    return plural(count, "jobcenter", "jobcentre")
