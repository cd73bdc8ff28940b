"""Everything that can be asked of a snapshot, and what must be given to ask it: functions are found, not listed."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pandas as pd

from model import drawing, publishing, subjects
from model import snapshot as snapshots
from model.publishing.edition import Edition
from model.snapshot.columns import counts_of
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Written
from model.store.tables.activities import CentrePeriod
from model.subjects.approvals.figures import approved
from model.subjects.comparison.figures import peers
from model.subjects.goals.figures import goals, region
from model.subjects.goals.figures.goal1 import panel
from model.subjects.meetings.figures.agenda import Agenda
from model.subjects.news.figures.stood import REPLACED
from model.subjects.support.figures import counselling
from tests.model.empty_worlds import CODES
from tests.model.publishing.first import first_edition
from tests.model.subjects.builders import changes, said, snapshot

HELD_ON = date(2010, 3, 10)
GIVEN: dict[str, Any] = {
    "held_on": HELD_ON, "valid_from": HELD_ON, "kind": "kursus", "run": 1, "course_day": "K1", "dataset": "hotline",
    "name": "Et center", "measure": "personer_match4", "outcome": "heraf_selvforsoergende_4_uger",
    "ended": "afsluttede_forloeb", "register_delay_days": 30, "number": 1, "by": "points", "part": "share", "value": 20,
    "table": CentrePeriod, "status": "foreløbig", "subtitle": "Et udsnit", "line": "Kursusdag", "codes": (),
    "target": 20, "facts": (), "changes": changes(said(CODES[0], "2010-03", persons=400)).assign(kind="new"),
    "state": pd.Series(["missing", "hidden"]), "project": "Middelfart",
    "programme": "vc_generation_2",
    "stated": pd.DataFrame(columns=["number", "name", "jobcenters", "reason", "recorded_at", "recorded_by"]),
    "earlier": snapshot().figures, "differing": REPLACED.empty()}
MADE: dict[Any, Callable[[Snapshot, date, str], Any]] = {
    peers.Peers: lambda world, month, code: peers.everyone(world), Written: lambda world, month, code: world.written,
    Snapshot: lambda world, month, code: world,
    Agenda: lambda world, month, code: Agenda("", "", HELD_ON, month, "", "", (), (), (), False),
    approved.Approved: lambda world, month, code: approved.Approved(
        1, month, "jobcenterchefen", datetime(2010, 5, 5, tzinfo=UTC), (), approved.Difference((), ())),
    Edition: lambda world, month, code: first_edition(world if world.release is None else snapshot(), month),
    goals.Goal1: lambda world, month, code: goals.goal1(world, code, month),
    goals.Goal2: lambda world, month, code: goals.goal2(world, code, month),
    region.Region: lambda world, month, code: region.region(world, month)}
OTHERWISE: dict[str, dict[str, Any]] = {  # where a name means something else
    "day_name": {"code": "K1"}, "makeup": {"kind": "sector"}, "makeup_table": {"kind": "sector"}}
OF_A_RECORD = ("answers", "answered_words")  # what they are asked of is there when they are asked
SNAPSHOTS = ("seen",)  # these make another snapshot
GIVEN_BY_WORLD: dict[str, Callable[[Snapshot, date], Any]] = {
    "laid": lambda world, month: panel(world)["share"], "goals": lambda world, month: list(goals.goals1(world, month)),
    "found": lambda world, month: counselling.candidates(world),
    "counted": lambda world, month: partial(counts_of, world)}


@cache
def functions() -> dict[Callable[..., Any], list[tuple[str, Any]]]:
    """Every public function of the indicators and the charts, with the names and types of what it must be given."""
    modules = [import_module(found.name) for package in (snapshots, subjects, publishing, drawing)
               for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    return {each: needed(each) for module in modules for name, each in vars(module).items()
            if inspect.isfunction(each) and not name.startswith("_") and each.__module__ == module.__name__}


def needed(each: Callable[..., Any]) -> list[tuple[str, Any]]:
    hints, parameters = get_type_hints(each), inspect.signature(each).parameters
    return [(name, hints[name]) for name, given in parameters.items() if given.default is given.empty
            and given.kind is not given.VAR_POSITIONAL]


def asked_of_a_snapshot() -> dict[Callable[..., Any], dict[str, Any]]:
    """The functions that ask a snapshot, with what else they need."""
    return {each: dict(wanted[1:]) for each, wanted in functions().items()
            if wanted and wanted[0][1] is Snapshot and each.__name__ not in (*OF_A_RECORD, *SNAPSHOTS)}


def asked_of(made: type) -> list[Callable[..., Any]]:
    """The functions that need nothing but one of these."""
    return [each for each, wanted in functions().items() if [hint for _, hint in wanted] == [made]]


def whom(world: Snapshot, wanted: dict[str, Any]) -> list[str | None]:
    """Of whom a function can be asked: the region, one jobcenter, or both; of no jobcenter where there is none."""
    hint = wanted.get("code", wanted.get("jobcenter", wanted.get("unit", str if goals.Goal1 in wanted.values()
                                                                else None)))
    one = [str(code) for code in world.jobcenters.index[:1]]
    return [None] if hint is None else one if hint is str else [None, *one]


def argument(name: str, hint: Any, world: Snapshot, month: date, code: str | None) -> Any:
    """What is given for an argument. Raises LookupError where nobody has said."""
    if name in GIVEN:
        return GIVEN[name]
    if hint is date:
        return month
    if hint in MADE:
        return MADE[hint](world, month, code)
    if name in GIVEN_BY_WORLD:
        return GIVEN_BY_WORLD[name](world, month)
    if type(None) in get_args(hint):
        return None
    raise LookupError(f"nobody says what {name} ({hint}) is to be")


def answers(each: Callable[..., Any], wanted: dict[str, Any], world: Snapshot, month: date) -> Iterator[Any]:
    for code in whom(world, wanted):
        given = {"code": code, "jobcenter": code, "unit": code} | OTHERWISE.get(each.__name__, {})
        yield each(world, **{name: given[name] if name in given else argument(name, hint, world, month, code)
                             for name, hint in wanted.items()})
