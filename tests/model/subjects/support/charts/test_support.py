"""The charts of hotline and counselling: what they show, say and leave unsaid."""

from dataclasses import replace
from datetime import date

from model.subjects.support.charts import counselling, support
from tests.model.subjects import builders
from tests.model.subjects.support_builders import SKIVE, VIBORG, asked, loaded, offered, said


def hotline(engine):
    """Three enquiries, one of them open."""
    said(engine, "hotline", asked(1, "2009-11-05", answered="2009-11-06"), asked(2, "2010-02-02", VIBORG, "Visitation"),
         asked(3, "2010-02-08", VIBORG, "Visitation", answered="2010-02-18"))
    return loaded(engine)


def test_the_months_chart_marks_the_handover_and_names_who_is_responsible(engine):
    chart = support.months_chart(hotline(engine))
    assert chart.shape.marks == ((date(2010, 2, 1), "BRM overtager 1. feb. 2010"),)
    assert chart.shape.series[0].values == (1.0, 0.0, 0.0, 2.0, 0.0)
    assert chart.shape.series[0].texts == ("1", "0", "0", "2", "0")
    assert chart.table["Ansvarlig"].tolist() == ["DISCUS"] * 3 + ["BRM"] * 2
    assert chart.title == "1 af 3 henvendelser kom, mens DISCUS havde hotlinen"


def test_bars_say_how_many_wait_and_who_never_asked(engine):
    found = hotline(engine)
    chart = support.jobcenters_chart(found)
    assert [(bar.name, bar.label, bar.code) for bar in chart.shape.bars] == [
        ("Viborg", "2, heraf 1 uden svar", VIBORG), ("Skive", "1", SKIVE)]
    assert chart.note.startswith("Har aldrig spurgt: Favrskov, ")
    assert [bar.label for bar in support.themes_chart(found).shape.bars] == ["2, heraf 1 uden svar", "1"]


def test_answer_times_set_those_who_wait_apart(engine):
    bars = support.answers_chart(hotline(engine)).shape.bars
    assert [(bar.name, bar.value) for bar in bars if bar.value] == [
        ("1–2 dage", 1.0), ("10 dage eller mere", 1.0), ("Venter på svar", 1.0)]
    assert [bar.signal for bar in bars] == [False] * 5 + [True]


def test_the_source_tells_the_day_and_the_status(engine):
    found = hotline(engine)
    assert support.source(found, "hotline") == (
        "Kilde: hotlinens lister fra DISCUS og BRM · opgjort 1. mar. 2010 · foreløbig")
    said(engine, "raadgivning", offered(SKIVE, "tilbudt", tilbudt="2010-01-05"))
    assert support.source(loaded(engine), "raadgivning").endswith("opgjort 1. mar. 2010 · foreløbig")
    said(engine, "raadgivning", offered(SKIVE, "takket nej", takket_nej="2010-02-01"), received="2010-03-01")
    assert support.source(loaded(engine), "raadgivning").endswith("endelig")


def test_alt_texts_fit(engine):
    found = hotline(engine)
    charts = [support.months_chart(found), support.themes_chart(found), support.jobcenters_chart(found),
              support.answers_chart(found)]
    assert max(len(chart.alt) for chart in charts) <= 250


def visited(engine):
    """Skive with a visit in January 2010 and figures before and after it."""
    said(engine, "raadgivning", {**offered(SKIVE, "afholdt", tilbudt="2009-12-01", afholdt="2010-01-12"),
                                 "svar_a": "Mange unge", "svar_c": "To konsulenter"})
    months = {"2009-09": 60, "2009-12": 64, "2010-01": 66, "2010-03": 70}
    figures = [builders.said(SKIVE, month, persons=400, total=total) for month, total in months.items()]
    base = builders.snapshot(*figures, codes=(SKIVE,))
    return replace(base, records=loaded(engine).records)


def test_the_visit_is_marked_and_no_cause_is_claimed(engine):
    chart = counselling.visit_chart(visited(engine), SKIVE)
    assert chart.breaks[0] == (date(2010, 1, 1), "Besøg 12. jan. 2010")
    assert chart.title == "Skive: 16,0\u00a0% før besøget (dec. 2009), 17,5\u00a0% efter besøget (mar. 2010)"
    assert "required" not in {series.role for series in chart.series}
    assert "siger ikke, hvad besøget har betydet" in chart.note


def test_the_numbers_of_question_a_come_from_the_figures(engine):
    found = visited(engine)
    (_, first), (_, second), (_, third) = counselling.answers(found, SKIVE)
    assert first == [
        "Ved udgangspunktet: 400 i matchgruppe 4, heraf 60 i virksomhedsaktivering (15,0\u00a0%), september 2009.",
        "Nyeste måned før besøget: 400 i matchgruppe 4, heraf 64 i virksomhedsaktivering (16,0\u00a0%), december 2009.",
        "Mange unge"]
    assert (second, third) == (["Ikke besvaret."], ["To konsulenter"])
    assert counselling.answered_words(found, SKIVE) == "Skive: afholdt 12. jan. 2010, 2 af 3 spørgsmål besvaret"


def test_the_candidates_file_holds_raw_counts(engine):
    data = counselling.candidates_data(visited(engine))
    assert data.to_dict("records") == [{
        "jobcenter": "Skive", "maaned": "2009-09", "personer_match4": 400, "virksomhedsaktivering_i_alt": 60,
        "mangler_personer": 4, "mangler_procentpoint": 1.0, "raadgivning": "afholdt"}]


def test_offers_stand_in_a_table_with_their_dates(engine):
    found = visited(engine)
    table = counselling.visits_table(found)
    assert table.iloc[0].str.replace("\u00a0", " ").tolist() == [
        "Skive", "afholdt", "", "1. dec. 2009", "", "12. jan. 2010", ""]
    assert counselling.visits_data(found)["Svar c: nuværende indsats"].tolist() == ["To konsulenter"]
