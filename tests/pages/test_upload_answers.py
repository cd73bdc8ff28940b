"""»Dine svar«: an answer about a file can be taken back on the page, and stands in »Historik« when it is saved."""

from pathlib import Path

from tests.model.intake.counting.lists import content
from tests.pages.data_pages import history, said, uploaded, uploads
from tests.pages.test_upload_again import EITHER

FILES = Path(__file__).parents[1] / "files" / "public_reports" / "records"
TICK = "Under »Mødt« står »X« i 1 celle. Hvad betyder det?"


def sent(name, more=b""):
    return uploaded((FILES / name).read_bytes() + more, name)


def pressed(app, label):
    """The page after the first button of that name was pressed."""
    return next(b for b in app.button if b.label == label).click().run()


def answered(app, value):
    """The page after the one open question was answered."""
    [asked] = app.radio
    asked.set_value(value)
    return pressed(app, "Svar")


def again(app):
    return [b for b in app.button if b.label == "Lav om"]


def test_an_answer_stands_with_its_question_and_lav_om_asks_it_again(engine):
    app = sent("02b_x_og_tal.csv")
    assert "Filen venter på et svar" in said(app) and not again(app)
    app = answered(app, "1")
    assert "Filen kan gemmes" in said(app) and "Dine svar" in said(app)
    assert TICK in said(app) and "»X« = 1 person." in said(app)
    app = pressed(app, "Lav om")
    assert "Filen venter på et svar" in said(app) and "Dine svar" not in said(app)
    app = answered(app, "0")
    assert "»X« = 0 (mødte ikke)." in said(app) and len(again(app)) == 1


def test_an_answer_that_leads_nowhere_is_taken_back(engine):
    app = sent("06d_to_adresser_samme_navn.csv")
    app.radio[0].set_value("wrong")
    app = pressed(app, "Svar")
    assert "Ret den række, der er forkert, eller udelad den." in said(app)
    app = pressed(app, "Lav om")
    assert len(app.radio) == 2 and not again(app)


def test_each_of_several_answers_is_taken_back_alone(engine):
    app = sent("06d_to_adresser_samme_navn.csv")
    while app.radio:
        app.radio[0].set_value("several")
        app = pressed(app, "Svar")
    assert len(again(app)) == 2 and "Filen kan gemmes" in said(app)
    app = again(app)[1].click().run()
    assert len(again(app)) == 1 and "Filen venter på et svar" in said(app)


def test_an_answer_that_is_remembered_says_so_and_is_changed_in_the_same_way(engine):
    app = answered(sent("02b_x_og_tal.csv"), "1")
    app.button(key="apply").click().run()
    app = sent("02b_x_og_tal.csv", more=b"K2;Lemvig;jobkonsulent;2;1\n")
    assert "»X« = 1 person. Svaret er husket fra en tidligere fil." in said(app)
    app = answered(pressed(app, "Lav om"), "missing")
    assert "»X« = ikke oplyst." in said(app) and "husket" not in said(app)


def test_what_a_file_contains_is_an_answer_too(engine):
    app = answered(uploaded(EITHER.encode(), "liste.csv"), "centermaaned")
    assert "Vælg, hvad den indeholder. Svar: Virksomhedscentre, måned for måned." in said(app)
    app = pressed(app, "Lav om")
    assert "Filen venter på et svar" in said(app) and app.radio


def test_a_list_s_answers_are_changed_where_all_answers_are(engine):
    name, raw = content("01b")
    app = pressed(uploaded(raw, name), "Tæl listen")
    app.radio[0].set_value("udeblev")
    app = pressed(app, "Tæl")
    assert "1 felt under »Mødt« er tomt. Hvad betyder det? Svar: Kom ikke." in said(app)
    app = pressed(app, "Lav om")
    assert "Listen venter på et svar" in said(app)


def test_history_shows_the_answers_with_the_upload(engine):
    app = answered(sent("02b_x_og_tal.csv"), "1")
    app.button(key="apply").click().run()
    assert uploads(engine) == 1
    app = history()
    assert "1 svar på spørgsmål om filen" in said(app) and "»X« = 1 person." in said(app)
