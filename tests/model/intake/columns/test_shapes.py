"""The shapes real sheets have: how each is read, and that what is special about it is told."""

from datetime import date

import pytest

from tests.model.intake.filing import APPROVED, check, stated, workbook

TWO = {("791", "2010-03", "personer_match4"): 795, ("779", "2010-03", "personer_match4"): 414,
       ("791", "2010-03", "heraf_virksomhedspraktik"): 102, ("779", "2010-03", "heraf_virksomhedspraktik"): 61}
SHAPES = {
    "one row per jobcenter and month": """
        maaned;kommunekode;personer_match4;heraf_virksomhedspraktik
        2010-03;791;795;102
        2010-03;779;414;61""",
    "headings in other spellings and another order": """
        VIRKSOMHEDS-PRAKTIK;Periode;Kommune;Match 4*
        102;marts 2010;Viborg Kommune;795
        61;2010M03;Jobcenter Skive;414""",
    "title lines above and sources below": """
        Opfølgning på kampagnen

        Måned;Jobcenter;Personer;Praktik
        2010-03;Viborg;795;102
        2010-03;Skive;414;61

        Kilde: Jobindsats.dk""",
    "two heading rows with months in the upper": """
        ;;Marts 2010;
        Jobcenter;Kom.nr.;Personer;Praktik
        Viborg;791;795;102
        Skive;779;414;61""",
    "two heading rows with the keys in the upper": """
        Jobcenter;Kom.nr.;Marts 2010;
        ;;Personer;Praktik
        Viborg;791;795;102
        Skive;779;414;61""",
    "the month in each heading": """
        Jobcenter;Personer marts 2010;Praktik marts 2010
        Viborg;795;102
        Skive;414;61""",
    "one figure to a row": """
        Jobcenter;Måned;Nøgletal;Værdi
        Viborg;2010-03;personer_match4;795
        Skive;2010-03;Match 4;414
        Viborg;2010-03;Heraf i virksomhedspraktik;102
        Skive;2010-03;Praktik;61""",
    "measures down and jobcenters across": """
        Måned: marts 2010
        Nøgletal;Viborg;Skive;I alt
        Match 4;795;414;1209
        Praktik;102;61;163""",
    "jobcenters only on the first row of a block": """
        Område;Nøgletal;marts 2010
        Viborg;Match 4;795
        ;Praktik;102
        Skive;Match 4;414
        ;Praktik;61""",
    "headings repeated halfway down": """
        Måned;Jobcenter;Personer;Praktik
        2010-03;Viborg;795;102

        Måned;Jobcenter;Personer;Praktik
        2010-03;Skive;414;61""",
    "total rows and columns of the sender's own": """
        Måned;Jobcenter;Personer;Praktik;Pct.
        2010-03;Viborg;795;102;12,8
        2010-03;Skive;414;61;14,7
        2010-03;I alt;1.209;163;13,5
        2010-03;Hele landet;52.000;7.000;13,5""",
    "an extra column": """
        Måned;Jobcenter;Personer;Praktik;Farve
        2010-03;Viborg;795;102;rød
        2010-03;Skive;414;61;blå""",
}


def lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_the_same_figures(engine, shape):
    report = check(engine, lines(SHAPES[shape]))
    assert report.status == "ready", (report.problems, report.question)
    assert stated(report) == TWO
    assert not report.problems


@pytest.mark.parametrize("shape", ["one row per jobcenter and month", "headings in other spellings and another order",
                                   "title lines above and sources below", "one figure to a row", "an extra column"])
def test_a_plain_file_goes_straight_through(engine, shape):
    assert check(engine, lines(SHAPES[shape]), answers=None).status == "ready"


@pytest.mark.parametrize("shape", ["two heading rows with months in the upper", "the month in each heading",
                                   "measures down and jobcenters across",
                                   "jobcenters only on the first row of a block",
                                   "total rows and columns of the sender's own"])
def test_a_special_file_is_shown_for_approval_first(engine, shape):
    report = check(engine, lines(SHAPES[shape]), answers=None)
    assert report.status == "question" and report.question.asked == ()
    assert report.question.headings and not len(report.changes)


@pytest.mark.parametrize(("shape", "told"), [
    ("title lines above and sources below", "over overskrifterne er ikke læst som rækker (»Opfølgning på kampagnen«)"),
    ("title lines above and sources below", "er ikke tal og er sprunget over (»Kilde: Jobindsats.dk«)"),
    ("two heading rows with months in the upper", "»Personer« og »Praktik« er læst som marts 2010"),
    ("measures down and jobcenters across", "nøgletal nedad og jobcentre"),
    ("jobcenters only on the first row of a block", "»Område« står kun på den første række i hver blok"),
    ("headings repeated halfway down", "Overskrifterne står igen på række 4"),
    ("total rows and columns of the sender's own", "»I alt« er ikke et jobcenter"),
    ("total rows and columns of the sender's own", "»Hele landet« (række 5) er ikke et jobcenter"),
    ("total rows and columns of the sender's own", "Afsenderens egne beregninger er ikke læst: »Pct.«"),
    ("an extra column", "Kolonnen »Farve« bruges ikke"),
])
def test_what_is_special_is_told(engine, shape, told):
    assert any(told in note for note in check(engine, lines(SHAPES[shape])).notes)


