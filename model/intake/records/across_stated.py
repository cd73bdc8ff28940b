"""What the columns of a table with keys across state: said by a line above, by the sheet or by each row, or asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from model.basics.formatting import listing
from model.intake.cells import values
from model.intake.checks import merged
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records.across import Across
from model.intake.records.cancelling import MENTIONS
from model.intake.records.heading_keys import FREE, FREE_WORDS, HeadingKeys, counted
from model.intake.records.shaped import Shaped
from model.intake.records.tables import Table
from model.intake.report import Answers, Option, Problem

GATE = 2
VALUE = question_id("column", "value")
ASKED = ("Kolonnerne {} har {} som overskrift, og det fremgår ikke, hvad tallene under dem er. Vælg, hvad de er, eller "
         "skriv det i linjen over tabellen.")
UNNAMED = ("Kolonnerne {} har {} som overskrift, og rækkerne siger ikke, hvad der står under dem. Skriv det først på "
           "hver række, fx {}, eller skriv én række for hvert jobcenter.")
WEEKS = ("Kolonnerne {} er uger, og her skal der stå én måneds tal. Hvilken uge der gælder for måneden, kan kun "
         "afsenderen sige. Skriv månedens tal i én kolonne, fx »Besatte«.")
SPANS = "Kolonnen {}"
CALLED_OFF = ("Overskriften »{}« nævner en aflysning. Skriv »aflyst« i en celle under den, hvis hele dagen er aflyst, "
              "og lad overskriften være dagen alene.")
TWICE = "Kolonnerne {} læses begge som {}. Slet den ene, eller ret overskriften."
ALONE = ("Kolonnen »{}« står én gang, men tabellen har flere af dem, den kan høre til ({}). Gælder tallet for dem "
         "alle, eller skal det ikke bruges?")
EACH, IGNORED = "each", "ignore"
SHOWN = 3
NAMED = 3  # headings of ours that are suggested


def stated(table: Table, keys: HeadingKeys, answers: Answers | None) -> Shaped:
    """The table with what its columns across state: said by rows, by a line above, by the sheet, or answered."""
    if not table.across.columns:
        return Shaped(table, tuple(_hindrances(table, keys.dataset)))
    found = _rows_say(table, keys)
    if not found.across.stubs:
        said = _told(found, keys.dataset) or _answered(found, keys.dataset, answers)
        found = replace(found, across=replace(found.across, columns=_with(found.across.columns, said),
                                              totals=_with(found.across.totals, said)))
    problems = [*_asked(found, keys.dataset), *_twice(found, keys.dataset), *_cancelled(found), *_merged(found)]
    found, alone = _alone(found, keys.dataset, answers)
    return Shaped(_unasked(found) if found.across.unsaid and not _options(found, keys.dataset) else found,
                  (*problems, *alone))


def _unasked(table: Table) -> Table:
    """The table without a question about its other columns, which would not help to read it."""
    return replace(table, headings=tuple(replace(h, guess=h.guess or IGNORE) for h in table.headings))


def _with(columns: Sequence[Across], said: str | None) -> tuple[Across, ...]:
    return tuple(replace(one, stated=one.stated or said) for one in columns)


def _rows_say(table: Table, keys: HeadingKeys) -> Table:
    """The table with the column that says of each row what its numbers are, where there is one."""
    if any(one.stated for one in table.across.columns):
        return table
    wanted = {part.name for part in keys.dataset.stated}
    for heading in table.headings:
        at = heading.index - table.start
        if (at in table.targets and not _is_choice(table, at, keys.dataset)) or at in table.across.positions:
            continue
        cells = [cell for cell in table.grid[:, at] if pd.notna(cell)]
        named = [name for cell in cells if (name := keys.spellings.column(cell)) in wanted]
        if cells and len(named) * 2 > len(cells):
            found = replace(table.across, stubs=frozenset({at}), by_row=frozenset(map(str, named)))
            return replace(table, across=found, targets={to: name for to, name in table.targets.items() if to != at})
    return table


def _is_choice(table: Table, at: int, dataset: Dataset) -> bool:
    """Whether a column is of one of a few words that the rows state: ``Status`` over »Tilbudt« and »Afholdt«."""
    part = dataset.field(table.targets[at])
    return part.kind == "choice" and part not in dataset.keys


def _told(table: Table, dataset: Dataset) -> str | None:
    """What the lines over the table, else the sheet's name, say is counted."""
    said = {name for text in table.above if (name := counted(text, dataset))}
    said = said or {name for name in [counted(table.sheet, dataset)] if name}
    name = said.pop() if len(said) == 1 else None
    return None if name in set(table.targets.values()) else name


def _options(table: Table, dataset: Dataset) -> dict[str, str]:
    taken = set(table.targets.values())
    found = {part.name: part.heading for part in dataset.fields if part.kind == "count" and part.name not in taken}
    return found | ({FREE: FREE_WORDS} if "besatte" in found else {})


def _answered(table: Table, dataset: Dataset, answers: Answers | None) -> str | None:
    said = answers.said.get(VALUE) if answers else None
    return said if said in _options(table, dataset) else None


