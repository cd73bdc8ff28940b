"""»Ret fejlene«: a refused file is mended on the page, and the trail is kept."""

from tests.pages.data_pages import CPR, csv, history, kept, opened, said, stored, uploaded, uploads
from tests.pages.opening import field

HOLSTBRO = "2010-03;;Holstbro;200;20;5"
TWICE = csv(HOLSTBRO, HOLSTBRO.replace("2010-03", "2010-02"), "2010-03;779;Skive;414;6l;12")


def buttons(app, label):
    return [b for b in app.button if b.label == label]


def inputs(app, label):
    return [t for t in app.text_input if t.label == label]


def test_a_suggestion_mends_all_that_are_alike_and_the_file_is_saved_with_its_corrections(engine):
    app = uploaded(TWICE)
    assert "2 steder: C2 og C3" in said(app) and "Holstbro" in said(app)
    buttons(app, "Ja, Holstebro (alle 2)")[0].click().run()
    assert "2 rettelser" in said(app) and "Celle C2: »Holstbro« er rettet til »Holstebro«" in said(app)
    buttons(app, "Ja, 61")[0].click().run()
    assert "Filen kan gemmes: 9 tal er nye" in said(app) and "3 rettelser" in said(app)
    app.button(key="apply").click().run()
    assert stored(engine)["661", "2010-03", "personer_match4"] == 200
    history(app)
    assert "3 rettelser i filen" in str(app.expander) or "3 rettelser" in said(app)


def test_a_cell_is_typed_over_and_sent_with_its_field(engine):
    app = uploaded(csv("2010-13;779;Skive;414;61;12"))
    inputs(app, "Der skal stå i A2")[0].set_value("2010-03")
    buttons(app, "Ret")[0].click().run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app)


def test_what_is_typed_wrong_is_told_at_once(engine):
    app = uploaded(csv("2010-13;779;Skive;414;61;12"))
    inputs(app, "Der skal stå i A2")[0].set_value("2010-14")
    buttons(app, "Ret")[0].click().run()
    assert "»2010-14« er ikke en måned" in said(app) and "1 rettelse" in said(app)
    assert uploads(engine) == 0


def test_one_of_several_alike_may_be_mended_alone(engine):
    app = uploaded(TWICE)
    inputs(app, "Der skal stå")[0].set_value("Odder")
    next(c for c in app.checkbox if c.label == "Brug for alle 2").set_value(False)
    buttons(app, "Ret")[0].click().run()
    assert "1 rettelse" in said(app) and "Celle C2: »Holstbro« er rettet til »Odder«" in said(app)


def test_a_row_is_left_out_and_taken_in_again(engine):
    app = uploaded(csv(HOLSTBRO, "2010-03;779;Skive;414;61;12"))
    buttons(app, "Udelad række 2")[0].click().run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app) and "Række 2 er udeladt" in said(app)
    buttons(app, "Fortryd")[0].click().run()
    assert "Filen kan ikke gemmes endnu" in said(app) and "er udeladt" not in said(app)


def test_a_row_that_stands_twice_may_be_left_out(engine):
    app = uploaded(csv("2010-03;779;Skive;414;61;12", "2010-03;779;Skive;414;62;12"))
    buttons(app, "Udelad række 2")[0].click().run()
    app.button(key="apply").click().run()
    assert stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"] == 62


def test_any_cell_may_be_corrected_beside_the_whole_sheet(engine):
    app = uploaded(csv("2010-03;779;Skive;414;61;12"))
    app.session_state["sheet_panel"] = True
    app.run()
    assert "Filens celler" in str(app.get("html")) or "414" in said(app)
    inputs(app, "Celle")[0].set_value("d2")
    inputs(app, "Der skal stå")[0].set_value("500")
    buttons(app, "Ret cellen")[0].click().run()
    app.button(key="apply").click().run()
    assert stored(engine)["779", "2010-03", "personer_match4"] == 500


def test_a_cell_that_is_none_is_told(engine):
    app = uploaded(csv("2010-03;779;Skive;414;61;12"))
    app.session_state["sheet_panel"] = True
    app.run()
    inputs(app, "Celle")[0].set_value("hej")
    buttons(app, "Ret cellen")[0].click().run()
    assert "Cellen kendes ikke" in said(app)


def test_a_hundred_faults_are_shown_twenty_at_a_time(engine):
    app = uploaded(csv(*(f"2010-03;779;Xyz{at};414;61;12".replace(";779;", ";;") for at in range(100))))
    assert app.selectbox(key="mend_page").options[0] == "Fejl 1–20 af 100"
    assert len([b for b in app.button if b.label.startswith("Udelad række")]) == 20
    app.selectbox(key="mend_page").set_value(80).run()
    assert "Xyz99" in said(app)


def test_the_mended_file_can_be_fetched(engine):
    app = uploaded(TWICE)
    buttons(app, "Ja, Holstebro (alle 2)")[0].click().run()
    assert "Hent den rettede fil" in {b.label for b in app.get("download_button")}


def test_a_file_refused_for_what_it_holds_cannot_be_mended(engine):
    app = uploaded(csv("2010-03;779;Skive 010180-1234;414;61;12"))
    assert not [b for b in app.button if b.label.startswith(("Ret", "Ja", "Udelad"))]


def test_an_empty_page_has_nothing_to_mend(engine):
    assert "Ret fejlene" not in said(opened("upload"))
    assert field(opened("upload"), "text_input", "uploaded_by")


def test_a_number_like_a_persons_is_not_repeated_and_not_kept(engine):
    app = uploaded(csv("2010-13;779;Skive;414;61;12"))
    inputs(app, "Der skal stå i A2")[0].set_value(CPR)
    buttons(app, "Ret")[0].click().run()
    assert "ligner et CPR-nummer" in said(app) and "rettelse" not in said(app).replace("Rettelserne", "").replace(
        "Rettelsen", "")
    assert CPR not in said(app)
    app.run()
    assert CPR not in kept(app.session_state.to_dict())
