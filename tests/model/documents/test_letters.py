"""The letters of documents: every text can be set, what the font lacks is seen to be missing, and long words break."""

import pandas as pd
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from model.documents import letters
from model.documents.letters import BREAK, LACKING, breakable, on_paper, plain, throughout
from model.drawing.chart import Chart

ANYTHING = st.text(st.characters(exclude_categories=()))
SET = """#set document(title: "prøve")
#set text(lang: "da", font: "IBM Plex Sans", fallback: false)
#sys.inputs.words #strong(sys.inputs.words)"""


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    """Set words in the project's own font, regular and bold, as PDF/UA-1."""
    template = tmp_path_factory.mktemp("letters") / "words.typ"
    template.write_text(SET, encoding="utf-8")
    compiler = typst.Compiler(template, font_paths=[letters.FONTS], ignore_system_fonts=True)
    return lambda words: compiler.compile(sys_inputs={"words": words}, pdf_standards=["ua-1"])


def every_letter():
    """The signs of the table that stands beside the font."""
    for part in (letters.FONTS / "letters.txt").read_text().split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def test_the_font_has_every_letter_of_its_table(sets):
    sets(" ".join(f"e{sign}" if "\u0300" <= sign <= "\u036f" else sign for sign in every_letter()))


@pytest.mark.parametrize("sign", ["👍", "ก", "\uf0b7", "✔", "☐", "\U0001d400", "\x00", "\ufeff"])
def test_what_is_replaced_could_not_have_been_set(sets, sign):
    with pytest.raises(typst.TypstError):
        sets(sign)
    sets(on_paper(sign))


def test_the_sheets_own_marks_are_in_the_font():
    for sign in "✓×−–—»«→•·…±≥≤½²°§€æøåÆØÅéüößđłŁΩλЖ\u00a0\u2009":
        assert on_paper(sign) == sign


@pytest.mark.parametrize(("written", "drawn"), [
    ("Flot 👍 arbejde", "Flot [?] arbejde"), ("👍👍🏽👩‍👩‍👧", "[?]"), ("สวัสดี Skive", "[?] Skive"),
    ("1️⃣ først", "1 først"), ("\uf0b7 Åbn to centre", "• Åbn to centre"), ("\uf0fc Aftalt", "✓ Aftalt"),
    ("✔ og ✗", "✓ og ×"), ("\u0041\u030arhus", "Århus"), ("Ｆｕｌｄ ①", "Fuld 1"), ("a\u200bb\u2060c\ufe0f", "abc"),
    ("før\u202etfe\u2066r", "førtfer"), ("a\x00b\x0bc\ud800d\ufffee", "ab cde"), ("\ue000\uf8ff", "[?]")])
def test_it_is_drawn_in_letters_the_font_has(written, drawn):
    assert on_paper(written) == drawn


@given(ANYTHING)
def test_any_text_can_be_set(sets, text):
    sets(on_paper(text))


@given(ANYTHING)
def test_any_text_can_be_held_by_a_file(text):
    held = plain(text)
    held.encode()
    assert not letters.UNHELD.search(held)
    assert plain(held) == held


def test_a_sign_that_cannot_be_drawn_is_never_silently_gone():
    for number in (0x1F44D, 0x0E01, 0x4E2D, 0x05D0, 0x0627, 0xF000, 0x2603, 0x1D11E):
        assert LACKING in on_paper(f"før {chr(number)} efter")


def test_a_long_word_may_be_broken_anywhere_but_not_between_a_letter_and_its_accent():
    assert breakable("x" * 40) == "x" * 40
    assert breakable("x" * 41).split(BREAK) == ["x"] * 41
    assert breakable("x\u0331" * 30).split(BREAK) == ["x\u0331"] * 30
    assert BREAK in breakable("to\u00a0ord " + "og\u00a0" * 40)
    assert breakable("12.345\u00a0kr. pr.\u00a0uge") == "12.345\u00a0kr. pr.\u00a0uge"


def test_every_text_in_a_value_is_changed_and_nothing_else():
    value = {"a": ["x", ("y", 1)], "b": {"c": None, "d": "z"}}
    assert throughout(value, str.upper) == {"a": ["X", ("Y", 1)], "b": {"c": None, "d": "Z"}}


def test_what_is_made_when_it_is_asked_for_is_changed_then():
    made = []

    def frame():
        made.append(1)
        return pd.DataFrame({"a": ["x", 1]})

    chart = throughout((Chart("line", "t", "", "", "", make_table=frame, make_data=frame),), str.upper)[0]
    assert (chart.title, made) == ("T", [])
    assert chart.table.to_dict("list") == chart.data.to_dict("list") == {"A": ["X", 1]} and len(made) == 2
