"""The sentences and lists of *Indberetning* and of the top of *Indlæs tal*."""

from datetime import date

import pytest

from model.basics import settings
from model.programmes.current import PROGRAMME
from model.subjects.goals.figures import coverage
from model.subjects.reporting.words import reminding, reporting
from tests.model.subjects.builders import said, snapshot

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)
CODES = [unit.code for unit in PROGRAMME.units]


def everybody(month="2010-03", *, without=(), received="2010-04-12", **figures):
    """A statement from every jobcenter but those left out."""
    stated = {"persons": 100, "praktik": 10, "loentilskud": 5} | figures
    return [said(code, month, received, **stated) for code in CODES if code not in without]


def test_a_few_missing_are_named_in_the_heading():
    title, line = reporting.standing(snapshot(*everybody(without=("779", "665"))), MARCH)
    assert title == "Lemvig og Skive mangler tal for marts 2010"
    assert line == "17 af 19 er inde."


def test_many_missing_are_counted_and_some_of_them_named_on_the_line():
    title, line = reporting.standing(snapshot(*everybody(without=CODES[:6])), MARCH)
    assert title == "6 jobcentre mangler tal for marts 2010"
    assert line.startswith("13 af 19 er inde. Mangler: Herning, ")
    assert reporting.standing(snapshot(*everybody(without=CODES[:10])), MARCH)[1] == "9 af 19 er inde."
    assert reporting.standing(snapshot(), MARCH) == (
        "19 jobcentre mangler tal for marts 2010", "Ingen har indberettet endnu.")


def test_nobody_is_missing_from_a_month_that_is_whole_or_not_over():
    assert reporting.standing(snapshot(*everybody()), MARCH) == (
        "Alle 19 jobcentre har indberettet for marts 2010", "")
    assert reporting.standing(snapshot(*everybody(), data_date="2010-05-10"), date(2010, 5, 1)) == (
        "0 af 19 jobcentre har indberettet for maj 2010", "")


def test_who_has_sent_only_a_part_is_told_apart():
    figures = [*everybody(without=("779",)), said("779", "2010-03", praktik=10)]
    assert reporting.standing(snapshot(*figures), MARCH)[1] == "18 af 19 er inde. Kun delvis inde: Skive."


def test_a_newer_month_that_is_not_whole_is_told_on_the_line():
    figures = [*everybody(), *everybody("2010-04", without=CODES[4:])]
    assert reporting.standing(snapshot(*figures), MARCH)[1] == "15 jobcentre mangler tal for april 2010."


def test_the_month_to_load_is_the_newest_that_is_begun():
    figures = [*everybody("2010-02", without=("779",)), *everybody(without=CODES[2:])]
    assert reporting.month_to_load(snapshot(*figures)) == MARCH


@pytest.mark.parametrize(("march", "april", "month"), [
    (17, 1, MARCH), (17, 2, MARCH), (17, 3, APRIL), (9, 3, MARCH), (4, 10, APRIL), (19, 1, APRIL), (1, 1, MARCH)])
def test_a_few_who_are_ahead_of_the_others_do_not_take_the_work_to_their_month(march, april, month):
    figures = [*everybody("2010-02"), *everybody(without=CODES[march:]), *everybody("2010-04", without=CODES[april:])]
    found = snapshot(*figures, data_date="2010-05-15")
    assert reporting.month_to_load(found) == month
    assert reporting.month_with_gaps(found) == month


def test_a_month_that_is_partly_in_is_still_the_one_to_load():
    figures = [*everybody(without=("779",)), said("779", "2010-03", praktik=10)]
    assert reporting.month_to_load(snapshot(*figures)) == MARCH


def test_after_a_complete_month_the_next_is_the_one_to_load_whatever_older_months_lack():
    figures = [*everybody("2010-02", without=("779",)), *everybody()]
    assert reporting.month_to_load(snapshot(*figures)) == date(2010, 4, 1)


def test_the_campaigns_first_and_last_month_bound_the_one_to_load():
    assert reporting.month_to_load(snapshot()) == PROGRAMME.starts
    assert reporting.month_to_load(snapshot(*everybody("2011-06"), data_date="2011-08-01")) == PROGRAMME.ends


def test_the_title_says_who_lacks_or_that_all_is_in():
    assert reporting.title(snapshot(*everybody()), MARCH) == "Alle 19 jobcentre har indberettet for marts 2010"
    assert reporting.title(snapshot(*everybody(without=("779",))), MARCH) == "Skive mangler tal for marts 2010"


@pytest.mark.parametrize(("size", "text"), [(1, "99"), (400, "81"), (180, "90")])
def test_the_covered_share_is_rounded_down_so_that_it_never_flatters(size, text):
    before = [*everybody("2010-02", without=("779",)), said("779", "2010-02", persons=size, praktik=1, loentilskud=0)]
    covered = reporting.covered(snapshot(*before, *everybody(without=("779",))), MARCH)
    assert covered == f"Indberettet: 18 af 19. De 18 dækker {text}\u00a0% af målgruppen."


