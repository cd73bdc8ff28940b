"""A region whose shares all lie where rounding would put them on the target without being there."""

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import cycle, islice

import numpy as np
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.basics.months import shift, span
from model.statistics.intervals import wilson
from model.store import database
from model.store.tables.base import Figure, Jobcenter, Upload

SHARE, SELF_SUPPORTING = 16, 20  # percent
FIRST, LAST = date(2009, 9, 1), date(2010, 7, 1)
ENDED = date(2009, 10, 1)  # the month of all the courses
NEAR = 0.05  # percent
Pair = tuple[int, int]


def near(target: int) -> list[Pair]:
    """Every x of n up to 1,000 that is rounded onto the target by one who looks at the number alone."""
    return [(x, n) for n in range(20, 1001) for x in (target * n // 100, -(-target * n // 100))
            if 100 * x != target * n and naive(x, n) == target]


def naive(x: int, n: int) -> Fraction:
    """x of n rounded to no decimal under n = 100, else to one."""
    unit = 1 if n < 100 else 10
    return Fraction((200 * x * unit + n) // (2 * n), unit)


def certain(target: int, *, other: int) -> list[Pair]:
    """x of n whose interval ends so near the target that one decimal would put the end on it, or on its other side.

    None of them is near the other target, which does not judge it.
    """
    counts, wholes = (grid.ravel() for grid in np.meshgrid(np.arange(500), np.arange(20, 1001)))
    off = [np.abs(100 * end - target) for end in wilson(counts, wholes)]
    far = np.abs(100 * counts / wholes - other) > 1
    found = (counts <= wholes) & far & ((off[0] < NEAR) | (off[1] < NEAR))
    return list(zip(counts[found].tolist(), wholes[found].tolist(), strict=True))


def filled(engine: Engine) -> dict[tuple[str, date], Pair]:
    """One upload a month from every jobcenter; what each has of its target group in each month."""
    with database.write(engine) as session:
        codes = sorted(session.exec(select(Jobcenter.code)))
        months = list(span(FIRST, LAST))
        keys = [(code, month) for month in months for code in codes]
        shares = dict(zip(keys, _spread(near(SHARE)[1:], len(keys)), strict=True))
        courses = dict(zip(codes, _spread(certain(SELF_SUPPORTING, other=SHARE), len(codes)), strict=True))
        for month in months:
            upload = _upload(session, month)
            for code in codes:
                x, n = shares[code, month]
                stated = {(month, "personer_match4"): n, (month, "virksomhedsaktivering_i_alt"): x}
                if month == LAST:
                    good, ended = courses[code]
                    stated |= {(ENDED, "afsluttede_forloeb"): ended, (ENDED, "heraf_selvforsoergende_4_uger"): good}
                session.add_all(Figure(jobcenter=code, month=when, measure=name, upload_id=upload, value=value)
                                for (when, name), value in stated.items())
    return shares


def _spread(found: list[Pair], count: int) -> list[Pair]:
    """So many of them, from the smallest groups to the largest."""
    step = max(1, len(found) // count)
    return list(islice(cycle(found[::step]), count))


def _upload(session: Session, month: date) -> int:
    row = Upload(dataset="maanedstal", source="file", file_name=f"{month:%Y-%m}.csv", sha256=f"{month:%Y%m}".zfill(64),
                 content=b"", received_at=datetime(shift(month, 1).year, shift(month, 1).month, 10, 10, tzinfo=UTC),
                 received_by="prøve", counts={}, problems=[], without=[])
    session.add(row)
    session.flush()
    return int(row.id or 0)
