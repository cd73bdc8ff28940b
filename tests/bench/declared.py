"""Rows on programmes beside the shown one: the front page with ten more of them, all of 22 months, against as it is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import insert, update
from sqlmodel import Session, func, select

from model.basics.months import shift, span
from model.programmes.projects import MEASURES, PROJECTS
from model.store import database
from model.store.tables.base import DataVersion, Upload
from model.store.tables.projects import ProjectResult
from tests.bench import cold, stage, toured
from tests.bench.server import APP, ROOT, on, server
from tests.bench.timing import Row, compared
from tests.bench.visitor import Visitor
from tests.bench.written import Pen, after

MORE, BUDGET = 10, 1.2
TIMES, WARM, WRITES, PROCESSES = 15, 5, 15, 5
LIKE = ROOT / "model" / "programmes" / "vc_generation_2"  # projects with every kind of goal that such a one has
MONTHS = span(date(2014, 1, 1), shift(date(2014, 1, 1), 21))
AGAINST = "without them"


def rows(folder: Path) -> Iterator[Row]:
    """A warm rerun, the first click after a write, and the first page of a new process, which reads declarations."""
    more = {"FREMDRIFT_PROGRAMMES": str(programmes(folder / "more"))}
    few, many = _filled(folder, "few", {}), _filled(folder, "many", more)
    named = f"{MORE} more programmes"
    with server(APP, few) as one, server(APP, many) as other:
        visits = [Visitor(each).visit for each in (one, other)]
        yield compared(f"front page, {named}", AGAINST, *visits, budget=BUDGET, times=TIMES, warm=WARM)
        pens = [Pen(database.create(each["FREMDRIFT_DATABASE_URL"])) for each in (few, many)]
        clicks = [after(pen.figures, partial(visit)) for pen, visit in zip(pens, visits, strict=True)]
        yield compared(f"first click after a write, {named}", AGAINST, *clicks, budget=BUDGET, times=WRITES)
        for pen in pens:
            pen.engine.dispose()
    yield compared(f"first page of a new process, {named}", AGAINST, lambda: cold.first_page(APP, few),
                   lambda: cold.first_page(APP, many), budget=BUDGET, times=PROCESSES)


def programmes(folder: Path) -> Path:
    """So many declarations of projects under ``folder``, each with an id and a name of its own."""
    for number in range(1, MORE + 1):
        own = folder / f"more_{number}"
        shutil.copytree(LIKE, own)
        main = own / "programme.toml"
        text = main.read_text(encoding="utf-8").replace('id = "', f'id = "more_{number}_', 1)
        main.write_text(text.replace('name = "', f'name = "Nr. {number} af ', 1), encoding="utf-8")
    return folder


def _filled(folder: Path, name: str, settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of an app on the sample and every month's results of all the projects that it declares."""
    environment = on(toured.sample(folder, f"declared {name}")) | settings
    subprocess.run([sys.executable, "-c", "from tests.bench import declared; declared.report()"], cwd=ROOT, check=True,
                   env={**os.environ, **environment})
    return environment


def report() -> None:
    """One upload a month of what every project of this process has reached, in the database it is set to."""
    engine = database.create()
    with Session(engine) as session:
        first = session.exec(select(func.max(Upload.id))).one() or 0
    with engine.begin() as connection:
        for number, month in enumerate(MONTHS, start=1):
            uploaded = {**stage.upload(first + number, month), "dataset": "milepael"}
            connection.execute(insert(Upload).values(uploaded))
            connection.execute(insert(ProjectResult), [
                {"project": project.name, "on": month, "measure": measure, "upload_id": first + number,
                 "value": number, "marks": {}}
                for project in PROJECTS.values() for measure, (owner, _) in MEASURES.items()
                if owner is project.programme])
        connection.execute(update(DataVersion).values(n=DataVersion.n + 1))
    engine.dispose()