def _asked(table: Table, dataset: Dataset) -> list[Problem]:
    """What the numbers are, where nothing says it."""
    open_ones = table.across.unsaid
    if not open_ones:
        return []
    kinds = listing(dict.fromkeys(dataset.field(name).heading.lower() for one in open_ones for name in one.keys))
    options = tuple(Option(name, words) for name, words in _options(table, dataset).items())
    if not options:
        return [Problem("fejl", GATE, UNNAMED.format(_names(open_ones), kinds, listing(
            f"»{part.heading}«" for part in dataset.fields[:NAMED])), sheet=table.sheet or None)]
    return [Problem("fejl", GATE, ASKED.format(_names(open_ones), kinds), sheet=table.sheet or None,
                    column=open_ones[0].heading, question=VALUE, options=options)]


def _names(columns: Sequence[Across]) -> str:
    texts = [f"»{one.heading}«" for one in columns]
    return listing([*texts[:SHOWN], *(["flere"] if len(texts) > SHOWN else [])])


def _twice(table: Table, dataset: Dataset) -> list[Problem]:
    """That two columns say the same keys and state the same."""
    seen: dict[tuple[Any, ...], list[Across]] = {}
    for one in table.across.columns:
        seen.setdefault((tuple(sorted(one.keys.items())), one.stated), []).append(one)
    return [Problem("fejl", GATE, TWICE.format(
        listing(f"»{one.heading}«" for one in same),
        listing(f"»{dataset.field(name).heading}« {text}" for name, text in same[0].keys.items())),
        sheet=table.sheet or None, column=same[-1].heading) for same in seen.values() if len(same) > 1]


def _cancelled(table: Table) -> list[Problem]:
    """That a heading speaks of a cancellation, which only the cells can say."""
    return [Problem("fejl", GATE, CALLED_OFF.format(one.heading), sheet=table.sheet or None, column=one.heading)
            for one in table.across.columns if MENTIONS.search(one.heading)]


def _merged(table: Table) -> list[Problem]:
    """Numbers that stand once for several rows or columns."""
    heads = {one.position: one.heading for one in table.across.columns}
    told = []
    for area, rows in merged.areas(table.marks, table.grid, table.rows, heads):
        inside = [heads[at] for at in range(area.left, area.right + 1) if at in heads]
        if text := merged.text(area, [f"række {table.rows[row]}" for row in rows], inside):
            told.append(Problem("fejl", 3, text, sheet=table.sheet or None, row=area.top, column=heads[area.left]))
    return told


def _hindrances(table: Table, dataset: Dataset) -> list[Problem]:
    """Weeks or quarters where a month's numbers should stand."""
    if table.names & {part.name for part in dataset.fields if part.name != "pladser"}:
        return []
    if table.across.weeks:
        return [Problem("fejl", GATE, WEEKS.format(_names(table.across.weeks)), sheet=table.sheet or None,
                        column=table.across.weeks[0].heading)]
    unread = [h.heading for h in table.headings if h.index - table.start not in table.targets]
    if not unread or not any(part.kind == "month" for part in dataset.keys):
        return []
    spans = {heading: read.fault for heading in unread if (read := values.month(heading)).kind == "period"}
    return [Problem("fejl", GATE, SPANS.format(fault), sheet=table.sheet or None, column=heading)
            for heading, fault in spans.items()]


def _alone(table: Table, dataset: Dataset, answers: Answers | None) -> tuple[Table, list[Problem]]:
    """Counts that stand once beside counts of several: a centre's places are of every month, others are asked about."""
    kinds = {at: name for at, name in table.targets.items()
             if dataset.field(name).kind == "count" and name != "pladser"}
    combos = {tuple(sorted(one.keys.items())) for one in table.across.columns}
    problems, dropped = [], set()
    for at, name in kinds.items() if len(combos) > 1 else ():
        about = question_id("column", name, "across")
        said = answers.said.get(about) if answers else None
        heading = table.heading_of[at]
        if said == IGNORED:
            dropped.add(at)
        elif said != EACH:
            problems.append(Problem(
                "fejl", GATE, ALONE.format(heading, _names(table.across.columns)), sheet=table.sheet or None,
                column=heading, question=about,
                options=(Option(EACH, "Det gælder for dem alle"), Option(IGNORED, "Det skal ikke bruges"))))
    return replace(table, targets={at: name for at, name in table.targets.items() if at not in dropped}), problems


def notes(table: Table, dataset: Dataset) -> list[str]:
    """How the columns across are read."""
    columns = table.across.columns
    if not columns:
        return []
    keys = listing(f"»{dataset.field(name).heading}«" for name in dict.fromkeys(k for one in columns for k in one.keys))
    named = [FREE_WORDS if name == FREE else dataset.field(name).heading
             for name in dict.fromkeys(one.stated for one in columns) if name]
    what = f", og tallene under dem er læst som {listing(f'»{text}«' for text in named)}" if named else ""
    alone = [f"»{table.heading_of[at]}« står én gang og er læst for hver af dem." for at, name in table.targets.items()
             if dataset.field(name) in dataset.fields]
    return [f"{keys} står som overskrifter ({_names(columns)}){what}.", *alone]
