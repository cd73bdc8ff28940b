"""Mending a file and saving many at once in a real browser: by the keyboard alone, and in four clicks."""

import pytest

from tests.browser.test_every_page import COLOURS, PHONE, cut, faults, lit, sized
from tests.browser.test_main_job import payload, put

HEAD = "Jobcenter;Måned;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud\r\n"
WRONG = HEAD + "Holstbro;2010-03;200;20;5\r\nSkive;2010-13;414;61;12\r\nHolstbro;2010-02;198;19;5\r\n"
PLACES = ("Favrskov", "Hedensted", "Herning", "Holstebro", "Horsens", "Ikast-Brande", "Lemvig", "Norddjurs", "Odder",
          "Randers", "Samsø", "Silkeborg", "Skanderborg", "Skive", "Struer", "Syddjurs", "Viborg")


@pytest.fixture
def consultant(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    return visitor


def reach(visitor, name, *, presses=60):
    """Walk with Tab until the focus is on a button, a field or a folded part of that name, its sign aside; once nothing
    moves: what is drawn anew while somebody walks takes the focus back to where it began.
    """
    visitor.settle()
    for _ in range(presses):
        visitor.page.keyboard.press("Tab")
        found = visitor.page.evaluate("""() => { const e = document.activeElement;
            return (e.getAttribute('aria-label') || e.innerText || '').trim().split('\\n').pop(); }""")
        if found == name:
            return
    raise AssertionError(f"{name} is not reached with Tab")


def test_a_file_is_mended_and_saved_by_the_keyboard_alone(consultant):
    put(consultant, payload("tal.csv", WRONG))
    consultant.expect("Ret fejlene her")
    reach(consultant, "Ja, Holstebro (alle 2)")
    consultant.page.keyboard.press("Enter")
    consultant.settle()
    consultant.expect("2 rettelser")
    reach(consultant, "Der skal stå i B3")
    consultant.page.keyboard.type("2010-03")
    consultant.page.keyboard.press("Enter")
    consultant.settle()
    consultant.answered("Filen kan gemmes: 9 tal er nye")
    reach(consultant, "Gem")
    consultant.page.keyboard.press("Enter")
    consultant.settle()
    consultant.expect("Filen er gemt")
    assert consultant.errors == []


@pytest.mark.parametrize("many", [4, pytest.param(len(PLACES), marks=pytest.mark.long)])
def test_a_month_s_files_are_saved_in_one_click_and_a_second_click_writes_nothing_twice(consultant, many):
    put(consultant, [payload(f"{place}.csv", HEAD + f"{place};2010-03;{200 + at};20;5\r\n")
                     for at, place in enumerate(PLACES[:many])])
    consultant.expect(f"{many} filer: {many} er klar")
    button = consultant.widget("apply_all", "button")
    assert button.inner_text() == f"Gem de {many}"
    place = button.bounding_box()
    for pause in (200, 0):  # a press where the button stood, whether it is still there or not
        consultant.page.mouse.click(place["x"] + 5, place["y"] + 5)
        consultant.page.wait_for_timeout(pause)
    consultant.expect(f"{many} filer er gemt")
    consultant.expect(f"{many} af 19 er inde")
    consultant.goto("/historik")
    consultant.expect(f"{many} indlæsninger")


def test_the_faults_of_a_file_are_accessible_and_stand_whole_on_a_phone(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    put(visitor, payload("tal.csv", WRONG))
    visitor.expect("Ret fejlene her")
    stands_whole(visitor)


def stands_whole(visitor):
    """What is asked is accessible in both themes, on a laptop and on a phone, and nothing of it is cut."""
    assert faults(visitor) == set()
    sized(visitor, *PHONE)
    assert cut(visitor) == []
    assert faults(visitor) == set()
    lit(visitor, "dark")
    assert faults(visitor, COLOURS) == set()


def test_a_double_click_mends_one_fault_and_not_the_one_that_comes_under_the_pointer(consultant):
    rows = "".join(f"Xyz{at};2010-03;{200 + at};20;5\r\n" for at in range(4))
    put(consultant, payload("tal.csv", HEAD + rows + "Skive;2010-03;414;61;12\r\n"))
    consultant.expect("Ret fejlene her")
    button = consultant.page.get_by_role("button", name="Udelad række 2")
    box = button.bounding_box()
    for wait in (250, 0):
        consultant.page.mouse.click(box["x"] + 20, box["y"] + 10)
        consultant.page.wait_for_timeout(wait)
    consultant.settle()
    consultant.expect("1 rettelse")
    assert "2 rettelser" not in consultant.text() and "kunne ikke kontrolleres" not in consultant.text()


def test_what_changes_stands_before_and_now_on_a_phone_without_scrolling_sideways(consultant):
    for practice in (20, 24):
        put(consultant, payload(f"{practice}.csv", HEAD + f"Skive;2010-03;414;{practice};12\r\n"))
        if practice == 20:
            consultant.click("apply")
    sized(consultant, *PHONE)
    row = consultant.page.locator(".fi-figures tbody tr").first
    assert row.inner_text().split() == ["Skive", "mar.", "2010", "Heraf", "i", "virksomhedspraktik", "20", "24"]
    last = row.locator("td").last.bounding_box()
    assert last["x"] + last["width"] <= PHONE[0]
    assert cut(consultant) == []
