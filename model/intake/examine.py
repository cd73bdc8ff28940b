"""From bytes to a report: the four gates in turn, everything that is wrong inside a gate at once, nothing written."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import Engine
from sqlmodel import Session

from model.basics import settings
from model.basics.formatting import today as current_day
from model.basics.free_text import cleaned
from model.basics.personal_data import has_cpr
from model.intake import already, gates, recognising
from model.intake.account import account_figures, account_sheets
from model.intake.columns import exports
from model.intake.counting import lists, offering, others
from model.intake.counting.counted import NO_LIST, OTHER, Counted
from model.intake.counting.listing import Listing
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.examination import Asked, Examination
from model.intake.files import reading
from model.intake.known import Known
from model.intake.mending import answered, corrections
from model.intake.records import examining
from model.intake.reference import Reference
from model.intake.report import Answers, Problem, Report
from model.programmes.words import REGION
from model.store.database import data_version, readable

UNNAMED = "Filen uden navn"  # stands for a file name that looks like a person's data


def examine(engine: Engine, file_name: str, content: bytes, *, dataset: str | None = None, month: date | None = None,
            answers: Answers | None = None, without: Collection[str] = (), today: date | None = None,
            received_on: date | None = None, source: str = "file",
            listing: Listing | None = None, own: frozenset[str] | None = None) -> Report:
    """Check a file against the database as it is. Never raises for a bad file, never writes.

    dataset: its name; None: recognised from the headings. month: for figures whose month the file does not say.
    without: codes left out on purpose. listing: what an earlier check let in of a list, of which nothing else was kept:
    it is counted in the place of the bytes. own: the codes that whoever gives the file may report for; None: all.
    today, received_on: the day that counts as now (default: today in Copenhagen).
    Raises ValueError for an unknown dataset or code in ``without``, DatabaseProblem.
    """
    chosen = _dataset(dataset)
    shown = UNNAMED if has_cpr(file_name) else cleaned(file_name)
    with readable(), Session(engine) as session:
        exam = Examination(chosen, shown, listing.sha256 if listing else hashlib.sha256(content).hexdigest(),
                            data_version(session), Reference(session), answers,
                            tuple(sorted(set(without))), own)
        _refuse_unknown(exam.without, exam.known)
        asked = Asked(file_name, content, dataset, month, received_on or today or current_day(), source, listing)
        as_it_is = not exam.given
        stands = already.already(exam, asked) if as_it_is else None
        report = stands or _gates(exam, asked)
        if exam.corrections or not as_it_is:
            report = already.already(exam, asked) or report
        return report if report.already else _with_answers(exam, asked, report)


def _dataset(name: str | None) -> Dataset:
    if name is not None and name not in offered():
        raise ValueError(f"Datasættet »{name}« kendes ikke. Vælg et af: {', '.join(offered())}.")
    return DATASETS[name] if name else MAANEDSTAL


def _refuse_unknown(codes: Collection[str], jobcenters: Known) -> None:
    for code in codes:
        if code not in jobcenters.names:
            raise ValueError(f"{code} findes ikke i {REGION}. "
                             f"Brug en af de {len(jobcenters.names)} koder i vejledningen.")


def _gates(exam: Examination, asked: Asked) -> Report:
    if asked.listing is not None or (exam.answers and exam.answers.count):
        return _counting(exam, asked)
    report = _read(exam, asked)
    listing = _offered(exam, asked, report) if offering.may_be_a_list(report) else None
    if listing is not None and listing.is_counted and report.status != "ready":
        exam.problems, exam.notes, exam.corrections, exam.taken_out = [], [], (), ()
        return _counting(exam, replace(asked, listing=listing))
    return offering.offered(report, listing)


def _with_answers(exam: Examination, asked: Asked, report: Report) -> Report:
    """The report with the questions that are answered for this file, or were for an earlier one it rests on."""
    profile = exam.reference.profiles(report.dataset).get(report.fingerprint)
    before = exam.reference.for_all([report.dataset]) | (profile.said if profile else {})
    if not (before or (exam.answers and exam.answers.said)):
        return report
    again = replace(asked, workbook=exam.opened, listing=exam.listing)

    def check(answers: Answers) -> Report:
        fresh = Examination(_dataset(asked.dataset), exam.file_name, exam.sha256, exam.version, exam.reference, answers,
                            exam.without, exam.own)
        return (_read if report.counted is None else _counting)(fresh, again)

    return replace(report, answered=answered.behind(check, report, before=before))


def _offered(exam: Examination, asked: Asked, report: Report) -> Listing | None:
    """The list that a file may be counted as rather than read as it is; None when it plainly is none."""
    try:
        found = lists.read(exam.reference, asked.file_name, asked.content, now=asked.now, given=exam.given,
                           workbook=None if exam.corrections else report.workbook)
    except reading.FileRefused:
        return None
    return found.listing if lists.is_offered(found) and _other(exam, found) is None else None


def _other(exam: Examination, read: lists.Read) -> Dataset | None:
    """What a file that may be a list plainly is instead."""
    return others.other(read, recognising.recognise(read.workbook, exam.reference))


def _counting(exam: Examination, asked: Asked) -> Report:
    """Count the list, and check the counts as any other file's."""
    try:
        exam.listing = _listing(exam, asked)
    except reading.FileRefused as refused:
        exam.problems += refused.problems
    if exam.listing is None:
        return exam.report("refused")
    exam.dataset = DATASETS[exam.listing.dataset]
    exam.counted = lists.counted(exam.reference, exam.listing, exam.answers, now=asked.now)
    exam.workbook, exam.account = exam.counted.workbook, exam.counted.account
    exam.fingerprint, exam.taken_out = exam.counted.fingerprint, exam.listing.taken_out
    exam.problems += [*exam.listing.wrong, *exam.counted.problems]
    return exam.report("refused") if exam.problems else _of_counts(exam, exam.counted, now=asked.now)


