"""What ``make bench`` measures with: its rows, its visitor, its databases and what it writes in them."""

import os
import random
import subprocess
import sys

import pytest
from sqlmodel import Session, func, select

from model.programmes.current import PROGRAMME
from model.store import database
from model.store.tables.base import DataVersion, Upload
from model.store.tables.meetings import MeetingNote
from tests.bench import __main__, declared, hour, stage, toured
from tests.bench.server import BARE, ROOT, STRICT, server
from tests.bench.timing import Row, compared, heading, percentile, slowest_first
from tests.bench.visitor import Visitor
from tests.bench.written import Pen

SMALL = stage.Size(jobcenters=3, months=4)


def test_a_row_says_what_is_over_its_budget_and_stands_in_the_columns_of_the_heading():
    kept, over = (Row("a page", "the strict page", 0.01, ours, 3.0, runs=5) for ours in (0.02, 0.04))
    assert kept.kept and not over.kept
    assert str(over).endswith("OVER BUDGET") and "4.00 x" in str(over)
    assert {len(told) for told in (*heading().splitlines(), str(kept))} == {len(str(kept))}


def test_what_warms_does_not_count_and_the_rest_is_a_median():
    taken = iter([9.0, 1.0, 5.0, 2.0])
    row = compared("what", "floor", lambda: 1.0, lambda: next(taken), budget=1.0, times=3)
    assert (row.ours, row.runs) == (2.0, 3)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 10), (0.95, 19), (1.0, 20)])
def test_a_percentile_is_a_value_that_so_many_do_not_pass(share, expected):
    assert percentile(range(20, 0, -1), share) == expected


def test_the_slowest_is_named_before_all_of_them():
    rows = [Row(what, "floor", 1.0, ours, 2.0, runs=5) for what, ours in (("a", 1.0), ("b", 3.0))]
    assert [row.what for row in slowest_first("slowest", rows)] == ["slowest: b", "    a", "    b"]


def test_an_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit):
        __main__.main(["pages", "nowhere"])
    assert "nowhere" in capsys.readouterr().err


def test_naming_no_part_asks_for_all_of_them():
    assert (__main__.asked([]).parts, __main__.asked(["fifty", "--share", "0.1"]).share) == ([], 0.1)


def test_every_part_can_be_asked_for():
    assert set(__main__.PARTS) == set(__main__.parts(share=1.0))


def test_the_hour_and_the_processes_are_measured_only_where_they_are_named():
    assert set(__main__.PARTS) - set(__main__.USUAL) == {"hour", "processes"}


def test_a_page_is_asked_for_with_the_programme_whose_it_is_and_a_front_page_by_the_empty_address():
    asked = {entry.address: toured.of(entry, "779") for entry in toured.PAGES}
    assert asked["jobcenter"] == ("jobcenter", f"indsats={PROGRAMME.id}&jobcenter=779")
    page, query = asked["projekter"]
    assert page == "" and query.startswith("indsats=") and PROGRAMME.id not in query


def test_the_people_of_an_hour_open_every_page_for_every_jobcenter_in_the_same_order_each_time():
    chances, codes = [random.Random(3) for _ in range(2)], ["779", "791"]
    first, again = ([hour.wish(chance, codes) for _ in range(500)] for chance in chances)
    assert first == again
    assert {page for page, _ in first} == {toured.of(entry)[0] for entry in toured.PAGES}
    assert all(any(f"jobcenter={code}&" in query for _, query in first) for code in codes)


def test_the_strict_page_shows_its_chart_and_its_box_and_takes_the_month_of_the_address():
    with server(BARE, STRICT) as started:
        visitor = Visitor(started)
        assert visitor.visit("", "maaned=2010-03") > 0
        assert (visitor.boxes, visitor.charts) == ({"Måned"}, 1)
        visitor.close()
        assert 0.01 < started.memory() < 2


def test_ten_more_programmes_are_declared_and_each_of_their_projects_has_reported_every_month(tmp_path):
    stage.scratch(tmp_path, "small", SMALL).dispose()
    told = """
from model.programmes.projects import PROJECTS
from model.store import database
from model.store.record_facts import records
from model.store.tables.projects import ProjectResult
from sqlmodel import Session
from tests.bench import declared
declared.report()
with Session(database.create()) as session:
    months = records(session, ProjectResult).groupby("project")["on"].nunique()
own = [name for name, project in PROJECTS.items() if project.unit]
print(len(own), set(months[own]) == {len(declared.MONTHS)})
"""
    environment = os.environ | {"FREMDRIFT_PROGRAMMES": str(declared.programmes(tmp_path / "more")),
                                "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/small.db"}
    ran = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=environment, capture_output=True, text=True,
                         check=False)
    assert ran.stdout.split() == [str(2 * (declared.MORE + 1)), "True"], ran.stderr[-2000:]


def test_every_write_of_the_bench_is_accepted_and_moves_the_version_each_time(tmp_path):
    stage.scratch(tmp_path, "small", SMALL).dispose()
    pen = Pen(database.create(f"sqlite:///{tmp_path}/small.db"))
    with Session(pen.engine) as session:
        before = session.exec(select(func.count(Upload.id))).one(), session.exec(select(DataVersion.n)).one()
    for write in (pen.figures, pen.records, pen.note) * 3:
        write()
    with Session(pen.engine) as session:
        assert session.exec(select(func.count(Upload.id))).one() == before[0] + 6
        assert session.exec(select(func.count(MeetingNote.id))).one() == 3
        assert session.exec(select(DataVersion.n)).one() == before[1] + 10  # the meeting is opened once
    pen.engine.dispose()
