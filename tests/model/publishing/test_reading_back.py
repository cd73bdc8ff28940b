"""After a restore of an older copy nothing is published until what was told is known again, read from the site."""

import json
from datetime import date

import pytest
from sqlmodel import Session

from model.basics.free_text import RecordRefused
from model.publishing import editions, reading_back
from model.publishing.edition import document
from model.snapshot.loading import load
from model.store import edition_facts
from tests.model.backup.drilling import backed_up, put_back
from tests.viewers import EVERYBODY, named

MARCH, JUNE, SEPTEMBER, DECEMBER = (date(2010, month, 1) for month in (3, 6, 9, 12))


def publish(engine, month):
    with Session(engine) as session:
        shot = load(session, EVERYBODY)
    return editions.publish(engine, shot, month, viewer=named("konsulent"))


def known(engine):
    with Session(engine) as session:
        return [document(editions.edition(session, each.number)) for each in editions.headings(session)]


def missing(engine):
    with Session(engine) as session:
        return edition_facts.missing(session)


def laid(folder, documents):
    """The documents as they lie on the public site: of those withdrawn there is none."""
    for each in documents:
        if each["withdrawn"] is None:
            place = folder / "udgivelse" / str(each["edition"])
            place.mkdir(parents=True)
            (place / "udgivelse.json").write_text(json.dumps(each), encoding="utf-8")
    return folder


@pytest.fixture
def restored(sample, tmp_path):
    """Four editions, the second and the fourth of which a restored copy has not got; and the folder of the site."""
    publish(sample, MARCH)
    copy = backed_up(sample, tmp_path)
    for month in (JUNE, SEPTEMBER, DECEMBER):
        publish(sample, month)
    editions.withdraw(sample, 2, viewer=named("konsulent"), reason="forkert tal")
    told = known(sample)
    put_back(copy, sample)
    return sample, told, laid(tmp_path / "side", told)


def test_a_restore_remembers_what_was_published_and_publishing_waits(restored):
    engine, _, _ = restored
    assert missing(engine) == (2, 3, 4)
    with pytest.raises(RecordRefused, match="Udgivelse 2, 3 og 4 er offentliggjort, men mangler"):
        publish(engine, DECEMBER)
    assert len(known(engine)) == 1


def test_what_stands_on_the_site_is_read_back_whole(restored):
    engine, told, folder = restored
    assert reading_back.read_back(engine, reading_back.documents(folder), viewer=named("prøve")) == [2, 3, 4]
    again = known(engine)
    assert [each["cells"] for each in again[2:]] == [each["cells"] for each in told[2:]]
    assert again[1]["withdrawn"] is not None  # as far as the third tells of it
    assert missing(engine) == ()
    with pytest.raises(RecordRefused, match="intet nyt"):
        publish(engine, DECEMBER)
    assert reading_back.read_back(engine, reading_back.documents(folder), viewer=named("prøve")) == []


def test_a_site_that_tells_something_else_is_refused(restored, tmp_path):
    engine, told, _ = restored
    told[0]["cells"][0]["value"] += 5
    with pytest.raises(RecordRefused, match="fortæller noget andet"):
        reading_back.read_back(engine, reading_back.documents(laid(tmp_path / "anden", told)), viewer=named("prøve"))
    assert missing(engine) == (2, 3, 4)


@pytest.mark.parametrize(("content", "why"), [(None, "er der ingen udgivelser"), ("{", "ikke en udgivelse"),
                                              ("[]", "ikke en udgivelse"), ('{"edition": 1}', "ikke en udgivelse")])
def test_a_folder_without_editions_and_a_file_that_is_none_are_refused(tmp_path, content, why):
    if content is not None:
        (tmp_path / "udgivelse.json").write_text(content, encoding="utf-8")
    with pytest.raises(RecordRefused, match=why):
        reading_back.documents(tmp_path)


def test_what_can_be_had_from_nowhere_is_given_up_on_purpose(restored, tmp_path):
    engine, told, _ = restored
    editions_left = [each for each in told if each["edition"] < 4]
    reading_back.read_back(engine, reading_back.documents(laid(tmp_path / "uden", editions_left)),
                           viewer=named("prøve"))
    assert missing(engine) == (4,)
    assert reading_back.give_up(engine, viewer=named("prøve")) == [4]
    assert missing(engine) == () and known(engine)[3]["withdrawn"] is not None
    assert publish(engine, DECEMBER) == 5
    with pytest.raises(RecordRefused, match="mangler ingen udgivelser"):
        reading_back.give_up(engine, viewer=named("prøve"))


def test_a_site_with_an_edition_that_is_not_known_is_not_written_over(restored):
    engine, _, folder = restored
    with Session(engine) as session, pytest.raises(RecordRefused, match="mangler i databasen"):
        reading_back.hold_against(session, folder)
    reading_back.read_back(engine, reading_back.documents(folder), viewer=named("prøve"))
    with Session(engine) as session:
        reading_back.hold_against(session, folder)
        reading_back.hold_against(session, folder / "ingen")


def test_a_new_database_does_not_write_over_what_it_does_not_know(sample, tmp_path):
    publish(sample, MARCH)
    known_elsewhere = known(sample)
    known_elsewhere[0]["edition"] = 2
    with Session(sample) as session, pytest.raises(RecordRefused, match="På siden står udgivelse 2"):
        reading_back.hold_against(session, laid(tmp_path / "side", known_elsewhere))
