"""The series of the data's versions: a database that was put back begins the next, and nothing goes on in another.

Rows are only ever added, so whoever holds what was read before goes on from it. A restore is the one exception: the
same numbers may then stand for other rows.
"""

LENGTH = 1_000_000  # versions, each of one write


def series_of(version: int) -> int:
    """Which series a version is of, from 0."""
    return version // LENGTH


def next_series(*versions: int) -> int:
    """The first version of the series after those of all these."""
    return (series_of(max(versions)) + 1) * LENGTH
