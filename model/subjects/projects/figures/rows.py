"""The rows of a contract as last followed up: the declaration's own follow-up first, then what is reported."""

from dataclasses import dataclass
from datetime import date

from model.programmes.kinds import Contract, Counter, Row
from model.programmes.projects import PROJECTS, point_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.plan import rows_planned
from model.subjects.projects.figures.points import followed
from model.subjects.projects.figures.volume import newest_of

UNJUDGED = "ikke vurderet"


@dataclass(frozen=True)
class Counted:
    """So many of those a row asks for, on a day."""

    counter: Counter
    count: int | None  # None: withheld
    on: date

    @property
    def reached(self) -> bool:
        """Whether there are as many as are asked for."""
        return self.count is not None and self.count >= self.counter.of


@dataclass(frozen=True)
class Standing:
    """One row: how far it is, on which day, what shows it, and what is counted of it.

    status is UNJUDGED, and nothing is followed up, before the contract's own follow-up.
    """

    row: Row
    status: str
    on: date | None
    follow_up: str
    evidence: str
    counted: tuple[Counted, ...]

    @property
    def has_method(self) -> bool:
        """Whether the contract says how the result is measured."""
        return bool(self.row.method)


@remembered
def contract_rows(snapshot: Snapshot, project: str) -> tuple[Standing, ...]:
    """The contract's rows in its own order, each as it stood on the data date; empty for what has no contract."""
    return tuple(_standing(snapshot, project, contract, row) for contract in PROJECTS[project].programme.aims(Contract)
                 for row in rows_planned(snapshot, project))


def followed_up(snapshot: Snapshot, project: str) -> bool:
    """Whether the contract's own follow-up is known on the data date: of what it tells nothing is told before."""
    return all(each.followed_up <= snapshot.data_date for each in PROJECTS[project].programme.aims(Contract))


def _standing(snapshot: Snapshot, project: str, contract: Contract, row: Row) -> Standing:
    is_followed_up = followed_up(snapshot, project)
    status, on, evidence = (row.state, contract.followed_up, row.evidence) if is_followed_up else (UNJUDGED, None, "")
    later = followed(snapshot, project).get(point_of(PROJECTS[project].programme, row.number))
    if later is not None and later.status is not None and (on is None or later.on >= on):
        status, on, evidence = later.status, later.on, later.evidence or ""
    counters = row.counters if is_followed_up else ()
    return Standing(row, status, on, row.follow_up if is_followed_up else "", evidence,
                    tuple(_counted(snapshot, project, contract, counter) for counter in counters))


def _counted(snapshot: Snapshot, project: str, contract: Contract, counter: Counter) -> Counted:
    stated = newest_of(snapshot, project, counter.measure)
    if stated is None or stated.on < contract.followed_up:
        return Counted(counter, counter.count, contract.followed_up)
    return Counted(counter, stated.value, stated.on)
