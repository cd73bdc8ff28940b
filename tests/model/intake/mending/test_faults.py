"""A file's faults as they are shown to be mended: one box a cell, with every rule it breaks."""

from model.intake.examine import examine
from model.intake.mending import excerpts, mending
from tests.model.intake.builders import text

NAMES = {"779": "Skive", "665": "Lemvig"}
PERSONS, PRACTICE, SUBSIDY = "personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud"
HEADINGS = ["maaned", "jobcenter", "virksomhedsaktivering_i_alt", "afsluttede_forloeb", "heraf_selvforsoergende_4_uger",
            "heraf_job_eller_uddannelse_4_uger", PERSONS, PRACTICE, SUBSIDY]
LOW = ["2010-03", "Skive", 40, 12, 3, 4, 400, 61, 52]  # a total under both of its parts
REMEDY = "Ret det tal, der er forkert."


def shown(engine, *rows):
    report = examine(engine, "tal.csv", text([HEADINGS, *rows]))
    return report, mending.faults(report, NAMES)


def test_a_cell_that_breaks_two_rules_is_one_fault_with_both_and_one_remedy(engine):
    report, [fault] = shown(engine, LOW)
    assert len(report.errors) == 2
    assert fault.text == ("40 i virksomhedsaktivering i alt er færre end de 61 i virksomhedspraktik. "
                          f"40 i virksomhedsaktivering i alt er færre end de 52 i løntilskud. {REMEDY}")
    assert mending.places(fault) == "Celle C2 · Skive, marts 2010"
    assert mending.elsewhere(report, [fault]) == ()
    assert [(made.cell, made.value) for made in fault.corrections("90", all_of_them=True)] == [("C2", "90")]


def test_cells_alike_that_break_the_same_two_rules_are_mended_together(engine):
    _, [fault] = shown(engine, LOW, ["2010-03", "Lemvig", *LOW[2:]])
    assert mending.places(fault).startswith("2 steder: C2 og C3")
    assert len(fault.problems) == 2


def test_the_excerpt_shows_every_column_the_rules_compare(engine):
    report, [fault] = shown(engine, LOW)
    excerpt = excerpts.excerpt(report, fault)
    headed = dict(zip(excerpt.headings, excerpt.rows[0], strict=True))
    assert headed[f"H {PRACTICE}"] == "61" and headed[f"I {SUBSIDY}"] == "52"
    assert {excerpt.headings[at][0] for at in excerpt.compared} == {"H", "I"}
    report, [fault, *_] = shown(engine, ["2010-03", "Skive", 90, 12, 3, 4, 60, 61, 52])
    assert f"G {PERSONS}" in excerpts.excerpt(report, fault).headings


def test_a_figure_on_another_row_is_shown_beside_it_unmarked(engine):
    report = examine(engine, "tal.csv", text([
        ["maaned", "jobcenter", "noegletal", "vaerdi"], ["2010-03", "Skive", PERSONS, 60],
        ["2010-03", "Lemvig", PERSONS, 195], ["2010-03", "Skive", PRACTICE, 61]]))
    [fault] = mending.faults(report, NAMES)
    excerpt = excerpts.excerpt(report, fault)
    assert [row[0] for row in excerpt.rows] == ["2", "4"]
    assert excerpt.beside == {0}
