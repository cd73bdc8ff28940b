"""Whether the very same file stands already, with the very same corrections, and what is said then."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import col, select

from model.basics.formatting import day, listing
from model.intake.datasets.datasets import DATASETS
from model.intake.examination import Asked, Examination
from model.intake.report import Problem, Report
from model.store import facts
from model.store.tables.base import Figure, Upload


def already(exam: Examination, asked: Asked) -> Report | None:
    """What is said when the very same bytes stand with the very same corrections; None when they do not, and of a form.
    """
    stands = _standing(exam, asked.dataset) if asked.source != "form" else None
    if stands is None:
        return None
    exam.dataset, exam.problems = DATASETS[stands[2]], []  # what a check has found since is of a file that stands
    return _stands(exam, stands[:2], month=asked.month or (exam.answers.month if exam.answers else None))


def _stands(exam: Examination, already: tuple[int, datetime], *, month: date | None) -> Report:
    """The very same bytes stand: nothing to do, unless they were saved without somebody or for another month."""
    upload, at = already
    without = set(exam.reference.session.exec(select(Upload.without).where(Upload.id == upload)).one())
    fewer = without - set(exam.without)
    other = month is not None and exam.reference.session.exec(
        select(Figure.upload_id).where(Figure.upload_id == upload, Figure.month == month).limit(1)).first() is None
    if not (fewer or other):
        return replace(exam.report("unchanged"), already=already)
    told = f" uden {listing(exam.known.name(code) for code in sorted(fewer))}" if fewer else " for en anden måned"
    exam.problems.append(Problem("fejl", 1,
                                 f"Filen er allerede indlæst den {day(at)} (nr. {upload}){told}. Fortryd den "
                                 "indlæsning under »Historik« først, og indlæs så filen igen."))
    return replace(exam.report("refused"), already=already)


def _standing(exam: Examination, dataset: str | None) -> tuple[int, datetime, str] | None:
    """The standing upload with the very same bytes and corrections, in the dataset that was named or in any.

    Returns its id, when it came and its dataset.
    """
    same = select(Upload.id, Upload.received_at, Upload.dataset).where(
        facts.own(), Upload.sha256 == exam.sha256, Upload.mended == exam.mended,
        col(Upload.undone_at).is_(None), col(Upload.source) != "form")
    if dataset is not None:
        same = same.where(Upload.dataset == dataset)
    found = exam.reference.session.exec(same.order_by(col(Upload.id).desc())).first()
    return (found[0], found[1], found[2]) if found and found[0] is not None else None