def _listing(exam: Examination, asked: Asked) -> Listing | None:
    """What an earlier check let in, while the same corrections are made; else what may be counted. None: told why."""
    known = asked.listing
    if known is not None and (not asked.content or known.is_given(exam.given)):
        return known
    found = lists.read(exam.reference, asked.file_name, asked.content, now=asked.now, given=exam.given)
    wrong = [problem for problem in found.workbook.problems if problem.severity == "fejl"]
    other = None if wrong else _other(exam, found)
    exam.problems += wrong  # such as a row that is struck out: it may be nobody
    if other is not None:
        exam.dataset = other
        exam.problems.append(Problem("fejl", 2, OTHER.format(other.title)))
    elif found.listing is None and not wrong:
        exam.problems.append(Problem("fejl", 2, NO_LIST))
    return None if exam.problems else found.listing


def _of_counts(exam: Examination, counted: Counted, *, now: date) -> Report:
    """Check the counted table; the account and the profile stay those of the list."""
    of_file = exam.listing.given if exam.listing else ()
    corrected = corrections.laid_over(counted.workbook, [each for each in exam.given if each not in of_file])
    exam.workbook, exam.corrections = corrected.workbook, corrected.done
    exam.problems += corrected.problems
    exam.notes += counted.notes
    if exam.problems:
        return exam.report("refused")
    report = examining.examine(exam, corrected.workbook, now=now, counted=True)
    exam.account = counted.account
    return replace(report, account=exam.whole_account, fingerprint=counted.fingerprint, mapping=())


def _read(exam: Examination, asked: Asked) -> Report:
    vocabulary = exam.reference.vocabulary
    headings = [*vocabulary.spellings.every, *lists.headings()]
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
        question = gates.recognised(exam, workbook)
        if question is not None:
            exam.problems += question.refusal
            exam.account = account_figures.of_unknown(workbook)
            return replace(exam.report("question"), question=question)
    if exam.dataset.is_figures:
        return gates.figures(exam, workbook, month=asked.month, now=asked.now)
    return examining.examine(exam, workbook, now=asked.now)
