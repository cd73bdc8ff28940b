"""Where a jobcenter was spoken with stands on its own line in few small letters, and nowhere on the region's."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.documents import chart_typ
from model.drawing.plotly.lines import figure
from model.drawing.svg import chart_svg
from model.store.meeting_facts import MEETINGS, Written
from model.subjects.goals.charts.progress import progress_chart
from tests.model.publishing.first import published
from tests.model.publishing.nine import nine
from tests.model.subjects.builders import large, said, snapshot
from tests.model.subjects.planned import visit

MARCH = date(2010, 3, 1)
MONTHS = ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")


def world(*meetings, held=None, missing=()):
    """Viborg with these dialogue meetings and a counselling visit held on a day."""
    rows = [said("791", month, persons=300, total=30) for month in MONTHS if month not in missing]
    found = snapshot(*large("791"), *rows, codes=("791",), data_date="2010-04-15")
    frame = MEETINGS.empty().reindex(range(len(meetings))).assign(
        id=range(len(meetings)), unit="791", held_on=[date.fromisoformat(day) for day in meetings],
        closed_at=[pd.Timestamp(day, tz="UTC") for day in meetings])
    visits = pd.DataFrame([visit("791", "afholdt", held_on=held)] if held else [], columns=[*visit("791", None)])
    visits = visits.assign(held_on=pd.to_datetime(visits["held_on"]).astype("datetime64[us]"))
    return replace(found, written=Written(meetings=frame), records={"raadgivning": visits})


def letters(chart):
    return {f"{each.month:%Y-%m}": each.letter for each in chart.moments}


def test_a_meeting_and_a_visit_each_have_their_letter_and_share_one_month():
    chart = progress_chart(world("2010-01-12", "2010-03-03", held="2010-01-20"), "791", MARCH)
    assert letters(chart) == {"2010-01": "D+R", "2010-03": "D"}
    assert chart.moments[0].said == "Dialogmøde 12. jan. 2010 og rådgivningsbesøg 20. jan. 2010"
    assert chart.note == "D: dialogmøde. R: rådgivningsbesøg."
    assert "De siger ikke, hvorfor andelen flyttede sig." in chart.how_to_read
    assert chart.table.set_index("Måned").loc["marts 2010", "Møder og besøg"] == "Dialogmøde 3. mar. 2010"


def test_what_lies_ahead_was_never_closed_or_is_another_s_is_not_marked_and_nothing_is_on_the_region_s_line():
    assert progress_chart(world("2010-05-03", held="2010-05-04"), "791", MARCH).moments == ()
    assert progress_chart(world("2010-01-12"), None, MARCH).moments == ()
    found = world("2010-01-12")
    for other in ({"unit": "779"}, {"closed_at": None}):  # another's, and one that nobody closed
        others = Written(meetings=found.written.meetings.assign(**other))
        assert progress_chart(replace(found, written=others), "791", MARCH).moments == ()


def test_of_many_the_newest_are_marked_and_the_visit_stays():
    days = [f"{month}-10" for month in MONTHS[1:]]
    assert list(letters(progress_chart(world(*days), "791", MARCH))) == list(MONTHS[-4:])
    assert list(letters(progress_chart(world(*days, held="2009-10-12"), "791", MARCH))) == [
        "2009-10", *MONTHS[-3:]]


def test_without_any_the_chart_says_nothing_of_them():
    chart = progress_chart(world(), "791", MARCH)
    assert (chart.moments, chart.note) == ((), "") and "Møder og besøg" not in chart.table
    assert "dialogmøde" not in chart.how_to_read


def test_the_public_is_shown_none():
    spoken = replace(nine(data_date="2010-06-15"), written=world("2010-01-12").written)
    assert progress_chart(spoken, "791", MARCH).moments
    assert progress_chart(published(spoken, MARCH), "791", MARCH).moments == ()


@pytest.mark.parametrize("missing", [(), ("2009-12",)])
def test_web_wall_and_paper_draw_the_same_letters(missing):
    chart = progress_chart(world("2010-01-12", held="2010-02-20", missing=missing), "791", MARCH)
    web = {note.text: note.hovertext for note in figure(chart).layout.annotations if note.hovertext}
    assert web == {each.letter: each.said for each in chart.moments} and set(web) == {"D", "R"}
    assert [each["text"] for each in chart_typ.line(chart)["moments"]] == ["D", "R"]
    assert {each["row"] for each in chart_typ.line(chart)["moments"]} == {len(missing)}
    drawn = chart_svg(chart, name="x", height=600)
    assert all(f">{each.letter}</text>" in drawn for each in chart.moments)
