"""The limits of what the public is told; some are an installation's to raise, none to lower."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from model.basics import settings

MOVED = 3  # persons: a count that is known within so many is known
INSIDERS = 2  # members who put their own figures of a month together; of courses it is promised of one alone


@dataclass(frozen=True)
class Limits:
    """threshold: the smallest count of citizens that is told, and the smallest step of one that is told anew.
    smallest_group: units of fewer in the baseline month are told together. line: how many those are at the least.
    whole: the fewest units that a measure is told of as a whole, and that a programme tells single units of.
    courses, line_courses: how many ended courses must have come since the last time, of a unit and of those together.
    """

    threshold: int = 5
    smallest_group: int = 100
    line: int = 4
    whole: int = 7
    courses: int = 20
    line_courses: int = 50

    def raised_to(self, other: "Limits") -> "Limits":
        """The stricter of the two: what once was asked for is asked for ever after."""
        return replace(self, threshold=max(self.threshold, other.threshold),
                       smallest_group=max(self.smallest_group, other.smallest_group))

    def tells(self, *counts: float) -> bool:
        """Whether every one of these counts of citizens is large enough to be told."""
        return all(count >= self.threshold for count in counts)

    def hides(self, counts: Iterable[float], insiders: int) -> bool:
        """Whether members' counts are so many together that nothing follows of any of them: twice the threshold, and
        the threshold still without those so many members who have most of them and know it.
        """
        known = sorted(counts)
        return sum(known) >= 2 * self.threshold and self.tells(sum(known[:len(known) - insiders]))

    def moves(self, *steps: float) -> bool:
        """Whether each of these differences is nought or large enough to be told."""
        return all(step == 0 or abs(step) >= self.threshold for step in steps)


def of_installation() -> Limits:
    """The limits that the settings ask for."""
    chosen = settings.load()
    return Limits(threshold=chosen.public_threshold, smallest_group=chosen.public_smallest_group)
