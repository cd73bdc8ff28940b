"""What a reader is told of records: the list of changes in words."""

import pytest

from model.intake import wording
from model.intake.datasets.datasets import DATASETS
from model.intake.records import record_names
from tests.model.intake.records.street import HEAD, check, load

NAMES = {"779": "Skive", "665": "Lemvig"}


def table(report):
    return wording.change_table(report.changes, NAMES, report.dataset)


def test_a_change_names_the_record_and_the_field_and_stands_old_beside_new(engine):
    load(engine, HEAD + "K3;Skive;jobkonsulent;4;3\n")
    shown = table(check(engine, HEAD + "K3;Skive;jobkonsulent;4;2\nK3;Lemvig;tovholder;..;<5\n"))
    assert list(shown) == ["Hvad", "Oplysning", "Før", "Nu"]
    assert shown.to_numpy().tolist()[1:] == [
        ["Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent", "Mødt", "3", "2"],
        ["Lemvig, Kursusdag 3 (26. jan. 2010), tovholder", "Tilmeldt", "–", "ikke oplyst"],
        ["Lemvig, Kursusdag 3 (26. jan. 2010), tovholder", "Mødt", "–", "skjult"]]


def test_dates_places_and_texts_are_shown_as_a_reader_writes_them(engine):
    shown = table(check(engine, "Nr.;Dato;Jobcenter;Tema\n7;03-11-2009;779;Mentor\n"))
    assert shown["Hvad"].unique().tolist() == ["Henvendelse nr. 7"]
    assert shown["Nu"].tolist() == ["3. nov. 2009", "Skive", "Mentor"]


def test_a_choice_is_shown_with_danish_letters():
    event, status = DATASETS["centre"].field("haendelse"), DATASETS["raadgivning"].field("status")
    assert [record_names.spelt(event, choice) for choice in event.choices or {}] == ["udgår", "gælder"]
    assert record_names.spelt(status, "takket nej") == "takket nej"


def test_a_centre_that_is_stated_by_its_key_alone_is_told_by_the_day_it_opened(engine):
    shown = table(check(engine, "Jobcenter;Virksomhedscenter;Åbnet\nSkive;Lysthuset;01-10-2009\n"))
    assert shown.to_numpy().tolist() == [["Skive, Lysthuset, 1. okt. 2009", "Åbnet", "–", "1. okt. 2009"]]


@pytest.mark.parametrize("most", [0, 1])
def test_a_long_list_is_cut(engine, most):
    report = check(engine, HEAD + "K3;Skive;jobkonsulent;4;3\n")
    assert len(wording.change_table(report.changes, NAMES, report.dataset, most=most)) == most
