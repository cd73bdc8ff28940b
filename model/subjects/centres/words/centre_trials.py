"""What is said where the centres stand beside the trials: occupancy by month, self-support, and courses for each place.

Every value of the trials is said with its label and its own words, and is never called a target. Of a programme
without trials nothing of the kind is said.
"""

import math
from collections.abc import Sequence
from datetime import date

from model.basics.formatting import capital, genitive, month_long, number, plural
from model.basics.shares import UNJUDGED, percent, share
from model.programmes.current import FINDINGS
from model.programmes.findings import Trial
from model.programmes.words import ACTIVATION, GOAL_2, GROUP_SHORT, OTHER_OUTCOME, SUPPORTED_AFTER, THE_SUPPORT, WEEKS
from model.subjects.centres.figures.centre_turnover import Turnover
from model.subjects.centres.figures.occupancy import Occupancy
from model.subjects.goals.figures.goals import Goal2


def range_title(by_month: Sequence[Occupancy]) -> str:
    """``Belægningen har ligget mellem 45,7 % og 68,4 % på et år``: a range, since other centres are told each month."""
    shares = [(each, share(each.occupied or 0, each.counted or 0, target=UNJUDGED))
              for each in by_month if each.share is not None]
    if not shares:
        return "Belægningen er ikke oplyst det seneste år"
    if len(shares) == 1:
        return f"Belægningen var {shares[0][1]} i {month_long(shares[0][0].month)}"
    low, high = (end(shares, key=lambda pair: pair[0].share or 0)[1] for end in (min, max))
    return f"Belægningen har ligget på {low} på et år" if low == high else (
        f"Belægningen har ligget mellem {low} og {high} på et år")


def trial_occupancy() -> str:
    """The trial's occupancy with its words and its label."""
    if FINDINGS is None:
        return ""
    occupancy = FINDINGS.references.occupancy
    return f"I forsøget var belægningen »{occupancy.quote}« ({FINDINGS.label})."


def trial_outcome() -> str:
    """The trial's share in job or education: as computed, with the words it is printed with."""
    if FINDINGS is None:
        return ""
    outcome = FINDINGS.references.job_or_education
    return f"{percent(outcome.percent)} (»{outcome.quote}«), {FINDINGS.label}"


def compared() -> str:
    """The same as a sentence."""
    return f"Til sammenligning: {trial_outcome()}." if FINDINGS else ""


def beside_outcome() -> str:
    """The same as what stands beside a programme's own share."""
    return f"Til sammenligning direkte i {OTHER_OUTCOME}: {trial_outcome()}." if FINDINGS else ""


def trial_occupancy_name() -> str:
    """What the line of the trial's occupancy is called."""
    return f"»{FINDINGS.references.occupancy.quote}«, {FINDINGS.label}" if FINDINGS else ""


def self_support_title(goal: Goal2) -> str:
    """``1.089 af 4.971 er selvforsørgende 4 uger efter virksomhedsaktivering``, or why it cannot be told."""
    if goal.successes is None or goal.ended is None:
        return f"{capital(THE_SUPPORT)} kan ikke opgøres: et tal er skjult"
    if not goal.ended:
        return "Ingen afsluttede forløb kan måles endnu"
    return f"{number(goal.successes)} af {number(goal.ended)} er {SUPPORTED_AFTER} {ACTIVATION}"


def trial_self_support_names() -> tuple[str, ...]:
    """What the lines of the trial's self-support are called: after a centre, and after other activation."""
    if FINDINGS is None:
        return ()
    references = FINDINGS.references
    return (f"{references.self_supporting.quote} efter virksomhedscenter, {FINDINGS.label}",
            f"{references.self_supporting_otherwise.quote} efter anden aktivering, {FINDINGS.label}")


