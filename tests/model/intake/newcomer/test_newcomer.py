"""What a dataset's one file of declaration and one of rules say is what is read, refused, asked and shown of it.

That it can all that every other can is tested with the others, in test_every_dataset.py.
"""

import io
from datetime import date

import openpyxl
import pytest
from sqlmodel import Session

from model.intake import templates
from model.intake.examine import examine
from model.intake.mending import answered, excerpts, mending
from model.intake.refusal import SaveRefused
from model.intake.report import Answers, Report
from model.intake.saving import apply
from model.store import record_facts
from pages.guide import guide_files
from tests.model.intake.newcomer.declaration import MEETINGS, NetworkMeeting
from tests.pages.data_pages import opened, unfolded
from tests.viewers import named

TODAY = date(2010, 5, 3)
NAMES = {"779": "Skive", "665": "Lemvig"}
HEAD = "Jobcenter;Mødedato;Inviterede virksomheder;Fremmødte virksomheder;Mødeform;Mødets tema\n"
ROWS = "Skive;12-01-2010;20;14;fysisk;Elefanter\nLemvig;14-01-2010;8;<5;telefonmøde;\n"


def check(engine, text: str, *, name: str = "netvaerk.csv", **given) -> Report:
    return examine(engine, name, text.encode(), today=TODAY, **given)


def load(engine, text: str) -> int:
    report = check(engine, text)
    assert report.status == "ready", (report.status, report.problems, report.question)
    return apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")


def stands(engine) -> dict[str, tuple[object, ...]]:
    """By jobcenter, what stands of its meeting."""
    with Session(engine) as session:
        frame = record_facts.records(session, NetworkMeeting)
    cells = frame[["invited", "came", "came_mark", "form", "theme"]].astype(object)
    return dict(zip(frame["jobcenter"], cells.where(cells.notna(), None).itertuples(index=False, name=None),
                    strict=True))


def test_it_is_recognised_by_its_headings_and_saved(engine):
    report = check(engine, HEAD + ROWS, name="fil.csv")
    assert (report.dataset, report.status, report.counts) == (MEETINGS.name, "ready",
                                                              {"new": 7, "changed": 0, "unchanged": 0})
    load(engine, HEAD + ROWS)
    assert stands(engine) == {"779": (20, 14, None, "fysisk", "Elefanter"), "665": (8, None, "hidden", "telefon", None)}


def test_it_is_among_what_a_file_that_nobody_knows_may_be_and_alone_where_a_line_speaks_of_it(engine):
    text = "Noget;Andet\nhej;med dig\n"
    [asked] = check(engine, text, name="fil.csv").question.refusal
    assert MEETINGS.name in {option.value for option in asked.options}
    assert check(engine, f"Netværket i Skive\n{text}", name="fil.csv").dataset == MEETINGS.name


@pytest.mark.parametrize(("row", "column", "text"), [
    ("Skivve;12-01-2010;20;14;fysisk;", "Jobcenter", "»Skivve« findes ikke i Midtjylland. Mente du »Skive«?"),
    ("Skive;31-02-2010;20;14;fysisk;", "Mødedato", "findes ikke i kalenderen"),
    ("Skive;12-01-2010;tyve;14;fysisk;", "Inviterede virksomheder", "»tyve«"),
    ("Skive;12-01-2010;10-14;1;fysisk;", "Inviterede virksomheder", "»10-14« er et interval. Skriv ét tal."),
    ("Skive;12-01-2010;20;14;brev;", "Mødeform", "»brev« kendes ikke. Skriv »fysisk« eller »telefon«."),
    (f"Skive;12-01-2010;20;14;fysisk;{'a' * 81}", "Mødets tema", "der er plads til 80"),
    ("Skive;12-01-2010;14;20;fysisk;", "Fremmødte virksomheder", "20 fremmødte virksomheder er flere end de 14 "),
])
def test_what_is_wrong_is_told_with_row_and_column(engine, row, column, text):
    report = check(engine, HEAD + ROWS.splitlines()[1] + "\n" + row + "\n")
    [problem] = report.errors
    assert (report.status, problem.row, problem.column) == ("refused", 3, column) and text in problem.text


