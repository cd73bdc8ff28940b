"""The reports on workbooks as people have sent them, and on the three jobcenters with a change made to theirs."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from model.intake.report import Report
from tests.model.intake import builders
from tests.model.intake.builders import Change, xlsx
from tests.model.intake.filing import check
from tests.model.intake.gates import FILES
from tests.model.intake.workbooks.three_rows import ROWS, SHEET


@pytest.fixture
def read(engine) -> Callable[[str], Report]:
    """The report on the file whose name begins so."""
    def read(name: str) -> Report:
        [path] = (FILES / "public_reports").glob(f"{name}*")
        return check(engine, path.read_bytes(), name=path.name, month=date(2010, 3, 1))
    return read


@pytest.fixture
def built(engine) -> Callable[..., Report]:
    """The report on the three jobcenters' rows with a change made to the workbook, or to the text of one part."""
    def built(change: Change | None = None, *, part: str = SHEET, old: str = "", new: str = "") -> Report:
        content = xlsx(ROWS, change)
        if new:
            xml = builders.part(content, part).decode()
            assert re.search(old, xml), xml
            content = builders.repacked(content, {part: re.sub(old, lambda _: new, xml, count=1).encode()})
        return check(engine, content, name="tal.xlsx")
    return built
