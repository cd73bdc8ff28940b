"""The tab »Mentornetværk« of »Kurser«: the answer in its heading, an event typed in, and what is refused."""

from datetime import date

from tests.pages.data_pages import CPR, said, uploads
from tests.pages.opening import opened
from tests.pages.test_courses import listed

TAB = "Mentornetværk"


def network_form(**address):
    return opened("courses", {"network_panel": True, "uploaded_by": "konsulent"}, **address, fane=TAB)


def chosen(app, *, code="779", event="startet", day=date(2010, 5, 6)):
    app.selectbox(key="network_jobcenter").set_value(code)
    app.date_input(key="network_day").set_value(day)
    app.segmented_control(key="network_event").set_value(event).run()
    return app


def test_the_networks_tab_answers_first_and_never_says_that_there_is_none(engine):
    listed(engine, "Jobcenter;Dato;Hændelse;Deltagere;Sammen med\nSkive;06-05-2010;startet;;Struer\n"
                   "Skive;10-06-2010;mødtes;14;Struer\nViborg;22-04-2010;tilbudt hjælp;;\n", dataset="mentornetvaerk",
           received="2010-07-01")
    words = said(opened("courses", fane=TAB)).replace("\u00a0", " ")
    assert "1 jobcenter har et mentornetværk, og det har mødtes" in words
    assert "Viborg tilbudt 22. apr. 2010 ikke oplyst ikke oplyst" in words
    assert "Om 17 jobcentre er intet oplyst" in words and "Det betyder ikke, at der ikke er et netværk." in words
    assert "Kilde: oplyst af BRM og jobcentrene · opgjort 1. jul. 2010 · " in words
    assert "Der var ikke oplyst noget om mentornetværk 30. jun. 2010." in said(
        opened("courses", fane=TAB, pr="2010-06-30"))


def test_where_nothing_is_known_of_networks_the_tab_says_what_to_do(engine):
    assert "Der er ikke oplyst noget om mentornetværk endnu. Skriv en hændelse ind ovenfor" in said(
        opened("courses", fane=TAB))


def test_an_event_is_written_in_and_seen(engine):
    app = network_form()
    assert "Vælg først jobcentret og hvad der skete." in said(app)
    app = chosen(app)
    app.text_input(key="network_shared").set_value("Struer").run()
    app = app.button(key="network_save").click().run()
    assert "Mentornetværket i Skive er gemt." in said(app) and uploads(engine) == 1
    assert "1 jobcenter har et mentornetværk, men intet møde er oplyst" in said(app)


def test_the_form_opens_on_a_day_that_it_takes_also_when_the_programme_is_over(engine):
    assert network_form().date_input(key="network_day").value == date(2011, 6, 30)


def test_a_meeting_before_a_start_asks_for_a_reason_before_it_is_saved(engine):
    app = chosen(network_form(), event="mødtes", day=date(2010, 6, 10))
    app.number_input(key="network_participants").set_value(12).run()
    app = app.button(key="network_save").click().run()
    assert "netværket ikke er meldt startet" in said(app) and not uploads(engine)
    app.text_input(key="network_reason").set_value("starten er ikke skrevet ned").run()
    app = app.button(key="network_anyway").click().run()
    assert "1 jobcenter har et mentornetværk, og det har mødtes" in said(app)


def test_another_event_of_the_day_is_said_to_be_changed_and_takes_the_participants_back(engine):
    listed(engine, "Jobcenter;Dato;Hændelse;Deltagere\nSkive;10-06-2010;mødtes;14\n", dataset="mentornetvaerk",
           received="2010-07-01")
    app = chosen(network_form(), day=date(2010, 6, 10))
    assert "Der står allerede »mødtes« 10. jun. 2010." in said(app)
    app = app.button(key="network_save").click().run()
    app.text_input(key="network_reason").set_value("det var starten").run()
    app = app.button(key="network_anyway").click().run()
    assert "1 jobcenter har et mentornetværk, men intet møde er oplyst" in said(app)


def test_what_looks_like_a_citizens_number_is_refused_and_kept_nowhere(engine):
    app = chosen(network_form())
    app.text_input(key="network_shared").set_value(CPR).run()
    app = app.button(key="network_save").click().run()
    assert "ligner et CPR-nummer" in said(app) and CPR not in said(app) and not uploads(engine)


def test_nothing_is_written_of_a_network_on_an_earlier_day(engine):
    app = network_form(pr="2010-06-30")
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in said(app)
    assert not [button for button in app.button if button.key == "network_save"]


def test_who_writes_is_asked_once_where_both_forms_are_open(engine):
    app = opened("courses", {"network_panel": True, "course_form_panel": True}, fane=TAB)
    assert len([one for one in app.text_input if one.key == "uploaded_by"]) == 1
    app.text_input(key="uploaded_by").set_value("konsulent").run()
    app = chosen(app).button(key="network_save").click().run()
    assert "Mentornetværket i Skive er gemt." in said(app)