def test_a_part_is_held_against_the_whole_that_stands(engine):
    load(engine, HEAD + ROWS)
    [problem] = check(engine, "Jobcenter;Mødedato;Fremmødte virksomheder\nSkive;12-01-2010;21\n").errors
    assert "21 fremmødte virksomheder er flere end de 20 inviterede virksomheder" in problem.text


def test_its_own_rules_are_asked(engine):
    report = check(engine, HEAD + "Skive;12-01-2010;1;1;fysisk;\n")
    assert [p.text for p in report.warnings] == [
        "Skive, 12. jan. 2010 (række 2): et netværk er flere virksomheder. Ret tallet, eller skriv hvorfor."]
    with pytest.raises(SaveRefused):
        apply(engine, report, content=b"x", viewer=named("test"))


def test_two_rows_of_one_key_are_told_with_its_own_advice(engine):
    [problem] = check(engine, HEAD + "Skive;12-01-2010;20;14;fysisk;\nSkive;12-01-2010;6;4;fysisk;\n").errors
    assert "så læg tallene sammen på én række: inviterede virksomheder 26, fremmødte virksomheder 18." in problem.text


def test_a_fault_is_shown_where_it_stands(engine):
    report = check(engine, HEAD + "Skive;12-01-2010;20;14;fysiks;\n")
    [fault] = mending.faults(report, NAMES)
    assert (fault.name, fault.suggestion, mending.places(fault)) == ("moedeform", "fysisk", "Celle E2 · Skive")
    assert excerpts.excerpt(report, fault).rows[0][1:3] == ("Skive", "12-01-2010")


def test_a_word_for_a_count_is_asked_about_and_its_answer_is_kept_and_used_again(engine):
    text = HEAD + "Skive;12-01-2010;20;x;fysisk;\n"
    [asked] = check(engine, text).errors
    assert asked.question and asked.options
    said = {asked.question: asked.options[0].value}
    report = check(engine, text, answers=Answers(said=said))
    assert report.status == "ready" and [p.question for p in report.answered] == [asked.question]
    apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")
    later = check(engine, HEAD + "Skive;13-02-2010;20;x;fysisk;\n")
    assert later.status == "ready" and answered.told(later.answered[0]).startswith("Under »Fremmødte virksomheder«")


def test_a_count_may_be_told_by_the_whole_it_is_a_part_of(engine):
    report = check(engine, HEAD + "Skive;12-01-2010;20;14 af 20;fysisk;\n")
    assert report.status == "ready" and "»Fremmødte virksomheder«: »14 af 20« er læst som 14." in report.notes
    [problem] = check(engine, HEAD + "Skive;12-01-2010;20;14 af 21;fysisk;\n").errors
    assert "men »Inviterede virksomheder« er 20" in problem.text


def test_every_number_is_accounted_for(engine):
    report = check(engine, HEAD.strip() + ";Lokale\n" + "Skive;12-01-2010;20;14;fysisk;Elefanter;7\n")
    assert report.status == "ready" and report.account.numbers == 3
    assert (report.account.counts["stored"], report.account.counts["ignored"]) == (2, 1)
    refused = check(engine, HEAD + "Skive;12-01-2010;14;20;fysisk;\n")
    assert refused.account.numbers == 2 and refused.account.counts["refused"] == 1


def test_its_template_says_how_each_column_is_filled_in(engine):
    assert templates.template(MEETINGS.name, "csv").decode("utf-8-sig").splitlines() == [HEAD.strip()]
    sheet, guide = openpyxl.load_workbook(io.BytesIO(templates.template(MEETINGS.name, "xlsx"))).worksheets
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "list"}
    lines = [row[0].value for row in guide.iter_rows()]
    assert "Fremmødte virksomheder: et helt tal; højst så mange som »Inviterede virksomheder«." in lines
    assert "Hver række kendes på »Jobcenter« og »Mødedato«, som altid skal være udfyldt." in lines


def test_the_guide_and_the_page_for_files_know_it(engine):
    kinds = guide_files.kinds().set_index("Slags").loc["Netværksmøder"]
    assert kinds["En række kendes på"] == "Jobcenter, mødedato"
    assert guide_files.record_columns(MEETINGS)["Navn i filen"].tolist()[:3] == ["jobcenter", "moededato", "inviterede"]
    app = unfolded(opened("upload"), "template")
    app.selectbox(key="template_kind").select(MEETINGS.name).run()
    assert "Netværksmøder" in app.selectbox(key="template_kind").options and not app.exception
