"""Months without their year: read with one that stands beside them, asked about when it stands elsewhere."""

import pytest

from model.intake.examine import examine
from model.intake.mending import mended_file
from model.intake.report import Answers, Correction
from tests.model.intake.filing import TODAY, check, stated, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.test_reported_texts import RIGHT, figures

BESIDE = "År;Måned;Jobcenter;Praktik\n"
PLACES = ("Skive", "Odder", "Viborg", "Lemvig", "Horsens")
PLACEMENT = "heraf_virksomhedspraktik"
ACROSS = "Jobcenter;{}\nSkive;58;59;61\nOdder;18;19;20\n"
OCCUPANCY = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\nSkive;Bilka;marts;8;6\n"


def answered(year: str, name: str = "year") -> Answers:
    return Answers(approved=True, said={name: year})


def options(report):
    """The words of the one question that holds the file back."""
    assert report.status == "refused" and [p.question for p in report.errors] == ["year"], report.problems
    return [option.words for option in report.errors[0].options]


def placements(report):
    assert report.status == "ready", (report.problems, report.question)
    return {key[:2]: value for key, value in stated(report).items() if key[2] == PLACEMENT}


def test_year_and_month_in_two_columns_are_one_month(engine):
    name = "18_aar_og_maaned_hver_sin_kolonne.csv"
    report = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name)
    assert figures(report) == RIGHT
    assert "»År« og »Måned« er læst sammen som én måned." in report.notes


@pytest.mark.parametrize("text", [
    "Aar;Måned;Jobcenter;Praktik\n2010;marts;Skive;61\n;marts;Odder;20\n",
    "Year;Month;Jobcenter;Praktik\n2010;March;Skive;61\n2010;March;Odder;20\n",
    "Jobcenter;Måned;År;Praktik\nSkive;03;2010;61\nOdder;3.;2010;20\n",
    "Månedstal\nÅrstal;Md;Jobcenter;Praktik\n2010;Mar.;Skive;61\n;Mar.;Odder;20\n",
    "Kalenderår;Periode;Jobcenter;Praktik\n2010,0;3,0;Skive;61\n2010,0;3,0;Odder;20\n",
    "År;Måned;Jobcenter;Praktik\n2010;marts;Skive;61\n;;Odder;20\n;;Viborg;102\n"])
def test_a_year_is_read_whatever_its_column_is_called_and_wherever_it_stands(engine, text):
    found = placements(check(engine, text))
    assert found["779", "2010-03"] == 61 and found["727", "2010-03"] == 20


def test_numbers_in_a_workbook_are_years_and_months(engine):
    rows = [["År", "Måned", "Jobcenter", "Praktik"], [2009, 12, "Skive", 60], [2010, 1.0, "Skive", 61]]
    assert placements(check(engine, workbook({"Ark1": rows}), name="tal.xlsx")) == {
        ("779", "2009-12"): 60, ("779", "2010-01"): 61}


def test_whole_months_beside_a_year_stay_as_they_are(engine):
    found = placements(check(engine, "År;Måned;Jobcenter;Praktik\n2010;2010-03;Skive;61\n"))
    assert found == {("779", "2010-03"): 61}


@pytest.mark.parametrize("cell", ["20010", "2009/10", "10", "'10", "201", "2010?", "d.o.", "samme"])
def test_what_is_no_year_is_told_and_never_takes_the_year_above(engine, cell):
    report = check(engine, f"{BESIDE}2009;okt;Skive;58\n{cell};jan;Skive;59\n;feb;Skive;60\n")
    assert report.status == "refused" and [p.cell for p in report.errors] == ["A3"]
    assert "er ikke et årstal" in report.errors[0].text
    assert report.errors[0].suggestion == ("2010" if cell.endswith("10") and len(cell) < 4 else None)


def test_a_year_that_is_mended_is_joined(engine):
    report = examine(engine, "tal.csv", f"{BESIDE}'09;dec;Skive;58\n20010;jan;Skive;59\n".encode(), today=TODAY,
                     answers=Answers(approved=True, corrections=(Correction("", "A2", "2009"),
                                                                 Correction("", "A3", "2010"))))
    assert placements(report) == {("779", "2009-12"): 58, ("779", "2010-01"): 59}
    assert placements(check(engine, mended_file.content(report))) == placements(report)


@pytest.mark.parametrize(("months", "yes", "no"), [
    ("okt nov dec jan", "række 5 er januar 2010", "række 5 er januar 2009"),
    ("mar feb jan dec", "række 5 er december 2008", "række 5 er december 2009"),
    ("feb jan", "række 3 er januar 2010", "række 3 er januar 2009"),
    ("jan jan feb feb jan", "række 6 er januar 2010", "række 6 er januar 2009"),
    ("9 12 3 6", "række 4 er marts 2010", "række 4 er marts 2009")])
def test_months_that_turn_back_beside_no_year_ask_whether_the_year_turns(engine, months, yes, no):
    rows = "".join(f"{'' if at else 2009};{month};{place};{at}\n" for at, (month, place) in enumerate(zip(
        months.split(), PLACES, strict=False)))
    report = check(engine, BESIDE + rows)
    assert report.status == "refused" and [p.question for p in report.errors] == ["year_turns"]
    assert [option.words for option in report.errors[0].options] == [f"Ja, {yes}", f"Nej, {no}"]


