"""A story is a draft until it is read through, and every version of it is kept."""

import pytest
from sqlmodel import Session, select

from model.basics.free_text import RecordRefused
from model.store.tables.meetings import DRAFT, PUBLISHED, WITHDRAWN, Story
from model.writing.stories import write_story
from tests.model.meetings import written
from tests.viewers import named

CPR = "".join(["251248", "-", "4916"])
GOOD = {"title": "Fra kantine til job", "description": "Det gik godt.\nTo er ansat.", "jobcenter": "791",
        "partners": "en kantine", "theme": "Mentorer", "state": DRAFT, "viewer": named("BRM")}


def test_a_story_keeps_its_lines_and_gets_the_next_number(any_engine):
    assert [write_story(any_engine, **GOOD), write_story(any_engine, **(GOOD | {"title": "Nr. to"}))] == [1, 2]
    newest = written(any_engine).stories
    assert newest["title"].tolist() == ["Nr. to", "Fra kantine til job"]
    assert newest["description"].iloc[1] == "Det gik godt.\nTo er ansat."


def test_publishing_asks_for_somebody_who_has_read_it(engine):
    number = write_story(engine, **GOOD)
    published = GOOD | {"state": PUBLISHED, "number": number}
    with pytest.raises(RecordRefused, match="Læs teksten igennem"):
        write_story(engine, **published)
    write_story(engine, **published, read_through=True)
    assert written(engine).published.stories["number"].tolist() == [number]


def test_the_public_sees_neither_drafts_nor_what_was_withdrawn(engine):
    number = write_story(engine, **(GOOD | {"state": PUBLISHED}), read_through=True)
    write_story(engine, **(GOOD | {"title": "Kladden"}))
    write_story(engine, **(GOOD | {"state": WITHDRAWN, "number": number}))
    assert written(engine).published.stories.empty
    with Session(engine) as session:
        assert len(session.exec(select(Story)).all()) == 3


@pytest.mark.every
@pytest.mark.parametrize(("given", "told"), [
    ({"title": ""}, "hvad historien hedder"), ({"description": " \n "}, "Fortæl historien"), ({"viewer": named("")},
                                                                                              "hvem du er"),
    ({"description": f"Borger {CPR}"}, "CPR-nummer"), ({"partners": "a@b.dk"}, "mailadresse"),
    ({"title": "x" * 121}, "højst 120 tegn"), ({"jobcenter": "999"}, "findes ikke"), ({"number": 7}, "nr. 7"),
    ({"state": "gemt"}, "kan en historie ikke være")])
def test_what_cannot_be_told_is_refused_and_leaves_nothing(engine, given, told):
    with pytest.raises(RecordRefused, match=told):
        write_story(engine, **(GOOD | given))
    assert written(engine).stories.empty


def test_the_same_again_is_refused(engine):
    number = write_story(engine, **GOOD)
    with pytest.raises(RecordRefused, match="ikke ændret noget"):
        write_story(engine, **GOOD, number=number)
