"""What an unknown heading is guessed to be: by its words and by what stands under it, for every kind of file."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.basics.formatting import normalise
from model.intake.datasets.datasets import DATASETS
from model.intake.report import Answers, Report
from tests.model.intake.filing import check, stated

NAMES = st.sampled_from(["Skive", "Lemvig", "Viborg", "Jobcenter Randers", "Aarhus", "Ringkøbing Skjern"])
COLUMNS = {  # what stands in a column -> cells of it, and the kinds a part may have that is guessed of it
    "counts": (st.integers(13, 650).map(str), {"count", "number"}),
    "codes": (st.sampled_from(["779", "665", "791", "730"]), {"count", "number", "code", "jobcenter"}),
    "places": (NAMES, {"jobcenter", "name", "text"}),
    "months": (st.sampled_from(["2009-10", "marts 2010", "feb. 2010", "2009M11"]), {"month"}),
    "dates": (st.sampled_from(["15-03-2010", "19/11-09", "12. marts 2010"]), {"date", "course_day", "month"}),
    "course days": (st.sampled_from(["K1", "K3", "M1-2", "kursusdag 2"]),
                    {"course_day", "text", "choice", "jobcenter", "name"}),
    "texts": (st.sampled_from(["se note", "ikke færdig", "følger senere"]), {"text", "choice", "jobcenter", "name"})}
KINDS = {d.name: {p.name: p.kind for p in d.parts} for d in DATASETS.values()}
WORDS = sorted({word for d in DATASETS.values() for p in (*d.keys, *d.fields) for word in (p.heading, *p.aliases)
                if len(word) > 3 and ";" not in word})


def guesses(report: Report) -> dict[str, str | None]:
    """What every heading that is asked about is guessed to be."""
    assert report.question is not None, (report.status, report.problems)
    return {h.heading: h.guess for h in report.question.headings if h.index in report.question.asked}


@st.composite
def headings(draw: st.DrawFn) -> str:
    """One of our words with a letter left out, put in or changed."""
    word, at = draw(st.sampled_from(WORDS)), draw(st.integers(0, 40))
    at %= len(word)
    return word[:at] + draw(st.sampled_from(["", "x", "ee"])) + word[at + draw(st.integers(0, 1)):]


@pytest.mark.parametrize("dataset", list(DATASETS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=4)
@given(data=st.data())
def test_no_guess_is_of_a_kind_that_its_values_do_not_fit(engine, dataset, data):
    no_guess_misfits(engine, dataset, data)


@pytest.mark.long
@pytest.mark.parametrize("dataset", list(DATASETS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(data=st.data())
def test_no_guess_of_many_is_of_a_kind_that_its_values_do_not_fit(engine, dataset, data):
    no_guess_misfits(engine, dataset, data)


def no_guess_misfits(engine, dataset, data) -> None:
    """Draw a file of misspelt headings over columns of all kinds, and look at what each is guessed to be."""
    kinds = data.draw(st.lists(st.sampled_from(list(COLUMNS)), min_size=3, max_size=6))
    heads = data.draw(st.lists(headings(), min_size=len(kinds), max_size=len(kinds), unique_by=normalise))
    rows = zip(*(data.draw(st.lists(COLUMNS[kind][0], min_size=4, max_size=4)) for kind in kinds), strict=True)
    text = "\n".join(";".join(line) for line in (heads, *rows)) + "\n"
    report = check(engine, text, dataset=dataset, answers=None)
    if report.question is None:
        return
    under = {h.strip(): kind for h, kind in zip(heads, kinds, strict=True)}
    for heading, guess in guesses(report).items():
        if guess in KINDS[dataset] and heading in under:
            assert KINDS[dataset][guess] in COLUMNS[under[heading]][1], (heading, under[heading], guess)


@pytest.mark.parametrize(("heading", "cells", "never"), [
    ("Jobcentr", ("12", "31"), "jobcenter"), ("Center", ("02-03-2010", "15-03-2010"), "jobcenter"),
    ("Jobcentr", ("2010-02", "2010-03"), "jobcenter"), ("Praktikker", ("ja", "nej"), "heraf_virksomhedspraktik"),
    ("Komunekode", ("12", "31"), "kommunekode"), ("Prakt", ("Skive", "Lemvig"), "heraf_virksomhedspraktik")])
def test_a_heading_is_not_guessed_to_be_what_its_values_deny(engine, heading, cells, never):
    rows = "".join(f"{cell};414;7;8\n" for cell in cells)
    assert guesses(check(engine, f"{heading};Xx;Yy;Zz\n{rows}", dataset="maanedstal", answers=None))[heading] != never


def test_a_column_says_what_it_is_where_its_heading_does_not(engine):
    text = "Hvem;Hvornår;Aa;Bb\nSkive;marts 2010;414;61\nLemvig;marts 2010;195;21\n"
    found = guesses(check(engine, text, answers=None))
    assert (found["Hvem"], found["Hvornår"]) == ("jobcenter", "maaned")
    found = guesses(check(engine, "Gang;Hvor;Hvem;Kom\nK1;Skive;konsulent;3\nK2;Lemvig;tovholder;2\n",
                          dataset="kursusdeltagelse", answers=None))
    assert found | {"Kom": None} == {"Gang": "kursusdag", "Hvor": "jobcenter", "Hvem": "rolle", "Kom": None}
    found = guesses(check(engine, "Hvor;Hvordan går det;Aa\nSkive;aftalt;x\nLemvig;afholdt;y\n", dataset="raadgivning",
                          answers=None))
    assert (found["Hvor"], found["Hvordan går det"]) == ("jobcenter", "status")


@pytest.mark.parametrize(("dataset", "text"), [
    ("kursusdeltagelse", "Hvem;Md;Tal;Bb\nSkive;2010-03;741;61\nLemvig;2010-03;665;21\n"),
    ("maanedstal", "Aa;Bb;Cc\n741;2010-03;61\n665;2010-03;21\n")])
def test_numbers_are_never_guessed_to_be_places_even_where_they_are_codes(engine, dataset, text):
    under = dict(zip(*(line.split(";") for line in text.splitlines()[:2]), strict=True))
    places = {heading for heading, guess in guesses(check(engine, text, dataset=dataset, answers=None)).items()
              if guess in ("jobcenter", "kommunekode")}
    assert not [heading for heading in places if under[heading].isdecimal()]


def test_a_heading_that_resembles_two_equally_gets_no_guess(engine):
    text = "Kursusdag;Tilfredshed\nK1;3\nK2;4\n"
    assert guesses(check(engine, text, dataset="kursusevaluering", answers=None))["Tilfredshed"] is None


@pytest.mark.parametrize(("text", "doubted"), [
    ("Jobcenter;;Måned;Personer;Praktik\n61;Skive;2010-03;414;61\n21;Lemvig;2010-03;195;21\n", "Jobcenter"),
    ("Jobcenter;Hvem;Måned;Personer;Praktik\n361;Skive;2010-03;414;61\n121;Lemvig;2010-03;195;21\n", "Jobcenter"),
    ("Jobcenter;Måned;Personer;Praktik\nSkive;30;414;61\nLemvig;31;195;21\n", "Måned"),
    ("Måned;Jobcenter;Personer\nSkive;2010-03;414\nLemvig;2010-03;195\n", "Jobcenter"),
    ("Måned;Jobcenter;Kommunekode;Personer\n2010-03;Skive;Nord;414\n2010-03;Lemvig;Syd;195\n", None),
    ("Jobcenter;Praktik;Måned;Personer\n61;Skive;2010-03;414\n21;Lemvig;2010-03;195\n", "Praktik"),
    ("Jobcenter;Måned;Personer;Praktik\nSkive;2010-03;414;feb 2010\nLemvig;2010-03;195;marts 2010\n", "Praktik")])
def test_a_known_heading_over_something_else_is_asked_about(engine, text, doubted):
    report = check(engine, text, answers=Answers(approved=True))
    if doubted is None:
        assert report.status == "refused"
        return
    assert doubted in guesses(report)
    told = next(p.text for p in report.question.refusal if p.column == doubted)
    assert f"under »{doubted}«" in told and "passer ikke til overskriften" in told


def test_a_doubted_heading_can_be_answered(engine):
    text = "Jobcenter;Praktik;Måned;Personer\n61;Skive;2010-03;414\n21;Lemvig;2010-03;195\n"
    answers = Answers(columns={0: "heraf_virksomhedspraktik", 1: "jobcenter"}, approved=True)
    assert stated(check(engine, text, answers=answers))["779", "2010-03", "heraf_virksomhedspraktik"] == 61


def test_a_known_heading_over_something_else_is_asked_about_in_records_too(engine):
    text = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;3;jobkonsulent;Skive;2\nK1;4;tovholder;Lemvig;1\n"
    report = check(engine, text, answers=None)
    assert report.dataset == "kursusdeltagelse"
    assert set(guesses(report)) == {"Jobcenter", "Tilmeldt"} and guesses(report)["Tilmeldt"] == "jobcenter"
    assert all("passer ikke til overskriften" in p.text for p in report.question.refusal)
    swapped = "Kursusdag;Jobcenter;Rolle;Mødt\nSkive;K1;jobkonsulent;3\nLemvig;K1;tovholder;2\n"
    assert guesses(check(engine, swapped, answers=None)) == {"Kursusdag": "jobcenter", "Jobcenter": "kursusdag"}
