"""The native line charts read back: the web's own values, gaps left open, and workbooks that hold nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn

from model.documents.screens import screens
from model.documents.slides import slides_pptx
from model.drawing.chart import Moment, Series
from tests.model.documents.slides.conftest import FEBRUARY
from tests.model.documents.slides.reading import (
    MONTHS,
    cells,
    charts,
    drawn_numbers,
    numbers,
    of_key,
    opened,
    series,
    titled,
)

VIBORG = "791"
STRUER = "671"  # with a month that is missing


@pytest.fixture(scope="module")
def struer(sampled):
    return of_key(screens(sampled, FEBRUARY, STRUER), "maal1")


@pytest.fixture
def drawn(deck, struer):
    (slide,) = deck(struer).slides
    (chart,) = charts(slide)
    return chart


def test_a_line_has_the_web_s_values_as_fractions_and_its_gaps(drawn, struer):
    found, main = series(drawn), next(s for s in struer.chart.series if s.role == "main")
    both = [one if other is None else other for one, other in zip(found["Struer"], found["Foreløbig"], strict=True)]
    share = struer.chart.data["andel_procent"]
    assert both[:len(share)] == [pytest.approx(x / 100) if x == x else None for x in share]
    assert both == [None if x is None else pytest.approx(x / 100) for x in main.values]
    assert None in both[:19]
    assert drawn._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap"


def test_half_years_are_one_line_in_an_edition(public):
    screen = of_key(screens(public, public.release.month, VIBORG), "maal2")
    (slide,) = opened(slides_pptx(public, public.release.month, [screen], code=VIBORG)).slides
    (chart,) = charts(slide)
    known = {name: [value for value in values if value is not None] for name, values in series(chart).items()}
    assert {len(values) for name, values in known.items() if not name.startswith("Mål")} == {2}
    assert chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "span"


def test_the_target_is_a_dashed_series_that_stands_still(drawn):
    target = next(s for s in drawn.plots[0].series if s.name.startswith("Mål"))
    assert set(target.values) == {0.16}
    assert target.format.line.dash_style == MSO_LINE.DASH


def test_the_required_path_is_dotted(drawn):
    by_name = {s.name: s for s in drawn.plots[0].series}
    assert by_name["Nødvendigt for at nå målet"].format.line.dash_style == MSO_LINE.ROUND_DOT


def test_provisional_points_are_a_hollow_series_of_their_own_and_stand_once(drawn, struer):
    by_name = {s.name: s for s in drawn.plots[0].series}
    main = next(s for s in struer.chart.series if s.role == "main")
    flags = [hollow and value is not None for hollow, value in zip(main.provisional, main.values, strict=True)]
    assert any(flags)
    assert [x is not None for x in by_name["Foreløbig"].values][:len(flags)] == flags
    assert [x for x, hollow in zip(by_name["Struer"].values, flags, strict=False) if hollow] == [None] * sum(flags)
    assert by_name["Foreløbig"].marker.format.fill.fore_color.rgb == (255, 255, 255)
    assert by_name["Struer"].marker.format.fill.fore_color.rgb != (255, 255, 255)


def test_a_legend_says_what_hollow_points_are_and_nothing_else(drawn):
    names = [s.name for s in drawn.plots[0].series]
    hidden = [int(entry.find(qn("c:idx")).get("val")) for entry in drawn._chartSpace.iter(qn("c:legendEntry"))]
    assert [name for at, name in enumerate(names) if at not in hidden] == ["Foreløbig"]
    assert hidden == sorted(hidden)


def test_a_hollow_point_has_its_line_s_word_for_it_and_the_label_that_stands_at_it(deck, chart, screen):
    line = Series("Skive", "main", MONTHS, (1.0,) * 5 + (2.0,), ("1 %",) * 5 + ("2 % · endnu ikke målbar",),
                  provisional=(False,) * 5 + (True,), hollow="endnu ikke målbar", label_last="2 af 6")
    (slide,) = deck(screen(chart=chart("line", series=(line,)))).slides
    (drawn,) = charts(slide)
    assert series(drawn) == {"Skive": [0.01] * 5 + [None], "Endnu ikke målbar": [None] * 5 + [0.02]}
    assert [text.text for text in drawn.plots[0].series[1]._element.iter(qn("a:t"))] == ["2 af 6"]


def test_a_line_without_provisional_points_has_no_legend(deck, chart, screen):
    line = Series("Skive", "main", MONTHS, (1.0,) * 6, ("",) * 6)
    (slide,) = deck(screen(chart=chart("line", series=(line,)))).slides
    assert not charts(slide)[0].has_legend


def test_the_workbook_holds_months_names_and_what_is_drawn_alone(drawn):
    head, *rows = cells(drawn)
    assert head == [None, *series(drawn)]
    assert [[None if x is None else pytest.approx(x) for x in column] for column in series(drawn).values()] == [
        list(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    assert (rows[0][0].date(), rows[-1][0].date()) == (date(2009, 9, 1), date(2011, 6, 1))


def test_every_workbook_of_a_deck_holds_only_what_its_chart_shows(region):
    for slide in region.slides:
        for chart in charts(slide):
            held = [x for x in numbers(chart) if not isinstance(x, str)]  # names of series stand among points
            assert sorted(held) == pytest.approx(sorted(drawn_numbers(chart)))


def test_the_label_is_the_point_s_own_number_where_powerpoint_writes_it_alike(deck, chart, screen):
    def line(value, words):
        return screen(chart=chart("line", series=(Series("Skive", "main", MONTHS, (1.0,) * 5 + (value,), ("",) * 6,
                                                         label_last=words),), target=16, target_label="Mål 16 %"))
    labels = {}
    for words_there in ("16,7\u00a0%", "15,9\u00a0%", "2 af 6"):
        (slide,) = deck(line(16.7 if "7" in words_there else 15.96, words_there)).slides
        labels[words_there] = charts(slide)[0]._chartSpace.findall(f".//{qn('c:dLbl')}")[-1]
    assert labels["16,7\u00a0%"].find(qn("c:tx")) is None
    assert labels["16,7\u00a0%"].find(qn("c:numFmt")).get("formatCode") == "0.0 %"
    for words_there in ("15,9\u00a0%", "2 af 6"):  # rounded to the number it would say »reached«
        assert labels[words_there].find(f".//{qn('a:t')}").text == words_there


def test_a_line_of_which_nothing_is_known_keeps_its_target(deck, chart, screen):
    silent = Series("Skive", "main", MONTHS, (None,) * 6, ("",) * 6)
    known = screen(key="a", chart=chart("line", series=(replace(silent, values=(1.0,) * 6),)))
    found = deck(known, screen(key="b", title="Intet", chart=chart("line", series=(silent,), target=16,
                                                                    target_label="Mål 16 %")))
    (slide,) = titled(found, "Intet")
    assert series(charts(slide)[0]) == {"Mål 16 %": [0.16] * 6, "Skive": [None] * 6}


def test_the_letters_of_what_happened_stand_at_the_foot_and_say_what_it_was(deck, struer):
    marks = (Moment(date(2010, 2, 1), "D", "Dialogmøde 17. feb. 2010"),
             Moment(date(2010, 9, 1), "R", "Rådgivningsbesøg"))
    (slide,) = deck(replace(struer, chart=replace(struer.chart, moments=marks))).slides
    made = {shape.name: shape for shape in slide.shapes if shape.name in {each.said for each in marks}}
    assert {shape.text_frame.text for shape in made.values()} == {"D", "R"}
    assert made[marks[0].said].left < made[marks[1].said].left
