"""Mentor networks: who has one and has met, counted anew from the events; what nobody has said is not known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.datasets.networks import DECLINED, EVENTS, MET, OFFERED, STARTED
from model.snapshot.snapshot import InternalOnly
from model.subjects.courses.charts import networks as charts
from model.subjects.courses.figures import networks
from model.subjects.courses.words import networks as words
from tests.model.publishing.first import published
from tests.model.subjects.network_builders import LEMVIG, SKIVE, STRUER, VIBORG, happened, world

CODES = [LEMVIG, SKIVE, STRUER, VIBORG]
DAYS = st.dates(date(2010, 4, 21), date(2011, 3, 31))
TOLD = st.dictionaries(st.tuples(st.sampled_from(CODES), DAYS),
                       st.tuples(st.sampled_from([*EVENTS]), st.none() | st.integers(0, 40)), max_size=12)


def known(shot) -> dict[str, networks.Network]:
    return {network.code: network for network in networks.networks(shot)}


def test_a_network_is_told_by_its_days_and_its_last_meeting():
    shot = world(happened(SKIVE, "2010-04-21", OFFERED), happened(SKIVE, "2010-05-06", STARTED, together="Struer"),
                 happened(SKIVE, "2010-06-10", MET, 14, together="Struer og Holstebro"),
                 happened(SKIVE, "2010-09-16", MET, None))
    assert known(shot)[SKIVE] == networks.Network(
        SKIVE, "Skive", offered_on=date(2010, 4, 21), started_on=date(2010, 5, 6), meetings=2,
        last_met=date(2010, 9, 16), participants=None, together_with="Struer og Holstebro")


def test_of_whom_nothing_is_said_nothing_is_known_and_no_nought_is_told():
    shot = world(happened(VIBORG, "2010-05-06", STARTED))
    assert not known(shot)[LEMVIG].told and not known(shot)[LEMVIG].begun
    [row] = charts.networks_table(shot).to_dict("records")
    assert row == {"Jobcenter": "Viborg", "Hjælp": "ikke oplyst", "Startet": "6.\u00a0maj\u00a02010",
                   "Oplyste møder": "ikke oplyst", "Mødtes senest": "ikke oplyst", "Deltagere senest": "ikke oplyst",
                   "Sammen med": "ingen andre nævnt"}
    [row] = charts.networks_table(world(happened(VIBORG, "2010-05-06", OFFERED))).to_dict("records")
    assert row["Sammen med"] == "–"
    assert words.untold(shot).endswith("Det betyder ikke, at der ikke er et netværk.")
    assert "Om 3 jobcentre er intet oplyst: Lemvig, Skive og Struer." in words.untold(shot)


def test_a_hidden_count_and_a_known_nought_are_not_the_same():
    shot = world(happened(SKIVE, "2010-06-10", MET, hidden=True), happened(STRUER, "2010-06-10", MET, 0))
    assert charts.networks_table(shot)["Deltagere senest"].tolist() == ["skjult af afsenderen", "0"]


@pytest.mark.parametrize(("later", "declined"), [
    ((), True), ((OFFERED,), False), ((STARTED,), False), ((MET,), False), ((OFFERED, DECLINED), True)])
def test_who_declined_has_done_so_until_something_else_comes_of_it(later, declined):
    events = [happened(SKIVE, f"2010-06-{day:02}", event) for day, event in enumerate((OFFERED, DECLINED, *later), 1)]
    assert (known(world(*events))[SKIVE].declined_on is not None) is declined


def test_an_event_that_was_taken_back_is_none():
    assert not any(network.told for network in networks.networks(world(happened(SKIVE, "2010-06-10", None))))


@pytest.mark.parametrize(("events", "title"), [
    ([(SKIVE, OFFERED)], "Intet jobcenter har oplyst, at et mentornetværk er startet"),
    ([(SKIVE, STARTED)], "1 jobcenter har et mentornetværk, men intet møde er oplyst"),
    ([(SKIVE, MET)], "1 jobcenter har et mentornetværk, og det har mødtes"),
    ([(SKIVE, STARTED), (STRUER, MET)], "2 jobcentre har et mentornetværk, 1 af dem har mødtes"),
    ([(SKIVE, MET), (STRUER, MET)], "2 jobcentre har et mentornetværk, og alle har mødtes")])
def test_the_title_answers_how_many_have_one_and_have_met(events, title):
    assert words.title(world(*(happened(code, "2010-06-10", event) for code, event in events))) == title


def test_who_was_offered_help_who_declined_and_the_last_meeting_are_told():
    shot = world(happened(SKIVE, "2010-04-21", OFFERED), happened(LEMVIG, "2010-04-21", OFFERED),
                 happened(LEMVIG, "2010-05-21", DECLINED), happened(SKIVE, "2010-06-10", MET),
                 happened(STRUER, "2010-06-10", MET))
    assert words.further(shot) == ("2 jobcentre er tilbudt hjælp til at komme i gang. Lemvig har takket nej. Senest "
                                   "mødtes Skive og Struer, 10. jun. 2010.")


@given(TOLD)
def test_the_counts_are_those_of_the_events_told_one_by_one(told):
    shot = world(*(happened(code, str(day), event, count if event == MET else None)
                   for (code, day), (event, count) in told.items()))
    for code, network in known(shot).items():
        own = {day: what for (whose, day), what in sorted(told.items()) if whose == code}
        met = [day for day, (event, _) in own.items() if event == MET]
        assert (network.meetings, network.last_met) == (len(met), max(met, default=None))
        assert network.participants == (own[max(met)][1] if met else None)
        assert network.begun == any(event in (STARTED, MET) for event, _ in own.values())
        assert network.told or not {event for event, _ in own.values()} & {OFFERED, STARTED, MET, DECLINED}
    assert len(charts.networks_data(shot)) == len(told)


def test_it_is_for_the_internal_view_alone():
    with pytest.raises(InternalOnly):
        networks.networks(published(world(happened(SKIVE, "2010-06-10", MET, 12))))
