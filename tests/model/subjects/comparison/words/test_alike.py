"""Who is of a jobcenter's size, itself among them, and how many have reached goal 1."""

from datetime import date

import pandas as pd
import pytest

from model.store.tables.peers import PeerGroup
from model.subjects.comparison.figures import peers
from model.subjects.comparison.words.alike import alike
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


def both(code: str, before: int, now: int | str | None, persons: int = 200):
    return [said(code, "2009-09", persons=persons, total=before), said(code, "2010-03", persons=persons, total=now)]


REACHED, LACKING = (20, 40), (20, 25)


def found(*given, code: str = "615"):
    return alike(snapshot(*(row for rows in given for row in rows), codes=("615", "657", "661", "665")), code, MARCH)


@pytest.mark.parametrize(("given", "sentence", "names"), [
    ((both("615", *LACKING), both("657", *REACHED), both("661", *LACKING), both("665", 90, 140, 700)),
     "Af 3 jobcentre på jeres størrelse har 1 nået Mål 1",
     "Under 300 i målgruppen. Nået: Herning. Ikke nået: Holstebro og Horsens."),
    ((both("615", *LACKING), both("657", *LACKING)),
     "Af 2 jobcentre på jeres størrelse har ingen nået Mål 1",
     "Under 300 i målgruppen. Ikke nået: Herning og Horsens."),
    ((both("615", *REACHED), both("657", *REACHED)),
     "Begge jobcentre på jeres størrelse har nået Mål 1", "Under 300 i målgruppen. Nået: Herning og Horsens."),
    ((both("615", *REACHED), both("657", 20, "hidden")),
     "Af 2 jobcentre på jeres størrelse har 1 nået Mål 1",
     "Under 300 i målgruppen. Nået: Horsens. Kan ikke opgøres: Herning."),
    ((both("615", *REACHED), both("657", 90, 140, 700)),
     "Ingen andre jobcentre er på jeres størrelse", "Under 300 i målgruppen. Nået: Horsens.")])
def test_how_many_of_the_same_size_have_reached_the_goal_and_who_they_are(given, sentence, names):
    told = found(*given)
    assert (told.sentence, told.names) == (sentence, names)


def test_a_jobcenter_of_unknown_size_is_like_nobody():
    assert found(both("657", *REACHED)) is None


def test_the_group_is_one_that_can_be_chosen():
    world = snapshot(*both("615", *REACHED))
    told = alike(world, "615", MARCH)
    nothing = pd.DataFrame(columns=list(PeerGroup.model_fields))
    assert told.peers.key in {group.key for group in peers.groups(world, MARCH, nothing)}
