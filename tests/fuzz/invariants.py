"""What must hold of every report, and of every figure that the changed file still states."""

import re
from collections.abc import Iterable, Iterator

from model.basics.personal_data import has_cpr
from model.intake.cells.signs import plain_signs
from model.intake.files.workbook import address, column_letters
from model.intake.report import Problem, Report
from tests.fuzz.cell_changes import is_stated
from tests.fuzz.fates import Fates
from tests.fuzz.grids import Book, Cell, Figure, Page, key_of
from tests.model.intake.number_cells import is_number

QUOTED = re.compile("»([^»«]*)«")
NO_HEADING = "uden overskrift"  # what a column is called that has none
FOREIGN = re.compile(
    r"\b(?:traceback|errors?|exceptions?|invalid|expected|unexpected|token|object|nonetype|none|nan|nat|timestamp|datetime"
    r"|float|str|the|must|cannot|could|unable|failed|xml|syntax|overflow|index|literal|argument|mismatched|well-formed)\b"
    r"|\{\}|%[sd]\b|\b[a-z_]+\(\)", re.IGNORECASE)
NUMBERS = re.compile(r"\d+")
SPAN = re.compile(r"(\d+)(?:–|-| til )(\d+)")
ROWS = re.compile(r"\brække(?:n|r|rne)?\b((?:\s*(?:,|og|–|-|til|\d+))+)", re.IGNORECASE)  # and the numbers after it


def texts(report: Report) -> list[str]:
    """Everything of a report that a person may read, but for the figures themselves."""
    asked = report.question
    found = [problem.text for problem in report.problems] + list(report.notes)
    found += [option.words for problem in report.problems for option in problem.options]
    if asked:
        found += [asked.text, *(problem.text for problem in asked.refusal)]
    return found


def _shown(report: Report) -> list[str]:
    """What is repeated of the file beside the texts."""
    asked = report.question
    headings = [*report.mapping, *(asked.headings if asked else ())]
    problems = [*report.problems, *(asked.refusal if asked else ())]
    return [report.file_name, *(text for heading in headings for text in (heading.heading, *heading.samples)),
            *(text for p in problems for text in (p.sheet, p.column, p.suggestion) if text),
            *(asked.sheets if asked else ()), *report.changes["text"].dropna().astype(str)]


def broken(report: Report) -> Iterator[str]:
    """What is wrong with a report whatever was in the file."""
    for text in texts(report):
        strange = FOREIGN.search(QUOTED.sub("»…«", text))
        if strange or not text.strip():
            yield f"no Danish text ({strange[0] if strange else 'empty'}): {text[:200]}"
    yield from (f"a CPR number is repeated: {text[:80]}" for text in (*texts(report), *_shown(report)) if has_cpr(text))
    faults = [problem for problem in report.problems if problem.severity == "fejl"]
    if report.status == "refused" and not faults:
        yield "refused without an error"
    if report.status == "ready" and (faults or report.changes.empty):
        yield "ready with an error, or with nothing to save"
    if report.status == "question" and report.question is None:
        yield "a question that asks nothing"
    yield from _miscounted(report)


def _miscounted(report: Report) -> Iterator[str]:
    """Where the account does not say once, and rightly, what became of each number."""
    if report.counted is not None:
        return  # the account is of the list, of which nothing else is kept
    if report.account is None:
        if report.status == "ready" or any(problem.gate > 1 for problem in report.problems):
            yield "a file that was read has no account"
        return
    fates = Fates(report)
    sheets = (*report.workbook.sheets, *report.workbook.hidden) if report.workbook else ()
    cells = [(sheet.name, int(sheet.cells.index[r]), c, value) for sheet in sheets
             for r, row in enumerate(sheet.cells.to_numpy(dtype=object).tolist()) for c, value in enumerate(row)
             if is_number(value) and value == value]
    yield from (f"{sheet} {address(row, c)}: {str(value)[:40]!r} has {found} fates" for sheet, row, c, value in cells
                if (found := len(fates.of(sheet, row, c))) != 1)
    if report.account.numbers != len(cells):
        yield f"the account has {report.account.numbers} numbers and the file {len(cells)}"
    stored, valued = report.account.counts["stored"], int(report.changes["value"].notna().sum())
    least, most = (valued, len(report.changes)) if report.status == "ready" else (0, 0)
    if not least <= stored <= most:
        yield f"the account stores {stored} numbers of a file that is {report.status}, with {least} to {most}"


