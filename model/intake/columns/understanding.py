"""The second gate: from a workbook to plans for its tables, or to a question, or to what is wrong with the columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from model.basics.months import between, shift
from model.intake.checks import stubs
from model.intake.checks.statements import Months
from model.intake.columns import (
    asked_months,
    blocks,
    explained,
    hindrances,
    mapping,
    named_months,
    periods,
    questions,
    reading_notes,
    remembered,
    ticked,
    units,
    years,
)
from model.intake.columns import labels as labelling
from model.intake.columns.labels import Label
from model.intake.columns.layout import Table
from model.intake.columns.mapping import Plan
from model.intake.columns.sheets import Found, choose
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import MEASURE, MONTH
from model.intake.files.workbook import Workbook
from model.intake.known import Profile
from model.intake.report import Answers, Correction, Heading, Problem, Question

ADDED = 100_000  # the first number of labels that an answer brought with it


@dataclass(frozen=True)
class Understanding:
    """How a file is to be read. Only one of problems, question and (usable) plans speaks; remarks do beside them.

    remarks: warnings, and beside a question also what else is to be chosen.
    """

    plans: tuple[Plan, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    question: Question | None = None
    notes: tuple[str, ...] = ()
    months: Months = field(default_factory=Months)
    mapping: tuple[Heading, ...] = ()
    fingerprint: str = ""
    outcome_lag: int | None = None
    corrected: tuple[Correction, ...] = ()  # cells that were read as the sender's profile says

    @property
    def columns(self) -> dict[tuple[str, int], str]:
        """What every column that is read is read as, by sheet and position."""
        years = {(plan.table.sheet, at): MONTH.name for plan in self.plans for at in plan.table.marks.years}
        return years | {(plan.table.sheet, at): name for plan in self.plans for at, name in plan.names.items()}

    @property
    def headed(self) -> dict[str, tuple[int, ...]]:
        """The rows of every table's headings, by sheet."""
        return {plan.table.sheet: plan.table.headed for plan in self.plans}


def of(workbook: Workbook, vocabulary: Vocabulary, *, month: date | None, answers: Answers | None) -> Understanding:
    """Plans for the tables of a file. ``month``: given for the whole file by whoever loads it."""
    dated = years.settled(workbook, answers)
    found = choose(dated.workbook, vocabulary, answers=answers)
    if found.candidates:
        return Understanding(question=_refusable(Question(questions.WHICH_SHEET, sheets=found.candidates), vocabulary))
    if not found.tables:
        return Understanding(problems=(hindrances.no_table(vocabulary),))
    fingerprint = mapping.fingerprint(found.labels)
    profile = vocabulary.known.profiles.get(fingerprint)
    plans = tuple(_plan(table, labels, vocabulary, answers=answers, profile=profile) for table, labels in found.tables)
    base = Understanding(plans=plans, fingerprint=fingerprint, notes=(
        *workbook.notes, *dated.notes, *found.notes, *([f"Genkendt som »{profile.name}«."] if profile else [])))
    if yearless := dated.problems(plan.table.sheet for plan in plans if plan.dated):
        return replace(base, problems=yearless)
    base, unclear = _settled(base, vocabulary, profile=profile, answers=answers)
    asked = [label for plan in base.plans for label in mapping.unknown(plan, vocabulary)]
    base = replace(base, mapping=_shown(base.plans, asked))
    if problems := unclear or hindrances.before_anything_else(base.plans, base.remarks, asked, vocabulary):
        return replace(base, problems=tuple(problems), remarks=())
    months = _months(month=month, answers=answers, lag=profile.outcome_lag if profile else None)
    if added := [*units.problems(base.plans, answers),
                 *ticked.problems(base.plans, remembered.answered(profile, answers)),
                 *blocks.problems(base.plans, vocabulary, months=months),
                 *periods.problems(base.plans, months=months, file_name=workbook.file_name, answers=answers)]:
        return replace(base, problems=tuple(added), remarks=())
    doubts = named_months.contradictions(base.plans, vocabulary, months=months, file_name=workbook.file_name)
    base = replace(base, months=months, remarks=(*base.remarks, *doubts), outcome_lag=_lag(months, answers),
                   notes=(*base.notes, *reading_notes.about(base.plans, vocabulary, asked=asked)))
    recognised = profile is not None or bool(answers and answers.approved)
    return replace(base, question=_question(base, found, workbook, vocabulary, asked=asked, recognised=recognised))


def _settled(base: Understanding, vocabulary: Vocabulary, *, profile: Profile | None,
             answers: Answers | None) -> tuple[Understanding, list[Problem]]:
    """The plans with what is remembered of the sender's words and one column of those that mean the same.

    Returns also what must be asked of unclear months. What is to be chosen of columns is in ``remarks``.
    """
    plans, corrected = _as_remembered(base.plans, profile, answers)
    plans, unclear = _with_months(plans, answers)
    settled = [mapping.settled(plan, vocabulary, answers) for plan in plans]
    notes = (*base.notes, *remembered.notes(corrected), *(note for _, told in settled for note in told.notes))
    choices = tuple(problem for _, told in settled for problem in told.problems)
    return replace(base, plans=tuple(plan for plan, _ in settled), corrected=tuple(corrected), notes=notes,
                   remarks=choices), unclear


