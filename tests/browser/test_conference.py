"""The conference in a real browser: the keys work at once, every screen fits the wall, and nothing leaves the file."""

import pytest
from sqlmodel import Session

from model.documents.offline import offline_html
from model.documents.screens import screens
from model.snapshot import loading
from model.store import database
from model.subjects.goals.figures import coverage
from tests.model.publishing.first import published
from tests.viewers import EVERYBODY

WALLS = [(1366, 768), pytest.param(1920, 1080, marks=pytest.mark.long)]  # of one shape
TITLE = "document.querySelector('.screen.now h2').textContent"
# What reaches beyond its box on the screen that is shown: texts of the picture, and parts with more in them than room.
OVER = """() => {
  const now = document.querySelector('.screen.now'), whole = now.getBoundingClientRect(), found = [];
  for (const e of now.querySelectorAll('*:not(.unseen):not(.unseen *)')) {
    const inside = e.closest('svg') && e.tagName !== 'svg', text = e.tagName === 'text', r = e.getBoundingClientRect();
    if (inside && !text) continue;
    if (r.width && (r.left < whole.left || r.top < whole.top || r.right > whole.right || r.bottom > whole.bottom))
      found.push('outside: ' + e.textContent);
    const fuller = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
    if (!inside && e.tagName !== 'svg' && getComputedStyle(e).display !== 'inline' && fuller)
      found.push('over: ' + e.textContent);
  }
  const texts = [...now.querySelectorAll('svg text')].map((e) => [e.textContent, e.getBoundingClientRect()]);
  texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top + a.height * .2 < b.bottom - b.height * .2
        && b.top + b.height * .2 < a.bottom - a.height * .2) found.push(`on top of each other: ${one} / ${other}`);
  }));
  return found;
}"""


@pytest.fixture(scope="module")
def hall(sample_file, tmp_path_factory):
    """The offline file with everything there is, and its screens."""
    opened = database.create(f"sqlite:///{sample_file}")
    with Session(opened) as session:
        public = published(loading.load(session, EVERYBODY))
    opened.dispose()
    month = coverage.default_month(public)
    found = screens(public, month)
    path = tmp_path_factory.mktemp("hall") / "konference.html"
    path.write_text(offline_html(found, snapshot=public, month=month), encoding="utf-8")
    return path, found


def title(place) -> str:
    return place.evaluate(TITLE).replace("\u00a0", " ")


@pytest.mark.parametrize(("width", "height"), WALLS)
def test_the_file_is_read_with_the_keys_alone_and_every_screen_fits(visit, hall, width, height):
    path, found = hall
    visitor = visit(path.as_uri(), width=width, height=height, new=True)
    asked, complaints = [], []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.on("console", lambda message: complaints.append(message.text))
    visitor.page.goto(visitor.url)
    titles = [screen.title.replace("\u00a0", " ") for screen in found]
    assert title(visitor.page) == titles[0]
    for keys, at in ((("ArrowRight", "ArrowRight", "ArrowLeft"), 1), (("End",), -1), (("Home",), 0), (("PageDown",), 1),
                     (("Space",), 2), (("PageUp",), 1), (("Home",), 0)):
        for key in keys:
            visitor.page.keyboard.press(key)
        assert title(visitor.page) == titles[at]
    for at, screen in enumerate(found, start=1):
        assert visitor.page.evaluate(OVER) == [], screen.key
        assert visitor.page.inner_text(".turn").strip() == f"{at} af {len(found)}"
        visitor.page.keyboard.press("ArrowRight")
    assert visitor.page.url.endswith(f"#{found[-1].key}")
    whole = visitor.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert whole == [width, height]
    assert asked == [visitor.url] and complaints == [] and visitor.errors == []


def test_an_address_leads_to_a_screen_and_the_buttons_turn(visit, hall):
    path, found = hall
    visitor = visit(path.as_uri(), new=True)
    visitor.page.goto(f"{visitor.url}#fliser")
    at = [screen.key for screen in found].index("fliser")
    assert title(visitor.page) == found[at].title.replace("\u00a0", " ")
    visitor.page.get_by_role("button", name="Næste skærm").press("Enter")
    assert title(visitor.page) == found[at + 1].title.replace("\u00a0", " ")
    assert found[at + 1].title.split()[0] in visitor.page.inner_text("[role=status]")


PICTURE = "[class*='st-key-conference_picture_']"


def test_on_a_phone_each_picture_s_finding_and_its_smallest_type_can_be_read(visit, sample_app):
    visitor = visit(sample_app, width=390, height=844)
    visitor.goto("/konference")
    for picture in visitor.page.locator(PICTURE).all():
        drawn = picture.frame_locator("iframe")
        smallest = drawn.locator("footer p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
        assert smallest >= 12  # no type on the canvas is smaller
        assert picture.locator(".fd-small-finding").inner_text() == drawn.locator("h2").inner_text()
    main = visitor.page.locator("[data-testid=stMain]")
    assert main.evaluate("m => m.scrollWidth <= m.clientWidth")
    visitor.page.set_viewport_size({"width": 1366, "height": 768})
    assert not visitor.page.locator(".fd-small-finding").first.is_visible()


def test_the_wall_has_the_keys_at_once_and_escape_leads_back(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/konference?skaerme=fliser,status,maal1")
    visitor.page.locator(".st-key-conference_start button").click()
    frame = visitor.page.frame_locator(".st-key-conference_show iframe")
    frame.locator("#fliser.now h2").wait_for()
    visitor.page.wait_for_function("document.activeElement.tagName === 'IFRAME'")
    visitor.page.keyboard.press("ArrowRight")
    frame.locator("#status.now h2").wait_for(timeout=5_000)
    box = visitor.page.locator(".st-key-conference_show iframe").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1366, "height": 768}
    assert not visitor.page.locator('[data-testid="stSidebar"]').is_visible()
    visitor.page.keyboard.press("Escape")
    visitor.expect("Sådan ser skærmene ud")
    assert "vis=" not in visitor.page.url and "skaerme=fliser,status,maal1" in visitor.page.url.replace("%2C", ",")
    assert visitor.outside == [] and visitor.errors == []
