"""Stories to read: newest first, searched in all their words, and told where they come from."""

import pytest
from sqlmodel import Session

from model.snapshot import loading
from model.store.tables.meetings import DRAFT, PUBLISHED
from model.subjects.stories.figures import stories
from model.writing.stories import write_story
from tests.viewers import EVERYBODY, named


@pytest.fixture
def seen(engine):
    for code, title, theme, state in (("791", "Fra kantine til job", "Mentorer", PUBLISHED),
                                      ("779", "Et netværk på havnen", "Netværk", PUBLISHED),
                                      (None, "Fælles for alle", "", PUBLISHED), ("665", "Kladden", "Mentorer", DRAFT)):
        write_story(engine, jobcenter=code, title=title, description="Søgte ord.", theme=theme, state=state,
                    partners="en havn" if code == "779" else "", read_through=True, viewer=named("BRM"))
    with Session(engine) as session:
        return loading.load(session, EVERYBODY)


def titles(found):
    return [story.title for story in found]


def test_published_stories_stand_newest_first_and_drafts_apart(seen):
    assert titles(stories.stories(seen)) == ["Fælles for alle", "Et netværk på havnen", "Fra kantine til job"]
    assert titles(stories.stories(seen, DRAFT)) == ["Kladden"]
    assert titles(stories.of_jobcenter(seen, "791")) == ["Fra kantine til job"]
    assert stories.of_jobcenter(seen, "665") == ()


def test_the_heading_counts_stories_and_jobcenters(seen):
    assert stories.title(seen) == "3 gode historier fra 2 jobcentre"
    assert stories.line(seen) == "17 af 19 jobcentre har ingen endnu · 1 kladde"


@pytest.mark.parametrize(("given", "expected"), [
    ({"text": "KANTINE job"}, ["Fra kantine til job"]), ({"text": "viborg"}, ["Fra kantine til job"]),
    ({"text": "havn søgte"}, ["Et netværk på havnen"]), ({"text": "intet"}, []),
    ({"theme": "Netværk"}, ["Et netværk på havnen"]), ({"code": "791", "theme": "Netværk"}, [])])
def test_a_search_asks_for_every_word_in_any_field(seen, given, expected):
    assert titles(stories.matching(stories.stories(seen), **given)) == expected


def test_a_story_tells_where_it_comes_from_and_with_whom(seen):
    story = stories.of_jobcenter(seen, "779")[0]
    assert story.line.startswith("Skive · Netværk · sammen med en havn · ")
    assert stories.stories(seen)[0].place == "Hele regionen"
    assert stories.themes(stories.stories(seen)) == ["Mentorer", "Netværk"]
