"""The reminder is a whole mail: who, which month, what is missing, and how to send it."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from model.basics import settings
from model.programmes.current import PROGRAMME
from model.subjects.reporting.figures.reminders import lacks, reminder
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)
GROUP = "antallet af kontant- og starthjælpsmodtagere i matchgruppe 4"
PLACED = "antallet i virksomhedspraktik og løntilskud"
OUTCOMES = "afsluttede forløb og selvforsørgende 4 uger efter"


@pytest.mark.parametrize(("figures", "missing"), [
    ({}, [GROUP, PLACED, OUTCOMES]), ({"persons": 150}, [PLACED, OUTCOMES]), ({"persons": 150, "total": 9}, [OUTCOMES]),
    ({"persons": 150, "total": "hidden", "ended": 4, "good": "hidden"}, []),
    ({"persons": "missing", "total": 9, "ended": 4, "good": 1}, [GROUP])])
def test_what_is_missing(figures, missing):
    assert lacks(snapshot(said("779", "2010-03", **figures)), "779", MARCH) == missing


def test_outcomes_are_not_asked_for_before_they_can_be_measured():
    assert lacks(snapshot(data_date="2010-04-20"), "779", MARCH) == [GROUP, PLACED]


def mail(world):
    """The mail to Skive."""
    written = reminder(world, "779", MARCH)
    assert written is not None
    return written


def test_the_mail_names_the_month_what_is_missing_and_the_template():
    text = mail(snapshot(said("779", "2010-03", persons=150), data_date="2010-04-20")).whole
    assert text.startswith("Emne: Månedstal for marts 2010 fra Jobcenter Skive\n")
    assert f"Tak for de tal, vi allerede har fået. Vi mangler {PLACED} fra jer.\n" in text
    assert "skabelonen »Månedstal marts 2010«" in text


def test_the_mail_says_where_to_send_the_figures_with_a_link_where_there_is_one():
    world = snapshot(data_date="2010-04-20")
    assert ("Svar på denne mail med tallene, eller indlæs dem selv på siden »Indlæs tal« i Fremdrift."
            ) in mail(world).body
    written = reminder(world, "779", MARCH, link="https://fremdrift.example/indlaes")
    assert "på siden »Indlæs tal« i Fremdrift:\nhttps://fremdrift.example/indlaes\n" in written.body


def test_nobody_is_thanked_for_nothing():
    assert "Tak for" not in mail(snapshot(said("779", "2010-03", persons="missing"))).body


def test_one_who_has_sent_everything_is_not_reminded():
    found = snapshot(said("779", "2010-03", persons=150, total=9, ended=4, good=1))
    assert reminder(found, "779", MARCH) is None


def test_a_deadline_that_is_set_is_named(monkeypatch):
    assert "Fristen" not in mail(snapshot()).body
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "10")
    settings.load.cache_clear()
    assert ". Fristen var den 10. apr. 2010.\n" in mail(snapshot()).body
    assert ". Fristen er den 10. apr. 2010.\n" in mail(snapshot(data_date="2010-04-10")).body


def test_several_lacks_stand_with_commas():
    assert f"Vi mangler fra jer: {GROUP}, {PLACED}." in mail(snapshot(data_date="2010-04-20")).body


def test_the_mails_address_holds_subject_and_body_percent_encoded_and_no_receiver():
    written = mail(snapshot(data_date="2010-04-20"))
    address = urlsplit(written.address)
    held = parse_qs(address.query, strict_parsing=True)
    assert (address.scheme, address.path) == ("mailto", "")
    assert held == {"subject": [written.subject], "body": ["\r\n".join(written.lines)]}
    assert written.address.isascii() and not set(written.address) & set(' +"<>\n')


def test_the_longest_mail_is_no_longer_than_a_mail_program_takes(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "10")
    settings.load.cache_clear()
    link = "https://fremdrift.example/midtjylland/indlaes?maaned=2010-03"
    mails = [reminder(snapshot(), unit.code, MARCH, link=link) for unit in PROGRAMME.units]
    longest = max(mails, key=lambda written: len(written.address))
    assert len(longest.address) < 2000
