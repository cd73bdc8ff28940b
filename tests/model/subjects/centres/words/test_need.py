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


def test_nobody_missing_or_nothing_known_of_it_is_in_no_centres():
    assert need_sentence(snapshot(OPEN, [], *short(activated=20)), SKIVE, MARCH) == ""
    assert need_sentence(snapshot(OPEN, [told("A", "2010-03", 3, 4)]), SKIVE, MARCH) == ""
