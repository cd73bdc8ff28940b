"""What was read of a file is kept and can be read again, and what was not is left out and told."""

import io
from collections.abc import Callable
from datetime import date

import numpy as np
import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from sqlalchemy import Engine
from sqlmodel import Session

from model.intake import saving
from model.intake.columns import fitting, own_words
from model.intake.examine import examine
from model.intake.keeping import kept, kept_words, own
from model.intake.report import Answers
from model.intake.saving import apply
from model.store.tables.base import Upload
from tests.model.intake.kept_files import FILES, MARK, TODAY, answered, text_file, unpacked, workbook
from tests.viewers import EVERYBODY, named

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;"
NAMES = HEAD + "Deltager\nK1;Skive;jobkonsulent;3;2;Opdigtet Prøvesen\n"
PLAIN = HEAD + "Antal\nK1;Skive;jobkonsulent;3;2;7\n"


def load(engine: Engine, content: bytes, *, name: str = "liste.csv", **answers: object) -> Upload:
    """Check and save a file; its upload."""
    report = examine(engine, name, content, today=TODAY, answers=Answers(approved=True, **answers))
    assert report.status == "ready", (report.problems, report.question)
    upload = apply(engine, report, content=content, viewer=named("test"), reason="prøve")
    with Session(engine) as session:
        return session.get_one(Upload, upload)


def fetched(engine: Engine, upload: Upload) -> tuple[str, bytes]:
    with Session(engine) as session:
        return saving.original(session, upload.id, EVERYBODY)


def test_a_file_whose_every_text_is_ours_is_kept_as_it_came(engine):
    upload = load(engine, PLAIN.encode("cp1252"))
    assert fetched(engine, upload) == ("liste.csv", PLAIN.encode("cp1252")) and upload.left_out == {}


def test_of_any_other_a_table_of_what_was_read_is_kept_and_says_so(engine):
    upload = load(engine, NAMES.encode())
    name, content = fetched(engine, upload)
    assert name == "liste (kun det læste).csv"
    assert content.decode("utf-8-sig").splitlines() == ["Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;",
                                                        "K1;Skive;jobkonsulent;3;2;"]
    assert kept_words.sentence(upload.left_out) == "Filen er gemt uden kolonne F, som ikke bruges."


@pytest.mark.parametrize("title", ["Deltagerliste, kursusdag 3 (26. jan. 2010)", "Mentorkursus 1, fremmøde",
                                   "Evaluering, antal svar (1 = meget tilfreds, 5 = meget utilfreds)"])
def test_a_title_in_ordinary_words_names_nobody(engine, title):
    with Session(engine) as session:
        ours = own.load(session)
    assert ours.said_in(title) == title and ours.names_nobody(title)
    assert ours.said_in(f"{title}, ført af Opdigtet Prøvesen") == title
    assert ours.said_in(f"Opdigtet Prøvesens {title}") != f"Opdigtet Prøvesens {title}"


def test_the_same_file_is_recognised_though_its_bytes_are_not_kept(engine):
    upload = load(engine, NAMES.encode())
    again = examine(engine, "liste.csv", NAMES.encode(), today=TODAY)
    assert again.status == "unchanged" and again.already[0] == upload.id


def test_a_sender_may_say_that_nothing_in_it_is_about_a_person(engine):
    upload = load(engine, NAMES.encode(), keep_original=True)
    assert fetched(engine, upload) == ("liste.csv", NAMES.encode())
    assert kept_words.sentence(upload.left_out).startswith("Filen er gemt, som den kom: ")


PLAINLY_PEOPLE = {
    "a heading of names": HEAD + "Borgerens navn\nK1;Skive;jobkonsulent;3;2;Opdigtet Prøvesen\n",
    "a mailbox": HEAD + "Kontakt\nK1;Skive;jobkonsulent;3;2;opdigtet@eksempel.dk\n",
    "a telephone": HEAD + "Kontakt\nK1;Skive;jobkonsulent;3;2;tlf. 20 00 00 00\n"}


@pytest.mark.parametrize("text", PLAINLY_PEOPLE.values(), ids=PLAINLY_PEOPLE)
def test_no_sender_may_say_that_of_a_file_that_plainly_holds_people(engine, text):
    upload = load(engine, text.encode(), keep_original=True)
    assert kept_words.is_reduced(upload.left_out) and fetched(engine, upload)[1] != text.encode()


def test_the_name_of_a_jobcenter_or_a_centre_is_no_persons(engine):
    text = "Jobcenter;Navn;Åbnet;Pladser;Note\nSkive;Lysthuset;01-10-2009;6;Opdigtet\n"
    said = {"column.navn": "virksomhedscenter", "column.note": "ignore"}
    assert load(engine, text.encode(), keep_original=True, said=said).left_out == {"declared": True}


@pytest.mark.parametrize("change", [
    lambda book: setattr(book.properties, "creator", "Opdigtet Prøvesen"),
    lambda book: setattr(book.active["A1"], "comment", Comment("spørg", "Opdigtet Prøvesen")),
    lambda book: setattr(book.active.oddFooter.left, "text", "Opdigtet Prøvesen"),
    lambda book: book.defined_names.add(DefinedName("Prøvesen", attr_text="Sheet!$A$1")),
    lambda book: book.create_sheet("Opdigtet Prøvesen").append([1, 2]),
    lambda book: book.active.auto_filter.add_filter_column(1, ["Opdigtet Prøvesen"])])
