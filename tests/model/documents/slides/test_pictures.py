"""The native charts read back: the web's own values, gaps left open, and workbooks that hold nothing else."""


import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn

from model.documents.screens import chosen, screens
from model.documents.slides.page import width_of, wrapped
from model.drawing.chart import Tile
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Scale
from model.drawing.shapes import Bar, Bars, Columns, ColumnSeries
from model.drawing.theme import SYMBOLS
from tests.model.documents.slides.conftest import FEBRUARY
from tests.model.documents.slides.reading import MONTHS, cells, charts, of_key, places, series, titled, titles, words


def test_tiles_have_name_figure_count_mark_and_word(region, shown):
    tiles = of_key(shown, "fliser")
    (slide,) = titled(region, tiles.title)
    (group,) = [shape for shape in slide.shapes if shape.name == "Fliser"]
    found = {shape.name: shape for shape in group.shapes}
    assert len(found) == 15 and "Samsø" not in found  # who is told of with three others
    for tile in tiles.chart.tiles:
        text = found[tile.name].text_frame.text
        assert tile.figure in text and tile.count in text and f"{SYMBOLS[tile.mark]} {tile.status}" in text
        assert max(len(wrapped(line, 14, found[tile.name].width.pt)) for line in text.split("\n")) == 1


def test_tiles_are_told_apart_without_colours(deck, chart, screen):
    marks = ("reached", "half", "not_reached", "unknown")
    tiles = tuple(Tile(row=0, column=at, name=mark, figure="1 %", status=mark, mark=mark, code=str(at))
                  for at, mark in enumerate(marks))
    (slide,) = deck(screen(chart=chart("tiles", tiles=tiles))).slides
    group = next(shape for shape in slide.shapes if shape.name == "Fliser")
    looks = {(s.fill.fore_color.rgb == (255, 255, 255), s.line.dash_style, s.line._ln.get("cmpd"))
             for s in group.shapes}
    assert len(looks) == len(marks)


def test_dots_are_points_at_their_rows_with_their_interval_beside_a_table_of_counts(region, shown):
    dots = of_key(shown, "sammenligning")
    rows = [row for group in dots.chart.shape.groups for row in group.rows]
    slides = titled(region, dots.title)
    found = [places(charts(slide)[0]) for slide in slides]
    judged = [row.dots[0] for row in rows if row.dots[0].mark != "too_few" and row.dots[0].value is not None]
    for mark, words_there in dots.chart.shape.legend:
        values = sorted(x for one in found for x, _ in one.get(words_there, ()))
        assert values == pytest.approx(sorted(dot.value / 100 for dot in judged if dot.mark == mark))
    ends = [x for one in found for x, _ in one["Statistisk usikkerhed"] if x is not None]
    assert sorted(ends) == pytest.approx(sorted(end / 100 for dot in judged for end in (dot.low, dot.high)))
    text = "\n".join(text for slide in slides for text in words(slide))
    assert [row.name for row in rows if row.name not in text or row.dots[0].label not in text] == []
    assert all(group.title in text for group in dots.chart.shape.groups)


def test_a_dot_stands_at_the_row_of_its_name_in_the_table(region, shown):
    (first, *_) = titled(region, of_key(shown, "sammenligning").title)
    table = next(shape.table for shape in first.shapes if shape.has_table)
    names = [row.cells[0].text_frame.text for row in list(table.rows)[1:]]
    held = [(name, row) for name, _, row in cells(charts(first)[0]) if name]
    assert held and all(names[int(row) - 1] == name for name, row in held)


def test_target_and_region_are_series_of_the_same_axis_named_at_their_upper_end(region, shown):
    dots = of_key(shown, "sammenligning")
    for slide in titled(region, dots.title):
        found, (scale,) = places(charts(slide)[0]), dots.chart.shape.scales
        for line in scale.lines:
            (across, top), (same, foot) = found[line.label]
            assert across == same == pytest.approx(line.value / 100)
            assert top < 1 < foot
        assert not {shape.name for shape in slide.shapes} & {line.label for line in scale.lines}


def test_a_share_beyond_the_scale_makes_the_axis_longer(deck, chart, screen):
    scale = Scale("Andel", 0, 40, ((0, "0 %"), (20, "20 %"), (40, "40 %")))
    row = DotRow("Skive", "779", (Dot(55.0, "55 %", "reached", 45.0, 65.0),), "")
    (slide,) = deck(screen(chart=chart("dots", shape=Dots((scale,), (DotGroup("", (row,)),), ())))).slides
    assert charts(slide)[0].category_axis.maximum_scale == pytest.approx(0.6)


def test_too_few_has_its_words_on_its_row(deck, sampled):
    dots = of_key(chosen(screens(sampled, FEBRUARY), ()), "sammenligning")
    said = dict(dots.chart.shape.legend)["too_few"]
    told = [text for slide in deck(dots).slides for text in words(slide)]
    few = [row for group in dots.chart.shape.groups for row in group.rows if row.dots[0].mark == "too_few"]
    assert few and told.count(said) == len(few)
    assert "…" not in told


