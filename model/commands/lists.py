"""``uploads``, ``figures`` and ``status``: what is stored and where the jobcenters stand."""

import argparse
import json
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session

from model.access.viewer import command_viewer
from model.basics.formatting import month_key, number, plural
from model.basics.shares import share_of
from model.basics.spaces import plain_spaces
from model.commands import WrongUsage
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.mending import answered
from model.programmes import examples
from model.programmes.current import BESIDE, HOUSE, PROGRAMME
from model.programmes.words import GOAL_1, REGION
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import facts
from model.store.database import readable
from model.subjects.approvals.words import approved
from model.subjects.goals.figures import coverage
from model.subjects.goals.figures.goals import Goal1, goals1
from model.subjects.goals.words import status as verdicts
from model.subjects.goals.words.titles import verdict_words
from model.subjects.projects.figures.reported import results
from model.subjects.projects.words import beside
from model.subjects.projects.words.projects import projects_of

COUNTS = {f.name for f in MAANEDSTAL.fields if f.kind == "count"}


def uploads(engine: Engine, options: argparse.Namespace) -> int:
    """Every upload, newest first."""
    with readable(), Session(engine) as session:
        rows = [_upload(row) for row in facts.uploads(session).itertuples()
                if options.programme in (None, row.programme)]
    if options.json:
        _print(rows)
        return 0
    for row in rows:
        undone = f", fortrudt {row['undone_at'][:10]}" if row["undone_at"] else ""
        word = DATASETS[row["dataset"]].noun
        whose = f", {HOUSE[row['programme']].name}" if row["programme"] in BESIDE else ""
        print(f"{row['id']:>5}  {row['received_at'][:10]}  {row['file']}  {DATASETS[row['dataset']].title}, "
              f"{plural(row['figures'], word.one, word.many)}, {row['received_by']}{undone}{whose}")
    if not rows:
        print("Der er ingen indlæsninger.")
    return 0


def _upload(row: Any) -> dict[str, Any]:
    undone = None if row.undone_at is None or pd.isna(row.undone_at) else row.undone_at.isoformat()
    return {"id": int(row.id), "programme": row.programme, "dataset": row.dataset, "source": row.source,
            "file": row.file_name, "received_at": row.received_at.isoformat(), "received_by": row.received_by,
            "figures": sum(int(row.counts.get(kind, 0)) for kind in ("new", "changed", "unchanged")),
            "undone_at": undone, "left_out": row.left_out,
            "answers": answered.as_json(answered.kept(row.problems))}


def figures(engine: Engine, options: argparse.Namespace) -> int:
    """Current counts, one row per jobcenter, month and measure; what is not reported has no row."""
    shot = _snapshot(engine, options)
    if options.beside:
        return _results(shot, options)
    if options.jobcenter is not None and options.jobcenter not in shot.jobcenters.index:
        raise WrongUsage(f"--jobcenter: {options.jobcenter} findes ikke i {REGION}. "
                         f"Brug en kommunekode, fx {examples.CODE}.")
    found = verdicts.figures_json(shot, month=options.month, jobcenter=options.jobcenter)
    rows = [{name: row[name] for name in ("jobcenter", "month", "measure", "value", "mark")}
            for row in found if row["measure"] in COUNTS]
    if options.json:
        _print(rows)
        return 0
    for row in rows:
        print(f"{row['month']}  {row['jobcenter']}  {row['measure']:<45}"
              f"{'skjult' if row['mark'] else number(row['value']):>10}")
    if not rows:
        print("Der er ingen tal.")
    return 0


def _results(shot: Snapshot, options: argparse.Namespace) -> int:
    """What the projects of a programme beside the shown one have reported, one row per project, day and measure."""
    _of_no_month(options)
    rows = [{"project": each.name, "on": one.on.isoformat(), "measure": measure, "value": one.value,
             "mark": "hidden" if one.hidden else None} for each in projects_of(options.beside)
            for measure, stated in results(shot, each.name).items() for one in stated]
    if options.json:
        _print(rows)
        return 0
    for row in rows:
        print(f"{row['on']}  {row['project']}  {row['measure']:<45}"
              f"{'skjult' if row['mark'] else number(row['value']):>10}")
    if not rows:
        print("Der er ingen tal.")
    return 0


def _of_no_month(options: argparse.Namespace) -> None:
    """Raise WrongUsage for what the projects of a programme have not."""
    for name in ("month", "jobcenter"):
        if getattr(options, name, None) is not None:
            raise WrongUsage(f"--{name} bruges ikke til {HOUSE[options.beside].called}.")


def status(engine: Engine, options: argparse.Namespace) -> int:
    """Where the region and every jobcenter stand in a month (default: the newest that is sufficiently reported)."""
    shot = _snapshot(engine, options)
    if options.beside:
        return _status_beside(shot, options)
    month = options.month or coverage.default_month(shot) or shot.starts
    if month not in shot.months:
        raise WrongUsage(f"--month: vælg en måned fra {month_key(shot.months[0])} til {month_key(shot.months[-1])}.")
    found = verdicts.status(shot, month) | {
        "beside": beside.findings(shot), "approved": approved.plain(shot, month)}
    if options.json:
        _print(found)
        return 0
    region = found["region"]
    whose = f"{PROGRAMME.name}, " if BESIDE else ""
    print(f"{whose}{found['month']}: {region['reporting']} af "
          f"{region['of']} jobcentre har indberettet, {region['reached']} når {GOAL_1}.")
    for goal in goals1(shot, month):
        print(f"{goal.code}  {goal.name:<20}{_share(goal):>24}  {plain_spaces(verdict_words(goal))}"
              f"{_approved(shot, goal, month)}")
    for name, said in beside.findings(shot).items():
        print(f"{name}: {said}.")
    return 0


def _approved(shot: Snapshot, goal: Goal1, month: date) -> str:
    """What the jobcenter itself says of the month, where it does."""
    said = approved.line(shot, goal.code, month)
    return f" ({said})" if said else ""


def _status_beside(shot: Snapshot, options: argparse.Namespace) -> int:
    """The one line of a programme beside the shown one."""
    _of_no_month(options)
    name, said = HOUSE[options.beside].name, beside.finding(shot, options.beside)
    if options.json:
        _print({"beside": {name: said}})
    else:
        print(f"{name}: {said}.")
    return 0


def _share(goal: Goal1) -> str:
    """The share as every page writes it, with its count."""
    if goal.share is None:
        return "–"
    return share_of(goal.activated or 0, goal.persons or 0, target=goal.share_target)


def _snapshot(engine: Engine, options: argparse.Namespace) -> Snapshot:
    with readable(), Session(engine) as session:
        return loading.load(session, command_viewer(), as_of=options.as_of)


def _print(found: Any) -> None:
    print(json.dumps(found, ensure_ascii=False))
