"""Each programme has a history and stories of its own, and whatever names one of its uploads leads to it."""

from sqlmodel import Session

from model.intake.undoing import undo
from model.programmes.current import BESIDE, PROGRAMME
from model.store import facts
from model.store.meeting_facts import written
from model.store.tables.meetings import PUBLISHED
from model.writing.stories import write_story
from pages.shared.navigation import HISTORY, TAB
from tests.model.subjects.projects.reports import MIDDELFART, PLATFORM, result, send
from tests.pages.data_pages import SKIVE, loaded, said
from tests.pages.opening import opened
from tests.viewers import EVERYBODY

CONTRACT, GENERATION_2 = BESIDE
TAB_OF_HISTORY = {TAB: HISTORY}


def owners(engine):
    with Session(engine) as session:
        return facts.uploads(session).set_index("id")["programme"].to_dict()


def reported(engine):
    loaded(engine, SKIVE)
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "26")))
    send(engine, result(PLATFORM, ("01-03-2009", "Støtteerklæringer i vest", "1")))


def test_an_upload_belongs_to_the_programme_it_is_about(engine):
    reported(engine)
    assert owners(engine) == {1: PROGRAMME.id, 2: GENERATION_2, 3: CONTRACT}


def test_the_history_has_the_chosen_programmes_uploads_alone(engine):
    reported(engine)
    own = opened("reporting", indsats=GENERATION_2)
    assert "1 indlæsning, senest den" in said(own) and "Resultater til milepæle" in said(own) and not own.tabs
    shown = said(opened("reporting", **TAB_OF_HISTORY))
    assert "1 indlæsning, senest den" in shown and "Resultater til milepæle" not in shown


def test_the_address_of_an_upload_leads_to_its_programme(engine):
    reported(engine)
    app = opened("reporting", indlaesning="3", **TAB_OF_HISTORY)
    assert app.query_params["indsats"] == CONTRACT and app.selectbox(key="upload_choice").value == 3


def test_an_upload_of_a_programme_beside_is_undone_like_any_other(engine):
    reported(engine)
    assert "26/25" in said(opened("project"))
    undo(engine, 2, reason="prøve", viewer=EVERYBODY)
    assert "26/25" not in said(opened("project"))


def test_templates_are_those_of_the_chosen_programme(engine):
    kinds = {programme: opened("upload", {"template": True}, indsats=programme).selectbox(key="template_kind").options
             for programme in (PROGRAMME.id, GENERATION_2)}
    assert kinds[GENERATION_2] == ["Resultater til milepæle", "Opfølgning på punkter"]
    assert not set(kinds[GENERATION_2]) & set(kinds[PROGRAMME.id])


def test_a_story_is_told_by_a_project_and_stands_with_its_programme_alone(engine):
    asked = {"title": "Fra praktik til job", "description": "En plads blev til et job.", "state": PUBLISHED,
             "viewer": EVERYBODY, "read_through": True}
    write_story(engine, **asked, programme=GENERATION_2, project=MIDDELFART)
    words = said(opened("stories", indsats=GENERATION_2))
    assert "1 god historie fra 1 projekt" in words and "Middelfart" in words and "Fra praktik til job" in words
    assert "Fra praktik til job" not in said(opened("stories"))
    assert "Fra praktik til job" not in said(opened("stories", indsats=CONTRACT))
    with Session(engine) as session:
        assert written(session).stories.empty
