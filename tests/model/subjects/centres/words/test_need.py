"""A shortfall in centres: by the jobcenter's own centres where they are known, else by the plan's fewest places."""

import pytest

from model.subjects.centres.words.need import need_sentence
from tests.model.subjects.centres.figures.builders import SKIVE, snapshot, stay, told
from tests.model.subjects.centres.figures.test_findings import MARCH, short

OPEN = [stay("A", "2009-10-01", places=4), stay("B", "2009-10-01", places=4), stay("C", "2009-10-01", places=None)]


@pytest.mark.parametrize(("stays", "sentence"), [
    ([], "6 personer er omkring 2 centre med 4 pladser, det mindste, planen regner med"),
    ([stay("A", "2009-10-01", places=3), stay("B", "2009-10-01", places=4), stay("C", "2009-10-01", places=2)],
     "6 personer er omkring 2 centre med 3 pladser, som jeres har i snit"),
    (OPEN, "6 personer er omkring 2 centre med 4 pladser, som jeres har i snit"),
    ([stay("A", "2009-10-01", places=None)],
     "6 personer er omkring 2 centre med 4 pladser, det mindste, planen regner med"),
    ([stay("A", "2009-10-01", places=9)],
     "6 personer er der plads til i ét center med 9 pladser, som jeres har i snit")])
def test_a_shortfall_is_told_in_centres_of_a_usual_size(stays, sentence):
    assert need_sentence(snapshot(stays, [], *short()), SKIVE, MARCH).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(("occupied", "sentence"), [
    (2, "Der er plads til alle 6 på de 6 ubesatte pladser i jeres centre"),
    (0, "Der er plads til alle 6 på de 8 ubesatte pladser i jeres centre"),
    (4, "Der er plads til 4 af de 6 på de 4 ubesatte pladser i jeres centre. "
        "2 personer er der plads til i ét center med 8 pladser, som jeres har i snit"),
    (7, "Der er plads til 1 af de 6 på den ubesatte plads i jeres centre. "
        "5 personer er der plads til i ét center med 8 pladser, som jeres har i snit"),
    (8, "6 personer er der plads til i ét center med 8 pladser, som jeres har i snit"),
    (9, "6 personer er der plads til i ét center med 8 pladser, som jeres har i snit")])
def test_places_that_stand_empty_come_before_new_centres(occupied, sentence):
    world = snapshot([stay("A", "2009-10-01", places=8)], [told("A", "2010-03", occupied, 8)], *short())
    assert need_sentence(world, SKIVE, MARCH).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(("activated", "whom"), [(15, "den ene"), (14, "begge"), (13, "alle 3")])
def test_all_who_have_room_are_called_as_many_as_they_are(activated, whom):
    world = snapshot([stay("A", "2009-10-01", places=8)], [told("A", "2010-03", 1, 8)], *short(activated=activated))
    assert need_sentence(world, SKIVE, MARCH) == f"Der er plads til {whom} på de 7 ubesatte pladser i jeres centre"


def test_nobody_missing_or_nothing_known_of_it_is_in_no_centres():
    assert need_sentence(snapshot(OPEN, [], *short(activated=20)), SKIVE, MARCH) == ""
    assert need_sentence(snapshot(OPEN, [told("A", "2010-03", 3, 4)]), SKIVE, MARCH) == ""
