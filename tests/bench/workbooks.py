"""Rows on workbooks: the large file as .xlsx, one formatted as percentages, an ordinary month, and what 20 MB take."""

import io
import string
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import chain, count
from pathlib import Path
from random import Random

import openpyxl
from sqlalchemy import Engine

from model.basics.months import shift, span
from model.basics.settings import Settings
from model.intake import templates
from model.intake.datasets.declaration import Beforehand
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.examine import examine
from model.intake.files.workbook import column_letters
from model.store import database, seeding
from tests.bench import loading, stage
from tests.bench.timing import Row, compared, seconds

TIMES, ORDINARY = 5, 12
TODAY = date(2011, 8, 1)
WALK = "openpyxl walks the file"
LETTERS = string.ascii_lowercase  # no digits, which might be somebody's CPR number
LENGTH = {False: 130, True: 60}  # of each text in the long and the wide workbook: packed they are just below 20 MB
UNPACKED_MB = 95  # of XML: with five times the largest file the reader's own bound is met
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets>'
        '</workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'}
CHECKED = """
import resource, sys
from datetime import date
from pathlib import Path
from model.store import database
from model.intake.examine import examine
from model.intake.report import Answers
answers = Answers(approved=True, columns=dict.fromkeys(range(int(sys.argv[3]), int(sys.argv[4])), "ignore"))
report = examine(database.create(sys.argv[2]), "stor.xlsx", Path(sys.argv[1]).read_bytes(), today=date(2011, 8, 1),
                 answers=answers)
assert report.status == "ready", [report.status, *(problem.text for problem in report.problems[:3])]
print(len(report.changes), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def rows(folder: Path) -> list[Row]:
    """Speed against a walk through the same file, seconds against half a one, memory against a gigabyte."""
    engine = stage.scratch(folder, "workbooks", loading.SIZE)
    engine.dispose()
    memory = [_memory(folder, wide=wide) for wide in (False, True)]  # first: a process begins with its parent's peak
    found = [_saved(folder), _percentages(engine), _ordinary(folder), *memory]
    engine.dispose()
    return found


def _saved(folder: Path) -> Row:
    content = _as_workbook()
    return compared("the same as xlsx", WALK, lambda: seconds(lambda: walk(content)),
                    lambda: loading.in_a_copy(folder, "workbooks", content, "alle.xlsx"), budget=3.0, times=TIMES)


def _percentages(engine: Engine) -> Row:
    content = _as_workbook(number_format="0%")

    def ours() -> None:
        assert examine(engine, "alle.xlsx", content, dataset="maanedstal", today=TODAY).status == "refused"

    return compared("100,000 percentages refused", WALK, lambda: seconds(lambda: walk(content)),
                    lambda: seconds(ours), budget=5.0, times=TIMES)


def _template(month: date) -> bytes:
    rows = MAANEDSTAL.beforehand(Beforehand(dict.fromkeys(stage.PLACES, ""), about=month))
    return templates.template(MAANEDSTAL.name, "xlsx", rows, about=month)


def _ordinary(folder: Path) -> Row:
    """A month of 19 jobcenters, in a process that has checked one before."""
    engine = database.create(f"sqlite:///{folder / 'ordinary.db'}")
    seeding.migrate(engine)
    book = openpyxl.load_workbook(io.BytesIO(_template(date(2010, 3, 1))))
    for r, line in enumerate(stage.plausible(stage.PLACES, [date(2010, 3, 1)])[stage.COUNTS].to_numpy().tolist(), 2):
        for c, figure in enumerate(line, 4):
            book.worksheets[0].cell(r, c, figure)
    saved = io.BytesIO()
    book.save(saved)

    def ours() -> None:
        report = examine(engine, "marts.xlsx", saved.getvalue(), today=TODAY)
        assert report.status == "ready", report.problems[:3]
        assert len(report.changes) == len(stage.PLACES) * len(stage.COUNTS)

    row = compared("an ordinary workbook of 19 rows checked", "half a second", lambda: 0.5, lambda: seconds(ours),
                   budget=1.0, times=ORDINARY, warm=3)
    engine.dispose()
    return row


def _memory(folder: Path, *, wide: bool) -> Row:
    """Peak memory of a fresh process that checks a workbook as large as may be, and is ready to save it."""
    path = folder / f"{'wide' if wide else 'long'}.xlsx"
    known, columns = large(path, wide=wide)
    ran = subprocess.run([sys.executable, "-c", CHECKED, str(path), f"sqlite:///{folder / 'workbooks.db'}", str(known),
                          str(columns)], check=True, capture_output=True, text=True)
    changes, kilobytes = map(int, ran.stdout.split())
    what = f"memory: a {path.stem} workbook of {path.stat().st_size / 1e6:.1f} MB, {changes} figures"
    return Row(what, "a gigabyte", 1.0, kilobytes / 1e6, 1.0, runs=1, unit="MB")


def large(path: Path, *, wide: bool) -> tuple[int, int]:
    """Write a workbook that is accepted and a little below what is refused for its size: a long one of enquiries, or a
    wide one of months with columns that nobody uses. Returns the columns that are known, and all columns.
    """
    limits = Settings()
    headings, lines = _months(limits.max_columns) if wide else _enquiries()
    names = [column_letters(c) for c in range(len(headings))]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in PARTS.items():
            archive.writestr(name, xml)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            size = sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for at, line in zip(range(1, limits.max_rows), chain([headings], lines), strict=False):
                cells = "".join(_cell(f"{name}{at}", value) for name, value in zip(names, line, strict=True))
                size += sheet.write(f'<row r="{at}">{cells}</row>'.encode())
                if size > UNPACKED_MB * 1_000_000 or path.stat().st_size > (limits.max_file_mb - 0.3) * 1_000_000:
                    break
            sheet.write(b"</sheetData></worksheet>")
    assert (limits.max_file_mb - 2) * 1_000_000 < path.stat().st_size < limits.max_file_mb * 1_000_000, path.stat()
    return len(stage.COUNTS) + 2 if wide else len(headings), len(headings)


def _cell(place: str, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _enquiries() -> tuple[list[str], Iterator[list[object]]]:
    chance, codes = Random(7), stage.CODES[:loading.SIZE.jobcenters]
    lines = ([number, f"{1 + number % 28:02}-03-2011", f"Kommune {codes[number % len(codes)]}",
              _text(chance, LENGTH[False])] for number in count(100_001))
    return ["Nr.", "Dato", "Jobcenter", "Spørgsmål"], lines


def _months(columns: int) -> tuple[list[str], Iterator[list[object]]]:
    chance = Random(7)
    rows = loading.frame_of(_span()).to_numpy().tolist()
    unused = range(len(rows[0]), columns)
    lines = ([month, int(code), *counts, *(_text(chance, LENGTH[True]) for _ in unused)]
             for code, month, *counts in rows)
    fields = {field.name: field.heading for field in MAANEDSTAL.fields}
    return ["Måned", "Kommunekode", *map(fields.__getitem__, stage.COUNTS), *(f"Kolonne {at}" for at in unused)], lines


def _span() -> list[date]:
    return span(shift(date(2011, 6, 1), 1 - loading.SIZE.months), date(2011, 6, 1))


def _text(chance: Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def _as_workbook(number_format: str = "General") -> bytes:
    """The figures of ``loading.file_of`` on a sheet."""
    frame = loading.frame_of(_span())
    frame["kommunekode"] = frame["kommunekode"].astype(int)
    out = io.BytesIO()
    with stage.pd.ExcelWriter(out, engine="xlsxwriter") as writer:
        frame.to_excel(writer, sheet_name="Ark1", index=False)
        style = writer.book.add_format({"num_format": number_format})
        if number_format != "General":
            for r, line in enumerate(frame[stage.COUNTS].to_numpy().tolist(), 1):
                writer.sheets["Ark1"].write_row(r, 2, line, style)
    return out.getvalue()


def walk(content: bytes) -> None:
    """The floor: every cell of the workbook by the streaming reader."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for page in book.worksheets:
        for _ in page.iter_rows(values_only=True):
            pass
