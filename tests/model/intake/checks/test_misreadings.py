"""Files that look plain and would be read wrongly: figures in the wrong column, row, month or measure."""

from datetime import date

import pytest

from model.intake.report import Answers
from tests.model.intake.filing import APPROVED, check, stated

MARCH = {"month": date(2010, 3, 1)}
PLAIN = "maaned;kommunekode;personer_match4;praktik\n"


def errors(report):
    assert report.status == "refused", (report.status, report.notes)
    return [(p.gate, p.row, p.text) for p in report.errors]


@pytest.mark.parametrize(("gate", "text"), [
    (1, "maaned,kommunekode,pct,personer_match4\n2010-03,791,12,5,312\n2010-03,779,10,5,100\n"),
    (2, "maaned;kommunekode;personer_match4\n2010-03;791;312;5;77;88\n2010-03;779;100\n")])
def test_a_figure_to_the_right_of_the_last_heading_refuses_the_file(engine, gate, text):
    found, row, told = errors(check(engine, text))[0]
    assert (found, row) == (gate, 2) and "Række 2" in told and "semikolon" in told


COMMAS = "maaned,kommunekode,pct,personer_match4"
FILLED = "2010-03,779,10,100"


@pytest.mark.parametrize("rows", [
    [COMMAS, FILLED, "2010-03,791,12,5,", "2010-03,665,9,50"],
    [COMMAS, FILLED, "2010-03,665,9,50", "2010-03,791,12,5,"],
    [COMMAS, "2010-03,791,12,5,", "2010-03,779,10,5,"],
    ["Tal, udtræk for kampagnen, marts, foreløbige, BRM", COMMAS, FILLED, "2010-03,791,12,5,"],
    [f"{COMMAS},", f"{FILLED},", "2010-03,791,12,5,,"],
    ['"maaned","kommunekode","pct","personer_match4"', FILLED, FILLED.replace("779", "665"), "2010-03,791,12,5,"],
    ["md.,kom,andel,antal pers", FILLED, FILLED.replace("779", "665"), "2010-03,791,12,5,"],
], ids=["in the middle", "on the last row", "on every row", "under a title", "beside trailing commas",
        "under quoted headings", "under unknown headings"])
def test_a_decimal_comma_before_an_empty_cell_is_a_cell_too_many(engine, rows):
    found = errors(check(engine, "\n".join(rows) + "\n"))
    wrong = [at for at, row in enumerate(rows, 1) if row.startswith(("2010-03,791,12", "2010-03,779,10,5"))]
    assert [(gate, row) for gate, row, told in found if "felter" in told and row in wrong] == [(1, at) for at in wrong]
    assert all("semikolon" in told for _, _, told in found)


@pytest.mark.parametrize("rows", [
    [f"{COMMAS},", f"{FILLED},", "2010-03,791,12,414,"],
    [f"{COMMAS},,", f"{FILLED},,", "2010-03,791,12,414,,", ",,,,,"],
    [COMMAS, FILLED, '2010-03,791,"12,5",414', ",,,,,,"],
    [COMMAS, FILLED, "2010-03,791,12,414"],
])
def test_a_comma_file_whose_rows_are_as_wide_as_its_headings_is_read(engine, rows):
    assert stated(check(engine, "\n".join(rows) + "\n")) == {("779", "2010-03", "personer_match4"): 100,
                                                              ("791", "2010-03", "personer_match4"): 414}


def test_the_wider_of_two_heading_rows_says_how_wide_a_comma_file_is(engine):
    text = "Jobcenter,Kom.nr.,Marts 2010\n,,Praktik,Personer\nSkive,779,10,100\nViborg,791,12,414\n"
    assert len(stated(check(engine, text))) == 4


def test_a_separator_line_over_a_single_column_of_words_is_refused_and_no_more(engine):
    assert errors(check(engine, "sep=,\nSkive\nViborg\n"))


def test_a_source_line_with_commas_in_it_is_not_data(engine):
    text = "maaned,kommunekode,personer_match4\n2010-03,791,312\n\nKilde: Jobindsats, BRM, udtræk, foreløbige tal\n"
    assert len(stated(check(engine, text.replace(",", ";")))) == 1


@pytest.mark.parametrize("gap", ["", ";;\n"])
def test_a_second_table_with_other_headings_refuses_the_file(engine, gap):
    text = f"Jobcenter;Match 4;Praktik\nViborg;312;40\n{gap}Jobcenter;Afsluttede;Selvforsørgende\nSkive;25;4\n"
    gate, row, told = errors(check(engine, text, **MARCH))[0]
    assert (gate, row) == (2, 4 if gap else 3)
    assert "to tabeller" in told and "sin egen fil" in told


def test_unknown_headings_over_known_jobcenters_are_a_second_table_too(engine):
    text = "Jobcenter;Personer;Praktik\nViborg;312;40\n;;\nJobcenter;Antal pladser;I brug\nSkive;25;4\n"
    assert "to tabeller" in errors(check(engine, text, **MARCH))[0][2]


def test_a_table_of_something_else_underneath_is_mentioned_and_not_read(engine):
    text = "Jobcenter;Personer;Praktik\nViborg;312;40\n;;\nCentre;Pladser;I brug\nStrandens Varehus;6;5\n"
    report = check(engine, text, **MARCH)
    assert len(stated(report)) == 2 and any("en anden tabel" in note for note in report.notes)


