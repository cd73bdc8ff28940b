"""The consultant's main job in a real browser: upload, explain the headings, check, save, see it, and take it back.

It is done with the keyboard, and after each press the focus stands on what came of it.
"""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload

FILES = Path(__file__).parents[1] / "files"
MARCH = "Jobcenter;Kontanthj.;Prak.;Løn.\r\nViborg;312;40;12\r\nSkive;414;61;12\r\n"
BASELINE = ("maaned;kommunekode;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud\r\n"
            "2009-09;791;320;25;5\r\n2009-09;779;410;50;8\r\n")


def payload(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode("cp1252")}


def put(visitor, files) -> None:
    """Drop files in the box; the name is told first, since the box asks for it."""
    with visitor.page.expect_request_finished(lambda request: request.method == "PUT"):
        visitor.page.set_input_files('[data-testid="stFileUploaderDropzoneInput"]', files)
    visitor.settle()


def choose(visitor, key: str, option: str) -> None:
    """Pick an option in the select box with this key."""
    box = visitor.page.locator(f".st-key-{key} input").first
    box.evaluate("e => e.scrollIntoView({block: 'center'})")  # a list that opens at the window's edge closes at once
    box.click()
    box.fill(option)
    visitor.page.get_by_role("option", name=option, exact=True).first.click()
    visitor.settle()


def test_upload_map_check_commit_see_it_and_undo(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, payload("start.csv", BASELINE))
    visitor.answered("Filen kan gemmes")
    visitor.press("apply")
    visitor.answered("Filen er gemt")

    put(visitor, payload("marts_2010.csv", MARCH))
    visitor.answered("Filen skal forklares")
    for index, option in {1: "Kontant- og starthjælpsmodtagere i matchgruppe 4", 2: "Heraf i virksomhedspraktik",
                          3: "Heraf i løntilskud"}.items():
        choose(visitor, f"map_{index}", option)
    visitor.press("recheck")
    visitor.answered("6 tal er nye")
    text = visitor.text()
    assert "Mål 1 kan nu opgøres for 2 jobcentre i marts 2010: 2 når Mål 1" in text
    visitor.press("apply")
    visitor.answered("Filen er gemt")

    visitor.goto("/?maaned=2010-03")
    assert "17 jobcentre mangler tal for marts 2010" in visitor.heading()
    visitor.expect("2 af 19")
    visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
    assert "Viborg havde nået Mål 1" in visitor.heading()

    visitor.goto("/historik")
    visitor.fill("uploaded_by", "konsulent")
    panel = visitor.page.locator(".st-key-undo_panel summary")
    panel.focus()
    panel.press("Enter")
    visitor.answered("forsvinder")
    visitor.fill("undo_reason", "filen var et forsøg")
    visitor.press("undo_save")
    visitor.answered("er fortrudt")
    visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
    assert "har nået Mål 1" not in visitor.text()
    assert visitor.outside == []
    assert visitor.errors == []


@pytest.mark.long
def test_the_same_headings_are_recognised_the_next_month(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    original = next(FILES.glob("1_VC*.csv"))
    put(visitor, str(original))
    visitor.expect("marts 2010")
    visitor.expect("januar 2010")
    visitor.click("approve")
    visitor.fill("reason", "fælles postkasse, og Samsøs streger er bekræftet")
    visitor.click("apply")
    visitor.expect("Filen er gemt")

    again = original.read_bytes().decode("cp1252").replace("Viborg;791;795;", "Viborg;791;796;")
    put(visitor, payload("april.csv", again))
    assert "Genkendt som" in visitor.page.content()
    assert visitor.page.locator(".st-key-approve button").count() == 0


def test_a_refused_file_says_what_to_mend_and_where_and_never_shows_a_cpr_number(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, str(FILES / "3_norddjurs_marts.txt"))
    if visitor.page.locator(".st-key-approve button").count():
        visitor.click("approve")
    visitor.expect("ca. 10")
    text = visitor.text()
    for offending in ("38 (var 41)", "10 heraf 2 fleks", "ca. 10", "kendes ikke endnu"):
        assert offending in text
    assert "Norddjurs" in text
    assert visitor.page.locator(".st-key-apply button").count() == 0

    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, payload("liste.csv", "maaned;kommunekode;bemaerkning\r\n2010-03;791;251248-4916\r\n"))
    visitor.expect("ligner et CPR-nummer")
    assert "Der er ikke gemt noget" in visitor.text()
    assert "4916" not in visitor.page.content()


@pytest.mark.long
def test_the_month_that_is_loaded_next_stays_on_its_own_page(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, payload("start.csv", BASELINE))
    visitor.click("apply")
    visitor.expect("Filen er gemt")
    assert visitor.heading().startswith("Gemt: ")
    assert "17 jobcentre mangler tal for september 2009. 2 af 19 er inde." in visitor.text()
    visitor.follow("Indberetning")
    assert "maaned=" not in visitor.page.url
    choose(visitor, "maaned", "oktober 2009")
    visitor.settle()
    visitor.follow("Indlæs tal")
    assert "maaned=2009-10" in visitor.page.url
    assert "19 jobcentre mangler tal for oktober 2009" in visitor.heading()
