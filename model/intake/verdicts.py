"""Whether a file can be used, in Danish: the verdict, and what stands between the file and the database."""

from model.basics.formatting import day, listing, number, plural
from model.intake.datasets.datasets import DATASETS
from model.intake.report import Report
from model.intake.wording import by_cell, counts


def verdict(report: Report) -> str:
    """The answer to »Kan filen bruges?« in one sentence without a full stop."""
    if only_questions(report):
        whose = "Listen" if report.counted is not None and report.counted.problems else "Filen"
        return f"{whose} venter på {_answers(questions(report))}"
    if report.already:
        return f"Filen er allerede indlæst den {day(report.already[1])}"
    if report.status == "refused":
        return "Filen blev afvist" if is_turned_away(report) else f"Filen kan ikke gemmes endnu: {to_do(report)}"
    if report.status == "question":
        if only_approval(report):
            return "Er filen læst rigtigt?"
        asked = 0 if report.question is None or report.question.headings else questions(report)
        return f"Filen venter på {_answers(asked)}" if asked else "Filen skal forklares, før den kan kontrolleres"
    if changes_nothing(report):
        return f"Filen ændrer ingenting: {counts(report.counts, report.dataset)}"
    return f"Filen kan gemmes: {counts(report.counts, report.dataset)}"


def is_turned_away(report: Report) -> bool:
    """Whether nothing of a file may be kept or can be read: it holds persons' data, or is no file of the kinds we read.
    """
    return report.status == "refused" and report.workbook is None


def changes_nothing(report: Report) -> bool:
    """Whether all that a file states stands already, so that there is nothing to save."""
    return report.status == "ready" and not (report.counts["new"] or report.counts["changed"])


def only_questions(report: Report) -> bool:
    """Whether nothing is wrong with a file but that something must be answered first."""
    return report.status == "refused" and bool(report.errors) and all(p.question for p in report.errors)


def questions(report: Report) -> int:
    """How many questions wait for an answer, each once whatever rows it is of; headings to explain are not counted."""
    question = report.question
    by_choice = question.refusal if question is not None and not question.headings else ()
    asked = len({problem.question for problem in (*report.errors, *by_choice) if problem.question})
    if question is None or question.headings:
        return asked
    return asked + bool(question.sheets) + question.needs_month + question.needs_outcome_month


def _answers(count: int) -> str:
    return "et svar" if count == 1 else f"{number(count)} svar"


def to_do(report: Report) -> str:
    """``3 celler skal rettes, og 1 spørgsmål skal besvares``: what must be done before a file can be saved."""
    asked, unknown = questions(report), len(report.question.asked) if report.question else 0
    parts = [f"{wrong} skal rettes" for wrong in [_wrong(report)] if wrong]
    parts += [f"{plural(asked, 'spørgsmål', 'spørgsmål')} skal besvares"] if asked else []
    parts += [f"{plural(unknown, 'overskrift', 'overskrifter')} skal forklares"] if unknown else []
    return listing(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])}, og {parts[-1]}"


def _wrong(report: Report) -> str:
    """How many cells, or rows, are wrong; faults where some are of neither. Empty when nothing is."""
    wrong = [problem for problem in report.errors if not problem.question]
    more = sum(problem.more for problem in wrong)
    listed = [problem for problem in wrong if not problem.more]
    if listed and all(problem.cell for problem in listed):
        return plural(len({(p.sheet, p.cell) for p in listed}) + more, "celle", "celler")
    if listed and all(problem.row and not (problem.cell or problem.rows) for problem in listed):
        return plural(len({(p.sheet, p.row) for p in listed}) + more, "række", "rækker")
    return plural(len(listed) + more, "fejl", "fejl") if wrong else ""


def only_approval(report: Report) -> bool:
    """Whether everything in the file is recognised and a person need only say yes to how it is read."""
    asked = report.question
    return asked is not None and bool(asked.headings) and not (
        asked.asked or asked.needs_month or asked.needs_outcome_month or asked.sheets)


def to_mend(report: Report) -> str:
    """What else stands between the file and the database beside what the verdict says: warnings, or nothing."""
    warnings = len(by_cell(report.warnings))
    if only_questions(report):
        return "Svar herunder. Der er ikke gemt noget."
    if report.errors:
        also = f" Desuden er der {plural(warnings, 'advarsel', 'advarsler')}." if warnings else ""
        return f"Der er ikke gemt noget.{also}"
    if changes_nothing(report):
        return "Alt det står der i forvejen, så der er ikke noget at gemme."
    if warnings:
        return (f"{plural(warnings, 'advarsel', 'advarsler')} skal begrundes, "
                f"før {DATASETS[report.dataset].noun.them} kan gemmes.")
    return "Der er ingen fejl og ingen advarsler."


def beside_numbers(report: Report) -> str:
    """What a file of figures states besides the numbers it stores, so that both add up to what is new; without a full
    stop, and empty where there is nothing.
    """
    figures = DATASETS[report.dataset].is_figures
    if report.status != "ready" or report.account is None or not figures or changes_nothing(report):
        return ""
    more = len(report.changes) - report.account.counts["stored"]
    return f"Desuden gemmes {plural(more, 'oplysning', 'oplysninger')}, der ikke er tal" if more > 0 else ""
