"""Places, how many of them are taken, and enquiries to the hotline: told of the whole, once a month."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.publishing import editions
from model.publishing.activities import ENQUIRIES, OCCUPANCY, PLACES, TAKEN_OF, Activities, in_steps
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import Key, PublicRecord
from model.publishing.checklist_activities import activities_remarks
from model.publishing.edition import document, read
from model.publishing.reported import reported
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centres import movement_chart
from model.subjects.centres.figures.occupancy import occupancy
from model.subjects.centres.words.centres import one_line
from model.subjects.support.charts.support import months_chart
from model.subjects.support.figures import hotline
from tests.model.publishing.first import first_edition
from tests.model.publishing.nine import ALL, LARGE, nine
from tests.model.publishing.reports import LIMITS, MONTHS, decided, reports
from tests.model.subjects.centres.figures.builders import snapshot as with_centres
from tests.model.subjects.centres.figures.builders import stay
from tests.model.subjects.centres.figures.builders import told as said_of
from tests.model.subjects.support_builders import asked, loaded, said

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)


def shot(taken=7, *, of=ALL, places=10):
    """Every one of these jobcenters has a centre of ten places of which so many are taken in March."""
    return with_centres([stay("C", "2009-05-01", code=code, places=places) for code in ALL],
                        [said_of("C", "2010-03", taken, places, code=code) for code in of])


def _told(edition, month=MARCH):
    return {key.measure: edition.published.cells[key].value for key in edition.published.cells
            if key.scope == "whole" and key.first == month and key.measure in (PLACES, TAKEN_OF, OCCUPANCY)}


@pytest.mark.parametrize(("occupied", "counted", "percent"), [
    (0, 40, 0), (1, 40, 5), (39, 40, 100), (171, 250, 70), (169, 250, 70), (168, 250, 65), (44, 40, 110)])
def test_how_full_they_are_is_told_in_steps_of_five(occupied, counted, percent):
    assert in_steps(occupied, counted) == percent


def test_places_and_about_how_many_are_taken_are_told_of_the_whole():
    edition = first_edition(shot(), MARCH)
    assert _told(edition) == {PLACES: 90, TAKEN_OF: 90, OCCUPANCY: 70}
    assert {key.units for key in edition.published.cells if key.measure == OCCUPANCY} == {tuple(sorted(ALL))}
    assert not [cell for cell in document(edition)["cells"] if cell["value"] == 63]  # how many are taken


def test_a_percent_is_of_seven_jobcenters_or_of_none():
    assert _told(first_edition(shot(of=ALL[:6]), MARCH)) == {PLACES: 90}
    assert _told(first_edition(shot(of=ALL[:7]), MARCH)) == {PLACES: 90, TAKEN_OF: 70, OCCUPANCY: 70}


@pytest.mark.parametrize("taken", [0, 10])
def test_where_nearly_none_or_nearly_all_are_taken_the_percent_is_withheld_for_good(taken):
    edition = first_edition(shot(taken), MARCH)
    assert _told(edition) == {PLACES: 90, TAKEN_OF: 90, OCCUPANCY: None}
    later = editions.after(edition.published, edition.content, shot(5), APRIL)
    assert _told(later)[OCCUPANCY] is None
    chart, note = occupancy_chart(as_snapshot(edition), None, MARCH), movement_chart(as_snapshot(edition), None, MARCH)
    assert chart is None and note.note == ("I marts 2010 var der 90 pladser, belægningen er udeladt, så små tal ikke "
                                           "kan regnes ud.")


def test_what_is_told_of_a_month_is_not_told_anew():
    first = first_edition(shot(of=ALL[:7]), MARCH)
    later = editions.after(first.published, first.content, shot(9), APRIL)
    assert _told(later) == _told(first)


def test_the_public_s_words_and_chart_are_those_of_the_cells():
    public = as_snapshot(read(document(first_edition(shot(of=ALL[:7]), MARCH))))
    chart = occupancy_chart(public, None, MARCH)
    assert chart.title == "Omkring 70\u00a0% af pladserne var besat i marts 2010"
    assert chart.data.iloc[-1].tolist() == ["2010-03", 90, 70, 70]
    assert chart.table.iloc[-1].tolist() == ["marts 2010", "90", "70", "70\u00a0%"]
    assert chart.series[-1].label_last == "ca. 70\u00a0%"
    assert movement_chart(public, None, MARCH).note == (
        "I marts 2010 var der 90 pladser, omkring 70\u00a0% besat af de 70 med oplyst belægning.")
    assert one_line(public, None, MARCH).endswith(
        ", 90 pladser, omkring 70\u00a0% besat af de 70 med oplyst belægning.")


def test_no_month_before_those_that_are_compared_is_told():
    edition = first_edition(shot(), MARCH)
    assert min(key.first for key in edition.published.cells if key.scope == "whole") == date(2009, 9, 1)


def test_the_sums_are_those_that_the_internal_view_has():
    internal = shot(6, of=ALL[:8])
    whole, known = occupancy(internal, None, MARCH), reported(internal).activities
    at = internal.months.index(MARCH)
    assert [np.nansum(table[:, at]) for table in (known.places, known.counted, known.occupied)] == [
        whole.places, whole.counted, whole.occupied]


def enquiries(by_month):
    asked = np.array([by_month.get(month, np.nan) for month in MONTHS], dtype=float)
    nothing = np.full((len(reports().units), len(MONTHS)), np.nan)
    return replace(reports(), activities=Activities(nothing, nothing, nothing, asked))


def test_enquiries_are_told_once_a_month_where_a_list_knows_the_month_whole():
    def key(month):
        return Key("whole", tuple(reports().units), ENQUIRIES, month, month)

    first = decided(PublicRecord(), enquiries({date(2010, 2, 1): 0, MARCH: 7}), MARCH).published
    later = decided(first, enquiries({date(2010, 2, 1): 3, MARCH: 9, APRIL: 2}), APRIL, LIMITS).published
    assert [first.value(key(month)) for month in (date(2010, 2, 1), MARCH, APRIL)] == [0, 7, None]
    assert [later.value(key(month)) for month in (date(2010, 2, 1), MARCH, APRIL)] == [0, 7, 2]


def test_a_month_that_was_not_over_when_the_list_came_waits(engine):
    said(engine, "hotline", asked(1, "2009-11-05"), asked(2, "2010-01-07"), asked(3, "2010-02-01"),
         received="2010-02-03")
    internal = loaded(engine, as_of="2010-06-01")
    assert hotline.by_month(internal).tolist() == [1, 0, 1, 1]
    public = as_snapshot(first_edition(internal, MARCH))
    assert hotline.by_month(public).tolist() == [1, 0, 1]
    assert activities_remarks(internal, first_edition(internal, date(2009, 10, 1))) == ()  # before it opened
    chart = months_chart(public)
    assert chart.title == "2 henvendelser, siden hotlinen åbnede 2. nov. 2009"
    assert chart.data["henvendelser"].tolist() == [1, 0, 1] and "prøvevisning" in chart.source


def test_what_is_told_once_or_not_yet_is_said_before_it_is_published(engine):
    said(engine, "hotline", asked(1, "2010-03-05"), received="2010-03-20")
    asked_of = loaded(engine, as_of="2010-06-01")
    assert activities_remarks(asked_of, first_edition(asked_of, MARCH)) == (
        "Henvendelserne til hotlinen i marts 2010 er ikke med: den nyeste liste kom, før måneden var slut. De kommer "
        "med, når der er indlæst en nyere.",)
    few, some = shot(of=ALL[:6]), shot(of=ALL[:7])
    assert activities_remarks(few, first_edition(few, MARCH)) == (
        "Belægningen i marts 2010 er oplyst af 6 jobcentre og vises ikke: der skal 7 til.",)
    assert activities_remarks(some, first_edition(some, MARCH)) == (
        "Belægningen i marts 2010 vises kun én gang og uden Odder og Samsø, der har pladser og ikke har oplyst, hvor "
        "mange der er besat.",)
    assert activities_remarks(shot(), first_edition(shot(), MARCH)) == ()


def test_what_is_not_declared_public_is_not_told(monkeypatch):
    monkeypatch.setattr("model.publishing.activities.CENTRE_MONTHS", replace(CENTRE_MONTHS, public="never"))
    assert _told(first_edition(shot(), MARCH)) == {}


def test_nothing_is_told_where_there_is_nothing():
    assert _told(first_edition(nine(), MARCH)) == {} and len(LARGE) == 5