def self_support_note() -> str:
    """Why the two are not the same measure, and where goal 2 is judged."""
    judged = f"{GOAL_2} vurderes på siden Sammenligning."
    if FINDINGS is None:
        return judged
    centre, otherwise = FINDINGS.references.self_supporting, FINDINGS.references.self_supporting_otherwise
    return (f"Oplægget angiver »{centre.quote}« fra virksomhedscentre mod »{otherwise.quote}« "
            f"fra andre aktiveringsformer ({otherwise.of}). Her er alle forløb i {ACTIVATION} "
            f"{WEEKS} efter, i og uden for centre. Derfor er linjerne ikke en målestok. {judged}")


def trial_survey() -> tuple[str, ...]:
    """What the main trial's jobcenters said of it, and how many candidates a mentor meets; what is not declared, not.

    The label stands with both, as with every value of the trials.
    """
    if FINDINGS is None:
        return ()
    survey, mentors = FINDINGS.survey, FINDINGS.mentors
    sentences = [f"{capital(genitive(FINDINGS.main))} jobcentre: {survey.satisfied} af {survey.asked} var tilfredse, "
                 f"{survey.better_effect} så en bedre effekt, og {survey.go_on} fortsatte "
                 f"({FINDINGS.label})."] if survey else []
    if mentors:
        fewest, most = mentors.candidates
        sentences.append(f"En mentor møder {fewest}–{most} kandidater om året ({FINDINGS.label}).")
    return tuple(sentences)


def turnover_title(turnover: Turnover | None) -> str:
    """``731 forløb på i snit 501 pladser på et år: 1,5 pr. plads``; without a rate the counts, or none."""
    if turnover is None or turnover.ended is None or turnover.places is None:
        return "Forløb pr. plads kan ikke opgøres for et helt år endnu"
    counts = f"{plural(turnover.ended, 'forløb', 'forløb')} på i snit {places_words(turnover)} på et år"
    return counts if turnover.per_place is None else f"{counts}: {rate_words(turnover)} pr. plads"


def rate_words(turnover: Turnover) -> str:
    """The courses for each place, from the two numbers as they are printed; nothing under FEWEST of either."""
    return "" if turnover.per_place is None else number((turnover.ended or 0) / _shown_places(turnover)[0], decimals=1)


def places_words(turnover: Turnover) -> str:
    """The year's mean number of places: ``501 pladser``, ``19,5 pladser``."""
    places, decimals = _shown_places(turnover)
    return f"{number(places, decimals=decimals)} {'plads' if places == 1 else 'pladser'}"


def _shown_places(turnover: Turnover) -> tuple[float, int]:
    """The mean as it is printed, with its decimals: none from 100 places on."""
    places = turnover.places or 0
    decimals = 0 if places >= 100 or places == int(places) else 1
    return math.floor(places * 10**decimals + 0.5) / 10**decimals, decimals


def turnover_note(turnover: Turnover | None) -> str:
    """Who is in the sums, and why a course is not a person."""
    among = "" if turnover is None or turnover.code is not None else (
        f"Med i summen: {number(turnover.whole)} af {number(turnover.of)} jobcentre, hvis pladser og forløb er kendt i "
        "alle tolv måneder. ")
    others = f"Forsøgene talte {FINDINGS.counted}. " if FINDINGS else ""
    return (f"{among}{others}Her tælles afsluttede forløb for {GROUP_SHORT}, og en person med to forløb tæller to "
            "gange.")


def trial_turnover_name(trial: Trial) -> str:
    """What the line of a trial's persons for each place and year is called. Raises ValueError where it is not known."""
    rate = trial.persons_per_place_and_year
    if rate is None or FINDINGS is None:
        raise ValueError(f"the source does not say how many persons a place took in {trial.name}")
    return f"{number(rate, decimals=1)} i {trial.name.lower()}et, {FINDINGS.label}"


def year_words(first: date, last: date) -> str:
    """``februar 2010–januar 2011``."""
    return f"{month_long(first)}–{month_long(last)}"