def _as_remembered(plans: Sequence[Plan], profile: Profile | None,
                   answers: Answers | None) -> tuple[tuple[Plan, ...], list[Correction]]:
    """The plans with the sender's words as they were explained before, and the cells that were so corrected."""
    made, done = [], []
    for each in plans:
        grid, corrected = remembered.understood(each.table, each.names, profile, answers)
        made.append(each if grid is each.table.grid else replace(each, table=replace(each.table, grid=grid)))
        done += corrected
    return tuple(made), done


def is_known(workbook: Workbook, vocabulary: Vocabulary) -> bool:
    """Whether the file's headings have been mapped to monthly figures before."""
    labels = choose(workbook, vocabulary, answers=None).labels
    return mapping.fingerprint(labels) in vocabulary.known.profiles


def _plan(table: Table, labels: list[Label], vocabulary: Vocabulary, *, answers: Answers | None,
          profile: Profile | None) -> Plan:
    """A table's plan; an answer that a column holds measures, or values of one, brings more labels with it."""
    told = mapping.answered(labels, answers, profile, vocabulary)
    stub = next((label for label in told if label.target == MEASURE.name), None)
    told = [label for label in told if label.where != ("row" if stub is None else "sheet")]
    if stub is not None and not any(label.where == "row" for label in told):
        rows = enumerate(labelling.down_the_side(table, stub.position, vocabulary), start=ADDED)
        told += mapping.answered([replace(label, index=i) for i, label in rows], answers, profile, vocabulary)
    elif stub is None and not any(label.where == "sheet" for label in told):
        added = enumerate(labelling.of_the_sheet(table, told, vocabulary), start=ADDED)
        told += mapping.answered([replace(label, index=i) for i, label in added], answers, profile, vocabulary)
    return mapping.plan(table, told, vocabulary.dataset)


def _with_months(plans: Sequence[Plan], answers: Answers | None) -> tuple[tuple[Plan, ...], list[Problem]]:
    """The plans with the months that a person has said, and the questions about dates that may be of another month."""
    found, problems = [], []
    for plan in plans:
        table = plan.table
        if plan.month is not None and not all(c.month for c in plan.columns):
            grid, open_ones = asked_months.settled(table.grid, table.rows, plan.month, table.heads[plan.month].text,
                                                   sheet=table.sheet, answers=answers,
                                                   used=table.holding([c.position for c in plan.columns]))
            plan = plan if grid is table.grid else replace(plan, table=replace(table, grid=grid))
            problems += open_ones
        found.append(plan)
    return tuple(found), problems


def _months(*, month: date | None, answers: Answers | None, lag: int | None) -> Months:
    given = month or (answers.month if answers else None)
    told = answers.outcome_month if answers else None
    remembered = shift(given, -lag) if given and lag is not None else None
    return Months(given, told or remembered or given)


def _lag(months: Months, answers: Answers | None) -> int | None:
    """How far back the outcomes lie, worth remembering when a person has said it."""
    if not (answers and answers.outcome_month and months.month):
        return None
    return between(answers.outcome_month, months.month)


def _shown(plans: Sequence[Plan], asked: Sequence[Label]) -> tuple[Heading, ...]:
    """Every heading of one table; of many sheets, the sheets and what is not known."""
    labels = [label for plan in plans for label in plan.labels]
    if len(plans) > 1:
        labels = [label for label in labels if label.where == "sheet" or label in asked]
    own = {label.index: column.month for plan in plans for label in plan.labels for column in plan.columns
           if label.where == "column" and column.position == label.position}
    return questions.headings([replace(label, month=own.get(label.index)) for label in labels], asked=asked)


def _question(base: Understanding, mapped: Found, workbook: Workbook, vocabulary: Vocabulary, *, asked: Sequence[Label],
              recognised: bool) -> Question | None:
    undated = [plan for plan in base.plans if not plan.dated]
    needs_month = bool(undated) and base.months.month is None
    special = any(_is_special(plan, vocabulary) for plan in base.plans) or reading_notes.totals(base.plans, vocabulary)
    if not (asked or needs_month or (special and not recognised)):
        return None
    outcomes = needs_month and any(len(named_months.kinds(plan, vocabulary)) == 2 for plan in undated)
    guess = named_months.guess([table for table, _ in mapped.tables], workbook.file_name) if needs_month else None
    text = explained.EXPLAIN if asked else (
        questions.ask_month(guess, outcomes=outcomes) if needs_month else questions.APPROVE)
    question = Question(text, headings=base.mapping if asked or special else (), needs_month=needs_month,
                        month_guess=guess, needs_outcome_month=outcomes, outcome_month_guess=guess,
                        fingerprint=base.fingerprint, asked=tuple(label.index for label in asked))
    return _refusable(question, vocabulary)


def _refusable(question: Question, vocabulary: Vocabulary) -> Question:
    return replace(question, refusal=questions.refusal(question, vocabulary))


def _is_special(plan: Plan, vocabulary: Vocabulary) -> bool:
    """Whether a person should see how the table is read before its figures are checked."""
    return plan.special or (bool(plan.columns) and bool({*stubs.Side(plan, vocabulary).in_blocks} - {plan.measure}))