def test_a_month_on_the_first_row_of_a_block_holds_for_the_rows_under_it(engine):
    report = check(engine, "Periode;Område;Personer\n2010M03;Viborg;795\n;Skive;414\n;Lemvig;195\n")
    assert {key[1] for key in stated(report)} == {"2010-03"} and len(stated(report)) == 3
    assert any("»Periode« står kun på den første række" in note for note in report.notes)


def test_a_single_forgotten_cell_is_not_filled_in(engine):
    report = check(engine,
                   "maaned;kommunekode;personer\n2010-03;791;795\n2010-02;;790\n2010-03;779;414\n2010-02;779;413\n")
    assert report.status == "refused" and report.problems[0].row == 3


def test_months_across_one_measure_named_by_the_line_above(engine):
    report = check(engine, "Løntilskud\nJobcenter;2010M02;2010M03\nViborg;30;32\nSkive;12;12\n")
    assert stated(report)["791", "2010-02", "heraf_loentilskud"] == 30
    assert len(stated(report)) == 4


def test_months_down_and_jobcenters_across(engine):
    report = check(engine, "Løntilskud\n;Viborg;Skive\n2010M02;30;12\n2010M03;32;12\n")
    assert stated(report)["779", "2010-03", "heraf_loentilskud"] == 12


def test_one_measure_per_sheet_makes_one_upload_of_all_sheets(engine):
    content = workbook({
        "Personer": [["Jobcenter", "feb 2010", "mar 2010"], ["Viborg", 790, 795], ["Skive", 411, 414]],
        "Praktik": [["Jobcenter", date(2010, 2, 1), date(2010, 3, 1)], ["Viborg", 101, 102], ["Skive", 60, 61]],
        "Om filen": [["Udtræk fra fagsystemet"], ["Kørt den 14. april"]]})
    report = check(engine, content, name="ark.xlsx")
    assert report.status == "ready", (report.problems, report.question)
    assert TWO.items() <= stated(report).items() and len(stated(report)) == 8
    assert any("»Om filen« er ikke læst" in note for note in report.notes)


def test_the_only_sheet_with_the_columns_is_chosen(engine):
    rows = [["Måned", "Jobcenter", "Personer"], ["2010-03", "Viborg", 795]]
    report = check(engine, workbook({"Forside": [["Velkommen"]], "Tal": rows}), name="ark.xlsx")
    assert stated(report) == {("791", "2010-03", "personer_match4"): 795}


def test_one_jobcenters_own_months_down(engine):
    report = check(engine, "Jobcenter: Norddjurs\n\nMåned;Personer\n2010-02;369\n2010-03;364\n")
    assert stated(report) == {("707", "2010-02", "personer_match4"): 369, ("707", "2010-03", "personer_match4"): 364}
    assert "Alle tal hører til Norddjurs." in report.notes


def test_an_empty_cell_says_nothing_and_a_zero_is_kept(engine):
    report = check(engine, "maaned;kommunekode;personer_match4;praktik;løntilskud\n2010-03;791;795;;0\n")
    assert stated(report) == {("791", "2010-03", "personer_match4"): 795, ("791", "2010-03", "heraf_loentilskud"): 0}


def test_texts_choices_and_dates_are_kept_as_text(engine):
    report = check(engine, "maaned;kommunekode;matchmodel;opgørelsesmetode;bem.;modtaget\n"
                           "2010-03;791;indsatsklar;berørte personer;se note;12/4-10\n", answers=APPROVED)
    assert {key[2]: value for key, value in stated(report).items()} == {
        "matchmodel": "1-3", "opgoerelsesmetode": "berørte personer", "bemaerkning": "se note",
        "modtaget": "2010-04-12"}


def test_the_month_is_suggested_by_the_title_line_or_the_file_name_and_must_be_confirmed(engine):
    text = "Opfølgning marts 2010\n\nJobcenter;Personer\nViborg;795\n"
    for name, content in (("tal.csv", text), ("VC_marts10.csv", text.replace(" marts 2010", ""))):
        report = check(engine, content, name=name)
        assert report.status == "question" and report.question.needs_month
        assert report.question.month_guess == date(2010, 3, 1)
        assert "--month 2010-03" in report.question.refusal[0].text
    assert stated(check(engine, text, month=date(2010, 3, 1))) == {("791", "2010-03", "personer_match4"): 795}


def test_row_order_never_matters(engine):
    rows = ["2010-03;791;795;102", "2010-03;779;414;61", "2010-02;791;790;100", "2010-02;779;413;60"]
    head = "maaned;kommunekode;personer_match4;praktik"
    found = [stated(check(engine, "\n".join([head, *order]))) for order in (rows, rows[::-1], rows[2:] + rows[:2])]
    assert found[0] == found[1] == found[2]