def test_a_year_turns_or_stays_as_it_is_answered(engine):
    text = BESIDE + "2009;okt;Skive;58\n;nov;Skive;59\nI alt;;;117\n;jan;Skive;61\n;feb;Skive;62\n"
    turned = check(engine, text, answers=answered("turns", "year_turns"))
    assert set(placements(turned)) == {("779", month) for month in ("2009-10", "2009-11", "2010-01", "2010-02")}
    assert any(note.startswith("Året skifter") for note in turned.notes)
    same = check(engine, text, answers=answered("same", "year_turns"))
    assert ("779", "2009-02") in placements(same) and any(note.startswith("Året er det samme") for note in same.notes)
    assert check(engine, text, answers=answered("ja", "year_turns")).status == "refused"


@pytest.mark.parametrize("rows", ["2010;mar;Skive;1\n;feb;Skive;2\n;jan;Skive;3\n2009;dec;Skive;4\n;nov;Skive;5\n",
                                  "2009;;;\n;nov;Skive;5\n;dec;Skive;4\n2010;;;\n;jan;Skive;3\n;feb;Skive;2\n"
                                  "2010;mar;Skive;1\n"])
def test_an_empty_cell_takes_the_nearest_year_above_and_that_is_told(engine, rows):
    report = check(engine, BESIDE + rows)
    assert placements(report) == {("779", month): at for at, month in enumerate(
        ("2010-03", "2010-02", "2010-01", "2009-12", "2009-11"), 1)}
    assert "Hvor »År« er tom, gælder årstallet i den nærmeste række over." in report.notes


def test_a_sum_named_among_the_years_is_a_control_sum(engine):
    text = BESIDE + "2009;dec;Skive;58\n2009 i alt;;;58\n2010;jan;Skive;61\n2010;jan;Odder;20\n2010 i alt;;;{}\n"
    right = check(engine, text.format(81))
    assert len(placements(right)) == 3 and not right.problems
    assert {what: count for what, count in right.account.counts.items() if count} == {
        "stored": 3, "control": 2, "key": 3}
    assert "»2010 i alt«" in check(engine, text.format(82)).warnings[0].text


def test_a_sum_named_among_the_months_is_a_control_sum_where_nobody_else_is(engine):
    text = "Måned;Jobcenter;Praktik\n2010-03;Skive;61\n2010-03;Odder;20\nI alt;{};81\n"
    report = check(engine, text.format(""))
    assert len(placements(report)) == 2 and any("1 af 1 sum stemmer" in note for note in report.notes)
    assert check(engine, text.format("Viborg")).status == "refused"


def test_a_year_beside_a_whole_month_of_another_year_is_told(engine):
    report = check(engine, BESIDE + "2009;2010-03;Skive;61\n2010;2010-02;Skive;60\n")
    assert [p.cell for p in report.errors] == ["A2"] and "»2010-03«" in report.errors[0].text


@pytest.mark.parametrize("heads", ["År;;Jobcenter;Praktik\n;Måned;;\n", "Regnskabsår;Måned;Jobcenter;Praktik\n",
                                   "Åbnet år;Periode;Jobcenter;Praktik\n"])
def test_a_column_of_years_that_cannot_be_joined_is_told_and_no_other_year_taken(engine, heads):
    report = check(engine, f"{heads}2009;okt;Skive;58\n2010;jan;Skive;59\n", answers=answered("2010"))
    assert report.status == "refused" and [p.question for p in report.errors] == [None]
    assert report.errors[0].text.startswith("Kolonne A har årstal") and "kolonne B" in report.errors[0].text


def test_another_year_beside_no_month_is_not_the_month_above(engine):
    report = check(engine, BESIDE + "2009;okt;Skive;1\n;;Odder;2\n2010;;Skive;3\n;;Odder;4\n")
    assert report.status == "refused" and "»2010« er et helt år" in report.errors[0].text


@pytest.mark.parametrize("cell", ["13", "I alt", "1. kvartal"])
def test_what_is_no_month_beside_a_year_is_still_told(engine, cell):
    report = check(engine, f"År;Måned;Jobcenter;Praktik\n2010;3;Skive;61\n2010;{cell};Odder;20\n")
    assert report.status == "refused" and "Række 3" in report.errors[0].text


def test_months_across_without_a_year_ask_for_it_once(engine):
    name = "19_maaneder_paa_tvaers_uden_aar.csv"
    content = (FILES / "public_reports" / name).read_bytes()
    report = check(engine, content, name=name)
    assert options(report) == ["Januar 2010 til marts 2010", "Januar 2009 til marts 2009"]
    assert "Er det 2010?" in report.errors[0].text
    found = check(engine, content, name=name, answers=answered("2010"))
    assert placements(found)["791", "2010-03"] == 102 and len(placements(found)) == 9
    assert any("januar 2010 til marts 2010" in note for note in found.notes)


