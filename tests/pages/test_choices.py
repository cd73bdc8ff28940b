"""What the reader chooses lives in the address, follows to the next page, and is put right when it cannot be."""

from datetime import date

import pytest

from pages.shared.navigation import CONFERENCE, PUBLICATION, SHOWN
from tests.pages.data_pages import has, said
from tests.pages.opening import JOBCENTER, REGION, VIBORG, correct, fill, opened


def test_a_choice_is_written_in_the_address(engine):
    fill(engine)
    app = opened(JOBCENTER)
    app.selectbox(key="jobcenter").set_value(VIBORG).run()
    app.selectbox(key="maaned").set_value("2009-12").run()
    assert app.query_params["jobcenter"] == VIBORG
    assert app.query_params["maaned"] == "2009-12"
    assert "tal til og med december 2009" in said(app)


def test_choices_follow_the_reader_to_another_page_and_back(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=VIBORG, maaned="2009-12")
    app.query_params.clear()  # Streamlit drops the address's parameters on the way to another page
    app.switch_page(f"pages/{REGION}/page.py").run()
    assert "tal til og med december 2009" in said(app)
    assert app.query_params["jobcenter"] == VIBORG
    app.query_params.clear()
    app.switch_page(f"pages/{JOBCENTER}/page.py").run()
    assert "Viborg" in said(app)


def test_going_back_in_the_browser_goes_back_to_what_was_chosen(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=VIBORG)
    app.query_params.clear()  # the same page without a choice, as it was before
    assert "Favrskov" in said(app.run())


def test_what_the_address_gets_wrong_is_said_and_replaced(engine):
    fill(engine)
    words = said(opened(JOBCENTER, jobcenter="999", maaned="2010-13", pr="i går"))
    assert words.count("Adressen nævner et jobcenter, som ikke findes, så siden vises uden det.") == 1
    assert "Adressen nævner en måned, som kampagnen ikke har. Her vises marts 2010." in words
    assert "Adressen nævner en dag, som ikke kan bruges. Tallene vises, som de er nu." in words


@pytest.mark.parametrize("written", ["Viborg", "viborg", "Jobcenter Viborg", "VIBORG KOMMUNE", "791 Viborg"])
def test_a_jobcenter_in_the_address_is_known_by_name_as_in_a_file(engine, written):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=written)
    assert app.query_params["jobcenter"] == VIBORG and app.selectbox(key="jobcenter").value == VIBORG
    assert "Adressen nævner" not in said(app)


@pytest.mark.parametrize("page", [REGION, "comparison", "support", "calendar", "reporting"])
def test_a_jobcenter_nobody_knows_is_told_where_nobody_chooses_one_too(engine, page):
    fill(engine)
    words = said(opened(page, jobcenter="Norge"))
    assert words.count("Adressen nævner et jobcenter, som ikke findes, så siden vises uden det.") == 1


def test_an_island_is_known_without_its_letter(engine):
    fill(engine)
    assert opened(JOBCENTER, jobcenter="samsoe").query_params["jobcenter"] == "741"


def test_a_tab_in_the_address_is_known_in_any_case_and_a_strange_one_is_told(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=VIBORG, fane="hvorfor flyttede det sig")
    assert app.query_params["fane"] == "Hvorfor flyttede det sig?" and "Adressen nævner" not in said(app)
    words = said(opened(JOBCENTER, jobcenter=VIBORG, fane="x"))
    assert words.count("Adressen nævner en fane, som siden ikke har, så her vises »Status«.") == 1


def test_a_hostile_address_changes_nothing_on_the_page(engine):
    fill(engine)
    app = opened(REGION, maaned="<script>alert(1)</script>", jobcenter="{0.__class__}")
    own = ("function fremdriftInDanish(", "function fremdriftKeyboard(")  # the two scripts that every page has
    html = " ".join(part.proto.body for part in app.get("html") if not any(name in part.proto.body for name in own))
    assert "<script" not in html
    assert "__class__" not in html
    assert not app.exception


def test_every_page_can_be_seen_as_it_looked_on_a_day(engine):
    fill(engine)
    correct(engine, code=VIBORG, month=date(2010, 3, 1), value=150)
    now = said(opened(JOBCENTER, jobcenter=VIBORG))
    assert "18,8" in now
    assert "opgjort 12. april 2010" in now
    then = opened(JOBCENTER, jobcenter=VIBORG, pr="2010-04-11")
    words = said(then)
    assert "Tallene vises, som de så ud den 11. apr. 2010." in words
    assert "17,3" in words
    assert "opgjort 10. april 2010" in words
    assert "opgjort 11. april 2010" not in words
    then.button(key="as_of_now").click().run()
    assert "18,8" in said(then)
    assert "pr" not in then.query_params


def test_the_day_is_chosen_beside_the_month(engine):
    fill(engine)
    app = opened(REGION)
    app.date_input(key="pr").set_value(date(2010, 1, 15)).run()
    assert app.query_params["pr"] == "2010-01-15"
    assert "som de så ud den 15. jan. 2010" in said(app)


def test_every_page_but_the_public_ones_and_the_guide_can_be_seen_as_of_a_day(engine):
    fill(engine)
    without = {entry.address for entry in SHOWN
               if not has(opened(entry.file.split("/")[1]), "date_input", "pr")}
    assert without == {CONFERENCE, PUBLICATION, "vejledning", "brugere"}


def test_the_default_month_is_the_newest_that_is_whole_and_a_newer_one_is_offered(engine):
    fill(engine)
    app = opened(REGION, pr="2010-04-11")
    assert "tal til og med marts 2010" in said(app)
    assert not [button for button in app.button if button.key == "newer"]
