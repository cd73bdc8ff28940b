"""Cells that name several: two jobcenters of one enquiry, two centres or several departments in one name."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from model.basics.formatting import listing, normalise
from model.intake.cells.cell_text import quoted, squeezed, written
from model.intake.cells.place_text import several_places
from model.intake.columns import sums
from model.intake.datasets.centres import CENTRES
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.shared import CENTRE, JOBCENTER, PLACES
from model.intake.files.workbook import address
from model.intake.mending.question_ids import question_id
from model.intake.records import sum_rows
from model.intake.records.background import Background
from model.intake.records.sum_rows import WHOLES
from model.intake.records.tables import Table
from model.intake.report import WRONG, Option, Problem
from model.programmes.current import PROGRAMME
from model.programmes.words import REGION

GATE = 3
EMPTY = "empty"
NAMED = 6  # other cells named in a question
ONE, SEVERAL = "one", "several"
EVERYBODY = WHOLES | {normalise(word) for word in (
    "alle", "samtlige", "alle jobcentre", "samtlige jobcentre", f"alle {len(PROGRAMME.units)} jobcentre",
    "alle kommuner", "samtlige kommuner", "alle jobcentre i regionen", f"hele {REGION.lower()}", "flere",
    "flere jobcentre", "flere kommuner", "diverse", "fælles", "generelt", "tværgående")}
SEVERAL_FROM = 12  # places from which a name with several addresses may be several centres
BROKEN = re.compile(r"\S[^\S\n]*[\r\n]+\s*\S|\S\s*;\s*\S|\S \+ \S|\S / \S|\w+ \w+/\w+ \w+")
LISTED = re.compile(r".+\((?P<list>[^)]*(?:,| og | & | samt )[^)]*)\).*|[^,()]+, [^,()]+(?:,| og ) ?[^,()]+")
COUNTED = re.compile(r"\b(?:[2-9]|to|tre|fire|fem|seks|flere) (?:afdelinger|adresser|steder|butikker|matrikler|huse"
                     r"|centre|virksomheder)\b", re.IGNORECASE)
FORMER = re.compile(r"\b(?:tidl|tidligere|før|nu|omdøbt|ex|fhv)\b", re.IGNORECASE)

Found = tuple[list[Problem], list[str]]  # what must be asked or mended, and notes


def settled(tables: Sequence[Table], dataset: Dataset, background: Background,
            said: Mapping[str, str]) -> tuple[tuple[Table, ...], Found]:
    """The tables with what was said of such cells, and what must be asked of them. said: answers by question's id."""
    found: Found = ([], [])
    made = []
    for table in tables:
        if JOBCENTER in dataset.fields:
            table = _with_places(table, background, said, found)
        if CENTRE in dataset.keys and PLACES in dataset.fields and dataset.bare:
            found[0].extend(_centres(table, background, said))
        made.append(table)
    return tuple(made), found


def _with_places(table: Table, background: Background, said: Mapping[str, str], lists: Found) -> Table:
    """The jobcenter of a record that may have none: of several the one that is chosen, or none of them."""
    names, grid = background.jobcenters.names, table.grid.copy()
    for column in (at for at, name in table.targets.items() if name == JOBCENTER.name):
        every = [(row, text, codes) for row, text in _texts(table, column)
                 if (codes := several_places(text, background.jobcenters.aliases)) or normalise(text) in EVERYBODY]
        cells = {address(int(table.rows[row]), column): text for row, text, _ in every}
        for row, text, codes in every:
            asked = question_id("identity" if codes else "words", JOBCENTER.name, normalise(text))
            answer, cell = said.get(asked), address(int(table.rows[row]), column)
            grid[row, column] = names.get(answer or "")
            if answer == EMPTY or answer in codes:
                what = f"læst som {names[answer]}" if answer in names else "ikke skrevet på henvendelsen"
                lists[1].append(f"{quoted(text)} (celle {cell}): jobcentret er {what}.")
            else:
                told = _which(table, row, column, text, codes, names, None if answer == WRONG else asked)
                lists[0].append(replace(told, text=f"{told.text}{_also(cell, cells) if told.question else ''}"))
    return replace(table, grid=grid)