def test_many_rows_are_divided_and_a_group_s_heading_stays_with_its_rows(deck, chart, screen):
    def row(at):
        return DotRow(f"Nr. {at}", str(at), (Dot(20.0, "20 % (20 af 100)", "unsettled", 12.0, 30.0),), "")
    scale = Scale("Andel", 0, 40, ((0, "0 %"), (20, "20 %"), (40, "40 %")))
    shape = Dots((scale,), (DotGroup("", tuple(map(row, range(11)))), DotGroup("De små", tuple(map(row, (11, 12))))),
                 (("unsettled", "Uafklaret"),))
    found = deck(screen(chart=chart("dots", shape=shape)))
    assert titles(found) == ["Ni af ti mødte", "Ni af ti mødte (fortsat)"]
    assert all(len(next(s.table for s in slide.shapes if s.has_table).rows) <= 13 for slide in found.slides)
    assert "De små" in words(found.slides[1])


def test_columns_go_up_and_down_with_the_line_below(region, shown):
    screen = of_key(shown, "centre")
    (slide,) = titled(region, screen.title)
    upper, lower = charts(slide)
    data = screen.chart.data
    assert series(upper) == {"Åbnet": [*data["aabnet"]], "Lukket": [-x for x in data["lukket"]]}
    assert series(lower) == {"Aktive centre": [*data["aktive"]]}
    assert upper.plots[0].series[1].format.fill.type == MSO_FILL.PATTERNED


def test_columns_on_the_same_side_are_stacked(deck, chart, screen):
    shape = Columns(MONTHS, tuple(ColumnSeries(name, (1.0, None, 2.0, 3.0, 4.0, 5.0), ("",) * 6) for name in "ab"))
    (slide,) = deck(screen(chart=chart("columns", shape=shape))).slides
    (drawn,) = charts(slide)
    assert drawn.chart_type == XL_CHART_TYPE.COLUMN_STACKED
    assert series(drawn)["a"] == [1.0, None, 2.0, 3.0, 4.0, 5.0]


def test_bars_stand_before_their_frames_with_the_web_s_words(region, shown):
    screen = of_key(shown, "kurser")
    (slide,) = titled(region, screen.title)
    (drawn,) = charts(slide)
    bars = screen.chart.shape.bars
    assert series(drawn) == {"Ramme": [bar.outline for bar in bars], "Fyldt": [bar.value for bar in bars]}
    told = [text.text for text in drawn._chartSpace.iter(qn("a:t"))]
    assert sorted(told) == sorted(bar.label for bar in bars)


def test_a_bar_without_length_has_its_words_with_its_name(deck, chart, screen):
    shape = Bars((Bar("Dag 1", 10, "10 mødte"), Bar("Dag 2", None, "ikke oplyst")), 12, target=8, target_label="Mål 8")
    (slide,) = deck(screen(chart=chart("bars", shape=shape))).slides
    (drawn,) = charts(slide)
    assert list(drawn.plots[0].categories) == ["Dag 1", "Dag 2: ikke oplyst"]
    assert series(drawn) == {"Fyldt": [10.0, None]}
    line = next(shape for shape in slide.shapes if shape.name == "Mål 8")
    assert line._element.nvCxnSpPr.cNvPr.get("descr") == "Mål 8"


def test_a_name_that_looks_like_a_formula_stays_a_name(deck, chart, screen):
    shape = Bars((Bar("=1+1", 10, "10"),), 12)
    (slide,) = deck(screen(chart=chart("bars", shape=shape))).slides
    assert cells(charts(slide)[0]) == [[None, "Fyldt"], ["=1+1", 10]]


def test_more_bars_than_a_slide_holds_go_on_over_the_next(deck, chart, screen):
    shape = Bars(tuple(Bar(f"Dag {at}", at, str(at)) for at in range(19)), 20)
    found = deck(screen(chart=chart("bars", shape=shape)))
    assert [len(charts(slide)[0].plots[0].categories) for slide in found.slides] == [10, 9]


def test_empty_pictures_say_so(deck, chart, screen):
    known = screen(key="a", title="Kendt", chart=chart("bars", shape=Bars((Bar("Dag 1", 1, "1"),), 2)))
    empty = [screen(key="b", chart=chart("bars", shape=Bars((), 1))), screen(key="c", chart=chart("tiles")),
             screen(key="d", chart=chart("line")), screen(key="e", chart=chart("columns", shape=Columns((), ()))),
             screen(key="f", chart=chart("dots", shape=Dots((), (), ())))]
    for slide in list(deck(known, *empty).slides)[1:]:
        assert "Der er ingen tal at vise." in words(slide)


def test_a_kind_no_screen_has_is_an_error(deck, chart, screen):
    with pytest.raises(ValueError, match="funnel"):
        deck(screen(key="a", chart=chart("bars", shape=Bars((Bar("Dag 1", 1, "1"),), 2))),
             screen(key="b", chart=chart("funnel")))


def test_the_width_of_a_text_is_arial_s():
    assert width_of("0123", 10) == pytest.approx(4 * 5.56)
    assert width_of("mW", 10, bold=True) == pytest.approx(8.89 + 9.44)
    assert wrapped("et to tre", 10, width_of("et to", 10)) == ["et to", "tre"]