def test_the_grid_ends_with_the_newest_month_that_is_in_and_tells_the_silent_ones_in_words():
    found = snapshot(*everybody(), data_date="2010-06-15")
    assert reporting.grid(found, date(2010, 2, 1)).months[-1] == MARCH
    assert reporting.silent_months(found, MARCH) == "Ingen har indberettet for april og maj 2010 endnu."
    assert reporting.grid(found, date(2010, 5, 1)).months[-1] == date(2010, 5, 1)


def test_the_grid_lists_jobcenters_by_name_with_their_states():
    figures = [*everybody(without=("665", "779", "751")), said("779", "2010-03", praktik=10),
               said("751", "2010-03", persons="hidden", praktik="hidden", loentilskud=3)]
    grid = reporting.grid(snapshot(*figures), MARCH)
    assert grid.states.index[-1] == "Aarhus"
    march = grid.states.iloc[:, grid.months.index(MARCH)]
    assert march[["Lemvig", "Skive", "Aarhus", "Viborg"]].tolist() == [
        coverage.MISSING, coverage.PARTIAL, coverage.HIDDEN, coverage.REPORTED]


def test_a_late_delivery_shows_only_when_there_is_a_deadline(monkeypatch):
    late = said("779", "2010-03", "2010-05-20", persons=9, praktik=1, loentilskud=1)
    found = snapshot(*everybody(without=("779",)), late)
    assert not reporting.grid(found, MARCH).late.to_numpy().any()
    assert reminding.deadline() == ""
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "15")
    settings.load.cache_clear()
    marked = reporting.grid(found, MARCH).late.iloc[:, -1]
    assert marked.index[marked].tolist() == ["Skive"]
    assert reminding.deadline() == "Fristen er 15 dage efter månedens udgang."
    words = reporting.grid_table(reporting.grid(found, MARCH)).set_index("Jobcenter").loc["Skive"]
    assert words[["feb. 2010", "mar. 2010"]].tolist() == ["mangler, for sent", "indberettet, for sent"]


def test_the_download_says_every_state_in_words():
    table = reporting.grid_table(reporting.grid(snapshot(*everybody(without=("779",))), MARCH))
    assert table.set_index("Jobcenter")["mar. 2010"][["Skive", "Viborg"]].tolist() == ["mangler", "indberettet"]


def test_figures_that_contradict_each_other_come_with_what_to_do():
    found = snapshot(*everybody(without=("779",)), said("779", "2010-03", persons=58, praktik=61, loentilskud=0))
    row = reporting.break_table(found).iloc[0]
    assert (row["Jobcenter"], row["Måned"]) == ("Skive", "mar. 2010")
    assert row["Gør sådan"].startswith("Ring til Jobcenter Skive")
    assert reporting.break_table(snapshot(*everybody())).empty


def test_the_newest_month_that_is_begun_and_has_gaps_is_the_one_to_look_at():
    figures = [*everybody("2009-09"), *everybody("2009-10", without=CODES[3:]), *everybody("2010-02", without=("779",)),
               *everybody()]
    found = snapshot(*figures, data_date="2010-05-15")
    assert reporting.month_with_gaps(found) == date(2010, 2, 1)  # March is whole and nobody has begun April
    assert reporting.title(found, date(2010, 2, 1)) == "Skive mangler tal for februar 2010"
    partly = snapshot(*figures, said("779", "2010-04", praktik=3), data_date="2010-05-15")
    assert reporting.month_with_gaps(partly) == date(2010, 4, 1)


def test_a_month_nobody_has_begun_is_looked_at_once_it_is_overdue(monkeypatch):
    figures = [*everybody("2010-02", without=("779",)), *everybody()]
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "15")
    settings.load.cache_clear()
    for day, month in (("2010-05-15", date(2010, 2, 1)), ("2010-05-16", date(2010, 4, 1))):
        assert reporting.month_with_gaps(snapshot(*figures, data_date=day)) == month


def test_a_month_that_is_not_over_has_no_gaps():
    whole = [f for month in ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")
             for f in everybody(month)]
    found = snapshot(*whole, said("779", "2010-04", persons=9, praktik=1, loentilskud=1), data_date="2010-04-12")
    assert reporting.month_with_gaps(snapshot(*whole, data_date="2010-04-12")) == MARCH
    assert reporting.month_with_gaps(found) == MARCH  # one figure of April is there, and none is due
    assert reporting.title(found, date(2010, 4, 1)) == "1 af 19 jobcentre har indberettet for april 2010"
    assert reporting.month_with_gaps(snapshot()) == PROGRAMME.starts