def test_a_workbook_with_words_beside_its_cells_is_never_kept_as_it_came(engine, change):
    def saved(change: Callable[[openpyxl.Workbook], object] | None) -> bytes:
        book = openpyxl.Workbook()
        for row in FILES["kursusdeltagelse"]:
            book.active.append(row)
        if change:
            book.active.auto_filter.ref = "A1:E3"
            change(book)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    plain = load(engine, saved(None), name="liste.xlsx")
    assert plain.left_out == {}
    named = load(engine, saved(change), name="liste.xlsx")
    assert named.left_out and "Prøvesen" not in unpacked(fetched(engine, named)[1])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("dataset", list(FILES))
def test_what_is_kept_can_be_read_again_and_says_the_same(engine, dataset, kind):
    rows = [["Til:", f"Peter {MARK}"], [], *([*row, said] for row, said in zip(
        FILES[dataset], ["Deltager", f"Opdigtet {MARK}", f"Opdigtet {MARK}"], strict=True))]
    content = text_file(rows) if kind == "csv" else workbook(rows)
    first = answered(engine, f"liste.{kind}", content, dataset)
    with Session(engine) as session:
        stays = kept.of(first, content, own.load(session))
    again = examine(engine, f"liste.{kind}", stays.content, dataset=dataset, today=TODAY,
                    answers=Answers(approved=True))
    assert stays.left_out and again.status == "ready"
    assert again.changes[["row", "kind"]].equals(first.changes[["row", "kind"]]), "each row stands where it stood"
    assert again.counts == first.counts


def test_a_row_that_is_part_of_another_rows_record_is_kept_with_it(engine):
    text = ("Nr.;Dato;Jobcenter;Tema;Spørgsmål;Besvaret;Svar;Deltager\n"
            "1;03-11-2009;Horsens;Løntilskud;Kan det skifte?;03-11-2009;Ja;Opdigtet Prøvesen\n"
            "1;10-11-2009;;Løntilskud;Gælder det også her?;12-11-2009;Nej;Opdigtet Prøvesen\n")
    upload = load(engine, text.encode(), said={"identity.genaabnet.1": "reopened", "column.deltager": "ignore"})
    kept_lines = fetched(engine, upload)[1].decode("utf-8-sig").splitlines()
    assert kept_lines[1:] == [line.removesuffix("Opdigtet Prøvesen") for line in text.splitlines()[1:]]


def test_the_month_in_a_title_is_kept_and_who_wrote_it_is_not(engine):
    text = ("Måned: marts 2010;udarbejdet af Opdigtet Prøvesen;\nMarts 2010, ved Opdigtet Prøvesen;;\n"
            "Jobcenter;Personer match 4;Heraf virksomhedspraktik\nSkive;414;61\n")
    report = examine(engine, "tal.csv", text.encode(), month=date(2010, 3, 1), today=TODAY,
                     answers=Answers(approved=True))
    with Session(engine) as session:
        stays = kept.of(report, text.encode(), own.load(session))
    assert stays.content.decode("utf-8-sig").splitlines()[:2] == ["Måned: marts 2010;;", "Marts 2010;;"]
    assert stays.left_out["lines"]


@pytest.mark.parametrize(("left", "said"), [
    ({"columns": {"": ["C", "D"]}}, "uden kolonne C og D, som ikke bruges"),
    ({"columns": {"Ark1": ["C"], "Ark2": ["B"]}, "lines": True},
     "uden teksten omkring tabellen, kolonne C på ark »Ark1« og kolonne B på ark »Ark2«, som ikke bruges"),
    ({"columns": {}, "sheets": 1, "beside": True},
     "uden 1 ulæst ark og det ved siden af cellerne (fx forfatter og kommentarer)"),
    ({"columns": {"": list("ABCDEFGH")}}, "uden kolonne A, B, C, D, E, F og 2 til, som ikke bruges"),
    ({}, ""), (None, "")])
def test_what_is_left_out_in_words(left, said):
    assert kept_words.left_out(left) == said


def test_samples_say_what_kind_of_texts_a_column_holds():
    places = fitting.Scope({"skive": "779"})
    cells = np.array(["Opdigtet Prøvesen", "Bo", None, "Skive", 3, "ja"], dtype=object)
    assert own_words.samples(cells, places) == ("Skive", "3", "2 forskellige tekster på 2–17 tegn")
    assert own_words.samples(np.array(["ja", "nej", "<5", "marts 2010"], dtype=object), places) == (
        "ja", "nej", "<5", "marts 2010")


@pytest.mark.parametrize(("left", "said"), [
    ({"kind": "xlsx", "columns": {"": ["C"]}}, "kun det læste"), ({"kind": "csv", "counted": True}, "kun tallene"),
    ({"declared": True}, "hele filen"), ({}, ""), (None, "")])
def test_what_is_kept_in_a_cell_of_a_table(left, said):
    assert kept_words.brief(left) == said
