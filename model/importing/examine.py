"""From bytes to a report: the four gates in turn, everything that is wrong inside a gate at once, nothing written."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import Engine
from sqlmodel import Session, select

from model import record_facts, settings
from model.database import data_version, readable
from model.formatting import today as current_day
from model.free_text import cleaned
from model.importing import account_figures, account_sheets, already, answered, corrections, known, recognising
from model.importing.checks import checking
from model.importing.checks.naming import in_order
from model.importing.columns import exports, understanding
from model.importing.columns.vocabulary import Vocabulary
from model.importing.counting import lists, offering, others
from model.importing.counting.counted import NO_LIST, OTHER, Counted
from model.importing.counting.listing import Listing
from model.importing.datasets import DATASETS, MAANEDSTAL, Dataset
from model.importing.examination import Asked, Examination
from model.importing.files import reading
from model.importing.files.workbook import Workbook
from model.importing.known import Known, Profile
from model.importing.recognising import Recognised
from model.importing.record_datasets import RECORDS, RecordDataset
from model.importing.records import examining
from model.importing.records import headings as record_headings
from model.importing.report import Answers, Problem, Question, Report
from model.personal_data import has_cpr
from model.tables import ColumnProfile

UNNAMED = "Filen uden navn"  # stands for a file name that looks like a person's data


def examine(engine: Engine, file_name: str, content: bytes, *, dataset: str | None = None, month: date | None = None,
            answers: Answers | None = None, without: Collection[str] = (), today: date | None = None,
            received_on: date | None = None, source: str = "file",
            listing: Listing | None = None) -> Report:
    """Check a file against the database as it is. Never raises for a bad file, never writes.

    dataset: its name; None: recognised from the headings. month: for figures whose month the file does not say.
    without: codes left out on purpose. listing: what an earlier check let in of a list, of which nothing else was kept:
    it is counted in the place of the bytes. today, received_on: the day that counts as now (default: today in
    Copenhagen).
    Raises ValueError for an unknown dataset or code in ``without``, DatabaseProblem.
    """
    chosen = _dataset(dataset)
    shown = UNNAMED if has_cpr(file_name) else cleaned(file_name)
    with readable(), Session(engine) as session:
        exam = Examination(chosen, shown, listing.sha256 if listing else hashlib.sha256(content).hexdigest(),
                            data_version(session), known.load(session, MAANEDSTAL), answers,
                            tuple(sorted(set(without))))
        _refuse_unknown(exam.without, exam.known)
        asked = Asked(file_name, content, dataset, month, received_on or today or current_day(), source, listing)
        as_it_is = not exam.given
        stands = already.already(session, exam, asked) if as_it_is else None
        report = stands or _gates(session, exam, asked)
        if exam.corrections or not as_it_is:
            report = already.already(session, exam, asked) or report
        return report if report.already else _with_answers(session, exam, asked, report)


def _dataset(name: str | None) -> Dataset | RecordDataset:
    if name is not None and name not in DATASETS:
        raise ValueError(f"Datasættet »{name}« kendes ikke. Vælg et af: {', '.join(DATASETS)}.")
    return DATASETS[name] if name else MAANEDSTAL


def _refuse_unknown(codes: Collection[str], jobcenters: Known) -> None:
    for code in codes:
        if code not in jobcenters.names:
            raise ValueError(f"{code} findes ikke i Midtjylland. "
                             f"Brug en af de {len(jobcenters.names)} koder i vejledningen.")


def _gates(session: Session, exam: Examination, asked: Asked) -> Report:
    if asked.listing is not None or (exam.answers and exam.answers.count):
        return _counting(session, exam, asked)
    report = _read(session, exam, asked)
    listing = _offered(session, exam, asked, report) if offering.may_be_a_list(report) else None
    if listing is not None and listing.is_counted and report.status != "ready":
        exam.problems, exam.notes, exam.corrections, exam.taken_out = [], [], (), ()
        return _counting(session, exam, replace(asked, listing=listing))
    return offering.offered(report, listing)


def _with_answers(session: Session, exam: Examination, asked: Asked, report: Report) -> Report:
    """The report with the questions that are answered for this file, or were for one with the same headings."""
    profile = session.exec(select(ColumnProfile).where(
        ColumnProfile.dataset == report.dataset, ColumnProfile.fingerprint == report.fingerprint)).first()
    before = Profile.of(profile).said if profile else {}
    if not (before or (exam.answers and exam.answers.said)):
        return report
    again = replace(asked, workbook=exam.opened, listing=exam.listing)

    def check(answers: Answers) -> Report:
        fresh = Examination(_dataset(asked.dataset), exam.file_name, exam.sha256, exam.version, exam.known, answers,
                            exam.without)
        return (_read if report.counted is None else _counting)(session, fresh, again)

    return replace(report, answered=answered.found(check, report, before=before))


def _offered(session: Session, exam: Examination, asked: Asked, report: Report) -> Listing | None:
    """The list that a file may be counted as rather than read as it is; None when it plainly is none."""
    try:
        found = lists.read(session, asked.file_name, asked.content, now=asked.now, given=exam.given,
                           workbook=None if exam.corrections else report.workbook)
    except reading.FileRefused:
        return None
    return found.listing if lists.is_offered(found) and _other(session, exam, found) is None else None


def _other(session: Session, exam: Examination, found: lists.Read) -> Dataset | RecordDataset | None:
    """What a file that may be a list plainly is instead."""
    vocabulary = Vocabulary(MAANEDSTAL, exam.known)
    return others.other(found, _weighed(session, exam, found.workbook, vocabulary), vocabulary)


def _counting(session: Session, exam: Examination, asked: Asked) -> Report:
    """Count the list, and check the counts as any other file's."""
    try:
        exam.listing = _listing(session, exam, asked)
    except reading.FileRefused as refused:
        exam.problems += refused.problems
    if exam.listing is None:
        return exam.report("refused")
    exam.dataset = RECORDS[exam.listing.dataset]
    exam.counted = lists.counted(session, exam.listing, exam.answers, now=asked.now)
    exam.workbook, exam.account = exam.counted.workbook, exam.counted.account
    exam.fingerprint, exam.taken_out = exam.counted.fingerprint, exam.listing.taken_out
    exam.problems += [*exam.listing.wrong, *exam.counted.problems]
    return exam.report("refused") if exam.problems else _of_counts(session, exam, exam.counted, now=asked.now)


