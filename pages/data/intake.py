"""The files a person has given the app, each on its way through check, answers and save, kept in the session."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st
from sqlalchemy import Engine
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from model.database import DatabaseProblem, Stale
from model.importing import corrections as correcting
from model.importing import examine as examining
from model.importing import saving
from model.importing.report import Answers, Correction, Heading, Report
from pages.data import explained, successor
from pages.data.successor import Refused

ANSWERS = ("map_", "without", "file_month", "outcome_month", "profile_name", "file_sheet")
PER_FILE = (*ANSWERS, "reason", "file_kind")


@dataclass(eq=False)
class Intake:
    """One file: its bytes until they are saved or refused, the answers given and the report that is shown."""

    file_name: str
    content: bytes
    number: int
    dataset: str | None = None  # the kind of file a person said it is; None: as its headings say
    answers: Answers | None = None
    without: tuple[str, ...] = ()
    tried: bool = False  # a check was begun; still without a report, it broke off
    report: Report | None = None
    mapping: tuple[Heading, ...] = ()  # how its headings were read, so that it can be changed
    trouble: str = ""  # why the last attempt to save did not succeed
    upload: int | None = None  # set when the file is saved
    effect: str = ""  # what the file does to the goals
    reopened: bool = False  # the person wants to change the answers
    instead_of: Refused | None = None  # the refused file whose place it takes, or may take
    settled: bool = True  # whether it is known that it takes that place

    def key(self, part: str) -> str:
        """The key of a button: a second click must not reach the file that comes next."""
        return part if self.number == 1 else f"{part}_{self.number}"

    def ask_again(self) -> None:
        """Put the file back to be checked."""
        self.report, self.trouble, self.tried, self.reopened, self.effect = None, "", False, False, ""

    def mend(self, corrections: Iterable[Correction]) -> None:
        """Lay corrections over the file, the later of two in one cell, and put it back to be checked."""
        answers = self.answers or Answers()
        made = {correcting.place(c): c for c in (*answers.corrections, *corrections)}
        self.answers = replace(answers, corrections=tuple(made.values()))
        self.ask_again()

    def unmend(self, correction: Correction) -> None:
        """Take one correction back."""
        answers = self.answers or Answers()
        kept = tuple(c for c in answers.corrections if correcting.place(c) != correcting.place(correction))
        self.answers = replace(answers, corrections=kept)
        self.ask_again()

    def answer(self, question: str, value: str) -> None:
        """Answer one of the file's questions."""
        answers = self.answers or Answers()
        self.answers = replace(answers, said=answers.said | {question: value})
        self.ask_again()

    def take_as(self, dataset: str) -> None:
        """Check it as another kind of file: what was answered was about columns it does not have."""
        kept = Answers(corrections=self.answers.corrections) if self.answers else None
        self.dataset, self.answers, self.mapping, self.without = dataset, kept, (), ()
        _forget_answers(ANSWERS)
        self.ask_again()


def queue() -> list[Intake]:
    """The files that wait, the one shown first."""
    found: list[Intake] = st.session_state.setdefault("intake_queue", [])
    return found


def done() -> list[Intake]:
    """The file saved last, without its bytes, until new files come."""
    found: list[Intake] = st.session_state.setdefault("intake_done", [])
    return found


def turn() -> int:
    """How many times the file box has been emptied; its widget key follows it."""
    return int(st.session_state.setdefault("intake_turn", 0))


def take() -> None:
    """Move what lies in the file box to the queue, and leave nothing behind in the box or in Streamlit's store."""
    files = st.session_state.get(f"upload_file_{turn()}") or []
    waiting = queue()
    if files:
        done().clear()
    refused = _refused()
    taken = [Intake(file.name, file.getvalue(), number=_next_number(), instead_of=refused, settled=False)
             for file in files]
    at = successor.heir(refused, [file.file_name for file in taken], alone=len(waiting) == 1) if refused else None
    waiting += taken
    if at is not None:
        _replace(taken[at])
    _forget([file.file_id for file in files])
    st.session_state["intake_turn"] = turn() + 1


