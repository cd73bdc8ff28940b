"""Every document of a world with nothing in it is made, or refused in Danish; no figure in it is invented."""

from datetime import date

import pytest

from model.documents import committee, csv_file, offline, region_sheet, sheet, slides, workbook
from model.documents.known import NothingToShow
from model.documents.marks import InternalDocument
from model.documents.screens import chosen, screens
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import default_month
from tests.model.empty_worlds import CODES, WORLDS
from tests.model.publishing.first import published

EMPTY = ("nothing", "the baseline only", "all hidden")
REFUSED = (offline.NothingYet, NothingToShow, InternalDocument)


def documents(world: Snapshot, month: date):
    """Every document, by name, as what makes it."""
    shown = chosen(screens(world, month), ())
    return {
        "offline": lambda: offline.offline_html(shown, snapshot=world, month=month),
        "slides": lambda: slides.slides_pptx(world, month, shown),
        "workbook": lambda: workbook.workbook_xlsx(world, month), "csv": lambda: csv_file.figures_csv(world),
        "region sheet": lambda: region_sheet.region_pdf(world, month),
        "committee": lambda: committee.committee_docx(world, CODES[0], month),
        "sheet": lambda: sheet.sheet_pdf(world, CODES[0], month)}


def made(world: Snapshot) -> dict[str, bytes | str]:
    """By document its content, or why there is none."""
    found: dict[str, bytes | str] = {}
    for name, make in documents(world, default_month(world) or world.starts).items():
        try:
            found[name] = make()
        except REFUSED as refused:
            found[name] = f"refused: {refused}"
    return found


def refusals(found: dict[str, bytes | str]) -> dict[str, str]:
    return {name: text for name, text in found.items() if isinstance(text, str) and text.startswith("refused: ")}


@pytest.mark.parametrize("name", EMPTY)
def test_the_internal_ones_are_made_or_refused_in_words(name):
    refused = refusals(made(WORLDS[name]()))
    assert set(refused) == {"nothing": {"offline", "slides"}, "all hidden": {"slides"}}.get(name, set())
    assert all("Der er ikke lavet" in text for text in refused.values())


@pytest.mark.parametrize("name", EMPTY)
def test_so_are_the_public_ones_and_who_is_left_out_is_said(name):
    refused = refusals(made(published(WORLDS[name]())))
    some = name == "the baseline only"
    assert set(refused) == {"sheet", "committee"} | (set() if some else {"offline", "slides"})
    assert some or all("kommer med i månedens summer, når alle deres tal er kendt" in refused[document]
                       for document in ("offline", "slides"))


def test_the_public_is_given_the_same_of_worlds_in_which_it_is_told_of_nobody():
    nothing, hidden = (made(published(WORLDS[name]())) for name in ("nothing", "all hidden"))
    assert nothing["offline"] == hidden["offline"] and nothing["csv"] == hidden["csv"]


def test_none_has_reached_a_goal_that_cannot_be_told():
    world = WORLDS["all hidden"]()
    (status, *_) = screens(world, default_month(world) or world.starts)
    assert (status.figures[0].figure, status.figures[0].words) == ("–", "kan ikke opgøres for noget jobcenter")


def test_a_month_before_the_campaign_has_no_window_that_runs_backwards():
    world = WORLDS["the baseline only"]()
    told = str([(screen.subtitle, [figure.sentences for figure in screen.figures], screen.chart and screen.chart.note)
                for screen in screens(published(world), date(2009, 9, 1))])
    assert "Kampagnen begynder i oktober 2009: ingen forløb kan måles endnu." in told
    assert "okt. 2009–sep. 2009" not in told
