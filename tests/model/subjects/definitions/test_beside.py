"""What is shown of the programmes beside is defined: each figure once, with the words of its own source."""

from dataclasses import replace

import pytest

from model.programmes.current import BESIDE
from model.programmes.kinds import Contract
from model.subjects.definitions.beside import AREAS
from model.subjects.definitions.catalogue import definition
from model.subjects.definitions.measure import with_targets

GENERATION_2, PLATFORM = "vc_generation_2", "udviklingsplatform"
SHOWN = [(programme, measure) for programme in BESIDE.values() for measure in programme.measures]
ON_PAGES = [one for areas in AREAS.values() for area in areas for one in area.measures]


def read(path: str) -> str:
    """All that is said of it, with plain spaces."""
    told = with_targets(definition(path), {})
    return " ".join(" ".join((told.what, told.numerator, told.denominator, told.reading, told.weaknesses)).split())


@pytest.mark.parametrize(("programme", "measure"), SHOWN, ids=lambda each: getattr(each, "name", ""))
def test_each_measure_that_is_shown_has_its_definition_and_its_quote(programme, measure):
    told = definition(f"{programme.id}.measures.{measure.name}")
    assert told.title == measure.heading
    assert told.quote == programme.definitions.quotes[measure.definition.quote]
    assert told.source == programme.definitions.source


@pytest.mark.parametrize("programme", BESIDE.values(), ids=lambda each: each.id)
def test_each_goal_division_meeting_and_fact_has_one_too(programme):
    paths = [*(f"goals.{name}" for name in programme.goals), *(f"facts.{at}" for at in range(len(programme.facts))),
             *(f"expected.{at}" for at in range(len(programme.expected))), *["repeated"] * bool(programme.repeated)]
    assert all(definition(f"{programme.id}.{path}").quote for path in paths)


@pytest.mark.parametrize("one", ON_PAGES, ids=lambda one: one.name)
def test_every_part_of_a_quote_is_word_for_word_of_its_programme(one):
    programme = BESIDE[one.name.split(".")[0]]
    known = {*programme.definitions.quotes.values(),
             *(row.requirement for contract in programme.aims(Contract) for row in contract.rows)}
    assert one.quote in known or set(one.quote.split("«, »")) <= known


def test_each_programme_has_its_own_by_what_they_are_of():
    titles = ["Målene", "Det, der indberettes", "Andre oplysninger"]
    assert {programme: [area.title for area in areas] for programme, areas in AREAS.items()} == {
        PLATFORM: titles, GENERATION_2: titles}
    for programme, (goals, reported, _) in AREAS.items():
        assert {one.name.rsplit(".", 1)[0] for one in goals.measures} == {f"{programme}.goals"}
        assert {one.name.rsplit(".", 1)[0] for one in reported.measures} == {f"{programme}.measures"}
    assert all(area.what.endswith(".") for areas in AREAS.values() for area in areas)


@pytest.mark.parametrize(("path", "words"), [
    ("vc_generation_2.goals.milepaele", (
        "mangler, er ikke nul", "i dag, er ikke for sent", "tomt, er ingen milepæl", "sendes til DISCUS",
        "mærker 1, 2 og 3", "er ikke resultater")),
    ("vc_generation_2.goals.minimum", ("mindst 100 borgere", "20 i ressourceforløb og 80 med mindst 2 år",
                                       "mindst 3 måneder", "lægges de sammen, og det siges", "er ikke nul")),
    ("vc_generation_2.goals.mentorkurser", ("20 planlagte i alt", "dog ikke i juni og juli", "15 deltagere hver gang",
                                            "300 i alt")),
    ("vc_generation_2.goals.holdepunkter", ("Alle 9 punkter", "ikke det samme som et, der ikke er begyndt")),
    ("vc_generation_2.repeated", ("»815« er læst som 8–15", "periodens 2 år", "Om ERFA-gruppe siger planen ikke")),
    ("vc_generation_2.expected.0", ("75 % private centre og 25 % offentlige centre", "ikke et mål")),
    ("vc_generation_2.facts.0", ("Middelfart: omkring 196.",)),
    ("udviklingsplatform.goals.kontrakt", ("»Målemetode mangler« står, hvor kontraktens felt er tomt: ved 2 af 2 mål",
                                           "7 støtteerklæringer i vest og 7 støtteerklæringer i øst",
                                           "Før opfølgningen den 1. mar. 2009 er alle mål »ikke vurderet«")),
    ("udviklingsplatform.facts.1", ("10.", "Listen nævner 11 navne")),
])
def test_a_kind_of_goal_is_told_with_its_own_numbers_and_how_it_is_read(path, words):
    assert [each for each in words if each not in read(path)] == []


def test_a_quote_of_several_parts_stands_whole():
    assert definition(f"{GENERATION_2}.repeated").quote.count("«, »") == 4
    assert "min. 7 beskæftigelsespolitiske aktører i øst" in definition(f"{PLATFORM}.goals.kontrakt").quote


def test_what_stands_in_braces_in_a_declaration_is_no_target():
    told = with_targets(replace(definition(f"{PLATFORM}.facts.0"), what="Alle {19}."), {})
    assert told.what == "Alle {19}."
