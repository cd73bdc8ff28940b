"""Mål og metode: generated from the definitions; a target is changed only with source, reason and a name."""

from datetime import date

import pytest
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from model.basics import settings
from model.documents.marks import INTERNAL
from model.programmes.current import BESIDE, HOUSE, PROGRAMME
from model.programmes.kinds import Volume
from model.programmes.projects import PROJECTS
from model.store.tables.base import Target
from model.store.tables.plans import MINIMUM
from model.subjects.definitions import beside
from model.subjects.definitions.catalogue import AREAS, EVERYTHING
from model.subjects.definitions.measure import Measure, with_targets
from model.writing import plans
from pages.shared.navigation import SHOWN
from tests.pages.data_pages import said
from tests.pages.opening import LEMVIG, METHOD, REGION, SKIVE, fill, opened
from tests.pages.telling import publish
from tests.viewers import EVERYBODY


@pytest.fixture
def form(engine) -> AppTest:
    fill(engine)
    app = opened(METHOD)
    app.session_state["target_panel"] = True
    return app.run()


def written(form: AppTest, **fields: str) -> AppTest:
    """The form filled in and sent."""
    for key, text in fields.items():
        form.text_input(key=key).set_value(text)
    form.run()
    return form.button(key="target_save").click().run()


def explained(programme: str) -> list[Measure]:
    """What is to be explained where the programme is chosen; each is so in one programme."""
    others = {measure.name for name, areas in beside.AREAS.items() if name != programme
              for area in areas for measure in area.measures}
    own = {measure.name for area in beside.AREAS.get(programme, ()) for measure in area.measures}
    numbers = {"share": "16 %", "increase": "15", "self_supporting": "20 %", "national": "9.000"}
    return [with_targets(each, numbers) for each in EVERYTHING
            if (each.name not in others if programme == PROGRAMME.id else each.name in own)]


@pytest.mark.parametrize("programme", HOUSE)
def test_every_measure_is_explained_with_its_quote_and_weaknesses(engine, programme):
    words = said(opened(METHOD, indsats=programme))
    for measure in explained(programme):
        assert measure.title in words
        assert " ".join(measure.weaknesses.split()) in words
        assert " ".join(measure.quote.split()) in words


@pytest.mark.parametrize("programme", HOUSE)
def test_of_the_other_programmes_nothing_is_explained(engine, programme):
    html = " ".join(each.proto.body for each in opened(METHOD, indsats=programme).get("html"))
    own = {measure.name for measure in explained(programme)}
    assert [each.name for each in EVERYTHING if f'id="{each.name}"' in html] == [
        each.name for each in EVERYTHING if each.name in own]


@pytest.mark.parametrize("programme", BESIDE.values(), ids=lambda each: each.id)
def test_a_programme_beside_has_its_own_page_with_what_the_house_has_in_common_once(engine, programme):
    app = opened(METHOD, indsats=programme.id)
    words = said(app)
    assert f"Hvad tallene for {programme.called} betyder" in words
    assert words.count("Fælles regler") == words.count("Et tal, der mangler, er ikke nul, og der gættes ikke") == 1
    assert "Ret et mål eller et udgangspunkt" not in [each.label for each in app.expander]
    assert "Det er beskyttet" not in words and "matchgruppe 4" not in words


@pytest.mark.parametrize("programme", BESIDE.values(), ids=lambda each: each.id)
def test_each_kind_of_goal_says_that_nothing_of_it_is_public(engine, programme):
    public = said(opened(METHOD, indsats=programme.id)).split("Det, der er til offentligheden")[1]
    assert f"Intet tal for {programme.called} er med i dem." in public and f"mærket »{INTERNAL}«" in public
    assert all(f"»{aim.title}«" in public for aim in programme.goals.values())


def test_a_changed_plan_stands_before_what_was_declared(engine):
    project = next(name for name, each in PROJECTS.items() if each.programme.aims(Volume))
    programme = PROJECTS[project].programme
    [goal] = programme.aims(Volume)
    assert "Sådan er planen ændret" not in said(opened(METHOD, indsats=programme.id))
    plans.change_plan(engine, project=project, part=MINIMUM, about=goal.started, value=goal.least + 20,
                      reason="Aftalt på mødet", viewer=EVERYBODY)
    words = said(opened(METHOD, indsats=programme.id))
    assert f"fra {goal.least} til {goal.least + 20}. Målene herunder er, som planen var fra begyndelsen." in words
    assert words.index(f"Sådan er planen ændret: {project}") < words.index("Målene Hvornår")


def test_the_measures_of_the_other_pages_stand_under_the_pages_own_names(engine):
    words = said(opened(METHOD))
    titles, explained = [entry.title for entry in SHOWN], [area.title for area in AREAS]
    titles.insert(titles.index("Virksomhedscentre") + 1, "Pris")  # a tab of the page before it
    assert explained == [title for title in titles if title in explained]
    assert all(f"{area.title} {area.what}" in words for area in AREAS)
    assert words.index("Fælles regler") < words.index("Tallene på de andre sider") < words.index(
        "De tal, jobcentrene indberetter")


