"""Texts longer than any column, and one that turns words around, on every page of a laptop and of a phone."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from model.intake.form import state
from model.intake.saving import apply
from model.store import database
from model.writing import agreements, meetings, recording, stories
from model.writing import peers as recording_peers
from tests.browser.running import Stage
from tests.browser.test_every_page import PAGES
from tests.viewers import named

TURNED = "\u202emodsat\u202c"
WORD = "Virksomhedscenteransvarligegruppe"
AGREED, NAME, TITLE, FUNCTION = (WORD * 8)[:259], (WORD * 4)[:118], ("Fortælling" * 12)[:118], (WORD * 4)[:110]
VIBORG, HELD = "791", date(2011, 6, 1)
# the pages that show the texts, and those that show at most the name of one
SHOWN = ["/", f"/jobcenter?jobcenter={VIBORG}", "/kalender", f"/centre?jobcenter={VIBORG}",
         f"/dialogmoede?jobcenter={VIBORG}&moede={HELD}", "/historier", "/historik?indlaesning={upload}", "/metode"]
OTHERS = [page for page in PAGES if page not in SHOWN]
# What reaches over the edge of the window, but for what scrolls in a box of its own or is there for a screen reader.
OVER = """() => { const edge = document.documentElement.clientWidth + 1, out = [];
  const boxed = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
    const s = getComputedStyle(p);
    if (!p.matches('[data-testid="stMain"]') && /auto|scroll|hidden|clip/.test(s.overflowX)
      && p.getBoundingClientRect().right <= edge) return true; } return false; };
  for (const e of document.querySelectorAll('[data-testid="stMain"] *')) {
    const r = e.getBoundingClientRect();
    if (r.width > 1 && r.right > edge && !boxed(e))
      out.push(e.tagName + '.' + e.className + ': ' + Math.round(r.right)); }
  for (const t of document.querySelectorAll('.fd-scroll table')) {
    const wide = t.getBoundingClientRect().width;
    for (const c of t.querySelectorAll('.fd-long'))
      if (c.getBoundingClientRect().width > 700) out.push('cell of ' + wide); }
  const m = document.querySelector('[data-testid="stMain"]');
  if (document.scrollingElement.scrollWidth > innerWidth || m.scrollWidth > m.clientWidth + 1)
    out.push('page ' + m.scrollWidth);
  return out.slice(0, 5); }"""


def _recorded(engine: Engine, dataset: str, **stated: object) -> int:
    report, content = state(engine, dataset, [stated], name=f"{NAME}.csv")
    assert report.status == "ready", report.problems
    return apply(engine, report, content=content, viewer=named(FUNCTION + TURNED), reason=AGREED, source="form")


def _written(engine: Engine) -> int:
    """The long texts in every place that takes one; the newest upload's number."""
    meeting = meetings.open_meeting(engine, unit=VIBORG, held_on=HELD, viewer=named(FUNCTION))
    agreements.agree(engine, meeting, text=AGREED, responsible=FUNCTION, due=date(2011, 12, 1), viewer=named(FUNCTION))
    meetings.write_notes(engine, meeting, text=AGREED, viewer=named(FUNCTION))
    stories.write_story(engine, title=TITLE, description=AGREED, partners=AGREED, theme=NAME, state="udgivet",
                        viewer=named(FUNCTION), jobcenter=VIBORG, read_through=True)
    recording_peers.record_peers(engine, name=WORD, jobcenters=[VIBORG, "779"], reason=AGREED, viewer=named(FUNCTION))
    recording.record_activity(engine, number=1, title=NAME, target_group=AGREED, responsible=FUNCTION, schedule=AGREED,
                              starts=None, ends=None, source=AGREED, reason=AGREED, viewer=named(FUNCTION))
    recording.record_target(engine, part="share", scope="jobcenter", jobcenter=VIBORG, value=25, source=AGREED,
                            reason=AGREED, viewer=named(FUNCTION))
    _recorded(engine, "hotline", henvendelse=999, dato=date(2010, 4, 6), jobcenter=VIBORG, spoergsmaal=AGREED)
    return _recorded(engine, "centre", jobcenter=VIBORG, virksomhedscenter=NAME, aabnet=date(2010, 1, 4),
                     branche=(WORD * 3)[:78], pladser=8)


@pytest.fixture(scope="module")
def long_texts(stage: Stage, sample_file: Path) -> tuple[str, int]:
    """The app on the sample data with the long texts beside it, and the number of the upload that holds some."""
    url = stage.to_write(sample_file)
    engine = database.create(f"sqlite:///{stage.path}")
    upload = _written(engine)
    engine.dispose()
    return url, upload


@pytest.mark.long
@pytest.mark.parametrize("places", [SHOWN, OTHERS], ids=["shown", "others"])
def test_no_text_is_wider_than_a_page(visit, long_texts, places):
    url, upload = long_texts
    visitor, over = visit(url), {}
    for path in places:
        visitor.page.set_viewport_size({"width": 1366, "height": 768})
        visitor.goto(path.format(upload=upload))
        for width in (1366, 390):
            visitor.page.set_viewport_size({"width": width, "height": 768})
            visitor.settle()
            visitor.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            if found := visitor.page.evaluate(OVER):
                over[path, width] = found
        assert "\u202e" not in visitor.text(), path
    assert over == {}
    assert visitor.errors == []
