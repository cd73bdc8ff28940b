"""»Kurser«: the finding, the matrix and the runs; nothing to show; an earlier day; and marking attendance by hand."""

from datetime import UTC, datetime

from sqlmodel import Session, select

from model.intake.examine import examine
from model.intake.saving import apply
from model.store.tables.base import Jobcenter
from tests.model.intake.records.street import attendance
from tests.pages.data_pages import has, said, uploads
from tests.pages.opening import every_tab, field, opened
from tests.viewers import named
from tests.worlds import kept

PAGE = "courses"
HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
DAYS = ("K1", "K2", "K3", "K4", "K5", "K6")
FIELD = "course_form_K6_jobkonsulent_{}_{}"


@kept
def listed(engine, text, *, dataset="kursusdeltagelse", received="2010-05-04"):
    """A list that was received on that day."""
    when = datetime.fromisoformat(f"{received}T10:00").replace(tzinfo=UTC)
    report = examine(engine, "liste.csv", text.encode(), dataset=dataset, today=when.date(), received_on=when.date())
    assert report.status == "ready", report.problems
    return apply(engine, report, content=text.encode(), viewer=named("konsulent"), reason="til prøven",
                 received_at=when)


def whole(engine):
    """Every course day from every jobcenter: Samsø never came, Viborg filled its seats; one mentor day of 36."""
    with Session(engine) as session:
        codes = session.exec(select(Jobcenter.code)).all()
    count = {"741": 0, "791": 4}
    rows = [f"{day};{code};jobkonsulent;4;{count.get(code, 2)}\n" for day in DAYS for code in codes]
    rows += [f"M1-1;{code};mentor;2;2\n" for code in codes if code != "741"] + ["M1-1;741;mentor;0;0\n"]
    listed(engine, HEAD + "".join(rows))


def form(engine, **address):
    return opened(PAGE, {"course_form_panel": True}, **address)


def test_the_heading_is_the_finding_and_the_line_says_what_is_held_and_known(engine):
    whole(engine)
    words = said(opened(PAGE))
    assert "Mentorkursus 1 manglede 4 deltagere i at nå 40" in words
    assert "6 af 6 kursusdage og 6 af 6 mentordage er holdt · opgjort 4. maj 2010" in words
    assert "1 jobcenter har aldrig deltaget i kursusrækken." in words


def test_matrix_mentor_runs_days_and_forms_are_there(engine):
    whole(engine)
    listed(engine, "Kursusdag;Skemaer udsendt;Skemaer besvaret;Score 4;Score 5\nK1;40;22;12;10\n",
           dataset="kursusevaluering")
    words = " ".join(map(said, every_tab(PAGE)))
    for part in ("228 af 456 pladser er brugt på de 6 kursusdage", "24 af 24", "0 af 24",
                 "Mødte på hver dag i forløbet", "Mentorkursus 2 har ingen kendte deltagere",
                 "55 % af evalueringsskemaerne er besvaret",
                 "Kilde: kursuslister fra BRM · opgjort 4. maj 2010 · foreløbig"):
        assert part in words.replace("\u00a0", " ")
    html = " ".join(element.proto.body for app in every_tab(PAGE) for element in app.get("html"))
    assert html.count("fd-cell fd-nobody") == 6 + 1 + 1  # Samsø's six days and the two legends
    assert 'href="./jobcenter?jobcenter=741"' in html


def test_a_silent_jobcenter_leads_the_page_and_stands_with_an_m(engine):
    listed(engine, HEAD + "K1;Viborg;jobkonsulent;4;3\n")
    app = opened(PAGE)
    assert "18 jobcentre mangler at melde fremmøde" not in said(app)
    assert "19 jobcentre mangler at melde fremmøde for en eller flere af kursusdagene" in said(app)
    html = " ".join(element.proto.body for element in app.get("html"))
    assert '<span class="fd-cell fd-not_reported" aria-hidden="true">m</span>' in html


def test_an_empty_database_says_what_to_do(engine):
    app = opened(PAGE)
    words = said(app)
    assert "Der er ikke registreret tilmelding eller fremmøde endnu" in words
    assert "vælg en deltagerliste på siden Indlæs tal: den bliver talt" in words
    assert "fd-matrix" not in " ".join(element.proto.body for element in app.get("html") if "<style>" not in
                                       element.proto.body)


def test_as_of_an_earlier_day_registrations_stand_against_the_seats(engine):
    listed(engine, HEAD + "K6;Viborg;jobkonsulent;4;\n", received="2010-04-12")
    listed(engine, HEAD + "K6;Viborg;jobkonsulent;4;3\n", received="2010-04-23")
    words = said(opened(PAGE, pr="2010-04-14"))
    assert "Kursusdag 6 har 4 tilmeldte til 76 pladser" in words
    assert "ikke holdt endnu, 4 tilmeldte" not in words
    assert "5 af 6 kursusdage" in words
    assert "3 mødte" not in words


def test_marking_attendance_saves_the_touched_rows_as_one_upload(engine):
    listed(engine, HEAD + "K6;Viborg;jobkonsulent;3;\nK6;Skive;jobkonsulent;2;\n")
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    app.number_input(key=FIELD.format("moedt", "791")).set_value(3)
    app.number_input(key=FIELD.format("moedt", "665")).set_value(0)
    app.button(key="course_form_save").click().run()
    assert "Fremmødet er gemt." in said(app)
    assert uploads(engine) == 2
    assert attendance(engine) == {("K6", "791", "jobkonsulent"): (3, 3), ("K6", "779", "jobkonsulent"): (2, None),
                                  ("K6", "665", "jobkonsulent"): (None, 0)}