def test_no_target_is_left_unnamed(engine):
    words = said(opened(METHOD))
    assert "længst fra 16 % ved udgangspunktet" in words
    assert not any(f"{{{name}}}" in words for name in ("share", "increase", "self_supporting", "national"))


def test_the_targets_stand_with_their_source(engine):
    words = said(opened(METHOD))
    assert "Mål 1: andel i virksomhedsaktivering" in words
    assert "september 2009" in words
    assert "Planen nævner intet udgangspunkt" in words


def test_a_change_cannot_be_saved_before_all_is_written(form, engine):
    assert form.button(key="target_save").disabled
    assert "Skriv først en ny værdi, kilden, en begrundelse og hvem du er." in said(form)
    form.number_input(key="target_value").set_value(18)
    form.text_input(key="target_source").set_value("Aftale")
    form.text_input(key="uploaded_by").set_value("prøve").run()
    assert form.button(key="target_save").disabled
    assert "Skriv først en begrundelse." in said(form)
    with Session(engine) as session:
        assert len(session.exec(select(Target)).all()) == 5


def test_the_form_says_what_applies_and_what_the_change_does_to_the_goals(form):
    assert "I marts 2010 gælder 16 %, fælles for alle jobcentre." in said(form)
    assert form.selectbox(key="target_from").value == date(2010, 3, 1)
    form.number_input(key="target_value").set_value(1).run()
    assert "Ændringen ændrer Mål 1-status for" in said(form)


def test_a_baseline_applies_from_the_first_figures_unless_said(form):
    form.selectbox(key="target_part").set_value("baseline_value").run()
    assert form.selectbox(key="target_from_baseline").value == date(2008, 9, 1)
    assert "Et udgangspunkt gælder fra kampagnens første tal, september 2008" in said(form)


def test_a_change_is_kept_beside_what_stood_and_moves_every_page(form, engine):
    form.number_input(key="target_value").set_value(25)
    app = written(form, target_source="Aftale på dialogmøde", target_reason="Nyt niveau", uploaded_by="prøve")
    words = said(app)
    assert "Ændringen er gemt" in words
    assert "25\u00a0%" in words or "25 %" in words
    with Session(engine) as session:
        rows = session.exec(select(Target).where(Target.part == "share")).all()
    assert [row.value for row in rows] == [16, 25]
    assert "mindst 25" in said(opened(REGION))
    told = said(opened(METHOD)).replace("\u00a0", " ")
    assert "Andel i virksomhedsaktivering (25 %)" in told
    assert "Begge dele kræves: mindst 25 % af målgruppen og mindst 15 flere" in told


def test_a_jobcenters_baseline_can_be_a_number_with_its_source(form, engine):
    form.selectbox(key="target_part").set_value("baseline_value").run()
    form.selectbox(key="target_scope").set_value(SKIVE).run()
    form.number_input(key="target_value").set_value(22)
    app = written(form, target_source="Jobcentrets egen opgørelse", target_reason="September manglede",
                  uploaded_by="prøve")
    assert "22 personer" in said(app)
    assert "Skive" in said(app)


def test_nothing_can_be_changed_while_an_earlier_day_is_shown(engine):
    fill(engine)
    app = opened(METHOD, pr="2010-01-15")
    app.session_state["target_panel"] = True
    app.run()
    assert "Mens du ser en tidligere dag, kan mål ikke rettes." in said(app)
    assert not [button for button in app.button if button.key == "target_save"]


def test_the_page_stands_without_any_figures(engine):
    assert "Sådan er det beregnet" in said(opened(METHOD))


def test_it_says_what_small_numbers_are_protected_against_and_what_not(engine):
    words = said(opened(METHOD))
    protected, unprotected = words.split("Det er beskyttet")[1].split("Det er ikke beskyttet")
    assert "under 100 eller ikke er oplyst, vises tilsammen på én linje" in protected
    assert "er fra 0 til 4." in protected and "mindst 20 afsluttede forløb" in protected and "mindst 50" in protected
    assert "»Virksomhedsaktivering i alt« for hvert jobcenter og hver måned" in protected
    assert "»Heraf i løntilskud« kun for det hele" in protected
    assert all(words in unprotected for words in ("To jobcentre, der lægger deres egne tal sammen",
                                                  "Hvor meget et fortalt tal er rettet", "andre har offentliggjort"))


def test_the_limits_are_those_that_hold_and_who_is_told_together_is_named(engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_PUBLIC_THRESHOLD", "10")
    settings.load.cache_clear()
    fill(engine, silent=(LEMVIG,))
    publish(engine)
    monkeypatch.delenv("FREMDRIFT_PUBLIC_THRESHOLD")
    settings.load.cache_clear()
    words = said(opened(METHOD))
    assert "er fra 0 til 9." in words  # what an edition was once made under holds ever after
    assert "Nu er det Herning, Holstebro, Horsens og Lemvig." in words
