"""How far down the answer and its reason reach on a laptop: what comes after them is in tabs, or folded."""

import pytest

LAPTOP, TWO_SCREENS = 1366, 1536  # pixels
WHOLE = "[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock]"  # without the room under it


@pytest.mark.parametrize(("path", "last"), [
    ("/", ".fd-tiles"), ("/jobcenter?jobcenter=779", WHOLE), ("/jobcenter?jobcenter=791", WHOLE),
    ("/sammenligning", WHOLE), ("/raadgivning", WHOLE), ("/raadgivning?fane=Emner+og+svartider", WHOLE),
    ("/raadgivning?fane=Rådgivning", WHOLE), ("/raadgivning?fane=Længst+fra+målet", WHOLE),
    ("/kurser", WHOLE), ("/kurser?fane=Dag+for+dag", WHOLE), ("/kurser?fane=Mentorkurser", WHOLE),
    ("/centre", "[class*=st-key-tools_]"), ("/centre?fane=Pris", WHOLE),
    ("/centre?fane=Pris&jobcenter=791", "[data-testid=stMain] table"),
    ("/indberetning", WHOLE), ("/udgivelse", WHOLE),
    ("/kalender", WHOLE), ("/historier", WHOLE)])
def test_the_answer_and_its_reason_stand_within_two_screens_of_a_laptop(visit, sample_app, path, last):
    visitor = visit(sample_app, width=LAPTOP, height=768)
    visitor.goto(path)
    ends = visitor.page.locator(last).last.evaluate(
        "e => e.getBoundingClientRect().bottom + document.querySelector('[data-testid=stMain]').scrollTop")
    assert ends <= TWO_SCREENS, f"{path} ends at {ends:.0f}"
