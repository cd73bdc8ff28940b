"""Choosing a programme in a real browser: it follows by the menu, a reload and the way back."""

import pytest

from model.programmes.current import BESIDE, HOUSE, PROGRAMME
from tests.browser.visitor import OFTEN

CONTRACT, GENERATION_2 = BESIDE
WIDE = 768  # pixels from which the menu stands beside the page
# Whether the name that is chosen has less room than it takes: on the box's own line, else in the lines laid over it.
CUT = """box => {
  const input = box.querySelector('input'), group = box.querySelector('[role=group]');
  if (input.scrollWidth <= input.clientWidth + 1) return false;
  const over = getComputedStyle(box, '::after');
  return box.dataset.whole !== input.value || over.content !== JSON.stringify(input.value)
    || parseFloat(over.height) > group.getBoundingClientRect().height + 1; }"""
# The names in the open list that are cut, or reach into the next.
OVERLAID = """all => all.map(one => one.firstElementChild).filter((inner, at) =>
  inner.scrollWidth > inner.clientWidth + 1 || inner.scrollHeight > inner.clientHeight + 1
  || inner.getBoundingClientRect().bottom > (all[at + 1]?.getBoundingClientRect().top ?? Infinity) + 1)
  .map(inner => inner.innerText)"""


def chosen(visitor) -> str:
    return visitor.page.get_by_role("combobox", name="Indsats").input_value()


def choose(visitor, name: str) -> None:
    visitor.page.get_by_role("combobox", name="Indsats").click()
    visitor.page.get_by_role("option", name=name).click()
    visitor.settle()


def headed(visitor) -> str:
    return visitor.page.locator("h1").first.inner_text()


def back(visitor, heading: str) -> None:
    """Press back once, and wait for the page with that heading."""
    visitor.page.go_back()
    visitor.page.wait_for_function("h => document.querySelector('h1')?.innerText === h", arg=heading, polling=OFTEN)
    visitor.settle()
    assert headed(visitor) == heading


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
    back(visitor, overview)
    assert chosen(visitor) == BESIDE[GENERATION_2].name
    back(visitor, calendar)
    assert visitor.page.url == f"{visitor.url}/kalender" and chosen(visitor) == PROGRAMME.name
    assert visitor.errors == []


@pytest.mark.parametrize("path", ["/jobcenter?jobcenter=791", *(
    pytest.param(path, marks=pytest.mark.long) for path in ("/", "/vejledning"))])
def test_each_press_is_one_step_back_and_one_forward_again(visit, sample_app, path):
    visitor = visit(sample_app)
    visitor.goto(path)
    first = headed(visitor)
    choose(visitor, BESIDE[CONTRACT].name)
    second, at = headed(visitor), visitor.page.url
    visitor.follow("Mål og metode")
    back(visitor, second)
    assert visitor.page.url == at and chosen(visitor) == BESIDE[CONTRACT].name
    back(visitor, first)
    assert visitor.page.url == visitor.url + path and chosen(visitor) == PROGRAMME.name
    visitor.page.go_forward()
    visitor.page.wait_for_function("h => document.querySelector('h1')?.innerText === h", arg=second, polling=OFTEN)
    visitor.settle()
    assert visitor.page.url == at and chosen(visitor) == BESIDE[CONTRACT].name


@pytest.mark.parametrize("width", [pytest.param(1366, marks=pytest.mark.long), 390])
def test_no_name_of_a_programme_is_cut_in_the_menu(visit, sample_app, width):
    for programme in HOUSE.values():
        visitor = visit(sample_app, width=width, new=True)
        visitor.goto(f"/?indsats={programme.id}")
        if width < WIDE:
            visitor.page.get_by_test_id("stExpandSidebarButton").click()
            visitor.settle()
        box = visitor.page.locator("[data-testid=stSidebar] .stSelectbox")
        assert box.evaluate(CUT) is False, programme.name
        visitor.page.get_by_role("combobox", name="Indsats").click()
        options = visitor.page.get_by_role("option")
        options.first.wait_for()
        assert options.all_inner_texts() == [each.name for each in HOUSE.values()]
        assert options.evaluate_all(OVERLAID) == []
