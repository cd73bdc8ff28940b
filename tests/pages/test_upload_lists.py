"""»Tæl listen« on the page: a list of people becomes counts, and nobody's name is kept anywhere."""

import zlib

from sqlmodel import Session, select

from model.intake.datasets.attendance import ATTENDANCE
from model.intake.mending.corrections import parse
from model.store import record_facts
from model.store.tables.base import ColumnProfile, Upload
from tests.model.intake.counting.lists import content
from tests.pages.data_pages import CPR, history, kept, said, uploaded, uploads

NAMES = ("Opdigtet", "Prøvesen", "Fiktiv", "Testsen", "Påhit", "Eksempelsen", "example.dk")


def pressed(app, label):
    """The page after the one button of that name was pressed."""
    [button] = [b for b in app.button if b.label == label]
    return button.click().run()


def sent(name: str):
    """»Indlæs tal« with one of the files that people send."""
    file_name, raw = content(name)
    return uploaded(raw, file_name)


def waiting(app):
    """All that the session holds of the files that wait."""
    return kept(app.session_state["intake_queue"])


def test_a_list_with_names_is_refused_and_offered_to_be_counted(engine):
    app = sent("01a")
    assert "Filen blev afvist" in said(app) and "Filen ligner en deltagerliste: 3 rækker" in said(app)
    assert not any(name in waiting(app) + said(app) for name in NAMES)
    app = pressed(app, "Tæl listen")
    assert "Listen venter på et svar" in said(app)
    [asked] = [box for box in app.selectbox if "Hvilken er det?" in box.label]
    asked.set_value("K3")
    app = pressed(app, "Tæl")
    assert "3 rækker → 4 tal. Kolonnerne A–C er ikke læst og gemmes ikke." in said(app)
    app.button(key="apply").click().run()
    with Session(engine) as session:
        upload = session.exec(select(Upload)).one()
        stored = record_facts.records(session, ATTENDANCE.table)
    assert list(zip(stored["jobcenter"], stored["registered"], stored["attended"], strict=True)) == [
        ("779", 2, 1), ("791", 1, 0)]
    assert not any(name in zlib.decompress(upload.content).decode() + kept(upload) for name in NAMES)


def test_the_doubled_rows_of_a_list_without_names_lead_to_counting_it(engine):
    app = pressed(sent("01d"), "Tæl listen")
    assert "4 rækker → 4 tal." in said(app) and "Filen kan gemmes" in said(app)
    app = pressed(app, "Læs filen, som den er")
    assert "Filen kan ikke gemmes endnu" in said(app)


def test_what_a_word_means_is_asked_once_and_remembered(engine):
    app = pressed(sent("01b"), "Tæl listen")
    [asked] = [radio for radio in app.radio if radio.label == "1 felt under »Mødt« er tomt. Hvad betyder det?"]
    asked.set_value("udeblev")
    app = pressed(app, "Tæl")
    app.button(key="apply").click().run()
    with Session(engine) as session:
        [profile] = session.exec(select(ColumnProfile)).all()
    assert profile.mapping["said"] == {"words.kom.tom": "udeblev"}
    name, raw = content("01b")
    again = raw.replace(b"26. jan. 2010", b"9. dec. 2009").replace(b"kursusdag 3", b"kursusdag 2")
    app = pressed(uploaded(again, name), "Tæl listen")
    assert "Filen kan gemmes" in said(app) and "Svaret er husket fra en tidligere fil." in said(app)
    app = pressed(app, "Lav om")
    [asked] = [radio for radio in app.radio if radio.label == "1 felt under »Mødt« er tomt. Hvad betyder det?"]
    asked.set_value("afmeldt")
    assert "3 rækker → 4 tal" in said(pressed(app, "Tæl"))


def test_answers_that_are_lacking_are_asked_for_again(engine):
    app = pressed(pressed(sent("01b"), "Tæl listen"), "Tæl")
    assert "Vælg et svar først." in said(app)
    assert "Listen venter på et svar" in said(app) and uploads(engine) == 0


def test_the_numbers_of_the_columns_that_are_not_read_are_accounted_for_on_the_page(engine):
    text = ("Deltagerliste, kursusdag 3;;;;\nNavn;Lokale;Jobcenter;Rolle;Mødt\nOpdigtet A;14;Skive;Konsulent;1\n"
            "Opdigtet B;27;Skive;Konsulent;0\n")
    app = pressed(uploaded(text.encode(), "liste.csv"), "Tæl listen")
    assert "Kolonnerne A–B er ikke læst og gemmes ikke." in said(app)
    assert "Filens 4 tal: 2 er talt med, 2 bruges ikke." in said(app)
    assert "Kolonner, der ikke bruges: 2 tal (B3:B4)" in said(app)


def test_the_line_that_says_which_end_of_a_scale_is_best_is_shown_whole(engine):
    [asked] = sent("04e").radio
    assert "»Evaluering, antal svar (1 = meget tilfreds, 5 = meget utilfreds)«" in asked.label


def test_a_list_with_a_cpr_number_is_not_counted(engine):
    name, raw = content("01a")
    app = uploaded(raw.replace("Prøvesen".encode(), CPR.encode()), name)
    assert "ligner et CPR-nummer" in said(app)
    assert not [b for b in app.button if b.label == "Tæl listen"]


def test_a_table_of_counts_is_no_list(engine):
    app = uploaded("Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK3;Skive;Konsulent;3;2\n".encode())
    assert not [b for b in app.button if b.label == "Tæl listen"]


def test_corrections_of_the_file_are_made_before_it_is_counted_and_stay_when_it_is_not(engine):
    name, raw = content("01d")
    app = uploaded(raw, name)
    current = app.session_state["intake_queue"][0]
    current.mend([parse("3=udelad")])
    app = pressed(app.run(), "Tæl listen")
    assert "3 rækker → " in said(app) and "Række 3 er udeladt" in said(app)
    current.mend([parse("Talt!D2=9")])
    assert "Ark »Talt«, celle D2: »2« er rettet til »9«" in said(app.run())
    app = pressed(app, "Læs filen, som den er")
    assert "Række 3 er udeladt" in said(app) and "Talt" not in said(app)


def test_what_is_no_list_without_its_corrections_is_read_as_it_is_when_they_are_taken_back(engine):
    text = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK3;Skive;Konsulent;1;1\nK3;Skive;Konsulent;5;1\n"
    app = uploaded(text.encode(), "liste.csv")
    list_file, = app.session_state["intake_queue"]
    list_file.mend([parse("D3=1")])
    app = pressed(pressed(app.run(), "Tæl listen"), "Fortryd")
    assert list_file.content == text.encode() and list_file.report.counted is None
    assert "står på 2 rækker" in said(app)


def test_history_keeps_the_counted_table_and_no_more(engine):
    app = pressed(sent("01d"), "Tæl listen")
    app.button(key="apply").click().run()
    assert "Kursusdeltagelse" in said(history())


def test_two_lists_that_wait_for_answers_are_never_taken_for_editions_of_one(engine):
    app = pressed(sent("01b"), "Tæl listen")
    name, raw = content("01d")
    app = app.file_uploader[0].upload(name, raw).run()
    assert "rettede udgave" not in said(app)
