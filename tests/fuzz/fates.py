"""What the account of a report says of one cell."""

from model.intake.account.account import Group
from model.intake.account.account_sheets import UNNAMED
from model.intake.files.workbook import Area, shown_name
from model.intake.report import Report


class Fates:
    """Which groups of the account each cell lies in."""

    def __init__(self, report: Report) -> None:
        """Read the groups' ranges."""
        groups = report.account.groups if report.account else ()
        sheets = (*report.workbook.sheets, *report.workbook.hidden) if report.workbook else ()
        self._numbers = {sheet.name: UNNAMED.format(at) for at, sheet in enumerate(sheets, 1)}
        self._areas = [(group, Area.of(cells if ":" in cells else f"{cells}:{cells}")) for group in groups
                       for cells in group.cells.split(", ")]

    def of(self, sheet: str, row: int, column: int) -> list[Group]:
        """The groups of a cell; the row as the spreadsheet numbers it, the column from 0."""
        return [group for group, area in self._areas
                if group.sheet == (shown_name(sheet) if group.named else self._numbers.get(sheet))
                and area.top <= row <= area.bottom and area.left <= column <= area.right]

    def is_stored(self, sheet: str, row: int, column: int) -> bool:
        """Whether the number in a cell is said to be stored."""
        return any(group.what == "stored" for group in self.of(sheet, row, column))

    def explain(self, sheet: str, row: int, column: int) -> bool:
        """Whether the account says why a number is not stored."""
        found = self.of(sheet, row, column)
        return bool(found) and all(group.what != "stored" and group.why.strip() for group in found)