def _refused() -> Refused | None:
    """The file that is shown, when it was refused."""
    shown = queue()[0] if queue() else None
    if shown is None or shown.report is None or shown.report.status != "refused":
        return None
    return Refused(shown.number, shown.file_name, shown.dataset, shown.report)


def _replace(heir: Intake) -> None:
    """Let a file take the place of the refused one that is shown."""
    discard(queue()[0])
    queue().remove(heir)
    queue().insert(0, heir)
    heir.settled = True


def settle(engine: Engine) -> None:
    """Let a file that was dropped on a refused one take its place, when it has its headings or is of its kind."""
    for waiting in [file for file in queue()[1:] if not file.settled]:
        shown, waiting.settled = _refused(), True
        if shown is not None and waiting.instead_of is not None and waiting.instead_of.number == shown.number:
            check(engine, waiting)
            if waiting.report is not None and shown.is_followed_by(waiting.report):
                _replace(waiting)
                continue
        waiting.instead_of = None
        if waiting.content:  # what is refused at the first gate has none left to check again
            waiting.answers, waiting.dataset = None, None
            waiting.ask_again()


def _next_number() -> int:
    st.session_state["intake_count"] = int(st.session_state.get("intake_count", 0)) + 1
    return int(st.session_state["intake_count"])


def _forget(file_ids: list[str]) -> None:
    context = get_script_run_ctx()
    store = context.uploaded_file_mgr if context else None
    if context is not None and isinstance(store, MemoryUploadedFileManager):
        for file_id in file_ids:
            store.remove_file(session_id=context.session_id, file_id=file_id)


def check(engine: Engine, intake: Intake) -> None:
    """Examine the file as it now stands with its answers; a file refused at the first gate is not kept."""
    intake.tried = True
    report = _examined(engine, intake)
    intake.trouble, intake.report = "", report
    explained.keep(report, intake.number)
    intake.mapping = report.mapping or intake.mapping
    if report.workbook is None and report.status == "refused":
        _drop(intake)


def _examined(engine: Engine, intake: Intake) -> Report:
    """The report on a file; what was explained of the same headings before is not asked again."""
    def examine() -> Report:
        return examining.examine(engine, intake.file_name, intake.content, dataset=intake.dataset,
                                 answers=intake.answers, without=intake.without)

    fresh, before = intake.answers is None and intake.dataset is None, intake.instead_of
    if fresh and before is not None:
        intake.dataset = before.dataset
        intake.answers = Answers(said=before.report.answers.said) if before.report.answers else None
    report = examine()
    if fresh and before is not None and intake.dataset and report.fingerprint != before.report.fingerprint:
        intake.dataset = None
        report = examine()
    told = explained.again(report, instead_of=before.number if before else None) if fresh else None
    if told is not None:
        intake.answers = told
        report = examine()
    return report


def _drop(intake: Intake) -> None:
    """Forget the bytes, and a name that the report does not repeat since it looks like a person's data."""
    intake.content = b""
    if intake.report:
        intake.file_name = intake.report.file_name


def save(engine: Engine, intake: Intake, *, by: str, reason: str) -> None:
    """Save exactly the report that was shown; what went wrong is put in ``trouble``."""
    if intake.report is None:
        return
    try:
        intake.upload = saving.apply(engine, intake.report, content=intake.content, by=by, reason=reason)
        intake.trouble = ""
    except (Stale, saving.SaveRefused, DatabaseProblem) as refused:
        intake.trouble = str(refused)


def finish(intake: Intake) -> None:
    """Move a saved file from the queue to what is done; its bytes are in the database now."""
    intake.content = b""
    if intake.report:
        explained.forget(intake.report)
    done()[:] = [intake]
    discard(intake)


def discard(intake: Intake) -> None:
    """Put the file away and forget what was answered about it."""
    if intake in queue():
        queue().remove(intake)
    _forget_answers(PER_FILE)


def _forget_answers(names: tuple[str, ...]) -> None:
    for key in [k for k in st.session_state if str(k).startswith(names)]:
        del st.session_state[key]
