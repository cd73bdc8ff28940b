"""The projects' workbook read back: flat rows of what was planned and reached, and of every point's follow-up."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from model.documents import project_workbook
from model.documents.marks import INTERNAL, INVENTED, InternalDocument
from tests.model.publishing.first import published
from tests.model.subjects.projects.reports import COPENHAGEN, FOLLOWED, MIDDELFART, as_on, result, send

PROGRAMME, DAY = "vc_generation_2", date(2014, 10, 20)


def rows(shot, name):
    """The table of a sheet: its headings, then its rows; and the lines over it."""
    sheet = openpyxl.load_workbook(BytesIO(project_workbook.projects_xlsx(shot, PROGRAMME)))[name]
    every = [list(row) for row in sheet.values]
    at = next(at for at, row in enumerate(every) if row[0] == "Projekt")
    return every[at:], [row[0] for row in every[:at] if row[0]]


@pytest.fixture
def shot(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "46")))
    send(engine, result(COPENHAGEN, ("01-10-2014", "Begyndt i alt", "42")))
    send(engine, FOLLOWED + f"{MIDDELFART};Evaluering;01-10-2014;hindret;Projektleder;=Skemaer;Der rykkes;\n")
    return as_on(engine, DAY)


def test_each_milestone_is_a_row_with_plan_result_and_status_and_what_is_unknown_is_empty(shot):
    (head, *found), over = rows(shot, "Milepæle")
    assert head == ["Projekt", "Nøgletal", "Dato", "Planlagt", "Resultat", "Status"]
    assert found[:4] == [
        [MIDDELFART, "Visiterede i alt", datetime(2014, 5, 1), 25, 27, "nået"],
        [MIDDELFART, "Visiterede i alt", datetime(2014, 10, 1), 50, 46, "ikke nået"],
        [MIDDELFART, "Visiterede i alt", datetime(2015, 4, 1), 75, None, "kommer"],
        [MIDDELFART, "Visiterede i alt", datetime(2015, 10, 1), 100, None, "kommer"]]
    assert [COPENHAGEN, "Begyndt i alt", datetime(2014, 10, 1), None, 42, "ingen milepæl"] in found
    assert "Københavns ansøgning har ingen milepæle." in over
    assert over[-1].endswith(INTERNAL) and INVENTED not in over


def test_each_point_of_each_project_is_a_row_as_it_was_last_followed_up(shot):
    (head, *found), over = rows(shot, "Opfølgning")
    assert head[:4] == ["Projekt", "Punkt", "Fulgt op den", "Status"] and len(found) == 18
    assert found[8][1:8] == ["9. Evaluering", datetime(2014, 10, 1), "hindret", "Projektleder", None, "=Skemaer",
                             "Der rykkes"]
    assert found[0][2:5] == [None, "ikke fulgt op", None]
    assert f"{COPENHAGEN}: Der er ikke fulgt op på holdepunkterne." in over


def test_invented_ones_are_marked_and_the_public_gets_none(sampled):
    for name in ("Milepæle", "Opfølgning"):
        assert INVENTED in rows(sampled, name)[1]
    with pytest.raises(InternalDocument):
        project_workbook.projects_xlsx(published(sampled), PROGRAMME)
