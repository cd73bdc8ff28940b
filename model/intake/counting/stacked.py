"""Tables of answers one below the other on a sheet: each on its own, and the one of them that is counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby

from model.basics.formatting import listing as listed
from model.basics.formatting import normalise, number
from model.intake.account.account import Account
from model.intake.account.account_words import Fate
from model.intake.columns import own_words
from model.intake.counting import grids
from model.intake.counting.asking import Asked
from model.intake.counting.listing import ListedSheet, Listing, Stacked
from model.intake.files.workbook import Sheet
from model.intake.mending.question_ids import question_id
from model.intake.report import Option

FEWEST = 3  # answers of a table
MOST = 0.5  # of a table's answers that are words for how satisfied somebody is
TITLE = 120  # characters of a title
ALL = Option("alle", "Alle tabellerne: det er det samme spørgsmål, som flere er spurgt om hver for sig")
Run = tuple[int, int]  # positions of the first row of a table's answers and of the row after the last


@dataclass(frozen=True)
class Block:
    """One table with all that stands between it and the one above. leaf: the position of its headings.

    over: the lines over all the tables. titles: the lines over this one. rows: as the spreadsheet numbers them.
    """

    sheet: Sheet
    leaf: int
    headings: tuple[str, ...]
    over: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[int, int]

    def stacked(self, heading: str) -> Stacked:
        """What it is chosen by. heading: over its answers, which may be the question."""
        told = [text for text in (*self.titles[-1:], heading) if text]
        key = sha256(normalise(" ".join(told)).encode()).hexdigest()[:10]
        return Stacked(self.rows, own_words.veiled(told[0], TITLE) if told else "", key)


def blocks(sheet: Sheet) -> list[Block]:
    """The tables of a sheet with several tables of answers; none of any other sheet."""
    texts = grids.texts(sheet.cells)
    runs = _runs(texts)
    if sum(_are_answers(texts[first:end]) for first, end in runs) < 2:
        return []
    ends = [0, *(end for _, end in runs[:-1]), len(texts)]
    over = tuple(text for line in texts[:_heading(texts, 0, runs[0])] for text in line if text)
    made: list[Block] = []
    for at, run in enumerate(runs):
        begin, end = ends[at], ends[at + 1]
        leaf = _heading(texts, begin, run)
        own = leaf < run[0]
        titles = tuple(text for line in texts[begin:leaf] for text in line if text)
        headings = tuple(texts[leaf]) if own or not made else made[0].headings
        first = next((row for row in (leaf - 1, leaf) if row >= begin and (texts[row] != "").any()), run[0])
        numbers = sheet.cells.index[[first, run[1] - 1]]
        made.append(Block(replace(sheet, cells=sheet.cells.iloc[begin:end]), (leaf if own else run[0] - 1) - begin,
                          headings, over if at else (), titles, (int(numbers[0]), int(numbers[1]))))
    return made


def _runs(texts: grids.Texts) -> list[Run]:
    """Where words with numbers right of them follow one another; none where other rows between them have numbers."""
    column = grids.rated(texts) or 0
    filled = [at for at in range(len(texts)) if (texts[at] != "").any()]
    kinds = [(at, bool(texts[at, column]) and not grids.is_number(texts[at, column])
              and any(map(grids.is_number, texts[at, column + 1:]))) for at in filled]
    runs = [[at for at, _ in rows] for is_answer, rows in groupby(kinds, key=lambda each: each[1]) if is_answer]
    between = [at for at, is_answer in kinds if not is_answer and runs and runs[0][0] < at < runs[-1][-1]]
    if any(grids.is_number(text) for at in between for text in texts[at]):
        return []
    return [(run[0], run[-1] + 1) for run in runs]


def _are_answers(rows: grids.Texts) -> bool:
    """Whether every answer stands once, and most of them are words for how satisfied somebody is."""
    column = grids.rated(rows) or 0
    words = [line[column] for line in rows if (line != "").any() and not grids.is_sum(line, column)]
    said = sum(map(grids.is_rating, words))
    return FEWEST <= len(words) == len(set(words)) and said >= max(FEWEST, MOST * len(words))


def _heading(texts: grids.Texts, begin: int, run: Run) -> int:
    """The position of a table's headings; that of its first answer where it has none."""
    wide = [at for at in range(begin, run[0]) if (texts[at] != "").sum() > 1]
    return wide[-1] if wide else run[0]


def chosen(listing: Listing, asked: Asked) -> Listing:
    """The list with the tables that are counted: of those about the same day, the one that is chosen or all of them."""
    kept = [sheet for same in _alike(listing.sheets) for sheet in _chosen(same, listing, asked)]
    out = [sheet for sheet in listing.sheets if sheet not in kept]
    return replace(listing, sheets=tuple(kept), counted=_without(listing.counted, out), beside=(
        *listing.beside, *(sheet.stacked.rows for sheet in out if sheet.stacked))) if out else listing


def _alike(sheets: Sequence[ListedSheet]) -> Iterator[list[ListedSheet]]:
    """The tables of one sheet that are about the same day; any other list alone."""
    groups: dict[object, list[ListedSheet]] = {}
    for at, sheet in enumerate(sheets):
        groups.setdefault((sheet.number, _days(sheet)) if sheet.stacked else at, []).append(sheet)
    yield from groups.values()


def _days(sheet: ListedSheet) -> tuple[str, ...]:
    """The course days that a table is about: those of its columns, else the one the lines over it name."""
    return tuple(dict.fromkeys(column.day for column in sheet.columns if column.day)) or (sheet.day or "",)


def _chosen(same: Sequence[ListedSheet], listing: Listing, asked: Asked) -> Sequence[ListedSheet]:
    if len(same) < 2:
        return same
    sheets = [sheet for sheet in listing.sheets if sheet.stacked and sheet.number == same[0].number]
    alone = len(sheets) == len(same)  # then the day, which is another next time, is not what tells the question apart
    question = question_id("column", "tabel", str(same[0].number), *(() if alone else _days(same[0])))
    where = f"Ark nr. {same[0].number} har" if len({sheet.number for sheet in listing.sheets}) > 1 else "Arket har"
    places = listed(rows(sheet.stacked.rows) for sheet in same if sheet.stacked)
    tables = dict(zip(_keys(same), same, strict=True))
    said = asked.answer(question, f"{where} {number(len(same))} tabeller med svar under hinanden (række "
                        f"{places}). Hvilken skal tælles?",
                        [*(Option(key, _called(sheet)) for key, sheet in tables.items()), ALL])
    return same if said == ALL.value else [sheet for key, sheet in tables.items() if key == said]


def _keys(same: Sequence[ListedSheet]) -> list[str]:
    """What each table is chosen by: those that are called the same are told apart by which it is."""
    seen: Counter[str] = Counter()
    keys = []
    for sheet in same:
        key = sheet.stacked.key if sheet.stacked else ""
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}{seen[key]}")
    return keys


def _called(sheet: ListedSheet) -> str:
    if sheet.stacked is None:
        return ""
    title = f": {sheet.stacked.title}" if sheet.stacked.title else ""
    return f"Række {rows(sheet.stacked.rows)}{title}"


def rows(of: tuple[int, int]) -> str:
    """``3–9``."""
    return f"{of[0]}–{of[1]}"


def _without(account: Account, out: Sequence[ListedSheet]) -> Account:
    """The account with the numbers of tables that are not chosen as those of another table."""
    theirs = {group for sheet in out if sheet.stacked for group in sheet.stacked.groups}
    return Account(tuple(replace(group, what=Fate.BELOW.what, why=Fate.BELOW.why) if group in theirs else group
                         for group in account.groups))