def _listing(session: Session, exam: Examination, asked: Asked) -> Listing | None:
    """What an earlier check let in, while the same corrections are made; else what may be counted. None: told why."""
    known = asked.listing
    if known is not None and (not asked.content or known.is_given(exam.given)):
        return known
    found = lists.read(session, asked.file_name, asked.content, now=asked.now, given=exam.given)
    wrong = [problem for problem in found.workbook.problems if problem.severity == "fejl"]
    other = None if wrong else _other(session, exam, found)
    exam.problems += wrong  # such as a row that is struck out: it may be nobody
    if other is not None:
        exam.dataset = other
        exam.problems.append(Problem("fejl", 2, OTHER.format(other.title)))
    elif found.listing is None and not wrong:
        exam.problems.append(Problem("fejl", 2, NO_LIST))
    return None if exam.problems else found.listing


def _of_counts(session: Session, exam: Examination, counted: Counted, *, now: date) -> Report:
    """Check the counted table; the account and the profile stay those of the list."""
    of_file = exam.listing.given if exam.listing else ()
    corrected = corrections.laid_over(counted.workbook, [each for each in exam.given if each not in of_file])
    exam.workbook, exam.corrections = corrected.workbook, corrected.done
    exam.problems += corrected.problems
    exam.notes += counted.notes
    if exam.problems:
        return exam.report("refused")
    report = _records(session, exam, corrected.workbook, now=now, counted=True)
    exam.account = counted.account
    return replace(report, account=exam.whole_account, fingerprint=counted.fingerprint, mapping=())


