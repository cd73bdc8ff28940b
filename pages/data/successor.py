"""A corrected file takes the place of the one that was refused, instead of waiting behind it."""

from dataclasses import dataclass

from model.importing.report import Report


@dataclass(frozen=True)
class Refused:
    """A refused file, as far as the one that comes in its place needs to know it."""

    number: int
    file_name: str
    dataset: str | None  # what a person said it is
    report: Report

    def is_followed_by(self, file_name: str, report: Report) -> bool:
        """Whether a file that was checked is this one corrected: by its name, or as it is about the same jobcenters.

        Of a file that was refused for what it holds nothing is kept, so any other may come in its place.
        """
        same = report.dataset == self.report.dataset
        alike = bool(report.fingerprint) and report.fingerprint == self.report.fingerprint
        about = set(report.jobcenters) & set(self.report.jobcenters)
        unknown = not report.jobcenters or not self.report.jobcenters
        return (file_name == self.file_name or self.report.workbook is None
                or (same and (bool(about) or (alike and unknown))))


def told(refused: Refused, file_name: str) -> str:
    """``»ny.csv« erstatter den afviste »tal.csv«.``"""
    return f"»{file_name}« erstatter den afviste »{refused.file_name}«."