@pytest.mark.parametrize(("heads", "words"), [
    ("okt;jan;feb", ["Oktober 2009 til februar 2010", "Oktober 2010 til februar 2011"]),
    ("mar;feb;jan", ["Januar 2010 til marts 2010", "Januar 2009 til marts 2009"]),
    ("feb;jan;dec", ["December 2009 til februar 2010", "December 2010 til februar 2011"])])
def test_months_over_new_year_say_how_they_will_be_read(engine, heads, words):
    assert options(check(engine, "Praktik 2010\n" + ACROSS.format(heads))) == words


def test_months_over_new_year_are_read_as_answered(engine):
    text = "Praktik 2010\n" + ACROSS.format("nov;dec;jan")
    found = placements(check(engine, text, answers=answered("2009")))
    assert found["779", "2009-11"] == 58 and found["779", "2010-01"] == 61


def test_years_in_a_row_ask_where_the_months_turn_back_under_none(engine):
    text = "Praktik\n;2009;;{}\n" + ACROSS.format("nov;dec;jan")
    assert [p.question for p in check(engine, text.format("")).errors] == ["year_turns"]
    found = placements(check(engine, text.format(""), answers=answered("turns", "year_turns")))
    assert found["779", "2010-01"] == 61
    assert [p.cell for p in check(engine, text.format("20010")).errors] == ["D2"]


def test_years_in_a_row_over_the_months_need_no_answer(engine):
    found = placements(check(engine, "Praktik\n;2009;;2010\n" + ACROSS.format("nov;dec;jan")))
    assert found["779", "2009-12"] == 59 and found["779", "2010-01"] == 61


@pytest.mark.parametrize(("text", "name"), [
    ("Måned;Jobcenter;Praktik\nmarts;Skive;61\nmarts;Odder;20\n", "tal_2010.csv"),
    ("Opgjort april 2010\nMåned;Jobcenter;Praktik\n3;Skive;61\n3;Odder;20\n", "tal.csv"),
    ("Jobcenter: Skive\n2010\nNøgletal;jan;feb;marts\nPraktik;58;59;61\n", "tal.csv")])
def test_months_down_and_across_take_the_year_that_is_named(engine, text, name):
    report = check(engine, text, name=name)
    assert "2010" in options(report)[0]
    assert placements(check(engine, text, name=name, answers=answered("2010")))["779", "2010-03"] == 61


def test_sheets_of_one_year_are_asked_about_once(engine):
    rows = [["Jobcenter", "Jan.", "Feb.", "Marts"], ["Skive", 1, 2, 3], ["Odder", 1, 1, 1]]
    book = workbook({"Praktik 2010": rows, "Løntilskud 2010": rows})
    assert len(options(check(engine, book, name="tal.xlsx"))) == 2
    assert len(stated(check(engine, book, name="tal.xlsx", answers=answered("2010")))) == 12


def test_a_year_that_nobody_says_is_missed_and_may_be_answered(engine):
    text = "Praktik\n" + ACROSS.format("jan;feb;mar")
    report = check(engine, text)
    assert options(report) == [] and "uden årstal" in report.errors[0].text and "»jan 2010«" in report.errors[0].text
    assert placements(check(engine, text, answers=answered("2010")))["779", "2010-03"] == 61
    assert options(check(engine, text, answers=answered("i år"))) == []


def test_a_sheet_that_is_not_read_asks_nothing(engine):
    book = workbook({"Tal": [["Måned", "Jobcenter", "Praktik"], ["2010-03", "Skive", 61]],
                     "Noter": [["Frister", "jan", "feb"], ["Dato", "5.", "6."]]})
    assert check(engine, book, name="tal.xlsx").status == "ready"


def test_records_with_year_and_month_apart(engine):
    text = OCCUPANCY.replace("Måned;", "År;Måned;").replace("marts", "2010;3")
    assert "mar. 2010" in check(engine, text, name="belægning.csv").errors[0].text


def test_records_ask_whether_the_year_turns_and_tell_what_is_no_year(engine):
    head, row = OCCUPANCY.replace("Måned;", "År;Måned;").splitlines()
    rows = [row.replace("marts", month) for month in (";mar", "2009;dec", ";jan", "20010;feb", "I alt;")]
    rows[-1] = ";;I alt;;8;6"
    report = check(engine, "\n".join([head, *rows[1:]]), name="belægning.csv")
    assert [(p.cell, p.question) for p in report.errors] == [("C4", None), (None, "year_turns")]
    assert report.account.counts["key"] == 2


def test_records_with_months_without_a_year_ask_too(engine):
    text = f"Belægning 2010\n{OCCUPANCY}"
    assert options(check(engine, text, name="belægning.csv")) == ["Marts 2010", "Marts 2009"]
    found = check(engine, text, name="belægning.csv", answers=answered("2010"))
    assert not any(p.question for p in found.errors) and "mar. 2010" in found.errors[0].text


def test_records_of_days_ask_for_no_year(engine):
    text = "Kurser 2010\nMåned;Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nmarts;K1;Skive;tovholder;2;2\n"
    assert check(engine, text, name="kursus.csv").status == "ready"
