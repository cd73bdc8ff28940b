"""A corrected file takes the place of the one that was refused, instead of waiting behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.importing.report import Report


@dataclass(frozen=True)
class Refused:
    """A refused file, as far as the one that comes in its place needs to know it."""

    number: int
    file_name: str
    dataset: str | None  # what a person said it is
    report: Report

    def is_followed_by(self, report: Report) -> bool:
        """Whether a file that was checked has the same headings, or is of the same kind."""
        same = bool(report.fingerprint) and report.fingerprint == self.report.fingerprint
        return same or (report.dataset == self.report.dataset and bool(self.report.fingerprint))


def told(refused: Refused, file_name: str) -> str:
    """``»ny.csv« erstatter den afviste »tal.csv«.``"""
    return f"»{file_name}« erstatter den afviste »{refused.file_name}«."


def heir(refused: Refused, names: Sequence[str], *, alone: bool) -> int | None:
    """Which of the dropped files replaces the refused one by its name, or by being the only one there is."""
    if refused.file_name in names:
        return names.index(refused.file_name)
    return 0 if alone and len(names) == 1 else None
