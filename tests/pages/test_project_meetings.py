"""»Dialogmøde« of a programme beside the shown one: its projects, their meetings, and what became of the agreements."""

from datetime import date

import pytest
from sqlmodel import Session

from model.basics.formatting import today
from model.programmes.projects import PROJECTS
from model.store import meeting_facts
from model.writing import agreements, meetings
from tests.model.subjects.projects.reports import FOLLOWED, MIDDELFART, PLATFORM, result, send
from tests.pages.data_pages import has, said
from tests.pages.forms import DIALOGUE
from tests.pages.opening import field, opened
from tests.viewers import named

HELD, NEXT = date(2014, 10, 1), date(2015, 4, 1)
GENERATION = PROJECTS[MIDDELFART].programme.id
CONTRACT = PROJECTS[PLATFORM].programme.id
CELLS = (("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "46"),
         ("01-10-2014", "Begyndt i alt", "38"), ("01-10-2014", "Mentorkurser holdt i alt", "7"))
POINT = f"{MIDDELFART};9. Evaluering;01-10-2014;hindret;Projektleder;Skemaerne mangler;Der rykkes;\n"
BRM = named("BRM")


@pytest.fixture
def reported(engine):
    send(engine, result(MIDDELFART, *CELLS))
    send(engine, FOLLOWED + POINT)
    return engine


def at_meeting(*panels, day=None, **address):
    """The meeting with Middelfart on a day, today unless said, which is when its results are known."""
    session = {"uploaded_by": "konsulent i BRM", "close_panel": True, **dict.fromkeys(panels, True)}
    return opened(DIALOGUE, session, indsats=GENERATION, projekt=MIDDELFART, moede=(day or today()).isoformat(),
                  **address)


def met(engine, day=None, unit=MIDDELFART):
    return meetings.open_meeting(engine, unit=unit, held_on=day or today(), viewer=BRM)


def plain(app):
    return said(app).replace("\u00a0", " ")


def test_the_projects_of_the_programme_are_listed_and_lead_to_their_meetings(reported):
    agreements.agree(reported, met(reported), text="Find to mentorer", responsible="projektlederen", due=today(),
                     viewer=BRM)
    app = opened(DIALOGUE, None, indsats=GENERATION)
    words = said(app)
    assert "Ingen af 2 projekter har haft et dialogmøde, der er lukket. 1 åben aftale" in words
    assert "Middelfart Find to mentorer projektlederen" in words and "Projekternes møder" in words
    html = " ".join(part.proto.body for part in app.get("html"))
    assert f'href="./dialogmoede?indsats={GENERATION}&amp;projekt=Middelfart' in html
    assert "Find to mentorer" not in said(opened(DIALOGUE))


def test_a_meeting_says_where_the_project_stands_what_is_reported_and_what_is_lacking(reported):
    words = plain(at_meeting())
    assert "Middelfart har nået 1 af 2 opgjorte milepæle" in words
    assert "Virksomhedscenter generation 2 · resultater til og med 1. okt. 2014" in words
    assert "Mindst 100 begynder: 38 af 100 er begyndt (ikke nået)." in words
    assert "Der manglede 62 borgere, da det sidst blev opgjort." in words and "Den 1. okt. 2015 var" not in words
    assert "Nej. For den 1. okt. 2015 mangler" in words and "De sendes til DISCUS kort før mødet." in words
    assert "9. Evaluering er hindret: Skemaerne mangler. Det gøres ved det: Der rykkes (Projektleder)." in words
    assert "Bekræftet af jobcentret" not in words and "Der er intet tidligere møde med referat" in words


def test_before_anything_is_reported_nothing_is_told_as_zero(engine):
    words = plain(at_meeting(day=date(2014, 5, 1)))
    assert "ingen resultater indberettet" in words and "Nej. For den 1. maj 2014 mangler" in words
    assert "ikke oplyst" in words and "0 af 100" not in words


def test_it_is_opened_written_in_and_closed_and_the_next_one_looks_back_on_it(reported):
    app = at_meeting("agree_panel")
    words = plain(field(app, "button", "open_save").click().run())
    assert "Mødet med Middelfart den" in words and "er åbnet." in words
    field(app, "text_input", "agree_text").set_value("Find to mentorer")
    field(app, "text_input", "agree_responsible").set_value("projektlederen")
    field(app, "date_input", "agree_due").set_value(today())
    assert "Aftalen er gemt." in plain(field(app.run(), "button", "agree_save").click().run())
    field(app, "text_area", "notes_text").set_value("Mentorerne mangler.").run()
    field(app, "button", "notes_save").click().run()
    number = meetings_of(reported)["id"].iloc[0]
    app.checkbox(key=f"close_sure_{number}").check().run()
    words = plain(field(app, "button", "close_save").click().run())
    assert "Mødet er lukket, og referatet er gemt." in words and "Find to mentorer" in words
    assert [button.label for button in app.get("download_button")] == ["Hent referatet (Word)"]
    with Session(reported) as session:
        assert meeting_facts.document(session, int(number), programme=GENERATION)[:2] == b"PK"


def meetings_of(engine):
    with Session(engine) as session:
        return meeting_facts.written(session, programme=GENERATION).meetings


def test_the_next_meeting_says_what_has_moved_since_and_follows_the_agreements_up(reported):
    agreements.agree(reported, met(reported, date(2014, 10, 1)), text="Find to mentorer", responsible="projektlederen",
                     due=NEXT, viewer=BRM)
    app = at_meeting("status_panel")
    assert "Find to mentorer Ansvarlig: projektlederen · Frist: 1. apr. 2015 · Status: aftalt, over" in plain(app)
    assert "Mødet den 1. okt. 2014 er ikke lukket" in plain(app)
    met(reported)
    app = at_meeting("status_panel")
    field(app, "selectbox", "status_word").set_value("opfyldt").run()
    assert "Status er gemt." in plain(field(app, "button", "status_save").click().run())


def test_the_contract_meets_as_a_whole_without_a_choice(engine):
    app = opened(DIALOGUE, {"uploaded_by": "BRM"}, indsats=CONTRACT)
    words = plain(app)
    assert "Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt" in words
    assert "Mål 1" in words and not has(app, "selectbox", "projekt")
    assert "er åbnet." in plain(field(app, "button", "open_save").click().run())


def test_a_project_that_is_not_there_is_told(engine):
    assert "Adressen nævner noget andet" in said(opened(DIALOGUE, None, indsats=GENERATION, projekt="Nowhere"))


def test_while_an_earlier_day_is_shown_nothing_is_written(reported):
    met(reported)
    app = at_meeting(pr="2016-02-01")
    assert "Mens du ser en tidligere dag" in said(app) or "Der er ikke åbnet et møde" in said(app)
    assert not has(app, "button", "open_save") and not has(app, "button", "notes_save")
