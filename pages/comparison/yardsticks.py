"""The tabs of »Sammenligning«, each with a yardstick of its own: the target of goal 2, the whole region, goal 1."""

from collections.abc import Callable
from datetime import date

from model.programmes.words import GOAL_1
from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.charts.comparison import funnel_chart, goal2_dots
from model.subjects.comparison.charts.goal1_dots import goal1_dots
from model.subjects.comparison.figures.peers import Peers
from model.subjects.comparison.words.comparison import AGAINST_REGION, AGAINST_TARGET
from pages.shared import address, export, layout


def _target(snapshot: Snapshot, month: date, peers: Peers, own: str | None) -> None:
    layout.shape(goal2_dots(snapshot, month, peers, own), "sammenligning_maal2", link=_jobcenter(),
                 right=export.BY_UNIT)


def _region(snapshot: Snapshot, month: date, peers: Peers, own: str | None) -> None:
    chart = funnel_chart(snapshot, month, peers, own)
    if chart is None:
        layout.empty("Der er ingen målbare forløb at tegne endnu.")
    else:
        layout.shape(chart, "tragt", right=export.BY_UNIT)


def _goal1(snapshot: Snapshot, month: date, peers: Peers, own: str | None) -> None:
    layout.shape(goal1_dots(snapshot, month, peers, own), "sammenligning_maal1", link=_jobcenter(),
                 right=export.BY_UNIT)


def _jobcenter() -> str:
    return address.link("jobcenter", jobcenter="{code}")


PARTS: dict[str, Callable[[Snapshot, date, Peers, str | None], None]] = {
    AGAINST_TARGET: _target, AGAINST_REGION: _region, GOAL_1: _goal1}
