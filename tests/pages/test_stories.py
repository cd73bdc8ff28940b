"""»Historier og eksempler«: drafts stay in the form, published ones are shown, searched and on the jobcenter's page."""

import pytest
from streamlit.testing.v1 import AppTest

from model.store.tables.meetings import DRAFT, PUBLISHED
from model.writing.stories import write_story
from tests.pages.data_pages import CPR, said
from tests.pages.opening import SKIVE, VIBORG, field, fill, opened
from tests.viewers import named

STORIES = "stories"
TEXT = "Tre kandidater begyndte i kantinen.\nTo af dem er ansat nu."


def form(**address: str) -> AppTest:
    """The page with the form open and somebody at it."""
    return opened(STORIES, {"story_panel": True, "uploaded_by": "konsulent i BRM"}, **address)


def typed(app: AppTest, *, title: str = "Fra kantine til job", text: str = TEXT) -> AppTest:
    field(app, "selectbox", "story_place_new").set_value(VIBORG)
    field(app, "text_input", "story_title_new").set_value(title)
    field(app, "text_area", "story_text_new").set_value(text)
    return app.run()


def published(app: AppTest) -> AppTest:
    field(app, "checkbox", "story_read").check().run()
    return field(app, "button", "story_publish").click().run()


def test_an_empty_page_says_what_it_is_for(engine):
    words = said(opened(STORIES))
    assert "Der er ikke udgivet gode historier endnu" in words
    assert "Her samles de erfaringer" in words


def test_a_story_is_published_only_when_it_has_been_read_through(engine):
    app = typed(form())
    assert field(app, "button", "story_publish").disabled
    words = said(published(app))
    assert "Historien er udgivet." in words
    assert "1 god historie fra 1 jobcenter" in words
    assert "To af dem er ansat nu." in words
    assert field(app, "text_input", "story_title_new").value == ""


def test_a_draft_is_only_in_the_form(engine):
    app = typed(form())
    words = said(field(app, "button", "story_draft").click().run())
    assert "Der er ikke udgivet gode historier endnu" in words
    assert "1 kladde" in words
    assert "To af dem er ansat nu." not in words
    assert any("Fra kantine til job (kladde, Viborg" in option for option in
               field(app, "selectbox", "story_number").options)


@pytest.mark.parametrize("button", ["story_draft", "story_publish"])
def test_a_cpr_number_is_told_at_the_field_and_never_saved(engine, button):
    app = typed(form(), text=f"Borgeren {CPR} kom i arbejde")
    assert "ligner et CPR-nummer" in said(app)
    field(app, "checkbox", "story_read").check().run()
    words = said(field(app, "button", button).click().run())
    assert "Der er ikke gemt noget" in words
    assert CPR not in words
    assert "Ny historie" in field(app, "selectbox", "story_number").options[0]
    assert len(field(app, "selectbox", "story_number").options) == 1


def test_contact_details_are_saved_only_on_purpose(engine):
    app = typed(form(), text="Ring til kantinen på 86 12 34 56")
    assert "telefonnummer" in said(app)
    assert "Der er ikke gemt noget" in said(field(app, "button", "story_draft").click().run())
    field(app, "checkbox", "story_contact").check().run()
    assert "Historien er gemt som kladde." in said(field(app, "button", "story_draft").click().run())


def test_the_search_narrows_what_is_shown(engine):
    for code, title, theme in ((VIBORG, "Fra kantine til job", "Mentorer"), (SKIVE, "Et netværk på havnen", "Netværk")):
        write_story(engine, jobcenter=code, title=title, description="Det gik godt.", theme=theme, state=PUBLISHED,
                    read_through=True, viewer=named("BRM"))
    app = opened(STORIES)
    assert "2 gode historier fra 2 jobcentre" in said(app)
    words = said(app.text_input(key="story_search").set_value("kantine").run())
    assert "1 af 2 historier" in words
    assert "Et netværk på havnen" not in words
    assert "Ingen historier passer" in said(app.text_input(key="story_search").set_value("finnes ikke").run())
    assert "Fra kantine til job" not in said(opened(STORIES, jobcenter=SKIVE))


def test_a_published_story_is_withdrawn_and_can_be_changed(engine):
    number = write_story(engine, title="Fra kantine til job", description="Det gik godt.", state=PUBLISHED,
                         read_through=True, viewer=named("BRM"))
    app = form()
    field(app, "selectbox", "story_number").set_value(number).run()
    assert "Historien er trukket tilbage." in said(field(app, "button", "story_withdraw").click().run())
    assert "Der er ikke udgivet gode historier endnu" in said(opened(STORIES))


def test_nothing_is_written_while_an_earlier_day_is_shown(engine):
    fill(engine)
    write_story(engine, title="Senere", description="Det gik godt.", state=DRAFT, viewer=named("BRM"))
    app = form(pr="2010-04-11")
    assert "Mens du ser en tidligere dag" in said(app)
    assert not [button for button in app.button if button.key == "story_draft"]


def examples(**address: str) -> AppTest:
    return opened(STORIES, None, fane="Eksempler", **address)


def cards(app: AppTest) -> str:
    """What is shown of the examples: the cards alone."""
    return next((html.proto.body for html in app.get("html") if 'class="fd-cards' in html.proto.body), "")


def test_the_examples_say_how_many_are_kept_who_has_none_and_what_is_lost(engine):
    app = examples()
    words = said(app)
    assert "25 eksempler på samarbejde fra 13 af 19 kommuner" in words
    assert "Kilden siger 35 eksempler, så 10 mangler. Udskriften af bilaget slutter på side 16." in words
    assert "Ingen af dem er fra Favrskov, Randers, Ringkøbing-Skjern, Samsø, Silkeborg eller Skanderborg" in words
    assert cards(app).count("<section") == 6
    assert cards(field(app, "button", "examples_rest").click().run()).count("<section") == 25


def test_a_tile_leads_to_the_examples_of_its_municipality(engine):
    app = examples()
    tiles = next(html.proto.body for html in app.get("html") if 'class="fd-tiles' in html.proto.body)
    assert f"./historier?jobcenter={SKIVE}&amp;fane=Eksempler" in tiles
    own = cards(examples(jobcenter=SKIVE))
    assert own.count("<section") == 2
    assert "Straksuddannelse" in own and "Virksomhedscentre" in own


def test_the_examples_are_searched_in_all_their_words_and_by_theme(engine):
    app = examples()
    field(app, "text_input", "example_search").set_value("LÆGER med").run()
    assert "3 af 25 eksempler" in said(app)
    field(app, "selectbox", "example_theme").set_value("Sygemeldte").run()
    assert cards(app).count("<section") == 2
    bodies = [html.proto.body for html in app.get("html")]
    assert next(at for at, body in enumerate(bodies) if 'class="fd-cards' in body) < next(
        at for at, body in enumerate(bodies) if 'class="fd-tiles' in body)  # what was searched for comes before the map
    field(app, "text_input", "example_search").set_value("rumfart").run()
    assert "Ingen eksempler passer til valget" in said(app)
