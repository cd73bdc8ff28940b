"""Which files may be offered to be counted, and what is then said of the personal data in them."""

from dataclasses import replace

from model.intake import recognising
from model.intake.counting.listing import Listing
from model.intake.datasets.datasets import DATASETS
from model.intake.report import Report


def may_be_a_list(report: Report) -> bool:
    """Whether a file may be a list: one that holds names, one of courses, or one that nobody knows what is."""
    unread = report.workbook is None and bool(report.problems)
    which = report.question is not None and any(p.question == recognising.QUESTION for p in report.question.refusal)
    unknown = DATASETS[report.dataset].is_figures and report.status in ("question", "refused")
    return unread or which or unknown or DATASETS[report.dataset].persons


def offered(report: Report, listing: Listing | None) -> Report:
    """The report with the list that may be counted: then counting is the first advice about what is a person's."""
    if listing is None:
        return report
    said = tuple(replace(p, text=p.if_counted, if_counted="") if p.if_counted else p for p in report.problems)
    return replace(report, listing=listing, problems=said)
