"""»Indlæs tal« when a file comes again: what was answered is not asked twice, and a corrected file takes the place."""

from datetime import date

from tests.pages.data_pages import CPR, HEADINGS, LEMVIG, SKIVE, WRONG_SKIVE, csv, has, said, stored, uploaded, uploads
from tests.pages.opening import field

OWN = "Hvem;Md;Alle;Prakt;Lønt\nSkive;2010-03;414;{};12\nLemvig;2010-03;195;21;6\n"
EITHER = "Jobcenter;Virksomhedscenter;Pladser\nSkive;Lysthuset;6\nLemvig;Møllen;4\n"
REPLACES = "er kommet i stedet for"


def dropped(app, name: str, content: bytes):
    return app.file_uploader[0].upload(name, content).run()


def explained(app):
    """The file's own headings explained, and sent."""
    for at, meaning in enumerate(("jobcenter", "maaned", "personer_match4", "heraf_virksomhedspraktik",
                                  "heraf_loentilskud")):
        if has(app, "selectbox", f"map_{at}"):
            app.selectbox(key=f"map_{at}").select(meaning)
    app.text_input(key="profile_name").set_value("Vores ark")
    return field(app, "button", "recheck").click().run()


def test_a_corrected_file_with_the_same_headings_is_asked_nothing_and_takes_the_refused_ones_place(engine):
    app = explained(uploaded(OWN.format("hest").encode(), "tal.csv"))
    assert "Filen kan ikke gemmes endnu" in said(app)
    app = dropped(app, "tal rettet.csv", OWN.format("61").encode())
    assert "Filen kan gemmes: 6 tal er nye" in said(app)
    assert f"»tal rettet.csv« {REPLACES} »tal.csv«, som skulle rettes." in said(app) and "venter" not in said(app)
    field(app, "button", "apply").click().run()
    assert stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"] == 61
    assert "Genkendt som »Vores ark«." in said(uploaded(OWN.format("62").encode()))
    assert not app.session_state["intake_explained"]


def test_the_month_that_was_answered_holds_for_the_corrected_file_but_not_for_the_next(engine):
    text = "Hvem;Alle;Prakt\nSkive;414;{}\nLemvig;195;21\n"
    app = uploaded(text.format("hest").encode(), "tal marts 10.csv")
    for at, meaning in enumerate(("jobcenter", "personer_match4", "heraf_virksomhedspraktik")):
        app.selectbox(key=f"map_{at}").select(meaning)
    app.button(key="recheck").click().run()
    assert "Filen kan ikke gemmes endnu" in said(app)
    app = dropped(app, "tal marts 10.csv", text.format("61").encode())
    assert "Filen kan gemmes: 4 tal er nye" in said(app) and REPLACES in said(app)
    app = dropped(app, "tal april 10.csv", text.format("63").encode())
    assert has(app, "selectbox", "file_month") and not has(app, "selectbox", "map_0")


def test_a_file_of_the_same_name_replaces_the_refused_one_at_once(engine):
    app = uploaded(csv(WRONG_SKIVE), "a.csv")
    app.file_uploader[0].set_value([("x.csv", csv(LEMVIG), "text/csv"), ("a.csv", csv(SKIVE), "text/csv")]).run()
    assert "2 filer: 2 er klar" in said(app) and app.selectbox(key="file_shown").options == ["a.csv", "x.csv"]


def test_a_file_of_another_name_about_the_same_jobcenter_is_asked_about(engine):
    app = uploaded(csv(WRONG_SKIVE), "a.csv")
    app = dropped(app, "b.csv", csv(SKIVE))
    assert "2 filer: 1 er klar, 1 skal rettes" in said(app)
    app.selectbox(key="file_shown").set_value(2).run()
    assert "Er »b.csv« den rettede udgave af »a.csv«?" in said(app)
    next(b for b in app.button if b.label == "Ja, fjern »a.csv«").click().run()
    assert f"»b.csv« {REPLACES} »a.csv«, som skulle rettes." in said(app)
    assert "Filen kan gemmes: 3 tal er nye" in said(app)


