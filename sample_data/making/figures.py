"""What "really happened" in the invented region, month by month, before any sender wrote it down."""

import random
from datetime import date

from sample_data.making.places import ANCHOR, MATCH_GROUPS_CHANGE, MONTHS, PLACES, SAMSOE, Place

Figures = dict[str, int]  # measure -> count
Region = dict[tuple[str, date], Figures]  # (jobcenter, month) -> its figures

SELF, WORK = "heraf_selvforsoergende_4_uger", "heraf_job_eller_uddannelse_4_uger"
OUTCOMES = (SELF, WORK, "heraf_ordinaert_job", "heraf_fleksjob", "heraf_uddannelse", "heraf_loentilskudsjob",
            "afsluttede_forloeb_virksomhedscenter", "heraf_job_eller_uddannelse_virksomhedscenter")
CENTRE_OUTCOMES = {"afsluttede_forloeb": "afsluttede_forloeb_virksomhedscenter",
                   WORK: "heraf_job_eller_uddannelse_virksomhedscenter"}
SEASON = {7: 0.96, 8: 0.98, 12: 0.97, 1: 0.98}  # people in activation: holidays and the turn of the year
ENDING = {6: 1.25, 12: 1.2, 7: 0.85}  # courses that end: before the holidays
SAMSOE_ACTIVE = (2, 2, 3, 2, 3, 4, 3, 4, 3, 2, 2, 4, 5, 6, 5, 4, 3, 4, 3)
SAMSOE_ENDED = (0, 1, 0, 1, 1, 0, 2, 1, 0, 1, 1, 0, 1, 2, 1, 0, 1, 0, 1)


def make(seed: int) -> Region:
    """Every figure of every jobcenter and month. The same seed gives the same region."""
    region: Region = {}
    for place in PLACES:
        chance = random.Random(f"{seed}/{place.code}")
        rows = _samsoe(chance) if place.code == SAMSOE else _stocks(place, chance)
        previous = rows[0]["virksomhedsaktivering_i_alt"]
        for month, row in zip(MONTHS, rows, strict=True):
            row.update(_outcomes(place, month, row, chance))
            total = row["virksomhedsaktivering_i_alt"]
            begun = row["afsluttede_forloeb"] + total - previous + chance.choice((-1, 0, 0, 1))
            row["paabegyndte_forloeb"] = max(0, begun)
            previous = total
            region[place.code, month] = row
    return region


def _wander(chance: random.Random, size: float) -> list[float]:
    """One number per month, moving slowly round 0, and exactly 0 at FIRST and ANCHOR."""
    steps, level = [], 0.0
    for _ in MONTHS:
        level = 0.6 * level + size * (chance.random() + chance.random() - 1)
        steps.append(level)
    end = MONTHS.index(ANCHOR)
    return [step - steps[0] - (steps[end] - steps[0]) * t / end for t, step in enumerate(steps)]


def _stocks(place: Place, chance: random.Random) -> list[Figures]:
    """Target group and persons in company activation, one row per month."""
    end = MONTHS.index(ANCHOR)
    group, active = _wander(chance, 0.012), _wander(chance, 0.5 / place.start**0.5)
    jump = 0.97 + 0.02 * chance.random()  # old group 4 counted a little differently from new group 2
    rows = []
    for t, month in enumerate(MONTHS):
        gone = t / end
        persons = place.persons * (0.955 + 0.045 * gone) * (1 + group[t]) * (jump if month < MATCH_GROUPS_CHANGE else 1)
        level = place.start + (place.end - place.start) * gone ** place.pace
        total = round(level * SEASON.get(month.month, 1) * (1 + active[t]))
        rows.append({"personer_match4": round(persons), **_split(place, total, gone, chance)})
    return rows


def _split(place: Place, total: int, gone: float, chance: random.Random) -> Figures:
    """How ``total`` persons divide: a few are in both kinds within one month, so the kinds sum to a little more."""
    subsidy = min(total, round(total * (place.wage_subsidy + 0.05 * (chance.random() - 0.5))))
    both = min(subsidy, sum(chance.random() < 0.012 for _ in range(total)))
    centre = round(total * (0.04 + (place.centre - 0.04) * gone) * (0.95 + 0.1 * chance.random()))
    return {"heraf_virksomhedspraktik": total - subsidy + both, "heraf_loentilskud": subsidy,
            "virksomhedsaktivering_i_alt": total, "heraf_i_virksomhedscenter": min(total, centre)}


def _samsoe(chance: random.Random) -> list[Figures]:
    return [{"personer_match4": 36 + chance.randrange(5), "heraf_virksomhedspraktik": total, "heraf_loentilskud": 0,
             "virksomhedsaktivering_i_alt": total, "heraf_i_virksomhedscenter": 0} for total in SAMSOE_ACTIVE]


def _outcomes(place: Place, month: date, row: Figures, chance: random.Random) -> Figures:
    """The courses that ended in the month and where their people were four weeks later."""
    total = row["virksomhedsaktivering_i_alt"]
    ended = round(total * 0.175 * ENDING.get(month.month, 1) * (0.85 + 0.3 * chance.random()))
    if place.code == SAMSOE:
        ended = SAMSOE_ENDED[MONTHS.index(month)]
    found = dict.fromkeys(("afsluttede_forloeb", *OUTCOMES), 0)
    for _ in range(ended):
        from_centre = chance.random() * total < row["heraf_i_virksomhedscenter"]
        for measure in ("afsluttede_forloeb", *_afterwards(place.self_supporting, chance)):
            found[measure] += 1
            if from_centre and measure in CENTRE_OUTCOMES:
                found[CENTRE_OUTCOMES[measure]] += 1
    return found


def _afterwards(self_supporting: float, chance: random.Random) -> tuple[str, ...]:
    """The measures one ended course counts in; a flexjob or a little education may go with a benefit."""
    fate = chance.random() / self_supporting
    if fate < 0.70:
        return SELF, WORK, "heraf_ordinaert_job"
    if fate < 0.88:
        return SELF, WORK, "heraf_uddannelse"
    if fate < 1:
        return (SELF,)
    rest = chance.random()
    if rest < 0.055:
        return WORK, "heraf_fleksjob" if rest < 0.03 else "heraf_uddannelse"
    return ("heraf_loentilskudsjob",) if rest < 0.10 else ()
