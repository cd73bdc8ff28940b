"""From bytes to a report: the four gates in turn, everything that is wrong inside a gate at once, nothing written."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from model import settings
from model.database import data_version, readable
from model.formatting import day, listing
from model.formatting import today as current_day
from model.free_text import cleaned
from model.importing import known
from model.importing.checks import checking
from model.importing.columns import exports, understanding
from model.importing.columns.vocabulary import Vocabulary
from model.importing.datasets import DATASETS, MAANEDSTAL, Dataset
from model.importing.files import reading
from model.importing.files.workbook import Workbook
from model.importing.known import Known
from model.importing.record_datasets import RECORDS, RecordDataset
from model.importing.records import examining
from model.importing.records import headings as record_headings
from model.importing.report import Answers, Problem, Report, Status, no_changes
from model.personal_data import has_cpr
from model.tables import ColumnProfile, Figure, Upload

UNNAMED = "Filen uden navn"  # stands for a file name that looks like a person's data


@dataclass
class _Examination:
    """What is gathered on the way through the gates."""

    dataset: Dataset | RecordDataset
    file_name: str
    sha256: str
    version: int
    known: Known
    answers: Answers | None
    without: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    jobcenters: tuple[str, ...] = ()

    def report(self, status: Status, *, found: pd.DataFrame | None = None) -> Report:
        """The report as far as the examination came."""
        return Report(dataset=self.dataset.name, file_name=self.file_name, sha256=self.sha256, status=status,
                      data_version=self.version, problems=tuple(self.problems), notes=tuple(dict.fromkeys(self.notes)),
                      changes=no_changes() if found is None else found, without=self.without, answers=self.answers,
                      jobcenters=self.jobcenters)


def examine(engine: Engine, file_name: str, content: bytes, *, dataset: str | None = None, month: date | None = None,
            answers: Answers | None = None, without: Collection[str] = (), today: date | None = None,
            received_on: date | None = None, source: str = "file") -> Report:
    """Check a file against the database as it is. Never raises for a bad file, never writes.

    dataset: its name; None: recognised from the headings. month: for figures whose month the file does not say.
    without: codes left out on purpose. today, received_on: the day that counts as now (default: today in Copenhagen).
    Raises ValueError for an unknown dataset or code in ``without``, DatabaseProblem.
    """
    chosen = _dataset(dataset)
    shown = UNNAMED if has_cpr(file_name) else cleaned(file_name)
    with readable(), Session(engine) as session:
        exam = _Examination(chosen, shown, hashlib.sha256(content).hexdigest(), data_version(session),
                            known.load(session, MAANEDSTAL), answers, tuple(sorted(set(without))))
        _refuse_unknown(exam.without, exam.known)
        already = _already(session, exam, dataset) if source != "form" else None
        if already:
            exam.dataset = DATASETS[already[2]]
            return _stands(session, exam, already[:2], month=month or (answers.month if answers else None))
        return _gates(session, exam, file_name, content, month=month, now=received_on or today or current_day(),
                      named=dataset is not None)


def _stands(session: Session, exam: _Examination, already: tuple[int, datetime], *, month: date | None) -> Report:
    """The very same bytes stand: nothing to do, unless they were saved without somebody or for another month."""
    upload, at = already
    without = set(session.exec(select(Upload.without).where(Upload.id == upload)).one())
    fewer = without - set(exam.without)
    other = month is not None and session.exec(
        select(Figure.upload_id).where(Figure.upload_id == upload, Figure.month == month).limit(1)).first() is None
    if not (fewer or other):
        return replace(exam.report("unchanged"), already=already)
    told = f" uden {listing(exam.known.name(code) for code in sorted(fewer))}" if fewer else " for en anden måned"
    exam.problems.append(Problem("fejl", 1,
                                 f"Filen er allerede indlæst den {day(at)} (nr. {upload}){told}. Fortryd den "
                                 "indlæsning på siden »Historik« først, og indlæs så filen igen."))
    return exam.report("refused")


def _dataset(name: str | None) -> Dataset | RecordDataset:
    if name is not None and name not in DATASETS:
        raise ValueError(f"Datasættet »{name}« kendes ikke. Vælg et af: {', '.join(DATASETS)}.")
    return DATASETS[name] if name else MAANEDSTAL


def _refuse_unknown(codes: Collection[str], jobcenters: Known) -> None:
    for code in codes:
        if code not in jobcenters.names:
            raise ValueError(f"{code} findes ikke i Midtjylland. "
                             f"Brug en af de {len(jobcenters.names)} koder i vejledningen.")


def _already(session: Session, exam: _Examination, dataset: str | None) -> tuple[int, datetime, str] | None:
    """The standing upload with the very same bytes, in the dataset that was named or in any: id, when, dataset."""
    same = select(Upload.id, Upload.received_at, Upload.dataset).where(
        Upload.sha256 == exam.sha256, col(Upload.undone_at).is_(None), col(Upload.source) != "form")
    if dataset is not None:
        same = same.where(Upload.dataset == dataset)
    found = session.exec(same.order_by(col(Upload.id).desc())).first()
    return (found[0], found[1], found[2]) if found and found[0] is not None else None


def _gates(session: Session, exam: _Examination, file_name: str, content: bytes, *, month: date | None, now: date,
           named: bool) -> Report:
    vocabulary = Vocabulary(MAANEDSTAL, exam.known)
    headings = [*vocabulary.spellings, *(word for declared in RECORDS.values()
                                         for word in record_headings.spellings(declared))]
    try:
        workbook = reading.read(file_name, content, known_headings=headings, limits=settings.load())
    except reading.FileRefused as refused:
        exam.problems += refused.problems
        return exam.report("refused")
    exam.problems += workbook.problems
    workbook = exports.plain(workbook, vocabulary, headings)
    if not named:
        exam.dataset = _recognised(session, workbook, vocabulary)
    if isinstance(exam.dataset, RecordDataset):
        return _records(session, exam, workbook, now=now)
    return _figures(session, exam, workbook, vocabulary, month=month, now=now)


def _recognised(session: Session, workbook: Workbook, vocabulary: Vocabulary) -> Dataset | RecordDataset:
    """The dataset a sender's headings were mapped to, else the one most of whose columns the file names."""
    stored = {p.fingerprint: p.dataset for p in session.exec(select(ColumnProfile))}
    mapped = next((name for name in map(stored.get, record_headings.fingerprints(workbook)) if name in RECORDS), None)
    if mapped:
        return RECORDS[mapped]
    scores = {declared.name: record_headings.score(workbook, declared) for declared in RECORDS.values()}
    best = max(scores, key=scores.__getitem__)
    figures = max((len({vocabulary.word(str(cell)) for cell in cells if cell is not None} - {None})
                   for cells in record_headings.first_rows(workbook)), default=0)
    return RECORDS[best] if scores[best] > figures else MAANEDSTAL