def _also(cell: str, cells: Mapping[str, str]) -> str:
    """Which other cells the answer about one holds for: those that say the same, however they are spelt."""
    others = [f"{quoted(text)} (celle {at})" for at, text in cells.items()
              if at != cell and question_id(normalise(text)) == question_id(normalise(cells[cell]))]
    more = [f"{len(others) - NAMED} til"] if len(others) > NAMED else []
    return f" Svaret gælder også {listing([*others[:NAMED], *more])}." if others else ""


def _which(table: Table, row: int, column: int, text: str, codes: Collection[str], names: Mapping[str, str],
           asked: str | None) -> Problem:
    """Which jobcenter an enquiry is of."""
    number, heading = int(table.rows[row]), table.heading_of[column]
    named = f"nævner {listing(names[code] for code in codes)}" if codes else "er ikke ét jobcenter"
    options = (Option(EMPTY, "Intet af dem: henvendelsen tæller i regionen og ikke hos et jobcenter"),
               *(Option(code, f"{names[code]}: henvendelsen tæller dér") for code in codes),
               Option(WRONG, "Cellen er forkert og skal rettes"))
    remembered = "" if codes else " Svaret huskes til næste fil."
    remedy = f"Vælg, hvor henvendelsen tæller med.{remembered}" if asked else "Skriv ét jobcenter, eller tøm cellen."
    return Problem("fejl", GATE, f"Række {number}, »{heading}«: {quoted(text)} {named}. {remedy}",
                   sheet=table.sheet or None, row=number, column=heading, cell=address(number, column), question=asked,
                   options=options if asked else ())


def _centres(table: Table, background: Background, said: Mapping[str, str]) -> Iterator[Problem]:
    """Names of centres that may be several centres' or departments'."""
    stands = {normalise(str(name)) for name in background.standing[CENTRES.name]["name"]}
    counts = next((at for at, name in table.targets.items() if name == PLACES.name), None)
    for column in (at for at, name in table.targets.items() if name == CENTRE.name):
        for row, text in _texts(table, column):
            places = (written(table.grid[row, counts]) or "").strip() if counts is not None else ""
            if sum_rows.summed(table, row, CENTRES) or normalise(text) in stands:
                continue
            if not _are_several(text, int(places) if places.isdecimal() else 0):
                continue
            asked = question_id("identity", "flere", normalise(text))
            answer = said.get(asked)
            if answer != ONE:
                yield _one_or_several(table, row, column, text, places, None if answer == SEVERAL else asked)


def _are_several(text: str, places: int) -> bool:
    """Whether a name is broken in two, or lists addresses while it has places for more than one centre."""
    if sums.summed(text):
        return False
    if BROKEN.search(text.strip()) or COUNTED.search(text):
        return True
    return places >= SEVERAL_FROM and LISTED.fullmatch(squeezed(text)) is not None and not FORMER.search(text)


def _one_or_several(table: Table, row: int, column: int, text: str, places: str, asked: str | None) -> Problem:
    number, heading = int(table.rows[row]), table.heading_of[column]
    room = f" med {places} pladser" if places else ""
    remedy = ("Vælg, om det er ét center eller flere." if asked else
              "Skriv hvert center på sin egen række med sit eget navn og sine egne pladser.")
    options = (Option(ONE, f"Ét center: »{squeezed(text)}« tæller som 1 center{room}"),
               Option(SEVERAL, "Flere centre: de skal skrives på hver sin række, og så tæller hvert for sig"))
    return Problem("fejl", GATE, f"Række {number}, »{heading}«: {quoted(text)} kan være flere centre eller afdelinger"
                   f"{room}. {remedy}", sheet=table.sheet or None, row=number, column=heading,
                   cell=address(number, column), question=asked, options=options if asked else ())


def _texts(table: Table, column: int) -> Iterator[tuple[int, str]]:
    """The texts of a column, by their positions."""
    for row, cell in enumerate(table.grid[:, column]):
        if isinstance(cell, str) and cell.strip():
            yield row, cell