def _read(session: Session, exam: Examination, asked: Asked) -> Report:
    vocabulary = Vocabulary(MAANEDSTAL, exam.known)
    headings = [*vocabulary.spellings, *lists.headings()]
    try:
        workbook = exam.opened = asked.workbook or reading.read(
            asked.file_name, asked.content, known_headings=headings, limits=settings.load())
    except reading.FileRefused as refused:
        exam.problems += refused.problems
        return exam.report("refused")
    corrected = corrections.laid_over(workbook, exam.given)
    exam.taken_out = tuple(account_sheets.taken_out(workbook, corrected.done))
    workbook = exam.workbook = corrected.workbook
    exam.corrections = corrected.done
    exam.problems += [*corrected.problems, *workbook.problems]
    if any(problem.severity == "fejl" for problem in exam.problems):
        return exam.report("refused")
    workbook = exports.plain(workbook, vocabulary, headings)
    if asked.dataset is None:
        question = _recognised(session, exam, workbook, vocabulary)
        if question is not None:
            exam.problems += question.refusal
            exam.account = account_figures.of_unknown(workbook)
            return replace(exam.report("question"), question=question)
    if isinstance(exam.dataset, RecordDataset):
        return _records(session, exam, workbook, now=asked.now)
    return _figures(session, exam, workbook, vocabulary, month=asked.month, now=asked.now)


def _recognised(session: Session, exam: Examination, workbook: Workbook, vocabulary: Vocabulary) -> Question | None:
    """Take the dataset a sender's headings were mapped to, the one that was said, or the one the file speaks of most.

    Returns what must be asked when it speaks of more than one.
    """
    stored = {p.fingerprint: p.dataset for p in session.exec(select(ColumnProfile))}
    mapped = next((name for name in map(stored.get, record_headings.fingerprints(workbook)) if name in DATASETS), None)
    if mapped:
        exam.dataset = DATASETS[mapped]
        return None
    found = _weighed(session, exam, workbook, vocabulary)
    said = recognising.answered(found.candidates, exam.answers.said if exam.answers else {})
    if found.candidates and not said and understanding.is_known(workbook, vocabulary):
        said = MAANEDSTAL.name
    exam.dataset = DATASETS[said] if said else found.dataset
    return found.question() if found.candidates and not said else None


def _weighed(session: Session, exam: Examination, workbook: Workbook, vocabulary: Vocabulary) -> Recognised:
    days = record_facts.course_days(session)
    return recognising.recognise(workbook, vocabulary, days, record_headings.scope_of(days, exam.known.aliases))


def _records(session: Session, exam: Examination, workbook: Workbook, *, now: date, counted: bool = False) -> Report:
    """Check a workbook of records. counted: its headings are ours alone, so that no sender has explained them."""
    assert isinstance(exam.dataset, RecordDataset)
    found = examining.examine(session, workbook, exam.dataset, answers=None if counted else exam.answers,
                              without=exam.without, today=now, remembered=not counted)
    exam.problems += found.problems
    exam.notes += [*workbook.notes, *found.notes]
    exam.jobcenters, exam.fingerprint, exam.mapping = found.jobcenters, found.fingerprint, found.mapping
    exam.columns, exam.headed, exam.account = found.columns, found.headed, found.account
    exam.joined = found.joined
    exam.corrections += found.corrected
    return replace(exam.report(found.status, found=found.changes), question=found.question)


def _figures(session: Session, exam: Examination, workbook: Workbook, vocabulary: Vocabulary, *, month: date | None,
             now: date) -> Report:
    columns = understanding.of(workbook, vocabulary, month=month, answers=exam.answers)
    exam.columns, exam.headed = columns.columns, columns.headed
    exam.corrections += columns.corrected
    exam.problems += [*columns.problems, *columns.remarks]
    exam.notes += columns.notes
    exam.fingerprint, exam.mapping, exam.outcome_lag = columns.fingerprint, columns.mapping, columns.outcome_lag
    if columns.problems or columns.question is not None:
        exam.account = account_figures.of_columns(workbook, columns)
    if columns.problems:
        return exam.report("refused")
    if columns.question is not None:
        return replace(exam.report("question"), question=columns.question)
    without = frozenset(exam.without)
    found = checking.by_keys(columns, vocabulary, without=without, today=now)
    exam.jobcenters = tuple(sorted({*found.places, *exam.without} & set(exam.known.names)))
    exam.notes += found.notes
    judged = checking.by_logic(found, vocabulary, without=without, today=now,
                               standing=lambda months: known.standing(session, months))
    told = in_order([*found.problems, *judged.problems], [sheet.name for sheet in workbook.sheets])
    exam.problems += told
    exam.notes += judged.notes
    exam.account = account_figures.of(workbook, columns.plans, found, judged, problems=told, without=without)
    if any(p.severity == "fejl" for p in told):
        return exam.report("refused")
    return exam.report("ready", found=judged.changes)
