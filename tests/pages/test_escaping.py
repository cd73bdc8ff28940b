"""Words of people's on a page: safe, in their own order, and never wider than their place."""

import pandas as pd

from pages.shared import drawing, layout
from pages.shared.escaping import escape

TURNED = "\u202e<b>modsat\u202c\u2066"


def test_words_are_escaped_and_turn_nothing_around():
    assert escape(TURNED) == "&lt;b&gt;modsat"


def test_every_part_of_a_page_says_its_words_in_their_own_order():
    frame = pd.DataFrame({"Center": [TURNED], "Status": [TURNED]})
    parts = (drawing.text(TURNED), drawing.badge("reached", TURNED), drawing.paragraph(TURNED),
             drawing.listing([TURNED]), drawing.folded(TURNED, ""), layout.heading(TURNED, TURNED),
             drawing.table(frame, alt=TURNED, links={TURNED: TURNED}))
    assert [part for part in parts if set(part) & set("\u202e\u202c\u2066") or "<b>" in part] == []


def test_a_cell_may_break_its_words_only_where_one_is_longer_than_a_column():
    frame = pd.DataFrame({"Aftale": ["Åbne to centre", "x" * 259], "Status": ["x" * 118, "Virksomhedscentre"]})
    table = drawing.table(frame, alt="Aftaler")
    assert table.count('class="fd-long"') == 2
    assert f'<td class="fd-long">{"x" * 118}' in table and f'<th scope="row" class="fd-long">{"x" * 259}' in table