def test_the_day_held_last_is_chosen_and_a_course_day_has_no_mentors(engine):
    app = form(engine)
    assert app.selectbox(key="course_form_day").value == "K6"
    assert app.selectbox(key="course_form_role_2").options == ["Jobkonsulenter", "Tovholdere"]
    app.selectbox(key="course_form_day").set_value("M1-1").run()
    assert app.selectbox(key="course_form_role_3").options == ["Jobkonsulenter", "Tovholdere", "Virksomhedsmentorer"]


def test_empty_fields_can_begin_with_the_registered(engine):
    listed(engine, HEAD + "K6;Viborg;jobkonsulent;3;\nK6;Skive;jobkonsulent;2;1\n")
    app = form(engine)
    app.button(key="course_form_begin").click().run()
    assert app.number_input(key=FIELD.format("moedt", "791")).value == 3
    assert app.number_input(key=FIELD.format("moedt", "779")).value == 1
    assert app.number_input(key=FIELD.format("moedt", "665")).value is None


def test_an_emptied_field_takes_the_figure_back_with_a_reason(engine):
    listed(engine, HEAD + "K6;Viborg;jobkonsulent;3;3\n")
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    app.number_input(key=FIELD.format("moedt", "791")).set_value(None)
    app.button(key="course_form_save").click().run()
    assert "»Mødt« er nu meldt som ikke oplyst, og 3 bliver taget tilbage" in said(app)
    app.text_input(key="course_form_reason").set_value("Listen hørte til en anden dag").run()
    app.button(key="course_form_anyway").click().run()
    assert attendance(engine)["K6", "791", "jobkonsulent"] == (3, None)


def test_a_fifth_who_came_needs_a_reason(engine):
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    app.number_input(key=FIELD.format("moedt", "791")).set_value(5)
    app.button(key="course_form_save").click().run()
    assert "5 personer er mødt, og planen har plads til 4 fra hvert jobcenter pr. kursusdag" in said(app)
    assert uploads(engine) == 0
    app.text_input(key="course_form_reason").set_value("En kollega kom med").run()
    app.button(key="course_form_anyway").click().run()
    assert attendance(engine)["K6", "791", "jobkonsulent"] == (None, 5)


def test_nothing_touched_is_nothing_to_save(engine):
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    app.button(key="course_form_save").click().run()
    assert "Der er ikke udfyldt noget" in said(app)
    assert uploads(engine) == 0


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_by_an_untouched_field(engine):
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    listed(engine, HEAD + "K6;Skive;jobkonsulent;2;2\n")
    app.number_input(key=FIELD.format("moedt", "791")).set_value(3)
    app.button(key="course_form_save").click().run()
    assert attendance(engine)["K6", "779", "jobkonsulent"] == (2, 2)
    assert attendance(engine)["K6", "791", "jobkonsulent"] == (None, 3)


def test_nothing_is_written_while_an_earlier_day_is_shown(engine):
    whole(engine)
    app = form(engine, pr="2010-05-05")
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in said(app)
    assert not has(app, "button", "course_form_save")


def chosen(engine, day):
    app = form(engine)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    return app.selectbox(key="course_form_day").set_value(day).run()


def test_a_day_is_said_to_be_cancelled_and_to_be_held_after_all_in_the_same_place(engine):
    listed(engine, HEAD + "K2;Viborg;jobkonsulent;4;3\nK3;Viborg;jobkonsulent;4;\n")
    app = chosen(engine, "K3")
    field(app, "button", "cancel_save").click().run()
    words = said(app)
    assert "Kursusdag 3 er meldt aflyst. Det kan fortrydes under Historik." in words
    assert "5 af 5 kursusdage og 6 af 6 mentordage er holdt · 1 dag er aflyst" in words
    assert "Kursusdag 3 er aflyst og tæller hverken som holdt eller manglende." in words
    html = " ".join(element.proto.body for element in app.get("html"))
    assert html.count('<span class="fd-cell fd-cancelled" aria-hidden="true">aflyst</span>') == 19 + 1  # and the legend
    assert not has(app, "button", "course_form_save")
    field(app, "button", "hold_save").click().run()
    assert "Kursusdag 3 holdes alligevel." in said(app)
    assert "1 dag er aflyst" not in said(app)
    assert uploads(engine) == 3


def test_a_day_that_people_came_to_is_not_cancelled(engine):
    listed(engine, HEAD + "K3;Viborg;jobkonsulent;4;3\n")
    app = chosen(engine, "K3")
    field(app, "button", "cancel_save").click().run()
    assert "dagen kan ikke være aflyst, for der står allerede fremmøde fra Viborg" in said(app)
    assert uploads(engine) == 1


def test_an_earlier_day_knows_nothing_of_what_was_cancelled_since(engine):
    listed(engine, HEAD + "K2;Viborg;jobkonsulent;4;3\n", received="2009-12-10")
    listed(engine, "Kursusdag;Hændelse\nK3;aflyst\n", dataset="kursusdage", received="2010-01-20")
    assert "1 dag er aflyst" not in said(opened(PAGE, pr="2010-01-15"))
    assert "1 dag er aflyst" in said(opened(PAGE, pr="2010-01-21"))
