"""The workbook read back: numbers are numbers, texts are never formulas, and the chart is a native one."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from model.documents import workbook
from model.documents.marks import INVENTED, SMALL_HIDDEN
from model.store.meeting_facts import Written
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centres import movement_chart
from model.subjects.definitions.catalogue import MEASURES
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.region import region
from model.subjects.support.charts.support import months_chart
from tests.model.publishing.first import published
from tests.model.subjects.builders import said, snapshot

FEBRUARY = date(2011, 2, 1)


@pytest.fixture(scope="module")
def content(sampled):
    return workbook.workbook_xlsx(sampled, FEBRUARY)


def opened(content):
    return openpyxl.load_workbook(BytesIO(content))


def rows_of(sheet, first):
    """The rows under the heading whose first cell is ``first``, as dictionaries."""
    found = list(sheet.iter_rows(values_only=True))
    top = next(at for at, row in enumerate(found) if row[0] == first)
    return [dict(zip(found[top], row, strict=True)) for row in found[top + 1:] if row[0] is not None]


def test_it_has_five_sheets_with_danish_headings(content):
    assert opened(content).sheetnames == ["Regionen", "Vurderinger", "Aktiviteter", "Tal", "Definitioner"]


@pytest.mark.parametrize("public", [False, True])
def test_centres_places_and_the_hotline_are_those_of_their_charts(sampled, public):
    shot = published(sampled, FEBRUARY) if public else sampled
    sheet = opened(workbook.workbook_xlsx(shot, FEBRUARY))["Aktiviteter"]
    rows = {row["Måned"]: row for row in rows_of(sheet, "Måned")}
    newest, asked = occupancy_chart(shot, None, FEBRUARY).data.iloc[-1], months_chart(shot).data
    assert 100 * rows["februar 2011"]["Besat"] == pytest.approx(newest["belaegning_procent"])
    assert rows["februar 2011"]["Pladser med oplyst belægning"] == newest["pladser_med_belaegning"]
    assert sum(row["Henvendelser til hotlinen"] or 0 for row in rows.values()) == asked["henvendelser"].sum() > 0
    assert rows["februar 2011"]["Aktive centre"] == movement_chart(shot, None, FEBRUARY).data.iloc[-1]["aktive"]


def test_a_workbook_without_centres_and_hotline_has_no_sheet_of_them():
    made = workbook.workbook_xlsx(snapshot(said("791", "2010-03", persons=300, total=50)), date(2010, 3, 1))
    assert "Aktiviteter" not in opened(made).sheetnames


def test_the_figures_are_numbers_and_what_is_hidden_or_unknown_is_not(sampled, content):
    found = rows_of(opened(content)["Tal"], "Måned")
    viborg = next(r for r in found if r["Jobcenter"] == "Viborg" and r["Måned"] == "2011-02")
    assert viborg["Virksomhedsaktivering i alt"] == 147
    samsoe = next(r for r in found if r["Jobcenter"] == "Samsø" and r["Måned"] == "2011-02")
    assert samsoe["Virksomhedsaktivering i alt"] == "*"
    counts = sampled.figures[sampled.figures["value"].notna()]
    values = [cell for row in found for name, cell in list(row.items())[3:] if isinstance(cell, int)]
    assert (len(values), sum(values)) == (len(counts), int(counts["value"].sum()))


def test_the_verdicts_are_those_of_the_page(sampled, content):
    found = {row["Jobcenter"]: row for row in rows_of(opened(content)["Vurderinger"], "Kommunekode")}
    for goal in region(sampled, FEBRUARY).goals:
        row, second = found[goal.name], goal2(sampled, goal.code, FEBRUARY)
        assert (row["Målgruppe"], row["I virksomhedsaktivering"], row["Mangler i alt"]) == (
            goal.persons, goal.activated, goal.missing)
        assert row["Andel"] == (None if goal.share is None else pytest.approx(goal.share / 100))
        assert (row["Selvforsørgende"], row["Afsluttede forløb"]) == (second.successes, second.ended)
    assert found["Samsø"]["Andel selvforsørgende"] is None, "13 courses are too few for a share"
    assert found["Viborg"]["Mål 1"] == "nået"


def test_the_region_s_line_is_the_web_s_and_the_chart_draws_it(sampled, content):
    book = opened(content)
    chart = progress_chart(sampled, None, FEBRUARY)
    found = rows_of(book["Regionen"], "Måned")
    assert [row["Andel"] for row in found] == pytest.approx((chart.data["andel_procent"] / 100).tolist())
    assert [row["Heraf foreløbig"] is not None for row in found] == [
        status == "foreløbig" for status in chart.data["status"]]
    [drawn] = book["Regionen"]._charts
    assert [series.val.numRef.f.split("!")[0].strip("'") for series in drawn.series] == ["Regionen"] * 3
    assert len(drawn.series[0].val.numRef.f) > 10


def test_the_chart_has_an_alt_text_and_gaps_are_not_bridged(sampled, content):
    with ZipFile(BytesIO(content)) as packed:
        drawing = packed.read("xl/drawings/drawing1.xml").decode()
        drawn = packed.read("xl/charts/chart1.xml").decode()
    assert progress_chart(sampled, None, FEBRUARY).alt.split(".")[0] in drawing.replace("&quot;", '"')
    assert '<c:dispBlanksAs val="gap"/>' in drawn or "dispBlanksAs" not in drawn  # a gap is what Excel does by itself


def test_the_goal_table_has_both_goals(sampled, content):
    found = rows_of(opened(content)["Regionen"], "Mål")[:3]
    whole = region(sampled, FEBRUARY)
    assert [(row["Tæller"], row["Nævner"]) for row in found] == [
        (whole.reached, whole.of), (whole.activated, whole.persons), (whole.goal2.successes, whole.goal2.ended)]


def test_every_definition_is_told_with_the_targets_in_force(content):
    found = rows_of(opened(content)["Definitioner"], "Begreb")
    assert len(found) == len(MEASURES)
    assert not any("{" in str(cell) for row in found for cell in row.values())


def test_a_share_that_misses_the_target_is_never_shown_as_the_target():
    found = snapshot(said("791", "2009-09", persons=5000, total=700), said("791", "2010-03", persons=5000, total=799),
                     codes=["791"])
    sheet = opened(workbook.workbook_xlsx(found, date(2010, 3, 1)))["Vurderinger"]
    [cell] = [cell for row in sheet.iter_rows() for cell in row if cell.value == pytest.approx(0.1598)]
    assert cell.number_format == "0.00%"


def test_no_text_becomes_a_formula(sampled):
    names = sampled.jobcenters["name"].mask(sampled.jobcenters.index == "791", "=HYPERLINK(\"http://x\")")
    book = opened(workbook.workbook_xlsx(replace(sampled, jobcenters=sampled.jobcenters.assign(name=names)), FEBRUARY))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds and {"s", "n"} <= kinds


def test_every_sheet_is_marked_while_figures_are_invented(sampled, content):
    assert all(sheet["A2"].value == INVENTED for sheet in opened(content))
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written(), beside={})
    texts = [cell.value for sheet in opened(workbook.workbook_xlsx(real, FEBRUARY)) for row in sheet for cell in row]
    assert INVENTED not in texts


def test_an_empty_database_gives_a_workbook_that_says_so():
    book = opened(workbook.workbook_xlsx(snapshot(data_date="2010-06-15"), date(2009, 10, 1)))
    assert "19 jobcentre mangler tal for oktober 2009" in [cell.value for cell in book["Regionen"]["A"]]
    assert rows_of(book["Tal"], "Måned") == []


def test_the_publics_says_that_small_numbers_are_hidden(sampled):
    book = opened(workbook.workbook_xlsx(published(sampled), FEBRUARY))
    for sheet in book:
        assert SMALL_HIDDEN in {sheet.cell(row, 1).value for row in range(1, 8)}
