"""``export``: each document is written whole, of the right month and day, or refused in Danish with nothing written."""

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from model.documents import agreed


@pytest.fixture
def made(run, loaded, tmp_path):
    """Run export into a file of this name; (what was written, what was said)."""
    def making(document, name, *more):
        status, out, err = run("export", document, tmp_path / name, *more)
        assert (status, err) == (0, ""), err
        return (tmp_path / name).read_bytes(), out
    return making


def text(content):
    return "".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_one_jobcenter_s_sheet(made):
    content, out = made("sheet", "viborg.pdf", "--jobcenter", "791", "--month", "2010-03")
    assert "DialogarkforJobcenterViborg" in text(content)
    assert "er skrevet" in out


def test_without_a_jobcenter_it_is_the_region_s_sheet(made):
    assert "Fremdrift·Regionsark" in text(made("sheet", "region.pdf", "--month", "2010-03")[0])


def test_all_sheets_as_one_pdf_or_a_zip_by_the_file_s_ending(made):
    assert len(PdfReader(BytesIO(made("sheets", "alle.pdf", "--month", "2010-03")[0])).pages) == 19
    with zipfile.ZipFile(BytesIO(made("sheets", "alle.zip", "--month", "2010-03")[0])) as packed:
        assert "dialogark_viborg_2010-03.pdf" in packed.namelist()


def test_a_sheet_tells_what_is_new_as_of_the_day(made):
    assert "Nytsidensidst(udgangenaf" in text(made("sheet", "nyt.pdf", "--jobcenter", "791", "--as-of", "2010-04-20",
                                                   "--month", "2010-03")[0])


def test_the_half_page_for_a_committee(made):
    content, _ = made("committee", "udvalg.docx", "--jobcenter", "791", "--month", "2010-03")
    assert Document(BytesIO(content)).paragraphs[0].text == "Jobcenter Viborg: status for marts 2010"


def test_one_project_s_sheet_as_of_the_day(made):
    content, _ = made("project", "projekt.pdf", "--project", "Middelfart", "--as-of", "2014-06-01")
    assert "ProjektarkforMiddelfart·tallenepr.1.jun.2014·Kuntilinterntbrug" in text(content)


def test_the_follow_up_of_the_one_contract_as_pdf_or_word_by_the_file_s_ending(made):
    content, _ = made("contract", "opfølgning.pdf", "--as-of", "2009-03-10")
    assert "MålemetodemangleriKontrakten".lower() in text(content).lower()
    content, _ = made("contract", "opfølgning.docx", "--project", "Udviklingsplatform i Region Midtjylland")
    assert Document(BytesIO(content)).paragraphs[0].text.startswith("Opfølgning på resultatkontrakt")


def test_the_projects_of_a_programme_and_the_contract_as_slides_or_workbook_by_the_file_s_ending(made):
    slides = Presentation(BytesIO(made("projects", "projekter.pptx")[0])).slides
    assert slides[2].shapes.title.text_frame.text == "København har ingen milepæle"
    book = openpyxl.load_workbook(BytesIO(made("projects", "tal.xlsx", "--as-of", "2014-06-01")[0]))
    assert book.sheetnames == ["Milepæle", "Opfølgning"]
    assert len(Presentation(BytesIO(made("contract", "opfølgning.pptx")[0])).slides) == 1


def test_the_workbook(made):
    assert "Vurderinger" in openpyxl.load_workbook(BytesIO(made("workbook", "tal.xlsx")[0])).sheetnames


def test_the_figures_of_every_month_or_of_one_and_of_one_jobcenter(made):
    everything = made("csv", "ud.csv")[0].decode("utf-8-sig").splitlines()
    assert len(everything) == 5
    chosen = made("csv", "viborg.csv", "--month", "2010-03", "--jobcenter", "791")[0].decode("utf-8-sig").splitlines()
    assert chosen[1:] == ["2010-03;791;Viborg;795;102;32;132"]


def test_as_of_a_day_it_holds_what_was_known_then(made):
    content, _ = made("csv", "dengang.csv", "--as-of", "2010-01-01")
    assert {line[:7] for line in content.decode("utf-8-sig").splitlines()[1:]} == {"2009-09"}
    assert "tallenepr.1.jan.2010" in text(made("sheet", "dengang.pdf", "--as-of", "2010-01-01")[0])


@pytest.mark.parametrize(("document", "name", "more"), [("sheet", "ark.pdf", ("--jobcenter", "791")),
                                                        ("committee", "ark.docx", ("--jobcenter", "791")),
                                                        ("contract", "ark.docx", ()), ("projects", "ark.xlsx", ()),
                                                        ("project", "ark.pdf", ("--project", "Middelfart")),
                                                        ("sheets", "ark.zip", ())])
