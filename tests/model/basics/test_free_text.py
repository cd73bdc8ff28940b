"""Free text is kept as it is meant to be read, without CPR numbers and with contact details only on purpose."""

import pytest

from model.basics.free_text import CONTACT, CPR, ContactFound, RecordRefused, cleaned, line, personal, prose

NUMBER = "".join(["251248", "-", "4916"])


def test_a_line_is_one_line_and_prose_keeps_its_lines():
    assert line("  Åbne \n to   centre ", asked="", longest=50) == "Åbne to centre"
    assert prose(" Først \r\n\r\n så  dette ", asked="", longest=50) == "Først\n\nså dette"


def test_what_cannot_be_printed_is_left_out():
    assert prose("a\x00b\x1bc", asked="", longest=50) == "a b c"


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)),
                                  *map(chr, range(0x2066, 0x206A))])
def test_what_turns_words_around_never_comes_in(mark):
    assert line(f"Åb{mark}ne to", asked="", longest=50) == prose(f"{mark}Åbne to", asked="", longest=50) == "Åbne to"
    assert cleaned(f" {mark}BRM ") == "BRM"


@pytest.mark.parametrize("check", [line, prose])
@pytest.mark.parametrize(("text", "told"), [(" ", "Skriv noget."), ("x" * 11, "højst 10 tegn")])
def test_nothing_and_too_much_are_refused(check, text, told):
    with pytest.raises(RecordRefused, match=told):
        check(text, asked="Skriv noget.", longest=10)


@pytest.mark.parametrize("check", [line, prose])
def test_a_cpr_number_is_refused_even_on_purpose_and_never_echoed(check):
    with pytest.raises(RecordRefused) as refusal:
        check(f"Borger {NUMBER}", asked="", longest=50, contact_ok=True)
    assert str(refusal.value) == CPR
    assert NUMBER not in str(refusal.value)


@pytest.mark.parametrize("text", ["ring 86 12 34 56", "skriv til a@b.dk"])
def test_contact_details_are_kept_only_on_purpose(text):
    with pytest.raises(ContactFound):
        line(text, asked="", longest=50)
    assert line(text, asked="", longest=50, contact_ok=True) == text


def test_the_field_is_told_the_gravest_thing():
    assert personal("en tovholder", "16 % i marts") == ""
    assert personal("skriv til a@b.dk") == CONTACT
    assert personal("skriv til a@b.dk", NUMBER) == CPR
