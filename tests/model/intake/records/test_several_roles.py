"""A warning that is about people of several roles names them all, and none as if it were all of them."""

from model.intake import wording
from tests.model.intake.records.street import check, load

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
ALL_ROLES = HEAD + "K1;Skive;Jobkonsulent;3;3\nK1;Skive;Tovholder;2;2\nK1;Skive;Virksomhedsmentor;1;1\n"
ACROSS = "Antal mødte\nKursusdag;Jobcenter;Jobkonsulent;Tovholder\nK1;Skive;3;2\n"


def warned(engine, text, **given):
    """The one warning about a file."""
    [problem] = [p for p in check(engine, text, **given).problems if "planen har plads til" in p.text]
    assert problem.severity == "advarsel"
    return problem


def test_every_role_stands_with_how_many_and_every_row_is_named(engine):
    problem = warned(engine, ALL_ROLES)
    assert problem.text.startswith(
        "Skive, Kursusdag 1 (19. nov. 2009) (række 2, 3 og 4): 6 personer er mødt (jobkonsulent 3, tovholder 2 og "
        "virksomhedsmentor 1), og planen har plads til 4")
    [row] = wording.problem_table((problem,), {"779": "Skive"}).to_dict("records")
    assert row["Række"] == "2, 3 og 4" and "række" not in row[wording.PROBLEM_COLUMNS[-1]]


def test_roles_that_stand_across_are_named_by_their_columns(engine):
    problem = warned(engine, ACROSS)
    assert (problem.row, problem.column) == (3, "Jobkonsulent og Tovholder")
    assert "jobkonsulent 3 og tovholder 2" in problem.text


def test_what_stood_before_is_said_to(engine):
    load(engine, HEAD + "K1;Skive;Jobkonsulent;3;3\n")
    problem = warned(engine, HEAD + "K1;Skive;Tovholder;2;2\n")
    assert "5 personer er mødt (jobkonsulent 3 i forvejen og tovholder 2)" in problem.text
    assert problem.rows == () and problem.row == 2


def test_a_role_that_is_alone_is_named_as_the_one_it_is(engine):
    assert "Skive, Kursusdag 1 (19. nov. 2009), jobkonsulent (række 2): 6 personer er mødt, og" in warned(
        engine, HEAD + "K1;Skive;Jobkonsulent;6;6\nK1;Skive;Tovholder;0;0\n").text
