"""Whom to remind, who has been, and what is said when nobody is to be."""

from datetime import date

from model.subjects.reporting.figures.reminded import Reminded
from model.subjects.reporting.words import reminding, reporting
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.reporting.figures.test_reporting import MARCH, everybody


def test_those_to_remind_have_their_lack_beside_the_name_in_danish_order():
    figures = [*everybody(without=("751", "779", "665")), said("665", "2010-03", praktik=10)]
    assert list(reminding.lacking(snapshot(*figures), MARCH).values()) == [
        "Skive (intet modtaget)", "Aarhus (intet modtaget)", "Lemvig (delvis modtaget)"]


def test_older_gaps_are_named_and_the_chosen_month_is_not_among_them():
    figures = [f for month in ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01") for f in everybody(month)]
    found = snapshot(*figures, *everybody("2010-02", without=("665",)), *everybody(without=("779",)))
    assert reminding.older_gaps(found, MARCH) == (
        "Tal fra tidligere måneder, der mangler eller er ufuldstændige: Lemvig (feb. 2010).")
    assert reminding.older_gaps(snapshot(), MARCH) == ""


def test_earlier_months_are_reminded_of_too_and_the_shown_month_comes_first():
    figures = [f for month in ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01") for f in everybody(month)]
    found = snapshot(*figures, *everybody("2010-02", without=("665",)), *everybody(without=("779",)),
                     data_date="2010-04-12")
    assert reminding.lacking_months(found) == [MARCH, date(2010, 2, 1)]
    assert reminding.first_to_remind(found, MARCH) == MARCH
    assert reminding.first_to_remind(found, date(2010, 2, 1)) == date(2010, 2, 1)
    assert reminding.lacking(found, date(2010, 2, 1)) == {"665": "Lemvig (intet modtaget)"}


def test_nobody_is_reminded_of_a_month_that_is_not_over():
    figures = [f for month in ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")
               for f in everybody(month)]
    found = snapshot(*figures, said("779", "2010-04", praktik=3), data_date="2010-04-12")
    assert reminding.lacking_months(found) == []
    assert reminding.first_to_remind(found, MARCH) is None
    assert reminding.nobody_to_remind(found, MARCH) == "Alle har indberettet alle måneder. Der er ingen at rykke."
    assert "er ikke slut" in reminding.nobody_to_remind(found, date(2010, 4, 1))


def test_nobody_is_reminded_of_a_whole_month_while_earlier_ones_have_gaps():
    world = snapshot(*everybody("2010-02", without=("665",)), *everybody(), data_date="2010-04-12")
    assert reminding.nobody_to_remind(world, MARCH) == "Der er ingen at rykke for marts 2010."
    assert reminding.first_to_remind(world, MARCH) == date(2010, 2, 1)


def test_the_heading_counts_those_who_lack_figures_and_those_who_were_reminded():
    assert reminding.title(MARCH, due=3, sent=1) == "Rykkere for marts 2010: 1 af 3 er sendt"


def test_a_reminder_is_told_with_its_day_and_of_several_the_newest():
    first, second = Reminded(1, date(2010, 4, 12), "BRM"), Reminded(4, date(2010, 4, 20), "konsulent i BRM")
    assert reminding.sent_words(()) == "Ikke rykket endnu"
    assert reminding.sent_words((first,)) == "Rykket den 12. apr. 2010 af BRM"
    assert reminding.sent_words((first, second)) == "Rykket 2 gange, senest den 20. apr. 2010 af konsulent i BRM"


def test_every_month_with_figures_or_with_gaps_can_be_chosen():
    world = snapshot(*everybody("2010-02"), data_date="2010-04-12")
    assert reporting.months_to_show(world)[:2] == [MARCH, date(2010, 2, 1)]
    assert reporting.months_to_show(world)[-1] == min(reminding.lacking_months(world))
