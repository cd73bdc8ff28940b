"""The verdict on a goal of parts, however many it has, and how it is said."""

import pandas as pd
import pytest

from model.subjects.goals.charts.tiles import GOAL2_MARKS, MARKS
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Standing, Verdict, verdicts
from model.subjects.goals.words.wording import halves_words
from tests.model.subjects.builders import said, snapshot


def judged(*parts):
    """The verdict on one row of ``parts``, each reached, not reached or (None) not known."""
    verdict, = verdicts(*(pd.Series([part], dtype="boolean") for part in parts))
    return verdict


@pytest.mark.parametrize(("parts", "verdict"), [
    ((True,), Verdict.REACHED), ((False,), Verdict.NOT_REACHED), ((None,), Verdict.UNKNOWN),
    ((True, True), Verdict.REACHED), ((True, False), Verdict.PARTLY), ((False, True), Verdict.PARTLY),
    ((False, False), Verdict.NOT_REACHED), ((True, None), Verdict.UNKNOWN), ((False, None), Verdict.UNKNOWN),
    ((True, True, True), Verdict.REACHED), ((True, False, True), Verdict.PARTLY),
    ((False, False, False), Verdict.NOT_REACHED), ((True, True, None), Verdict.UNKNOWN)])
def test_a_goal_is_reached_where_every_part_is_and_untold_where_one_is(parts, verdict):
    assert judged(*parts) is verdict


def test_the_verdicts_lie_by_the_rows_of_their_parts_as_members_and_not_as_texts():
    rows = pd.Index(["b", "a"])
    found = verdicts(pd.Series([True, None], rows, dtype="boolean"), pd.Series([False, True], rows, dtype="boolean"))
    assert found.to_dict() == {"b": Verdict.PARTLY, "a": Verdict.UNKNOWN}
    column = panel(snapshot(said("791", "2010-03", persons=312, total=38)))["verdict"]
    assert {type(verdict) for verdict in column} == {Verdict}


def test_every_verdict_has_a_mark():
    assert MARKS.keys() == set(Verdict)
    assert GOAL2_MARKS.keys() == set(OutcomeVerdict)


@pytest.mark.parametrize(("standing", "words"), [
    (Standing(Verdict.REACHED, frozenset({"share", "increase"})), "nået"), (Standing(Verdict.NOT_REACHED), "ikke nået"),
    (Standing(Verdict.PARTLY, frozenset({"share"})), "kun 16 %"), (Standing(Verdict.UNKNOWN), "kan ikke opgøres"),
    (Standing(Verdict.PARTLY, frozenset({"increase"})), "kun 15 flere")])
def test_the_half_that_is_reached_is_said_with_its_target(standing, words):
    assert halves_words(standing, share_target=16, increase_target=15).replace("\u00a0", " ") == words
