"""The questions about a file that are answered: as they were asked, each with its answer as what is suggested."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.basics.formatting import plural
from model.intake.columns import own_words
from model.intake.columns.explained import NOT_USED
from model.intake.report import Answers, Option, Problem, Report

ENDS = (".", "?", "!", "…")  # of a sentence


def behind(check: Callable[[Answers], Report], report: Report, *, before: Mapping[str, str]) -> tuple[Problem, ...]:
    """The questions that a report rests on the answers to, in the order they come up.

    A question is told only where it is open, so the file is checked without the answers, and then with those to the
    questions that came up. check: the report on the file with other answers. before: what was answered about an earlier
    file with the same headings or centres, which is used where nothing else is said.
    """
    given = report.answers or Answers()
    every, open_ones = {**before, **given.said}, {problem.question for problem in _asked(report)}
    wanted = [question for question in every if question not in open_ones]
    asked: dict[str, Problem] = {}
    while len(asked) < len(wanted):
        said = {question: every[question] for question in asked}
        came: dict[str, Problem] = {}
        for problem in _asked(check(replace(given, said=said, anew=frozenset(every)))):
            came.setdefault(str(problem.question), problem)  # of several rows, the first
        new = {question: replace(problem, suggestion=every[question]) for question, problem in came.items()
               if question in wanted and question not in asked}
        if not new:
            break
        asked |= new
    return tuple(asked.values())


def _asked(report: Report) -> list[Problem]:
    """The questions that are open."""
    refusal = report.question.refusal if report.question else ()
    return [problem for problem in (*report.problems, *refusal) if problem.question]


def question(problem: Problem) -> str:
    """The question in short: what a column is, which is told with all that can be done about it, is asked so."""
    return f"Hvad er »{problem.column}«?" if problem.column and NOT_USED in problem.options else problem.text


def answer(problem: Problem) -> str:
    """The answer in words."""
    return next((option.words for option in problem.options if option.value == problem.suggestion),
                problem.suggestion or "")


def told(problem: Problem) -> str:
    """``Er tallene procent? Svar: Nej, det er antal.``"""
    said = answer(problem)
    return f"{question(problem)} Svar: {said if said.endswith(ENDS) else f'{said}.'}"


def title(count: int) -> str:
    """``3 svar på spørgsmål om filen``."""
    return f"{plural(count, 'svar', 'svar')} på spørgsmål om filen"


def as_json(problems: Iterable[Problem]) -> list[dict[str, str | None]]:
    """The questions and their answers for other programs."""
    return [{"question": problem.question, "text": question(problem), "value": problem.suggestion,
             "answer": answer(problem)} for problem in problems]


def to_keep(problems: Iterable[Problem]) -> list[Problem]:
    """Those that are kept with an upload, in our own words: what a question quotes of a file may be anybody's name.

    The heading of a column that is not used is kept in no words at all.
    """
    return [_in_own_words(problem) for problem in problems
            if not (NOT_USED in problem.options and problem.suggestion == NOT_USED.value)]


def _in_own_words(problem: Problem) -> Problem:
    """A question and the one option that was chosen, or what was typed, with nothing of the file that is not ours."""
    chosen = tuple(replace(option, words=own_words.asked(option.words)) for option in problem.options
                   if option.value == problem.suggestion)
    said = problem.suggestion if chosen else own_words.ours(problem.suggestion or "")
    return Problem(problem.severity, problem.gate, own_words.asked(question(problem)), question=problem.question,
                   suggestion=said, options=chosen)


def kept(problems: Iterable[Mapping[str, Any]]) -> list[Problem]:
    """The questions that were answered among the problems that are kept with an upload; the others are warnings."""
    return [_problem(each) for each in problems if each.get("question")]


def _problem(stored: Mapping[str, Any]) -> Problem:
    options: Sequence[Mapping[str, str]] = stored.get("options") or ()
    return Problem(stored["severity"], stored["gate"], stored["text"], sheet=stored.get("sheet"), row=stored.get("row"),
                   column=stored.get("column"), question=stored["question"], suggestion=stored.get("suggestion"),
                   options=tuple(Option(**option) for option in options))
