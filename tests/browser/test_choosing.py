"""Choosing a programme in a real browser: it follows by the menu, a reload and the way back."""

from model.programmes.current import BESIDE, PROGRAMME

CONTRACT, GENERATION_2 = BESIDE
STEPS = 4  # back at the most


def chosen(visitor) -> str:
    return visitor.page.get_by_role("combobox", name="Indsats").input_value()


def choose(visitor, name: str) -> None:
    visitor.page.get_by_role("combobox", name="Indsats").click()
    visitor.page.get_by_role("option", name=name).click()
    visitor.settle()


def headed(visitor) -> str:
    return visitor.page.locator("h1").first.inner_text()


def back_to(visitor, heading: str) -> None:
    """Go back until the page has that heading: the framework may leave a page both with and without its choices."""
    for _ in range(STEPS):
        visitor.page.go_back()
        visitor.settle()
        if headed(visitor) == heading:
            return
    raise AssertionError(f"{heading}: {headed(visitor)} at {visitor.page.url}")


def test_the_choice_is_kept_by_links_a_reload_and_the_way_back(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/kalender")
    calendar = headed(visitor)
    choose(visitor, BESIDE[GENERATION_2].name)
    overview = headed(visitor)
    assert visitor.page.url == f"{visitor.url}/?indsats={GENERATION_2}" and "projekter" in overview
    visitor.follow("Projekt")
    assert visitor.page.url.partition("?")[0].endswith("/projekt") and chosen(visitor) == BESIDE[GENERATION_2].name
    visitor.page.reload()
    visitor.settle()
    assert chosen(visitor) == BESIDE[GENERATION_2].name
    back_to(visitor, overview)
    assert chosen(visitor) == BESIDE[GENERATION_2].name
    back_to(visitor, calendar)
    assert visitor.page.url == f"{visitor.url}/kalender" and chosen(visitor) == PROGRAMME.name
    assert visitor.errors == []
