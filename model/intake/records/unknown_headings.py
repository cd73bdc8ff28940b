"""Which headings of a table of records must be explained before it can be read."""

from collections.abc import Sequence
from dataclasses import replace

from model.intake.columns import fitting
from model.intake.columns.fitting import Content, Scope
from model.intake.columns.spellings import Spellings
from model.intake.columns.vocabulary import COMPUTED, IGNORE
from model.intake.records import keys_above, worth_asking
from model.intake.records.background import Background
from model.intake.records.tables import Table
from model.intake.report import Heading


def asked(tables: Sequence[Table], words: Spellings, scope: Scope, known: Background) -> list[Heading]:
    """Headings nobody knows: what resembles a column that is lacking, what is doubted, and all while a key is lacking.
    """
    asked = []
    for table in tables:
        lost = {part.name for part in words.dataset.keys if not part.given} - table.names
        lost -= set(keys_above.names(table, words.dataset, known))
        nothing = not (table.names & {f.name for f in words.dataset.stated}) and not words.dataset.bare
        for heading in table.headings:
            position = heading.index - table.start
            settled = position in (*table.explained, *table.unsure, *table.aside) or heading.guess == IGNORE
            if settled or COMPUTED.search(heading.heading):
                continue
            found = fitting.content(table.grid[:, position], scope)
            near = words.nearest(heading.heading, found)
            alike = (near is not None and near not in table.filled) or words.resembles_a_step(heading.heading, found)
            placed = _unplaced(table, words, found)
            valued = worth_asking.is_value(heading.heading, found, words, table.filled)
            if lost or nothing or alike or placed or valued or position in table.doubted:
                asked.append(replace(heading, guess=placed or near or words.guess(heading.heading, found, table.names)))
    return asked


def _unplaced(table: Table, words: Spellings, contents: Content) -> str | None:
    """The jobcenter's part, where no column is it and these cells all name one."""
    return next((part.name for part in words.dataset.fields if part.kind == "jobcenter" and part.name not in table.names
                 and contents.texts and fitting.fit(words.candidates[part.name], contents) == fitting.SURELY), None)
