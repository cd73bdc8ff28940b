"""The two programmes of other kinds: their plans as printed, and what a slip in such a declaration is told."""

import shutil
from datetime import date

import pytest

from model.programmes import programmes, referring
from model.programmes.kinds import Checklist, Contract, Events, Milestones, Volume
from model.programmes.loading import ProgrammeRefused, load

GENERATION_2, CONTRACT = "vc_generation_2", "udviklingsplatform"
# as printed, by column: primo januar, 1. maj, 1. oktober 2014, 1. april, 1. oktober 2015
PRINTED = {"visiterede": (None, 25, 50, 75, 100), "centre": (10, 15, 20, 25, 25), "pladser": (10, 20, 30, 35, 35)}
MIDDELFART, COPENHAGEN = "410", "101"


@pytest.fixture(scope="module")
def generation_2():
    return load(programmes.OURS / GENERATION_2)


@pytest.fixture(scope="module")
def contract():
    return load(programmes.OURS / CONTRACT)


def test_the_milestones_are_as_printed_and_the_first_column_of_the_referred_is_empty(generation_2):
    [milestones] = generation_2.aims(Milestones)
    assert milestones.dates == (date(2014, 1, 1), date(2014, 5, 1), date(2014, 10, 1), date(2015, 4, 1),
                                date(2015, 10, 1))
    assert {plan.measure: tuple(map(plan.values.get, milestones.dates)) for plan in milestones.plans} == PRINTED
    assert {plan.unit for plan in milestones.plans} == {MIDDELFART}
    assert milestones.notes == {COPENHAGEN: "Københavns ansøgning har ingen milepæle"}


def test_a_footnote_s_marks_are_no_results(generation_2):
    [milestones] = generation_2.aims(Milestones)
    assert not {1, 2, 3} & {value for plan in milestones.plans for value in plan.values.values()}


def test_the_minimum_is_its_parts_and_the_courses_add_up(generation_2):
    [minimum], [courses] = generation_2.aims(Volume), generation_2.aims(Events)
    assert (minimum.least, sum(minimum.parts.values()), minimum.months) == (100, 100, 3)
    months = [month for year in (2014, 2015) for month in range(1, 13) if month not in courses.not_in]
    assert (courses.planned, courses.planned * courses.each) == (len(months), 300)


def test_the_nine_points_stand_in_three_groups(generation_2):
    [points] = [goal.points for goal in generation_2.aims(Checklist)]
    assert [point.number for point in points] == list(range(1, 10))
    assert [sum(point.group == group for point in points) for group in ("Borgeren", "Virksomheden", "Jobcentret")] == [
        4, 3, 2]


def test_the_contract_has_two_rows_neither_with_a_method(contract):
    [goal] = contract.aims(Contract)
    assert [(row.state, row.method) for row in goal.rows] == [("delvist", ""), ("ikke opfyldt", "")]
    assert [(counter.count, counter.of) for counter in goal.rows[1].counters] == [(0, 7), (0, 7)]
    assert (goal.followed_up, goal.next_meeting) == (date(2009, 3, 1), date(2009, 4, 22))
    assert [each.name for each in goal.alternatives if each.recommended] == ["Model 3, Fleksmodellen"]


MORE = """[goals.flere_punkter]
kind = "checklist"
title = "Flere punkter"
quote = "holdepunkter"
points = [{ number = 1, name = "Plads", group = "Borgeren", sentence = "Der er en plads." }]

"""
SLIPS = [
    (GENERATION_2, 'measure = "pladser"', 'measure = "plads"', "»plads« er ikke blandt de nøgletal, der er. Mente du "
     "»pladser«?"),
    (GENERATION_2, 'started = "begyndt"', 'started = "startet"', "»startet« er ikke blandt de nøgletal, der er."),
    (GENERATION_2, "begyndt_kontanthjaelp = 80", "kontanthjaelp = 80", "»kontanthjaelp« er ikke blandt de nøgletal"),
    (GENERATION_2, 'unit = "410"\nmeasure = "centre"', 'unit = "411"\nmeasure = "centre"', "Ingen enhed har koden"),
    (GENERATION_2, '101 = "Københavns', '102 = "Københavns', "Ingen enhed har koden »102«."),
    (GENERATION_2, 'quote = "fordeling"', 'quote = "fordelingen"', "»fordelingen« er ikke blandt de citater"),
    (GENERATION_2, "centre_private = 75", "centre_private = 70", "Delene skal tilsammen være 100 procent."),
    (GENERATION_2, "2014-05-01 = 25", "2014-06-01 = 25", "1. jun. 2014 er ikke blandt dagene i »dates«."),
    (GENERATION_2, "2015-10-01]\nreported_to", "2016-10-01]\nreported_to", "1. okt. 2016 ligger uden for programmet."),
    (GENERATION_2, "2014-01-01, 2014-05-01", "2014-05-01, 2014-01-01", "Dagene skal stå i orden"),
    (GENERATION_2, "not_in = [6, 7]", "not_in = [6, 13]", "»not_in« må højst være 12."),
    (GENERATION_2, "number = 2\n", "number = 1\n", "Det samme står to gange."),
    (CONTRACT, "number = 2\n", "number = 1\n", "Det samme står to gange."),
    (CONTRACT, '"delvist"', '"næsten"', "»state« skal være en af: »opfyldt«, »delvist«"),
    (CONTRACT, 'measure = "stoette_vest"', 'measure = "stoette_nord"', "»stoette_nord« er ikke blandt de nøgletal"),
    (GENERATION_2, 'quote = "holdepunkter"', 'quote = ""', "»quote« må ikke være tom."),
    (GENERATION_2, 'quote = "fordeling"', 'quote = ""', "»quote« må ikke være tom."),
    (GENERATION_2, "[goals.holdepunkter]", f"{MORE}[goals.holdepunkter]",
     "Et andet mål er også af slagsen »checklist«."),
    (CONTRACT, 'kind = "contract"', 'kind = "kontrakt"', "»kind« skal være en af: "),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), SLIPS)
def test_a_slip_is_told_with_its_line_and_a_remedy(tmp_path, name, old, new, told):
    folder = shutil.copytree(programmes.OURS / name, tmp_path / name)
    text = (folder / "programme.toml").read_text("utf-8")
    assert old in text
    (folder / "programme.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ProgrammeRefused) as refused:
        load(folder)
    [wrong] = [wrong for wrong in refused.value.wrong if wrong.text.startswith(told)]
    assert (wrong.file, wrong.line is not None) == ("programme.toml", True)


def test_every_name_in_a_declaration_is_looked_up(generation_2):
    everything = {"unit": [], "measure": [], "quote": []}
    named = {text.split("»")[1].split("«")[0] for _, text in referring.unknown(generation_2, everything)}
    assert {*PRINTED, MIDDELFART, COPENHAGEN, "fordeling", "netvaerk_erfa", "begyndt_kontanthjaelp",
            "mentorkursister"} <= named
