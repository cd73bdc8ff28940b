"""The current figures as a file that opens in a Danish spreadsheet and can be loaded again as it is."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.documents.csv_file import current_figures, danish_csv, figures_csv
from model.documents.marks import INVENTED
from model.intake.examine import examine
from tests.model.publishing.first import published
from tests.model.publishing.nine import LEMVIG, MONTH, SKIVE, SMALL, TOGETHER, nine
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


@pytest.fixture
def small():
    return snapshot(said("791", "2010-03", persons=795, total=132), said("741", "2010-03", persons=38, total="hidden"),
                    said("665", "2010-03", persons="missing"), said("791", "2010-02", persons=790))


def test_one_row_per_month_and_jobcenter_with_the_dataset_s_own_names(small):
    found = current_figures(small)
    assert list(found) == ["maaned", "kommunekode", "jobcenter", "personer_match4", "virksomhedsaktivering_i_alt"]
    assert found["maaned"].tolist() == ["2010-02", "2010-03", "2010-03", "2010-03"]


def test_hidden_missing_and_unstated_are_told_apart(small):
    text = figures_csv(small, month=MARCH).decode("utf-8-sig")
    assert "2010-03;741;Samsø;38;*" in text
    assert "2010-03;665;Lemvig;..;" in text
    assert "2010-02;791;Viborg;790;\r\n" in figures_csv(small, code="791").decode("utf-8-sig")


def test_it_loads_again_without_changing_anything(sampled, sample_engine):
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"))
    report = examine(sample_engine, "tal.csv", figures_csv(real))
    assert [p for p in report.problems if p.severity == "fejl"] == []
    assert report.dataset == "maanedstal"
    assert (report.counts["new"], report.counts["changed"]) == (0, 0)
    assert report.counts["unchanged"] > 1000


def test_invented_figures_say_so_in_the_first_line(sampled):
    assert figures_csv(sampled).decode("utf-8-sig").splitlines()[0] == INVENTED


def test_an_empty_database_gives_headings_alone():
    assert figures_csv(snapshot()).decode("utf-8-sig") == "maaned;kommunekode;jobcenter\r\n"


def test_the_public_is_given_two_measures_an_asterisk_where_a_row_is_withheld_and_one_row_of_the_small():
    public = published(nine(said(SKIVE, MONTH, total=3, ended=9, good=2)), MARCH)
    lines = figures_csv(public, month=MARCH).decode("utf-8-sig").splitlines()
    assert lines[:2] == [f"Prøvevisning, ikke offentliggjort · {TOGETHER} vises tilsammen",
                         "maaned;kommunekode;jobcenter;personer_match4;virksomhedsaktivering_i_alt"]
    assert lines[2:] == ["2010-03;657;Herning;400;90", f"2010-03;{'+'.join(SMALL)};{TOGETHER};320;100",
                         "2010-03;740;Silkeborg;400;90", "2010-03;751;Aarhus;400;90", "2010-03;779;Skive;*;*",
                         "2010-03;791;Viborg;400;90"]


def test_the_first_line_says_whom_the_public_is_not_told_of():
    public = published(nine(said(LEMVIG, MONTH, persons="missing")), MARCH)
    assert figures_csv(public).decode("utf-8-sig").splitlines()[0] == (
        f"Prøvevisning, ikke offentliggjort · {TOGETHER} kommer med i månedens summer, når alle deres tal er kendt")


@pytest.mark.parametrize("cell", ["-2+3+cmd|' /C calc'!A0", "=1+1", "+45", "@SUM(A1)", "\tx", "\rx", "-x"])
def test_a_text_that_would_run_as_a_formula_is_defused(cell):
    assert f"'{cell}".strip() in danish_csv(pd.DataFrame({"a": [cell]})).decode("utf-8-sig")


def test_a_negative_number_is_left_alone():
    assert "-3" in danish_csv(pd.DataFrame({"a": [-3], "b": ["-3"]})).decode("utf-8-sig")
    assert "'-3" not in danish_csv(pd.DataFrame({"b": ["-3"]})).decode("utf-8-sig")


@pytest.mark.parametrize("text", ["\ufeff=HYPERLINK(1)", "\u202e=1+1", "\u2066@SUM(A1)", "\x00+1"])
def test_a_formula_behind_a_sign_that_is_dropped_is_defused_too(text):
    last = danish_csv(pd.DataFrame({"Navn": [text]})).decode("utf-8-sig").splitlines()[-1]
    assert last.lstrip('"')[0] == "'"
