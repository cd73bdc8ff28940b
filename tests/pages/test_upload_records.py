"""»Indlæs tal« and »Historik« with files of records: the same way, told in their own words."""

import pytest
from sqlmodel import Session

from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.projects import FOLLOWED, RESULTS
from model.intake.saving import apply
from model.store import record_facts
from tests.model.intake.records.street import HEAD, check, typed
from tests.pages.data_pages import CPR, SKIVE, csv, has, history, opened, said, unfolded, uploaded, uploads
from tests.pages.opening import field
from tests.viewers import named
from tests.worlds import kept

ATTENDANCE = HEAD + "K3;Skive;jobkonsulent;3;3\nK3;Lemvig;tovholder;1;1\n"
CENTRES = "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Lysthuset;01-10-2009;6\n"
OTHER_FILES = {
    "kursusevaluering": ("Kursusdag;Udsendte;Besvarede\nK1;40;20\n", "Kursusevaluering: 2 nye oplysninger"),
    "kursusdage": ("Kursusdag;Hændelse\nK3;aflyst\n", "Aflyste kursusdage: 1 ny oplysning"),
    "hotline": ("Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n",
                "Henvendelser til hotlinen, Skive: 3 nye oplysninger"),
    "raadgivning": ("Jobcenter;Status;Tilbudt den\nSkive;tilbudt;01-12-2009\n",
                    "Særlig individuel rådgivning, Skive: 2 nye oplysninger"),
    "centre": (CENTRES, "Virksomhedscentre, Skive: 1 ny oplysning"),
    "centermaaned": ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\nSkive;Lysthuset;2010-01;6;5\n",
                     "Virksomhedscentre, måned for måned, Skive: 2 nye oplysninger")}


@kept
def stands(engine, text, source="file"):
    """The file as an upload that stands."""
    report = check(engine, text)
    return apply(engine, report, content=text.encode(), viewer=named("en anden"), reason="til prøven", source=source)


def records(engine, dataset):
    """How many records stand."""
    with Session(engine) as session:
        return len(record_facts.records(session, DATASETS[dataset].table))


def test_a_file_of_attendance_is_checked_saved_seen_and_undone(engine):
    app = uploaded(ATTENDANCE.encode(), "fremmøde.csv")
    assert "fremmøde.csv · Kursusdeltagelse Filen kan gemmes: 4 oplysninger er nye" in said(app)
    assert "Mål 1" not in said(app)
    assert "Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent Tilmeldt 3" in said(unfolded(app, "new_figures"))
    app.button(key="apply").click().run()
    assert said(app).count("Gemt: 4 nye oplysninger Kursusdeltagelse, 2 jobcentre.") == 1
    assert said(app).count("Kursusdeltagelse, 2 jobcentre") == 1, "it is said once"
    assert records(engine, "kursusdeltagelse") == 2
    history(app)
    assert "Kursusdeltagelse Fil 4 nye oplysninger" in said(app)
    unfolded(app, "undo_panel")
    assert "4 oplysninger forsvinder." in said(app)
    assert "Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent Mødt 3 ikke oplyst" in said(app)
    field(app, "text_input", "undo_reason").set_value("forkert dag").run()
    field(app, "button", "undo_save").click().run()
    assert "er fortrudt" in said(app)
    assert records(engine, "kursusdeltagelse") == 0


LIKE_ANOTHER = ("kursusdage", "raadgivning", "centre")  # nothing of the way is theirs alone


@pytest.mark.parametrize("dataset", [pytest.param(name, marks=pytest.mark.long if name in LIKE_ANOTHER else ())
                                     for name in OTHER_FILES])
def test_every_other_kind_goes_the_same_way(engine, dataset):
    text, told = OTHER_FILES[dataset]
    if dataset == "centermaaned":
        stands(engine, CENTRES)
    app = uploaded(text.encode())
    app.button(key="apply").click().run()
    about, done = told.split(": ")
    assert f"Gemt: {done} {about}." in said(app)
    assert records(engine, dataset) == 1


def test_a_changed_record_stands_old_beside_new_and_a_warning_asks_for_a_reason(engine):
    stands(engine, ATTENDANCE)
    app = uploaded(ATTENDANCE.replace(";3;3", ";5;5").encode())
    text = said(app)
    assert "Filen kan gemmes: 2 oplysninger ændres, 2 er som før" in text
    assert "1 advarsel skal begrundes, før oplysningerne kan gemmes." in text
    assert "Oplysninger, der ændres" in text
    assert "Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent Mødt 3 5" in text
    assert app.button(key="apply").disabled
    app.text_input(key="reason").set_value("den femte kom").run()
    app.button(key="apply").click().run()
    assert "Filen er gemt" in said(app)


def test_an_unknown_heading_is_explained_and_the_others_need_no_answer(engine):
    content = b"Kursusdag;Jobcenter;Rolle;Hvor mange kom der;Pct.\nK3;Skive;jobkonsulent;3;75\n"
    app = uploaded(content)
    assert "Filen skal forklares" in said(app)
    question = app.selectbox(key="map_3")
    assert "Mødt" in question.options and "Heraf i løntilskud" not in question.options
    question.select("moedt")
    app.button(key="recheck").click().run()
    assert "Filen kan gemmes: 1 oplysning er ny" in said(app)
    app.button(key="apply").click().run()
    assert "Genkendt som" in said(uploaded(content.replace(b"K3", b"K4")))


