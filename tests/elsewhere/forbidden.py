"""The campaign's names, dates and targets, as its declaration has them: what no other programme's reader may meet."""

import re
from collections.abc import Iterable, Iterator

from model.basics.formatting import genitive
from model.programmes.loading import load
from model.programmes.plan import Plan
from model.programmes.programme import AllOf, Measure
from model.programmes.programmes import DEFAULT, OURS

CAMPAIGN = load(OURS / DEFAULT)
OF_THE_HOUSE = {"Hotline", "Mentorkurser"}  # activities that are called what the house calls their subject
SPACE = r"[ \u00a0\u202f]?"
# what stands before a target, and not before a number on an axis
JUDGED = r"(?:mål(?:et)?|mindst|over|under|på|nå|når|kun|de|er|af|med|\(|»)"


def breaches(said: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(place, what stands there) of everything of the campaign's in the texts, by place."""
    found = {text: _found(text) for text in {text for _, text in said}}
    return sorted({(place, words) for place, text in said for words in found[text]})


def _found(text: str) -> set[str]:
    folded = text.casefold()  # what the sign of a term is not in, is not searched for it
    return {match.group() for sign, pattern in TERMS if sign in folded for match in pattern.finditer(text)}


def _terms() -> Iterator[tuple[str, str]]:
    """(a sign of it, pattern) of each; a name is looked for by itself, not inside another word."""
    yield from ((word, _name(word)) for word in {*_names(), *_said(), *_planned(CAMPAIGN.plan or Plan())} if word)
    yield from (*_targets(), *_limits(CAMPAIGN.plan or Plan()), *_dates())


def _names() -> Iterator[str]:
    """Of the programme, of who runs it, of its region and its units."""
    yield from (CAMPAIGN.id, CAMPAIGN.name, CAMPAIGN.called, CAMPAIGN.itself, genitive(CAMPAIGN.itself))
    yield from (CAMPAIGN.region, CAMPAIGN.organiser.name, CAMPAIGN.organiser.short)
    yield from (name for unit in CAMPAIGN.units for name in (unit.name, unit.landsdel, *unit.spellings))
    yield from (goal.title for goal in CAMPAIGN.goals.values())


def _said() -> Iterator[str]:
    """What its measures are called: all of their names and headings, and the words of sentences about its goals."""
    for measure in CAMPAIGN.measures:
        yield measure.name if "_" in measure.name else ""
        yield measure.heading if measure.role not in ("remark", "delivered") else ""  # what any sender may call them
        yield from _words(measure) if measure.role in ("group", "reached", "part", "outcome", "outcome_beside") else ()
    if said := CAMPAIGN.definitions:
        yield from (said.source, *said.quotes.values())
    if trials := CAMPAIGN.trials:
        yield from (trials.label, trials.source, trials.main, genitive(trials.main))
    if prices := CAMPAIGN.prices:
        yield from (prices.who, prices.source)
    if collection := CAMPAIGN.collection:
        yield from (collection.source, *(example.title for example in collection.examples if " " in example.title))


def _words(measure: Measure) -> tuple[str, ...]:
    return measure.noun, measure.definite, measure.plural


def _planned(plan: Plan) -> Iterator[str]:
    """Titles and places of its plan, and who begins."""
    yield from (plan.source, plan.kick_off_venue, plan.website or "")
    if plan.hotline:
        yield plan.hotline.first
    for series in filter(None, (plan.courses, plan.mentor_courses)):
        yield from (series.venue, *(day.title for day in series.days))
    yield from (activity.title for activity in plan.activities if activity.title not in OF_THE_HOUSE)


def _targets() -> Iterator[tuple[str, str]]:
    """Shares in percent, an increase in persons however it is said, and the weeks."""
    for goal in CAMPAIGN.goals.values():
        for part in goal.parts.values() if isinstance(goal, AllOf) else (goal,):
            if part.kind == "increase":
                yield f"{part.target}", rf"\+{part.target}(?!\d)|(?<!\d){part.target}{SPACE}(?:flere|personer i virk)"
            else:
                yield f"{part.target}", rf"(?i:{JUDGED}){SPACE}{part.target}{SPACE}%"
    yield "uger", rf"(?<![\d,]){CAMPAIGN.outcome.weeks}{SPACE}uger"


def _limits(plan: Plan) -> Iterator[tuple[str, str]]:
    """How many from each jobcenter, the fewest of a run and the fewest places of a centre."""
    most = [series for series in (plan.courses and plan.courses.most_of_a_day,
                                  plan.mentor_courses and plan.mentor_courses.most_of_a_run) if series]
    yield from ((f"{many}", rf"(?<!\d){many}{SPACE}(?:fra|til) hvert") for many in most)
    least = [plan.mentor_courses and plan.mentor_courses.least_of_a_run, plan.centres and plan.centres.least_places]
    yield from ((f"{few}", rf"(?i:mindst){SPACE}{few}(?!\d|[.,]\d|{SPACE}%)") for few in least if few)


def _dates() -> Iterator[tuple[str, str]]:
    """Its years: no month of it is named without one."""
    for year in range(CAMPAIGN.figures_from.year, CAMPAIGN.ends.year + 1):
        yield f"{year}", rf"(?<![\d.,#-]){year}(?!\d|[.,]\d)"


def _name(word: str) -> str:
    return rf"(?<!\w)(?{'' if word in HEADINGS else 'i'}:{re.escape(word)})(?!\w|[.,]\d)"


HEADINGS = {measure.heading for measure in CAMPAIGN.measures}
TERMS = [(sign.casefold(), re.compile(pattern)) for sign, pattern in _terms()]
