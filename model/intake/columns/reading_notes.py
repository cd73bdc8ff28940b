"""What is told about how a file was read: lines, columns and rows that were skipped or read in a special way."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import pandas as pd

from model.basics.formatting import listing, month_long
from model.intake.cells.month_text import zone_note
from model.intake.cells.period_text import several
from model.intake.columns import own_words
from model.intake.columns.fitting import Scope
from model.intake.columns.labels import Label
from model.intake.columns.mapping import Plan
from model.intake.columns.other_figures import is_another
from model.intake.columns.sums import counts_rows
from model.intake.columns.vocabulary import IGNORE, Vocabulary
from model.intake.tables import around

SHOWN = 60  # characters of a row's label


def about(plans: Sequence[Plan], vocabulary: Vocabulary, *, asked: Sequence[Label] = ()) -> list[str]:
    """Every note about how the plans read their tables; what is being asked about is not told."""
    return [note for plan in plans for note in (
        *around.notes(plan.table), *_columns(plan, vocabulary, asked), *_months(plan), *_zones(plan),
        *_shape(plan, vocabulary))]


def totals(plans: Sequence[Plan], vocabulary: Vocabulary) -> bool:
    """Whether some row or column of the tables is a total."""
    texts = {str(text) for plan in plans for column in (*plan.places, plan.month)
             if column is not None and column not in plan.codes
             for text in pd.unique(pd.Series(plan.table.grid[:, column], dtype=object).dropna())}
    return any(vocabulary.total_of(text)[0] for text in texts)


def _where(plan: Plan) -> str:
    return f"Ark »{plan.table.sheet}«: " if plan.table.sheet else ""


def _columns(plan: Plan, vocabulary: Vocabulary, asked: Sequence[Label]) -> list[str]:
    computed = [_over(label, plan) for label in plan.labels if label.why == "computed"]
    extra = [label for label in plan.labels
             if label.why not in ("computed", "double") and label.target in (None, IGNORE) and label not in asked]
    notes = []
    if computed:
        notes.append(f"{_where(plan)}Afsenderens egne beregninger er ikke læst: {_quoted(computed)}.")
    counted = [label.text for label in plan.labels if label.target not in (None, IGNORE) and counts_rows(label.text)]
    if counted:
        notes.append(f"{_where(plan)}{_quoted(counted)} er pivottabellens optælling af rækker. Kontrollér, at den har "
                     "talt én række for hver person.")
    columns = own_words.headings_of(((label.position, label.text, plan.table.grid[:, label.position]) for label in extra
                                     if label.where == "column"), Scope(vocabulary.known.aliases))
    if columns:
        some = "Kolonnen" if len(columns) == 1 else "Kolonnerne"
        notes.append(f"{_where(plan)}{some} {listing(dict.fromkeys(columns))} bruges ikke.")
    rows = [own_words.veiled(label.text, SHOWN) for label in extra if label.where == "row"]
    if rows:
        notes.append(f"{_where(plan)}Rækker, der ikke bruges: {_quoted(rows)}.")
    return notes


def _over(label: Label, plan: Plan) -> str:
    """A computed heading; a measure that is one only by what stands over it, with that."""
    above = plan.table.heads[label.position].above if label.where == "column" else ""
    beside = is_another(above) or (label.several and not several(label.text))
    return f"{above}: {label.text}" if above and beside else label.text


def _quoted(texts: Sequence[str]) -> str:
    return listing(f"»{text}«" for text in dict.fromkeys(texts))


def _months(plan: Plan) -> list[str]:
    by_month: dict[date, list[str]] = defaultdict(list)
    across = {label.position for label in plan.labels if label.key.startswith("across")}
    for column in plan.columns:
        if column.month and column.position not in across:
            by_month[column.month].append(column.heading)
    notes = [f"{_where(plan)}{_quoted(names)} er læst som {month_long(month)}." for month,
             names in sorted(by_month.items())]
    return notes if len(by_month) > 1 else notes[:1]


def _zones(plan: Plan) -> list[str]:
    if plan.month is None:
        return []
    cells = pd.unique(pd.Series(plan.table.grid[:, plan.month], dtype=object).dropna())
    return [f"{_where(plan)}{note}" for note in zone_note(plan.table.heads[plan.month].text, cells)]


def _shape(plan: Plan, vocabulary: Vocabulary) -> list[str]:
    notes = []
    if plan.measure is not None and any(c.month or c.place for c in plan.columns):
        notes.append(f"{_where(plan)}Formularen er læst med nøgletal nedad og {_across(plan)} henad.")
    elif _is_matrix(plan):
        notes.append(f"{_where(plan)}Tabellen er læst med {_across(plan)} henad.")
    sheet = next((label for label in plan.labels if label.where == "sheet"), None)
    if sheet is not None and sheet.target:
        notes.append(f"{_where(plan)}Tallene er læst som »{vocabulary.heading(sheet.target)}«.")
    if plan.table.place and not plan.places:
        notes.append(f"{_where(plan)}Alle tal hører til {vocabulary.known.name(plan.table.place)}.")
    return notes


def _across(plan: Plan) -> str:
    """What runs across, and from where to where: ``måneder (januar 2010 til marts 2010)``."""
    months = sorted({c.month for c in plan.columns if c.month})
    if not months:
        return f"jobcentre ({_quoted([c.heading for c in plan.columns])})"
    few = len(months) <= 3
    return "måneder (" + (listing(map(month_long, months)) if few else
                          f"{month_long(months[0])} til {month_long(months[-1])}") + ")"


def _is_matrix(plan: Plan) -> bool:
    return any(label.key.startswith("across") and label.target not in (None, "ignore") for label in plan.labels)
