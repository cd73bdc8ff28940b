"""Random histories of uploads: what stood when each edition was made, for a publisher to tell of.

Small units, late reporters, corrections, uploads that are undone, editions that are withdrawn, units that leave.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from tests.attack.knowing import Own
from tests.attack.reading import next_month
from tests.attack.world import Interval

MEASURES = ("group", "activated", "praktik", "loentilskud", "ended", "outcome", "counted", "occupied")
Row = dict[str, int | None]  # by measure; None: not known
State = dict[str, dict[str, Row]]  # by unit and month
SPLIT = {"rest": ("group", "activated"), "open": ("ended", "outcome")}  # what is left of a whole beside its part
FIRST_MONTH = "2009-10"
SETTINGS = {"smallest_group": 100, "line": 4, "courses": 20, "line_courses": 50}


@dataclass(frozen=True)
class Step:
    """What stands when one edition is made: the newest month it publishes, and which editions are withdrawn before."""

    edition: int
    month: str
    state: State
    withdrawn: tuple[int, ...] = ()


@dataclass(frozen=True)
class History:
    """One programme's life: its units with names, the rules' settings, and a step an edition."""

    seed: int
    units: Mapping[str, str]
    rules: Mapping[str, int]
    months: tuple[str, ...]
    steps: tuple[Step, ...]


def histories(seed: int, count: int = 10, *, units: int = 19, months: int = 22,
              editions: int = 22) -> Iterator[History]:
    """``count`` histories of up to so many units, months and editions; the same seed gives the same ones."""
    for at in range(count):
        yield _history(seed * 1000 + at, units, months, editions)


def own(history: History, *units: str) -> Own:
    """What insiders of these units know: their own figures as they stood at every edition."""
    return {unit: {step.edition: step.state.get(unit, {}) for step in history.steps} for unit in units}


def truth(history: History, about: Interval) -> int | None:
    """What the count, or the change, really was; None where some of it was not known when the edition was made."""
    now = _counted(history, about, about.edition)
    if about.since is None or now is None:
        return now
    before = _counted(history, about, about.since)
    return None if before is None else now - before


def _counted(history: History, about: Interval, edition: int) -> int | None:
    state = next(step.state for step in history.steps if step.edition == edition)
    rows = [state[unit].get(month, {}) for unit in about.units for month in history.months
            if about.first <= month <= about.last]
    added, taken = SPLIT.get(about.measure, (about.measure, None))
    counts = [row.get(added) for row in rows] + [row.get(taken) for row in rows if taken]
    known = [count for count in counts if count is not None]
    return sum(known[:len(rows)]) - sum(known[len(rows):]) if len(known) == len(counts) else None


def row(rest: int, praktik: int, loentilskud: int, ended: int, outcome: int, counted: int | None = None,
        occupied: int | None = None) -> Row:
    """One unit's month, from the persons in neither, in praktik and in løntilskud, the courses that ended, and the
    places of its centres with how many are taken; None where it has no centre.
    """
    return {"group": rest + praktik + loentilskud, "activated": praktik + loentilskud, "praktik": praktik,
            "loentilskud": loentilskud, "ended": ended, "outcome": outcome, "counted": counted, "occupied": occupied}


def months_from(first: str, count: int) -> tuple[str, ...]:
    made = [first]
    while len(made) < count:
        made.append(next_month(made[-1]))
    return tuple(made)


def _history(seed: int, units: int, months: int, editions: int) -> History:
    random = Random(seed)
    codes = [str(700 + at) for at in range(random.choice([units, random.randint(1, units)]))]
    span = months_from(FIRST_MONTH, random.choice([months, random.randint(1, months)]))
    life = _Life(random, codes, span)
    steps, newest = [], 0
    for edition in range(1, random.choice([editions, random.randint(1, editions)]) + 1):
        steps.append(life.step(edition, span[newest]))
        newest = min(newest + (random.random() < 0.85), len(span) - 1)  # now and then a month is published anew
    rules = {"threshold": random.choice([5, 10]), **SETTINGS}
    return History(seed, {code: f"Jobcenter {code}" for code in codes}, rules, span, tuple(steps))


@dataclass
class _Life:
    """What happens to the figures from edition to edition."""

    random: Random
    codes: list[str]
    span: tuple[str, ...]
    figures: dict[tuple[str, str], Row] = field(default_factory=dict)
    waits: dict[tuple[str, str], int] = field(default_factory=dict)  # the editions that a late report is still out
    leaves: dict[str, str] = field(default_factory=dict)  # the first month without the unit
    centres: Random = field(default_factory=Random)  # of their own, so that a seed's other figures stay as they were

    def __post_init__(self) -> None:
        self.centres.seed("centres" + "".join(map(str, self.random.getstate()[1][:4])))
        taken = self.centres.choice([0.02, 0.5, 0.7, 0.97])
        small = set(self.random.sample(self.codes, min(len(self.codes), self.random.randint(2, 6))))
        if self.random.random() < 0.3:
            self.leaves[self.random.choice(self.codes)] = self.random.choice(self.span)
        for code in self.codes:
            size = self.random.choice([8, 30, 60, 95, 120]) if code in small else self.random.randint(110, 900)
            share = self.random.choice([0.02, 0.05, 0.15, 0.3]) if code in small else self.random.uniform(0.04, 0.4)
            pace = self.random.choice([0.01, 0.06])  # of the group, whose courses end in a month
            places = self.centres.choice([0, 4, 6, 12, 30, 60])
            for month in self.span:
                if month < self.leaves.get(code, "9999"):
                    self.figures[code, month] = (_random_row(self.random, size, share, pace)
                                                 | self._places(places, taken))
                    self.waits[code, month] = self.random.randint(1, 3) if self.random.random() < 0.06 else 0

    def _places(self, places: int, taken: float) -> Row:
        """What a unit says of its centres in a month; nothing where it has none, or has not sent it."""
        if not places or self.centres.random() < 0.05:
            return {"counted": None, "occupied": None}
        return {"counted": places, "occupied": sum(self.centres.random() < taken for _ in range(places))}

    def step(self, edition: int, month: str) -> Step:
        """What stands when the month is published, after what has happened since the edition before."""
        reported = [key for key in self.figures if key[1] <= month]
        if edition > 1:
            self._correct(reported)
        state: State = {code: {} for code in self.codes}
        for code, at in reported:
            out = self.waits[code, at] > 0
            self.waits[code, at] -= out
            state[code][at] = dict.fromkeys(MEASURES) if out else self.figures[code, at]
        withdrawn = (edition - 1,) if edition > 1 and self.random.random() < 0.08 else ()
        return Step(edition, month, state, withdrawn)

    def _correct(self, reported: list[tuple[str, str]]) -> None:
        """Some rows are corrected, and now and then an upload is undone: its row is gone for an edition or two."""
        for key in self.random.sample(reported, min(len(reported), self.random.choice([0, 0, 1, 2, 3]))):
            if self.random.random() < 0.25:
                self.waits[key] = self.random.randint(1, 2)
            else:
                self.figures[key] = _corrected(self.random, self.figures[key]) | self._corrected_places(key)


    def _corrected_places(self, key: tuple[str, str]) -> Row:
        counted, occupied = self.figures[key]["counted"], self.figures[key]["occupied"]
        if counted is None or occupied is None:
            return {"counted": counted, "occupied": occupied}
        return {"counted": counted, "occupied": min(counted, max(0, occupied + self.centres.randint(-4, 4)))}


def _random_row(random: Random, size: int, share: float, pace: float) -> Row:
    group = max(0, size + random.randint(-size // 10, size // 10))
    activated = sum(random.random() < share for _ in range(group))
    praktik = sum(random.random() < 0.7 for _ in range(activated))
    ended = sum(random.random() < pace for _ in range(group))
    outcome = sum(random.random() < 0.35 for _ in range(ended))
    return row(group - activated, praktik, activated - praktik, ended, outcome)


def _corrected(random: Random, old: Row) -> Row:
    rest, praktik, loentilskud, ended, outcome = (
        max(0, count + random.choice([0, 0, random.randint(-8, 8)])) for count in
        ((old["group"] or 0) - (old["activated"] or 0), old["praktik"] or 0, old["loentilskud"] or 0,
         old["ended"] or 0, old["outcome"] or 0))
    return row(rest, praktik, loentilskud, max(ended, outcome), outcome)
