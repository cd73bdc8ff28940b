"""Rows about jobcenters that the sender may not report for are refused by name, with all else that is wrong."""

from datetime import date

import pytest

from model.access.rights import NotAllowed
from model.intake.datasets.datasets import DATASETS
from model.intake.examine import examine
from model.intake.form import state
from model.intake.saving import apply
from tests.model.intake.dataset_files import FILES
from tests.model.intake.records.street import load
from tests.viewers import MANAGER, ORGANISER, OWN

TODAY = date(2010, 5, 3)
VIBORG = frozenset({OWN})
HEAD = "Måned;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4;Heraf i virksomhedspraktik\n"


def checked(engine, text, own=VIBORG, **given):
    return examine(engine, "tal.csv", text.encode(), today=TODAY, own=own, **given)


def foreign(report):
    return [problem for problem in report.errors if "må indberette for" in problem.text]


def test_each_row_is_named_with_its_jobcenter_and_what_one_may(engine):
    report = checked(engine, HEAD + "2010-03;Viborg;400;60\n2010-03;Skive;300;50\n2010-03;Lemvig;200;30\n")
    assert report.status == "refused" and report.changes.empty
    assert [(p.row, p.jobcenter) for p in foreign(report)] == [(3, "779"), (4, "665")]
    assert foreign(report)[0].text == ("Række 3: Skive hører ikke til det, du må indberette for (Viborg). Udelad "
                                       "rækken, eller send filen til en, der må.")


def test_it_is_told_together_with_what_else_is_wrong(engine):
    report = checked(engine, HEAD + "2010-03;Viborg;40;60\n2010-03;Skive;tre;50\n2010-13;Lemvig;200;30\n")
    assert {p.jobcenter for p in foreign(report)} >= {"779"}
    assert len(report.errors) > len(foreign(report))


@pytest.mark.parametrize("given", [{"without": ("779",)}, {"own": None}])
def test_what_is_left_out_is_no_hindrance(engine, given):
    report = checked(engine, HEAD + "2010-03;Viborg;400;60\n2010-03;Skive;300;50\n", **given)
    assert report.status == "ready", report.problems


@pytest.mark.every
@pytest.mark.parametrize("name", sorted(FILES.keys() & DATASETS.keys()))
def test_a_file_of_every_dataset_is_refused_to_who_may_report_for_nobody_in_it(engine, name):
    file = FILES[name]
    if file.before:
        before = "".join(f"{line}\n" for line in file.before).encode()
        apply(engine, examine(engine, "før.csv", before, today=TODAY), content=before, viewer=ORGANISER, reason="prøve")
    report = examine(engine, f"{name}.csv", file.text.encode(), today=TODAY, own=frozenset({"999"}))
    assert report.status == "refused", name
    assert foreign(report) or "kun indlæses af" in " ".join(problem.text for problem in report.errors)


def test_what_passed_a_check_without_a_scope_is_refused_when_it_is_saved(engine):
    text = (HEAD + "2010-03;Skive;300;50\n").encode()
    report = examine(engine, "tal.csv", text, today=TODAY)
    with pytest.raises(NotAllowed, match="for Skive"):
        apply(engine, report, content=text, viewer=MANAGER)
    typed, content = state(engine, "maanedstal", [{"jobcenter": "779", "maaned": TODAY.replace(month=3, day=1),
                                                   "personer_match4": "300"}], today=TODAY)
    assert typed.status == "ready", typed.problems
    with pytest.raises(NotAllowed, match="for Skive"):
        apply(engine, typed, content=content, viewer=MANAGER, source="form")


LOG = "Nr.;Dato;Jobcenter;Emne;Spørgsmål;Besvaret;Besvaret af;Svar\n"
ENQUIRIES = LOG + "1;03-11-2009;Viborg;Løntilskud;Kan det?;;;\n2;04-11-2009;Skive;Løntilskud;Kan det?;;;\n"
ANSWER = "Nr.;Besvaret;Svar\n{};05-11-2009;Ja\n"


def test_an_enquiry_that_is_known_by_its_number_is_of_those_who_asked(engine):
    load(engine, ENQUIRIES)
    own = examine(engine, "svar.csv", ANSWER.format(1).encode(), today=TODAY, own=VIBORG)
    assert own.status == "ready", own.problems
    apply(engine, own, content=ANSWER.format(1).encode(), viewer=MANAGER)
    others = examine(engine, "svar.csv", ANSWER.format(2).encode(), today=TODAY, own=VIBORG)
    assert others.status == "refused"
    assert "Noget i filen er om Skive, og det må du ikke indberette for." in others.errors[0].text


@pytest.mark.parametrize("text", [LOG + "3;03-11-2009;;Løntilskud;Kan det?;;;\n",
                                  "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;Hændelse\nK3;Viborg;jobkonsulent;;;aflyst\n"])
def test_what_is_of_no_jobcenter_is_told_at_the_check_and_not_first_when_it_is_saved(engine, text):
    report = examine(engine, "fil.csv", text.encode(), today=TODAY, own=VIBORG)
    assert report.status == "refused"
    assert "så det kan kun indlæses af BRM" in " ".join(problem.text for problem in report.errors)
    assert examine(engine, "fil.csv", text.encode(), today=TODAY).status == "ready"
