"""How many clicks it takes from the front page to see who lacks figures, remind, mend and undo; typing is none."""

from urllib.parse import parse_qs, urlsplit

import pytest

from pages.shared import navigation

TITLE = next(entry.title for entry in navigation.SHOWN if entry.file == navigation.REPORTING)
COUNT = "window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1; }, true)"


@pytest.fixture
def consultant(visit, stage, sample_file):
    """Somebody at the front page, whose presses with the mouse are counted, on a sample of their own."""
    visitor = visit(stage.to_write(sample_file))
    visitor.goto("/")
    visitor.page.evaluate(COUNT)
    return visitor


def clicks(visitor) -> int:
    return visitor.page.evaluate("window.clicks")


def tab(visitor, name: str) -> None:
    """Open a tab of the page."""
    visitor.page.get_by_role("tab", name=name).click()
    visitor.settle()


def typed(visitor, key: str, words: str) -> None:
    """Choose what is written in a box of choices, without the mouse."""
    box = visitor.page.locator(f".st-key-{key} input").first
    box.fill(words)
    box.press("Enter")
    visitor.settle()


def test_who_lacks_figures_takes_one_click(consultant):
    consultant.follow(TITLE)
    assert consultant.heading() == "Skive og Aarhus mangler tal for marts 2011"
    assert clicks(consultant) == 1


def test_a_reminder_takes_two_clicks_and_a_third_notes_that_it_was_sent(consultant):
    consultant.follow(TITLE)
    mail = consultant.page.get_by_role("link", name="Skriv mail til Skive")
    address = urlsplit(mail.get_attribute("href"))
    mail.click()
    assert clicks(consultant) == 2
    held = parse_qs(address.query)
    assert (address.scheme, held["subject"]) == ("mailto", ["Månedstal for marts 2011 fra Jobcenter Skive"])
    assert held["body"][0].startswith("Kære kollega i Jobcenter Skive\r\n\r\n")
    consultant.fill("uploaded_by", "konsulent")
    consultant.click("reminder_save_779")
    consultant.expect("af konsulent")
    assert "Rykkere for marts 2011: 1 af 2 er sendt" in consultant.text()
    assert clicks(consultant) == 3
    assert consultant.errors == []


def test_figures_that_hang_together_are_mended_in_three_clicks(consultant):
    consultant.follow(TITLE)
    tab(consultant, navigation.CORRECTION)
    typed(consultant, "jobcenter", "Skive")
    typed(consultant, "maaned", "marts 2010")
    assert consultant.heading() == "Ret tal for Skive i marts 2010"
    for heading, figure in {"Heraf i løntilskud": "12", "Virksomhedsaktivering i alt": "73"}.items():
        box = consultant.page.get_by_label(f"{heading}, nyt tal")
        box.fill(figure)
        box.press("Tab")
        consultant.settle()
    consultant.expect("Rettelsen kan gemmes: 2 tal ændres")
    consultant.fill("fix_reason", "ringet op")
    consultant.fill("uploaded_by", "konsulent")
    consultant.click("fix_save")
    consultant.answered("Rettelsen er gemt")
    assert clicks(consultant) == 3


def test_the_newest_upload_is_taken_back_in_four_clicks(consultant):
    consultant.follow(TITLE)
    tab(consultant, navigation.HISTORY)
    consultant.page.locator(".st-key-undo_panel summary").click()
    consultant.settle()
    consultant.fill("undo_reason", "forkert fil")
    consultant.fill("uploaded_by", "konsulent")
    consultant.click("undo_save")
    consultant.answered("er fortrudt")
    assert clicks(consultant) == 4


def test_a_tab_is_a_link_and_its_month_and_jobcenter_follow(consultant):
    consultant.goto("/indberetning?fane=Ret+et+tal&jobcenter=779&maaned=2010-03")
    assert consultant.heading() == "Ret tal for Skive i marts 2010"
    tab(consultant, navigation.HISTORY)
    assert "fane=Historik" in consultant.page.url
    consultant.goto("/historik?indlaesning=3&pr=2011-01-01")
    assert "Nr. 3 " in consultant.page.locator(".st-key-upload_choice input").input_value()
    assert parse_qs(urlsplit(consultant.page.url).query) == {
        "indlaesning": ["3"], "pr": ["2011-01-01"], "fane": ["Historik"]}


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_months_stand_whole_beside_the_names_and_the_status_of_an_upload_is_in_sight(
        visit, sample_app, width):
    visitor = visit(sample_app, width=width, height=844)
    visitor.goto("/indberetning")
    names, *months = visitor.page.evaluate("""() => [...document.querySelectorAll('.fi-months thead th')].map(
        (head) => { const box = head.getBoundingClientRect(); return [box.left, box.right]; })""")
    seen = [(left, right) for left, right in months if right > names[1] + 1]
    assert len(seen) >= 4
    assert seen[0][0] >= names[1] - 1 and seen[-1][1] <= width
    visitor.goto("/indberetning?fane=Historik")
    head = visitor.page.get_by_role("columnheader", name="Status").bounding_box()
    assert head is not None and head["x"] + head["width"] <= width