def test_a_misspelt_jobcenter_without_figures_after_an_empty_row_is_named(engine):
    text = ("Jobcenter;Personer i match 4;Praktik;bem\nViborg;312;40;\n;;;\n"
            "Herningg;mangler;mangler;ikke modtaget\nSkive;100;10;\n")
    (gate, row, told), = errors(check(engine, text, **MARCH))
    assert (gate, row) == (3, 4) and "Herning" in told


def test_a_group_line_after_an_empty_row_does_not_end_the_table(engine):
    text = ("Jobcenter;Personer i match 4;Praktik;\nViborg;312;40;\n;;;\n"
            "Jobcentre i Østjylland;Antal;Antal;\nHorsens;100;10;\n")
    found = stated(check(engine, text, **MARCH))
    assert found["615", "2010-03", "personer_match4"] == 100 and len(found) == 4


def test_a_heading_that_says_more_than_a_month_is_not_a_month_across(engine):
    report = check(engine, "Løntilskud;;\nJobcenter;Antal februar 2010;Fuldtidspersoner marts 2010\nViborg;12;10\n")
    assert stated(report) == {("791", "2010-02", "heraf_loentilskud"): 12}
    assert "Kolonnen »Fuldtidspersoner marts 2010« bruges ikke." in report.notes


@pytest.mark.parametrize("heading", ["Budget dec 2010", "Status marts 2010"])
def test_an_extra_column_may_name_a_month(engine, heading):
    report = check(engine, f"maaned;kommunekode;personer_match4;{heading}\n2010-03;791;312;7\n", answers=None)
    assert report.status == "ready" and f"Kolonnen »{heading}« bruges ikke." in report.notes
    assert len(stated(report)) == 1


@pytest.mark.parametrize("heading", ["Antal marts 2010", "Rettet marts 2010", "Marts 2010 (foreløbig)",
                                     "Tal for marts 2010", "Md. 2010M03"])
def test_a_month_with_a_filler_is_still_a_month(engine, heading):
    report = check(engine, f"Løntilskud;;\nJobcenter;{heading};feb 2010\nViborg;12;10\n")
    assert stated(report) == {("791", "2010-03", "heraf_loentilskud"): 12, ("791", "2010-02", "heraf_loentilskud"): 10}


def test_a_group_heading_may_say_more_than_its_month(engine):
    text = ";Aktivering marts 2010;;Udfald januar 2010\nJobcenter;Personer;Praktik;Afsluttede\nViborg;312;40;25\n"
    assert {(k[2], k[1]) for k in stated(check(engine, text))} == {
        ("personer_match4", "2010-03"), ("heraf_virksomhedspraktik", "2010-03"), ("afsluttede_forloeb", "2010-01")}


@pytest.mark.parametrize("upper", ["", ";;;Virksomhedsaktivering;;\n"])
@pytest.mark.parametrize("heading", ["I alt", "Praktik og løntilskud i alt"])
def test_the_senders_own_total_of_activation_is_asked_about(engine, upper, heading):
    text = f"{upper}maaned;kommunekode;personer_match4;praktik;løntilskud;{heading}\n2010-03;791;312;40;10;45\n"
    question = check(engine, text, answers=None).question
    assert question.asked == (5,) and question.headings[5].guess == "virksomhedsaktivering_i_alt"
    assert f"»{heading}«" in question.refusal[0].text
    told = check(engine, text, answers=Answers(columns={5: "virksomhedsaktivering_i_alt"}, approved=True))
    assert stated(told)["791", "2010-03", "virksomhedsaktivering_i_alt"] == 45


def test_a_total_above_the_rows_is_held_against_the_rows_below(engine):
    text = "Personer\nJobcenter;jan 2010\nI alt;{}\nViborg;312\nSkive;100\n"
    assert not check(engine, text.format(412)).warnings
    assert "412" in check(engine, text.format(413)).warnings[0].text


def test_a_region_beside_a_named_jobcenter_is_no_total(engine):
    rows = "2010-03;Midtjylland;Viborg;312\n2010-03;Midtjylland;Skive;100\n"
    report = check(engine, f"Måned;Område;Kommune;Personer\n{rows}", answers=APPROVED)
    assert {key[0] for key in stated(report)} == {"791", "779"}
    assert not any("kendes ikke" in note for note in report.notes)


def test_a_code_beside_a_total_is_a_disagreement(engine):
    text = "maaned;kommunekode;jobcenter;personer\n2010-03;779;I alt;100\n2010-03;791;Viborg;312\n"
    (gate, row, told), = errors(check(engine, text))
    assert (gate, row) == (3, 2) and "779" in told and "»I alt«" in told


def test_a_name_is_not_carried_down_past_other_codes(engine):
    text = "maaned;kommunekode;jobcenter;personer\n2010-03;791;Viborg;312\n2010-03;779;;100\n2010-03;665;;50\n"
    report = check(engine, text, answers=None)
    assert report.status == "ready" and {key[0] for key in stated(report)} == {"791", "779", "665"}


def test_a_number_in_a_heading_is_not_part_of_its_month(engine):
    text = "Jobcenter;{};{}\nViborg;12;3\n"
    one = stated(check(engine, text.format("Personer i match 4 marts 2010", "Praktik marts 2010")))
    assert one["791", "2010-03", "personer_match4"] == 12
    two = stated(check(engine, text.format("Afsluttede januar 2010", "Selvforsørgende 4 uger efter (januar 2010)")))
    assert two["791", "2010-01", "heraf_selvforsoergende_4_uger"] == 3
