"""Gates two to four of a workbook that is read: which dataset it is of, and what its figures say."""

from dataclasses import replace
from datetime import date

import pandas as pd

from model.intake import recognising, standing
from model.intake.account import account_figures
from model.intake.checks import checking, outside
from model.intake.checks.naming import in_order
from model.intake.columns import understanding
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.examination import Examination
from model.intake.files.workbook import Workbook
from model.intake.records import headings as record_headings
from model.intake.report import Question, Report

KEYS = ["place", "sheet", "row"]


def recognised(exam: Examination, workbook: Workbook) -> Question | None:
    """Take the dataset a sender's headings were mapped to, the one that was said, or the one the file speaks of most.

    Returns what must be asked when it speaks of more than one.
    """
    stored = {p.fingerprint: p.dataset for p in exam.reference.mapped}
    mapped = next((name for name in map(stored.get, record_headings.fingerprints(workbook)) if name in offered()), None)
    if mapped:
        exam.dataset = DATASETS[mapped]
        return None
    found = recognising.recognise(workbook, exam.reference)
    said = recognising.answered(found.candidates, exam.answers.said if exam.answers else {})
    if found.candidates and not said and understanding.is_known(workbook, exam.reference.vocabulary):
        said = exam.reference.vocabulary.dataset.name
    exam.dataset = DATASETS[said] if said else found.dataset
    return found.question() if found.candidates and not said else None


def figures(exam: Examination, workbook: Workbook, *, month: date | None, now: date) -> Report:
    """Check a workbook of monthly figures."""
    vocabulary = exam.reference.vocabulary
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
                               standing=lambda months: standing.around(exam.reference.session, months))
    stated = pd.concat([found.cells[KEYS], found.lost[KEYS]])
    foreign = outside.rows(stated, "place", exam.own, exam.known, without=without)
    told = in_order([*foreign, *found.problems, *judged.problems], [sheet.name for sheet in workbook.sheets])
    exam.problems += told
    exam.notes += judged.notes
    exam.account = account_figures.of(workbook, columns.plans, found, judged, problems=told, without=without)
    if any(p.severity == "fejl" for p in told):
        return exam.report("refused")
    return exam.report("ready", changes=judged.changes)
