"""A deck read back: one native, Danish slide a screen, with the screen's own words and nothing hidden behind them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from model.basics.formatting import day
from model.basics.spaces import numbers_held
from model.documents.known import NothingToShow, refusal
from model.documents.screens import chosen, screens
from model.documents.slides import slides_pptx
from model.documents.slides.figures import opened as opened_line
from model.documents.slides.page import colour
from model.drawing.theme import LIGHT
from model.store.meeting_facts import Written
from tests.model.documents.slides.conftest import FEBRUARY
from tests.model.documents.slides.reading import charts, notes, opened, parts, sizes, titled, titles, words
from tests.model.publishing.first import published
from tests.model.subjects.builders import said, snapshot

VIBORG, SAMSOE = "791", "741"
ENGLISH = ("Click", "Slide", "Title", "Master", "level", "Sheet1", "Chart", "TextBox", "Office")


def test_every_screen_has_its_slide_titled_with_its_finding(region, shown):
    found = titles(region)
    assert [title for title in found if not title.endswith(" (fortsat)")] == [
        numbers_held(screen.title) for screen in shown]
    assert (region.slide_width, region.slide_height) == (Inches(40 / 3), Inches(7.5))


def test_titles_take_two_lines_at_most_and_no_type_is_under_fourteen_points(region):
    for slide in region.slides:
        (size,) = {run.font.size.pt for p in slide.shapes.title.text_frame.paragraphs for run in p.runs}
        assert 32 <= size <= 36
        assert slide.shapes.title.height.pt <= 2 * size * 1.2 + 2.1
        assert min(sizes(slide)) >= 14


def test_nothing_stands_outside_the_slide(region):
    for slide in region.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0, shape.name
            assert shape.left + shape.width <= region.slide_width, shape.name
            assert shape.top + shape.height <= region.slide_height, shape.name


def test_the_texts_round_the_picture_stand_clear_of_each_other(region):
    for slide in region.slides:
        outer = [s for s in slide.shapes if s.name in ("Titel", "Undertitel", "Bemærkning", "Kilde") or s.has_chart]
        outer.sort(key=lambda shape: shape.top)
        for upper, lower in pairwise(outer):
            beside = upper.left + upper.width <= lower.left or lower.left + lower.width <= upper.left
            assert beside or upper.top + upper.height <= lower.top, (upper.name, lower.name)


def test_the_foot_says_source_that_figures_are_invented_and_that_small_ones_are_hidden(region, shown):
    for screen in shown:
        for slide in titled(region, screen.title):
            foot = " ".join(words(slide))
            assert screen.source in foot
            assert "Eksempeldata – ikke virkelige tal" in foot
            assert "Små tal er udeladt, så de ikke kan regnes ud" in foot


def test_the_internal_view_and_real_figures_say_neither(sampled):
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written(), beside={})
    found = opened(slides_pptx(real, FEBRUARY, screens(real, FEBRUARY)[:1]))
    everything = " ".join(words(found.slides[0])) + notes(found.slides[0])
    assert "Eksempeldata" not in everything and "Små tal" not in everything


def test_the_notes_hold_finding_source_day_definitions_and_the_table(region, public, shown):
    for screen in shown:
        told = notes(titled(region, screen.title)[0])
        assert told.startswith(f"{screen.title}\n{screen.subtitle}\n")
        assert screen.source in told and f"tallene pr. {day(public.data_date)}" in told
        assert [text for text in screen.definitions if f"Definition: {text}" not in told] == []
        if screen.chart is not None and len(screen.chart.table) <= 25:
            last = screen.chart.table.iloc[-1]
            assert "\t".join(str(cell) for cell in last) in told


def test_every_picture_has_alt_text(region, shown):
    for screen in shown:
        for slide in titled(region, screen.title):
            frames = [s._element.nvGraphicFramePr.cNvPr for s in slide.shapes if s.has_chart or s.has_table]
            groups = [s._element.nvGrpSpPr.cNvPr for s in slide.shapes if s._element.tag == qn("p:grpSp")]
            said_of_them = [found.get("descr") for found in [*frames, *groups]]
            assert all(said_of_them)
            if screen.chart is not None:
                assert screen.alt in said_of_them


def test_all_of_it_is_marked_as_danish_and_set_in_arial(region):
    for name, content in parts(region).items():
        if not name.endswith(".xml") or name.startswith(("ppt/theme", "docProps")):
            continue
        root = etree.fromstring(content)
        languages = {found.get("lang") for tag in ("a:rPr", "a:endParaRPr", "a:defRPr") for found in root.iter(qn(tag))}
        assert languages <= {"da-DK"}, name
        assert all(run.find(qn("a:rPr")) is not None for run in root.iter(qn("a:r"))), name
        faces = {found.get("typeface") for found in root.iter(qn("a:latin"))}
        assert faces <= {"Arial", "+mn-lt", "+mj-lt"}, name
    assert b'typeface="Calibri"' not in b"".join(parts(region).values())


def test_nothing_of_the_template_is_left_in_english(region):
    for name, content in parts(region).items():
        if name.endswith(".xml") and "/_rels/" not in name and not name.startswith("[Content"):
            root = etree.fromstring(content)
            shown_words = [text.text or "" for tag in ("a:t", "c:f", "c:v") for text in root.iter(qn(tag))]
            names = [found.get("name") or "" for found in root.iter(qn("p:cNvPr"), qn("p:cSld"), qn("a:theme"))]
            assert [text for text in (*shown_words, *names) if any(word in text for word in ENGLISH)] == [], name
    assert not [name for name in parts(region) if "thumbnail" in name or "printer" in name]


def test_the_file_says_what_it_is(public):
    found = opened(slides_pptx(replace(public, data_date=date(2011, 4, 20)), FEBRUARY,
                               chosen(screens(public, FEBRUARY, VIBORG), ()), code=VIBORG)).core_properties
    assert (found.title, found.author, found.language) == (
        "Fremdrift: Jobcenter Viborg, februar 2011", "Fremdrift", "da-DK")
    assert found.created.replace(tzinfo=UTC) == datetime(2011, 4, 20, 12, tzinfo=UTC)


def test_a_screen_of_key_figures_has_them_large_with_a_native_bar_each(region, shown):
    status = next(screen for screen in shown if screen.figures)
    (slide,) = titled(region, status.title)
    text = "\n".join(words(slide))
    for figure in status.figures:
        assert figure.title in text and figure.figure in text and figure.words in text
        assert [line for line in figure.sentences if opened_line(line) not in text] == []
    drawn = [figure.bullet.bullet.value / 100 for figure in status.figures]
    assert [next(iter(chart.plots[0].series[0].values)) for chart in charts(slide)] == pytest.approx(drawn)


def test_a_key_figure_s_bar_has_its_mark_its_colour_and_its_status_in_bold(region, shown):
    status = next(screen for screen in shown if screen.figures)
    (slide,) = titled(region, status.title)
    badges = [shape for shape in slide.shapes if shape.name == "Mærke" and hasattr(shape, "shapes")]
    boxes = [shape for shape in slide.shapes if shape.name == "Forklaring"]
    marks = [figure.bullet.bullet.mark for figure in status.figures]
    assert marks == ["not_reached", "unsettled"]
    forms = [next(iter(badge.shapes)) for badge in badges]
    assert [form.text_frame.text for form in forms] == ["", "?"]
    assert [sum(shape.name == "Tegn" for shape in badge.shapes) for badge in badges] == [2, 0]  # a cross is drawn
    assert [form.auto_shape_type for form in forms] == [MSO_SHAPE.RECTANGLE, MSO_SHAPE.OVAL]
    bars = [chart.plots[0].series[0].format.fill.fore_color.rgb for chart in charts(slide)]
    assert bars == [colour(LIGHT.signal), colour(LIGHT.context)]
    for box, figure in zip(boxes, status.figures, strict=True):
        first, *rest = [paragraph.runs[0] for paragraph in box.text_frame.paragraphs]
        assert first.text == opened_line(figure.sentences[0]) and first.font.bold
        assert not any(run.font.bold for run in rest)


def test_a_long_story_goes_on_over_as_many_slides_as_it_takes(deck, screen):
    paragraphs = tuple(f"Afsnit {at}. " + "Den nye mentor fandt en plads i butikken. " * 12 for at in range(5))
    found = deck(screen(key="historie-1", paragraphs=paragraphs))
    assert len(found.slides) > 1
    assert titles(found) == ["Ni af ti mødte", *["Ni af ti mødte (fortsat)"] * (len(found.slides) - 1)]
    told = " ".join(" ".join(words(slide)) for slide in found.slides)
    assert all(f"Afsnit {at}." in told for at in range(5))
    assert told.count("mentor") == 5 * 12


def test_texts_that_people_write_break_nothing(deck, screen):
    odd = "=2+2 & <b>\"Ærlig\"</b>\x0b ord"
    (slide,) = deck(screen(key="historie-1", title=odd * 8, paragraphs=(odd, "x" * 400))).slides
    assert "=2+2 & <b>\"Ærlig\"</b> ord" in " ".join(words(slide))


def test_a_jobcenter_with_everything_hidden_gets_no_deck():
    months = [f"{year}-{month:02d}" for year, month in ((2009, 9), (2009, 10), (2009, 11), (2009, 12), (2010, 1))]
    rows = [said(SAMSOE, month, persons=108 if month == "2009-09" else 8, total=2, ended=2, good=1) for month in months]
    rows += [said(VIBORG, month, persons=800, total=120, ended=40, good=9) for month in months]
    rows += [said("751", month, persons=3000, total=420, ended=140, good=39) for month in months]
    public = published(snapshot(*rows))
    month = public.release.month
    with pytest.raises(NothingToShow) as refused:
        slides_pptx(public, month, chosen(screens(public, month, SAMSOE), ()), code=SAMSOE)
    assert str(refused.value) == ("Alle tal for Jobcenter Samsø er udeladt, så små tal ikke kan regnes ud. "
                                  "Der er ikke lavet et diasshow.")


def test_without_any_figure_there_is_no_deck_either():
    empty = snapshot(data_date="2009-10-15")
    with pytest.raises(NothingToShow, match="Der er ingen tal for hele regionen endnu"):
        slides_pptx(empty, date(2009, 10, 1), screens(empty, date(2009, 10, 1)))
    with pytest.raises(NothingToShow, match="Der er ingen tal"):
        slides_pptx(empty, date(2009, 10, 1), ())


def test_stories_alone_are_something_to_show(screen):
    assert refusal([screen(paragraphs=("Det gik godt.",))], who="hele regionen", withheld="udeladt") == ""


def test_an_unknown_jobcenter_is_an_error(sampled):
    with pytest.raises(KeyError):
        slides_pptx(sampled, FEBRUARY, screens(sampled, FEBRUARY), code="999")