def _records(session: Session, exam: _Examination, workbook: Workbook, *, now: date) -> Report:
    assert isinstance(exam.dataset, RecordDataset)
    found = examining.examine(session, workbook, exam.dataset, answers=exam.answers, without=exam.without, today=now)
    exam.problems += found.problems
    exam.notes += [*workbook.notes, *found.notes]
    exam.jobcenters = found.jobcenters
    return replace(exam.report(found.status, found=found.changes), question=found.question,
                   fingerprint=found.fingerprint, mapping=found.mapping)


def _figures(session: Session, exam: _Examination, workbook: Workbook, vocabulary: Vocabulary, *, month: date | None,
             now: date) -> Report:
    columns = understanding.of(workbook, vocabulary, month=month, answers=exam.answers)
    exam.problems += [*columns.problems, *columns.warnings]
    exam.notes += columns.notes
    if columns.problems:
        return exam.report("refused")
    if columns.question is not None:
        return replace(exam.report("question"), question=columns.question, fingerprint=columns.fingerprint,
                       mapping=columns.mapping)
    found = checking.by_keys(columns, vocabulary, without=frozenset(exam.without), today=now)
    exam.jobcenters = tuple(sorted({*found.cells["place"].dropna().unique(), *exam.without} & set(exam.known.names)))
    exam.notes += found.notes
    exam.problems += found.problems
    if any(p.severity == "fejl" for p in found.problems):
        return exam.report("refused")
    judged = checking.by_logic(found.cells, vocabulary, without=frozenset(exam.without), today=now,
                            standing=lambda months: known.standing(session, months))
    exam.problems += judged.problems
    exam.notes += judged.notes
    if any(p.severity == "fejl" for p in judged.problems):
        return exam.report("refused")
    return replace(exam.report("ready", found=judged.changes), fingerprint=columns.fingerprint, mapping=columns.mapping,
                   outcome_lag=columns.outcome_lag)


