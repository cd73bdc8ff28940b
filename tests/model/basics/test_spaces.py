"""Where a line may end: spaces that are turned into no-break ones, and back for whoever reads the text by program."""

from model.basics import spaces


def test_no_line_ends_inside_an_unbroken_text_and_a_program_gets_it_with_ordinary_spaces():
    held = spaces.unbroken("12. apr. 2010")
    assert held == "12.\u00a0apr.\u00a02010"
    assert spaces.plain_spaces(held) == "12. apr. 2010"