def test_a_file_that_is_no_corrected_edition_is_kept_beside_the_refused_one(engine):
    app = dropped(uploaded(csv(WRONG_SKIVE), "a.csv"), "b.csv", csv(SKIVE))
    app.selectbox(key="file_shown").set_value(2).run()
    next(b for b in app.button if b.label == "Nej, behold begge").click().run()
    assert "2 filer: 1 er klar, 1 skal rettes" in said(app) and "rettede udgave" not in said(app)


def test_another_jobcenter_s_file_asks_nothing(engine):
    app = dropped(uploaded(csv(WRONG_SKIVE), "a.csv"), "b.csv", csv(LEMVIG))
    app.selectbox(key="file_shown").set_value(2).run()
    assert "rettede udgave" not in said(app) and REPLACES not in said(app)


def test_the_month_of_a_refused_file_is_not_another_months(engine):
    text = "Jobcenter;personer_match4;heraf_virksomhedspraktik\nSkive;414;{}\nLemvig;195;21\n"
    app = uploaded(text.format("hest").encode(), "tal.csv")
    app.selectbox(key="file_month").set_value(app.selectbox(key="file_month").options and date(2010, 1, 1)).run()
    field(app, "button", "recheck").click().run()
    app = dropped(app, "tal (2).csv", text.format("61").encode())
    app.selectbox(key="file_shown").set_value(2).run()
    assert has(app, "selectbox", "file_month"), "another file's month is asked for"


def test_a_file_that_is_not_refused_is_not_replaced(engine):
    app = dropped(uploaded(csv(SKIVE), "a.csv"), "a.csv", csv(LEMVIG))
    assert REPLACES not in said(app) and "2 filer: 2 er klar" in said(app)


def test_a_file_with_a_cpr_number_leaves_none_in_what_replaces_it(engine):
    app = uploaded(csv(SKIVE, f"2010-03;665;Lemvig {CPR};195;21;6"), name=f"{CPR}.csv")
    app = dropped(app, "tal.csv", csv(SKIVE))
    assert CPR not in said(app)
    assert uploads(engine) == 0


def test_which_kind_a_file_is_can_be_answered_on_the_page(engine):
    app = uploaded(EITHER.encode(), "liste.csv")
    assert "Filen venter på et svar" in said(app) and not has(app, "button", "recheck")
    (choice,) = app.radio
    assert list(choice.options) == ["Virksomhedscentre", "Virksomhedscentre, måned for måned"]
    choice.set_value("centermaaned")
    next(b for b in app.button if b.label == "Svar").click().run()
    assert "Virksomhedscentre, måned for måned" in said(app) and not app.radio


def test_which_of_two_columns_is_meant_can_be_answered_on_the_page(engine):
    head, row = f"{HEADINGS};heraf_loentilskud", f"{SKIVE};13"
    app = uploaded(f"{head}\n{row}\n".encode())
    app.radio[0].set_value("G")
    next(b for b in app.button if b.label == "Svar").click().run()
    field(app, "button", "apply").click().run()
    assert stored(engine)["779", "2010-03", "heraf_loentilskud"] == 13


def test_an_answer_by_which_a_file_is_to_be_mended_does_not_hold_for_the_next(engine):
    log = "Nr.;Modtaget;Jobcenter;Tema;Spørgsmål\n{};03-11-2009;Alle;Løntilskud;Kan det skifte?\n"
    app = uploaded(log.format(1).encode(), "a.csv")
    waiting, = app.session_state["intake_queue"]
    question, = (problem.question for problem in waiting.report.problems if problem.question)
    waiting.answer(question, "wrong")
    app = app.run()
    app = next(button for button in app.button if button.label == "Fjern filen").click().run()
    app = dropped(app, "b.csv", log.format(2).encode())
    waiting, = app.session_state["intake_queue"]
    assert not (waiting.answers and waiting.answers.said)
    assert [problem.question for problem in waiting.report.problems if problem.question] == [question]