def test_the_public_is_refused_a_dialogark_and_nothing_is_written(run, published, tmp_path, document, name, more):
    status, out, err = run("export", document, tmp_path / name, "--audience", "public", *more)
    assert (status, out) == (1, "")
    assert "kun til internt brug" in err
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_not_there_is_told(run, loaded, tmp_path):
    status, out, err = run("export", "csv", tmp_path / "ingen" / "ud.csv")
    assert (status, out) == (1, "")
    assert "mappen findes ikke" in err and "ikke skrevet noget" in err


def test_a_file_that_cannot_be_replaced_is_left_alone(run, loaded, tmp_path):
    (tmp_path / "ud.csv").mkdir()
    status, _, err = run("export", "csv", tmp_path / "ud.csv")
    assert status == 1 and "kan ikke skrives" in err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".ud")] == []


def test_an_empty_database_gives_documents_that_say_so(run, tmp_path):
    for document, name in (("sheet", "a.pdf"), ("workbook", "a.xlsx"), ("csv", "a.csv")):
        status, _, err = run("export", document, tmp_path / name)
        assert (status, err) == (0, "")
    assert "manglertalforoktober2009" in text((tmp_path / "a.pdf").read_bytes())


@pytest.mark.parametrize(("words", "told"), [
    (("sheet",), "FIL"), (("lysbilleder", "a.pptx"), "slides"), (("sheet", "a.docx"), ".pdf"),
    (("sheets", "a.xlsx"), ".zip"),
    (("workbook", "a.csv"), ".xlsx"), (("committee", "a.docx"), "--jobcenter"),
    (("sheet", "a.pdf", "--jobcenter", "999"), "999"), (("project", "a.pdf"), "»Middelfart« eller »København«"),
    (("project", "a.pdf", "--project", "Odense"), "»Odense« findes ikke"),
    (("contract", "a.pdf", "--project", "Middelfart"), "»Udviklingsplatform i Region Midtjylland«"),
    (("sheet", "a.pdf", "--project", "Middelfart"), "--project bruges kun til project, contract og projects"),
    (("sheets", "a.pdf", "--jobcenter", "791"), "hele regionen"), (("sheet", "a.pdf", "--month", "1999-01"), "2008-09"),
    (("csv", "a.csv", "--audience", "alle"), "internal"),
    (("csv", "a.csv", "--audience", "public", "--as-of", "2010-04-12"), "--as-of")])
def test_wrong_usage_is_told_in_danish_with_status_2(run, words, told):
    status, out, err = run("export", *words)
    assert status == 2 and not out
    assert told in err


def failing(*_, **__):
    raise ZeroDivisionError("Anna Andersen fra Skive")


@pytest.mark.parametrize(("document", "name", "what"), [
    ("sheet", "a.pdf", "model.documents.region_sheet.content"),
    ("workbook", "a.xlsx", "model.documents.workbook._figures"),
    ("csv", "a.csv", "model.documents.csv_file.current_figures"),
    ("slides", "a.pptx", "model.documents.slides.deck.describe"),
    ("offline", "a.html", "model.documents.screen_html.section"), ("sheets", "a.zip", "model.documents.sheet.content")])
def test_a_fault_is_told_in_danish_with_its_number_in_the_log_and_nothing_is_written(
        run, published, tmp_path, monkeypatch, caplog, document, name, what):
    monkeypatch.setattr(what, failing)
    status, out, err = run("export", document, tmp_path / name)
    assert (status, out) == (1, "")
    assert "kunne ikke laves" in err and "Traceback" not in err and "Anna" not in err
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", err)[1]
    assert caplog.text.count(number) == 1 and "ZeroDivisionError" in caplog.text and "Anna" not in caplog.text
    assert not (tmp_path / name).exists()


def test_one_bad_sheet_is_told_with_status_1_and_the_others_are_written(run, loaded, tmp_path, monkeypatch):
    whole = agreed.agreed_lines
    monkeypatch.setattr(agreed, "agreed_lines",
                        lambda shot, code: failing() if code == "779" else whole(shot, code))
    status, out, err = run("export", "sheets", tmp_path / "alle.zip", "--month", "2010-03")
    assert status == 1 and "er skrevet" in out
    assert err.startswith("Dialogarket for Skive mangler.") and len(err.splitlines()) == 1
    with zipfile.ZipFile(tmp_path / "alle.zip") as packed:
        assert "dialogark_viborg_2010-03.pdf" in packed.namelist()
