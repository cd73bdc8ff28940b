"""The proof that a line gives nobody away: other worlds of whole persons that the public could not tell from this one.

With three to five counts that are not told, which meet in their sum alone, no reasoning over intervals is needed: it
is enough that some persons could be another member's in every month that is told, with every count still possible. Of
each member that must hold though some of the others know their own figures.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import permutations

import numpy as np

from model.publishing.cells import Line, PublicRecord
from model.publishing.limits import INSIDERS, MOVED
from model.publishing.reported import Reported

Pair = tuple[str, str]  # who gives the persons, and who takes them


@dataclass
class Worlds:
    """The worlds that stand after every month that is told so far. possible: by line and kind of count."""

    reported: Reported
    published: PublicRecord
    possible: dict[tuple[Line, str], set[Pair]] = field(default_factory=dict)

    def after(self, line: Line, month: date) -> bool:
        """Whether enough worlds stand when the line's group and those reached are told in ``month`` too.

        Only then is the month taken among those that are told.
        """
        left = {measure: self.standing(line, measure) & _in_month(self.reported, line, measure, month)
                for measure in self._moved}
        if not all(hides(line, pairs, INSIDERS) for pairs in left.values()):
            return False
        self.possible |= {(line, measure): pairs for measure, pairs in left.items()}
        return True

    @property
    def _moved(self) -> tuple[str, ...]:
        return self.reported.group, self.reported.reached

    def standing(self, line: Line, measure: str) -> set[Pair]:
        """The pairs of whom some persons could be the other one's in every month told so far."""
        if (line, measure) not in self.possible:
            months = [key.first for key, cell in self.published.cells.items() if key.scope == "line"
                      and key.units == line.units and key.measure == measure and not cell.withheld]
            pairs = [_in_month(self.reported, line, measure, month) for month in months]
            self.possible[line, measure] = set(permutations(line.units, 2)).intersection(*pairs)
        return self.possible[line, measure]


def hides(line: Line, pairs: set[Pair], insiders: int) -> bool:
    """Whether each member's count could be another one, also for so many of the others who put theirs together: there
    is always one more to whom some of its persons could have gone, or from whom they could have come.
    """
    partners = {unit: {other for pair in pairs if unit in pair for other in pair} - {unit} for unit in line.units}
    return all(len(others) > insiders for others in partners.values())


def near(line: Line, pairs: set[Pair]) -> list[Pair]:
    """One pair of each two members, neighbours first: so few of them hide every member soonest."""
    def apart(pair: Pair) -> int:
        return abs(line.units.index(pair[0]) - line.units.index(pair[1]))

    each = {frozenset(pair): pair for pair in sorted(pairs)}
    return sorted(each.values(), key=lambda pair: (apart(pair), pair))


def in_total(reported: Reported, line: Line, first: date, last: date) -> bool:
    """Whether enough worlds stand for the courses that ended from one month to another: each could have been another
    member's, with its outcome or without.
    """
    part = slice(reported.at(first), reported.at(last) + 1)
    ended, outcome = ({unit: float(reported.counts[measure][reported.row[unit], part].sum()) for unit in line.units}
                      for measure in (reported.ended, reported.outcome))
    courses = {(giving, taking) for giving, taking in permutations(line.units, 2)
               if ended[giving] - outcome[giving] >= MOVED}
    outcomes = {(giving, taking) for giving, taking in permutations(line.units, 2)
                if outcome[giving] >= MOVED and ended[taking] - outcome[taking] >= MOVED}
    return hides(line, courses, 1) and hides(line, outcomes, 1)


def _in_month(reported: Reported, line: Line, measure: str, month: date) -> set[Pair]:
    """The pairs of whom some of the first one's persons could be the second one's in ``month``."""
    rows, at = [reported.row[unit] for unit in line.units], reported.at(month)
    group, reached = (reported.counts[name][rows, at] for name in (reported.group, reported.reached))
    rest = group - reached >= MOVED
    gives, takes = (rest, np.ones_like(rest)) if measure == reported.group else (reached >= MOVED, rest)
    return {(line.units[one], line.units[other]) for one in np.flatnonzero(gives) for other in np.flatnonzero(takes)
            if one != other}
