"""Figures corrected by form: the same checks for all that hang together, an upload of its own, the same undo."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from model.intake import saving, undoing, wording
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.form import correct
from model.intake.rules import monthly_figures as rules
from model.intake.saving import apply
from tests.model.intake.filing import HEAD, TODAY, load, stored
from tests.model.intake.test_properties import FEW, fresh
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)
PERSONS, PRACTICE, SUBSIDY, TOTAL = rules.PERSONS, rules.PRACTICE, rules.SUBSIDY, rules.TOTAL
CENTRE = "heraf_i_virksomhedscenter"


@pytest.fixture
def viborg(engine):
    load(engine, HEAD + "2010-03;791;795;102;32\n")
    return engine


def wish(engine, figures, **given):
    return correct(engine, figures=figures, **({"jobcenter": "791", "month": MARCH, "today": TODAY} | given))


def saved(engine, figures, **given):
    """Check and save; the upload's id."""
    report, content = wish(engine, figures, **given)
    assert report.status == "ready", report.problems
    return apply(engine, report, content=content, viewer=named("konsulent"), reason="talt dobbelt", source="form")


def standing(engine):
    """What stands of Viborg's March, by measure."""
    return {measure: figure for (_, _, measure), figure in stored(engine).items()}


def test_a_correction_is_an_upload_of_its_own_and_can_be_undone(viborg):
    upload = saved(viborg, {PRACTICE: "104"})
    assert standing(viborg)[PRACTICE] == 104
    with Session(viborg) as session:
        name, kept = saving.original(session, upload, EVERYBODY)
    assert name == "Rettelse: Viborg, marts 2010, Heraf i virksomhedspraktik.json" and b'"104"' in kept
    undoing.undo(viborg, upload, reason="alligevel ikke", viewer=named("konsulent"))
    assert standing(viborg)[PRACTICE] == 102


def test_a_total_and_its_part_are_corrected_together_where_neither_can_be_first(viborg):
    saved(viborg, {TOTAL: "134"})
    assert wish(viborg, {TOTAL: "90"})[0].status == wish(viborg, {PRACTICE: "140"})[0].status == "refused"
    upload = saved(viborg, {TOTAL: "90", PRACTICE: "70"})
    assert (standing(viborg)[TOTAL], standing(viborg)[PRACTICE]) == (90, 70)
    saved(viborg, {PRACTICE: "140", TOTAL: "150"})
    assert (standing(viborg)[TOTAL], standing(viborg)[PRACTICE]) == (150, 140)
    with Session(viborg) as session:
        name, kept = saving.original(session, upload, EVERYBODY)
    assert name == "Rettelse: Viborg, marts 2010, 2 tal.json" and b'"90"' in kept and b'"70"' in kept


def test_what_hangs_together_follows_from_the_rules_of_the_dataset():
    families = {whole: {field.name for field in fields} for whole, fields in MAANEDSTAL.tied().items()}
    assert {PERSONS, PRACTICE, SUBSIDY, TOTAL, CENTRE} == families[PERSONS]
    assert all(field.part_of in {None} | family for family in families.values()
               for field in MAANEDSTAL.fields if field.name in family)
    assert sorted(name for family in families.values() for name in family) == sorted(
        field.name for field in MAANEDSTAL.fields if field.kind == "count")


def test_only_what_changes_is_stated(viborg):
    report, content = wish(viborg, {PERSONS: "795", PRACTICE: "104", SUBSIDY: " ", TOTAL: ""})
    assert report.changes["measure"].tolist() == [PRACTICE]
    assert b"personer" not in content and "Heraf i virksomhedspraktik" in report.file_name


@pytest.mark.parametrize(("typed", "kept"), [("skjult", "hidden"), ("Skjult ", "hidden"), ("<5", "hidden"),
                                             ("ikke indberettet", "missing"), ("..", "missing"), ("1.104", None)])
def test_a_figure_can_be_marked(viborg, typed, kept):
    saved(viborg, {PRACTICE: typed, PERSONS: "1200"})
    assert standing(viborg)[PRACTICE] == (kept or 1104)


def test_taking_a_figure_back_asks_for_a_reason(viborg):
    report, _ = wish(viborg, {PRACTICE: "ikke indberettet"})
    assert [p.severity for p in report.problems] == ["advarsel"] and "taget tilbage" in report.problems[0].text


