"""Why a number is not there, as the public reads it: waiting, told together, or left out; never hidden by a sender."""

from datetime import date
from itertools import chain

import pytest

from model.documents.screens import screens
from model.publishing.as_snapshot import as_snapshot
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.left_out import reason_words, refusal
from model.subjects.goals.words.wording import goal2_words
from tests.model.publishing.first import first_edition
from tests.model.publishing.nine import ALL, HERNING, LEMVIG, SMALL, TOGETHER, VIBORG, nine
from tests.model.subjects.builders import said

MARCH = date(2010, 3, 1)
HALF_YEAR = ("2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")


def public(*more):
    return as_snapshot(first_edition(nine(*more, data_date="2010-10-01"), MARCH))


def courses(**good):
    return [said(code, month, "2010-09-20", ended=9, good=good.get(code, 3)) for code in ALL for month in HALF_YEAR]


@pytest.mark.parametrize(("told", "reason", "of_one"), [
    (public(), f"{TOGETHER} vises tilsammen", "Jobcenter Lemvig vises kun sammen med Odder, Samsø og Struer."),
    (public(said(LEMVIG, "2010-03", persons="missing", total="missing")),
     f"{TOGETHER} kommer med i månedens summer, når alle deres tal er kendt",
     "Jobcenter Lemvig vises kun sammen med Odder, Samsø og Struer, når alle deres tal er kendt."),
    (public(*(said(code, "2010-03", persons=80, total=1) for code in SMALL)),
     f"I månedens summer er {TOGETHER} ikke med, så små tal ikke kan regnes ud",
     "Jobcenter Lemvig er ikke med, så små tal ikke kan regnes ud.")], ids=["together", "waiting", "left out"])
def test_those_told_together_are_in_wait_or_left_out_and_it_is_said_which(told, reason, of_one):
    assert (reason_words(told), refusal(told, LEMVIG)) == (reason, of_one)


def test_goal_2_of_all_left_out_is_not_said_to_be_waiting():
    none = public(*(said(code, month, "2010-09-20", ended=2, good=1) for code in ALL for month in HALF_YEAR))
    assert goal2_words(goal2(none, None, MARCH)) == "Kan ikke vises: tallene er udeladt, så små tal ikke kan regnes ud"
    assert goal2_words(goal2(public(), None, MARCH)) == "Ikke endnu: fortælles hvert halve år"


def _texts(chart):
    yield from (chart.title, chart.subtitle, chart.note, chart.alt)
    for series in chart.series:
        yield from (*series.labels, *series.gaps)
    yield from chain.from_iterable((tile.figure, tile.status, tile.note) for tile in chart.tiles)
    yield from (str(cell) for table in (chart.table, chart.data) for row in table.to_numpy() for cell in row)
    for group in getattr(chart.shape, "groups", ()):
        yield from (dot.label for row in group.rows for dot in row.dots)


@pytest.mark.parametrize("code", [None, VIBORG, HERNING])
def test_nothing_public_says_that_a_number_is_hidden(code):
    told = public(said(VIBORG, "2010-03", persons=400, total=3), said(HERNING, "2010-03", total="hidden"),
                  *courses(**{VIBORG: 0}))
    texts = []
    for screen in screens(told, MARCH, code):
        texts += [screen.title, screen.subtitle, screen.source, screen.alt]
        texts += _texts(screen.chart) if screen.chart else []
        for card in screen.figures:
            texts += [card.figure, card.words, *card.sentences, *(_texts(card.bullet) if card.bullet else [])]
    assert [text for text in texts if "skjult" in text.lower() or "diskretion" in text] == []
    assert code == HERNING or any("udeladt" in text for text in texts)