def lost(before: Report, after: Report, book: Book, touched: list[Cell]) -> Iterator[str]:
    """Figures that the changed book states and the report neither has nor tells of.

    before: the report on the book as it was. touched: the cells that were changed; the figures of other rows and
    columns must be whose they were.
    """
    if after.status in ("refused", "question"):
        return
    told, fates = _Told(before, after), Fates(after)
    whole = {(key_of(one), one.measure, one.value) for one in _counted(after)}
    here = {(one.sheet or "", one.row, one.value) for one in _counted(after)}
    for page in book.pages:
        changed = [at for cell in touched if (at := page.where(cell))]
        first = next((r for r, row in enumerate(page.rows) if any(cell.figure for cell in row)), 0)
        for r, c, figure in _figures(page):
            near = any(r == row or c == column or row < first for row, column in changed)
            sheet = page.name if book.form == "xlsx" else ""
            same = near or (figure.key, figure.measure, figure.value) in whole
            stands = same and (sheet, r + 1, figure.value) in here
            explained = fates.explain(sheet, r + 1, c) or told.of(page, r, c, figure)
            if not (stands and r + 1 not in page.hidden) and not explained:
                yield f"{page.name} {address(r + 1, c)} ({figure.value}, {figure.measure}) is lost in silence"
        yield from _new(page, told, fates, touched, after, sheet=page.name if book.form == "xlsx" else "")


def _new(page: Page, told: "_Told", fates: Fates, touched: list[Cell], after: Report, *,
         sheet: str) -> Iterator[str]:
    """Where a figure stood something else stands now: it must be read as what it says, or told of."""
    stated = {(one.sheet or "", one.row, str(one.measure)) for one in after.changes.itertuples()}
    for cell in touched:
        at = page.where(cell)
        figure = cell.figure
        if at and figure and cell.value is not None and str(cell.value).strip():
            read = (sheet, at[0] + 1, figure.measure) in stated
            if not read and not fates.explain(sheet, at[0] + 1, at[1]) and not told.of(page, *at, figure):
                yield f"{page.name} {address(at[0] + 1, at[1])}: {str(cell.value)[:40]!r} is lost in silence"


def _figures(page: Page) -> Iterator[tuple[int, int, Figure]]:
    """The cells that still say what they said."""
    for r, row in enumerate(page.rows):
        for c, cell in enumerate(row):
            figure = cell.figure
            if figure and is_stated(cell) and str(cell.value) == str(figure.value):
                yield r, c, figure


def differing(before: Report, after: Report) -> Iterator[str]:
    """Figures that a file of the same content no longer states, when nothing is said about it."""
    silent = before.status == "ready" == after.status and not set(texts(after)) - set(texts(before))
    had, has = ({(key_of(one), one.measure, one.value) for one in _counted(report)} for report in (before, after))
    if silent and had != has:
        yield f"{len(had - has)} figures are lost and {len(has - had)} appear in silence"


def _counted(report: Report) -> Iterable:
    return report.changes[report.changes["value"].notna()].itertuples()


class _Told:
    """What a report says that the one before did not."""

    def __init__(self, before: Report, after: Report) -> None:
        """Take down the new problems and texts."""
        already = set(texts(before))
        self._problems: list[Problem] = [p for p in after.problems if p.text not in already]
        self._texts = [text for text in texts(after) if text not in already]

    def of(self, page: Page, row: int, column: int, figure: Figure) -> bool:
        """Whether something names the cell, its row or its column."""
        place, letters = address(row + 1, column), column_letters(column)
        headings = {figure.heading, *_headings(page, column)}
        if any(p.row == row + 1 or p.cell == place or p.column in {letters, *headings} for p in self._problems):
            return True
        return any(re.search(rf"\b{place}\b|\bkolonne {letters}\b", text) or _quotes(text, headings)
                   or _names(text, row + 1) for text in self._texts)


def _headings(page: Page, column: int) -> list[str]:
    """What stands over the figures of a column; ``NO_HEADING`` where nothing does."""
    first = next((r for r, row in enumerate(page.rows) if any(cell.figure for cell in row)), 0)
    above = [plain_signs(str(row[column].value)).strip() for row in page.rows[:first]
             if column < len(row) and row[column].value is not None]
    return [text for text in above if text] or [NO_HEADING]


def _quotes(text: str, headings: set[str]) -> bool:
    """Whether a heading stands in quotation marks in the text, whole or cut."""
    return any(said in headings or (said.endswith("…") and any(heading.startswith(said[:-1]) for heading in headings))
               for said in QUOTED.findall(text))


def _names(text: str, row: int) -> bool:
    """Whether the row's number follows the word for a row, alone or in a span."""
    return any(str(row) in NUMBERS.findall(said) or any(int(a) <= row <= int(b) for a, b in SPAN.findall(said))
               for said in ROWS.findall(text))