def test_named_jobcenters_can_be_left_out(engine):
    app = uploaded(ATTENDANCE.replace("tovholder;1;1", "tovholder;1;ca. 1").encode())
    assert app.multiselect(key="without").value == ["665"]
    app.button(key="check_without").click().run()
    app.button(key="apply").click().run()
    assert "Uden Lemvig" in said(app)


def test_a_file_can_be_read_as_another_kind_and_back(engine):
    app = uploaded(ATTENDANCE.encode())
    assert app.selectbox(key="file_kind").value == "kursusdeltagelse"
    assert app.button(key="read_as").disabled
    app.selectbox(key="file_kind").select("centre").run()
    app.button(key="read_as").click().run()
    assert "Virksomhedscentre" in said(app) and not has(app, "button", "apply")
    app.selectbox(key="file_kind").select("kursusdeltagelse").run()
    app.button(key="read_as").click().run()
    assert "Filen kan gemmes: 4 oplysninger er nye" in said(app)


def test_a_file_that_is_taken_for_monthly_figures_can_be_said_to_be_a_course_list(engine):
    app = uploaded("Fremmøde, kursusdag 3\nJobcenter;Gruppe;Personer;Praktik\nSkive;jobkonsulent;3;1\n".encode())
    assert app.selectbox(key="file_kind").value == "maanedstal"
    app.selectbox(key="file_kind").select("kursusdeltagelse").run()
    app.button(key="read_as").click().run()
    assert app.selectbox(key="map_1").value == "rolle"
    app.selectbox(key="map_2").select("moedt")
    app.selectbox(key="map_3").select("ignore")
    app.button(key="recheck").click().run()
    assert "Filen kan gemmes: 1 oplysning er ny" in said(app)


def test_a_course_list_with_headings_of_its_own_is_taken_for_one(engine):
    app = uploaded("Fremmøde, kursusdag 3\nJobcenter;Rolle;Hvor mange\nSkive;jobkonsulent;3\n".encode())
    assert app.selectbox(key="file_kind").value == "kursusdeltagelse"
    app.selectbox(key="map_2").select("moedt")
    app.button(key="recheck").click().run()
    assert "Filen kan gemmes: 1 oplysning er ny" in said(app)


def test_what_a_reader_says_of_one_file_is_not_said_of_the_next(engine):
    app = uploaded(ATTENDANCE.encode())
    app.selectbox(key="file_kind").select("centre").run()
    app.button(key="read_as").click().run()
    app.button(key="discard").click().run()
    app.file_uploader[0].upload("tal.csv", csv(SKIVE)).run()
    assert app.selectbox(key="file_kind").value == "maanedstal"
    assert "Filen kan gemmes: 3 tal er nye" in said(app)


def test_a_file_with_a_cpr_number_is_refused_and_offers_nothing_more(engine):
    app = uploaded(f"Nr.;Dato;Jobcenter;Tema;Spørgsmål\n1;03-11-2009;Skive;Mentor;gælder {CPR}\n".encode())
    assert "ligner et CPR-nummer" in said(app) and CPR not in said(app)
    assert not has(app, "selectbox", "file_kind")
    assert uploads(engine) == 0


@pytest.mark.parametrize(("dataset", "choice"), [
    ("maanedstal", "template_month"), ("kursusdeltagelse", "template_day"), ("centermaaned", "template_month"),
    ("hotline", None)])
def test_a_template_is_offered_for_every_kind(engine, dataset, choice):
    app = unfolded(opened("upload"), "template")
    of_projects = {RESULTS.title, FOLLOWED.title}  # of other programmes than the one that is shown
    assert set(app.selectbox(key="template_kind").options) == {each.title for each in DATASETS.values()} - of_projects
    app.selectbox(key="template_kind").select(dataset).run()
    shown = [key for key in ("template_month", "template_day") if has(app, "selectbox", key)]
    assert shown == ([choice] if choice else [])
    assert [button.label for button in app.get("download_button")] == ["Hent som Excel", "Hent som CSV"]


def test_the_history_shows_what_an_upload_of_records_changed(engine):
    stands(engine, ATTENDANCE)
    app = unfolded(history(), "changed_cells")
    text = said(app)
    assert "Slags Kursusdeltagelse" in text
    assert [e.label for e in app.expander if "ændrede" in e.label] == [
        "Oplysninger, som indlæsningen ændrede: 4 nye oplysninger"]
    assert "Lemvig, Kursusdag 3 (26. jan. 2010), tovholder Mødt – 1" in text


def test_what_was_written_in_a_form_is_said_to_be(engine):
    typed(engine, "hotline", {"henvendelse": 1, "dato": "03-11-2009", "jobcenter": "779", "tema": "Mentor"})
    assert "Skrevet i appen" in said(history())


def test_the_sample_is_removed_with_all_of_its_kinds(engine):
    stands(engine, ATTENDANCE, source="sample")
    stands(engine, CENTRES, source="sample")
    stands(engine, "maaned;kommunekode;personer_match4\n2010-03;779;414\n", source="sample")
    typed(engine, "kursusdeltagelse", {"kursusdag": "K3", "jobcenter": "779", "rolle": "jobkonsulent", "moedt": 2})
    app = history()
    app.text_input(key="uploaded_by").set_value("konsulent").run()
    unfolded(app, "sample_panel")
    assert "Der står 3 indlæsninger med opdigtede tal." in said(app)
    assert app.checkbox(key="sample_corrections").value
    field(app, "checkbox", "sample_sure").check().run()
    field(app, "button", "sample_save").click().run()
    assert (records(engine, "kursusdeltagelse"), records(engine, "centre")) == (0, 0)
    assert "Fjern eksempeldata" not in [button.label for button in app.button]
