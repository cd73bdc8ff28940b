"""A programme whose jobcenters are all told together: the public pages say what can be said of their line."""

from dataclasses import replace
from datetime import date
from html import unescape
from re import sub

import pytest

from model.documents.screens import screens
from model.documents.site import site
from model.documents.site.public import Public
from model.publishing.as_snapshot import as_snapshot
from tests.model.publishing.first import first_edition
from tests.model.subjects.builders import said, snapshot

CODES, MARCH = ("657", "740", "751", "779", "791"), date(2010, 3, 1)
TOLD = "De 5 jobcentre har tilsammen 22,5\u00a0% i virksomhedsaktivering: 450 af 2.000"
WAITING = "Tallene for marts 2010 vises, når alle 5 jobcentres tal er kendt"
LEFT_OUT = "Tallene for marts 2010 er udeladt, så små tal ikke kan regnes ud"


def edition(*more, total=90):
    rows = [said(code, month, persons=400, total=count) for code in CODES
            for month, count in (("2009-09", 60), ("2010-03", total))]
    made = first_edition(snapshot(*rows, *more, codes=CODES), MARCH)
    return replace(made, heading=replace(made.heading, number=1))


def front(made):
    page = site.files(Public((made,)))["index.html"].decode()
    return unescape(sub(r"<[^>]+>", " ", page.replace("\u00a0", " ")))


@pytest.mark.parametrize(("made", "title"), [
    (edition(), TOLD), (edition(said("791", "2010-03", persons="missing", total="missing")), WAITING),
    (edition(total=1), LEFT_OUT)])
def test_the_heading_is_what_can_be_said_of_them_together(made, title):
    status = screens(as_snapshot(made), MARCH)[0]
    assert status.title == title
    words = front(made)
    assert title.replace("\u00a0", " ") in words
    for never in ("for noget jobcenter", "ingen at opgøre", "før målgruppe, aktivering og udgangspunkt"):
        assert never not in words


def test_the_card_has_their_share_and_why_goal_1_is_not_judged():
    first, second = screens(as_snapshot(edition()), MARCH)[0].figures
    assert (first.figure, first.words) == ("22,5\u00a0%", "(450 af 2.000) i virksomhedsaktivering")
    assert [line.text for line in first.lines] == [
        "De 5 jobcentre vises kun tilsammen. Mål 1 gælder hvert jobcenter for sig og kan ikke afgøres for dem under "
        "ét."]
    assert not any("Jobcentrene:" in line.text for line in second.lines)