@pytest.mark.every
@pytest.mark.parametrize(("typed", "told"), [
    ({PRACTICE: "900"}, "900 i virksomhedspraktik er flere end målgruppens 795"),
    ({PRACTICE: "900", PERSONS: "800"}, "900 i virksomhedspraktik er flere end målgruppens 800"),
    ({PRACTICE: "ca. 100"}, "»ca. 100«"),
    ({PRACTICE: "<0"}, "under 0"),
    ({PRACTICE: "<100"}, "højst »<10«"),
    ({PERSONS: "800", PRACTICE: "2 5 1 2 4 8 4 9 1 6"}, "CPR-nummer"),
    ({PRACTICE: "", TOTAL: " "}, "Skriv det nye tal"),
    ({}, "Skriv det nye tal"),
    ({PRACTICE: "102", PERSONS: "795"}, "står allerede"),
])
def test_a_correction_that_is_refused(viborg, typed, told):
    report, _ = wish(viborg, typed)
    assert report.status == "refused"
    assert told in report.problems[0].text and "række" not in report.problems[0].text
    assert report.problems[0].row is None


@pytest.mark.parametrize(("given", "told"), [({"month": date(2011, 1, 1)}, "ligger i fremtiden"),
                                             ({"jobcenter": "999"}, "999 findes ikke")])
def test_a_correction_of_what_cannot_have_figures_is_refused(viborg, given, told):
    report, _ = wish(viborg, {PRACTICE: "5"}, **given)
    assert report.status == "refused" and told in report.problems[0].text


def test_every_fault_of_the_form_is_told_at_once(viborg):
    report, _ = wish(viborg, {PERSONS: "ca. 800", PRACTICE: "10 el. 11", SUBSIDY: "33"})
    assert [p.column for p in report.errors] == ["Kontant- og starthjælpsmodtagere i matchgruppe 4",
                                                 "Heraf i virksomhedspraktik"]


def test_a_figure_that_breaks_two_rules_is_one_row_with_both_and_one_remedy(viborg):
    report, _ = wish(viborg, {TOTAL: "20"})
    assert len(report.errors) == 2
    table = wording.problem_table(report.problems, {"791": "Viborg"})
    assert len(table) == 1
    told = table.iloc[0, -1]
    assert told.count("er færre end de") == 2 and told.count("Ret det tal, der er forkert.") == 1


def test_the_same_correction_twice_is_two_uploads(viborg):
    for value in ("104", "102", "104"):
        saved(viborg, {PRACTICE: value})
    assert standing(viborg)[PRACTICE] == 104


def masked(draw, counts):
    """Some of the counts hidden or not reported."""
    marks = [draw(st.sampled_from([None, None, None, "skjult", "ikke indberettet"])) for _ in counts]
    return {measure: mark or str(count) for (measure, count), mark in zip(counts.items(), marks, strict=True)}


@st.composite
def activation(draw):
    """A month's target group with its parts, as the rules allow them."""
    practice, subsidy = draw(st.integers(0, 60)), draw(st.integers(0, 60))
    total = draw(st.integers(max(practice, subsidy), practice + subsidy))
    return masked(draw, {PERSONS: practice + subsidy + draw(st.integers(0, 60)), PRACTICE: practice, SUBSIDY: subsidy,
                         TOTAL: total, CENTRE: draw(st.integers(0, total))})


@st.composite
def outcomes(draw):
    """A month's ended courses with what came of them, as the rules allow them."""
    fields = MAANEDSTAL.tied()["afsluttede_forloeb"]
    counts = {}
    for field in fields:  # a whole is declared before its parts
        counts[field.name] = draw(st.integers(0, counts[field.part_of] if field.part_of else 60))
    return masked(draw, counts)


@FEW
@given(st.one_of(st.lists(activation(), min_size=2, max_size=3), st.lists(outcomes(), min_size=2, max_size=3)))
def test_any_month_can_become_any_other_in_one_form(empty_file, months):
    words = {"skjult": "hidden", "ikke indberettet": "missing"}
    with fresh(empty_file) as engine:
        for month in months:
            report, content = wish(engine, month)
            assert not report.errors or report.problems[0].text.startswith("Tallene står allerede"), report.problems
            if report.status == "ready":
                apply(engine, report, content=content, viewer=named("test"), reason="prøve", source="form")
            assert standing(engine) == {name: words.get(text) or int(text) for name, text in month.items()}


def test_without_a_jobcenter_one_is_to_be_chosen(viborg):
    report, _ = wish(viborg, {PRACTICE: "90"}, jobcenter="")
    assert [p.text for p in report.problems] == ["Vælg et jobcenter på listen."]
