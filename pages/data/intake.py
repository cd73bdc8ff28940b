"""The files a person has given the app, each on its way through check, answers and save, kept in the session."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st
from sqlalchemy import Engine
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from model.database import DatabaseProblem, Stale
from model.free_text import CPR
from model.importing import corrections as correcting
from model.importing import examine as examining
from model.importing import saving
from model.importing.report import Answers, Correction, Heading, Report
from model.personal_data import has_cpr
from pages.data import explained
from pages.data.successor import Refused

ANSWERS = ("map_", "without", "file_month", "outcome_month", "profile_name", "file_sheet")
PER_FILE = (*ANSWERS, "reason", "file_kind", "mend_page", "sheet_")


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
    hindrance: str = ""  # why the last correction or answer could not be used
    turns: int = 0  # how many could not
    left: str = ""  # why it was not saved when others were
    reopened: bool = False  # the person wants to change the answers
    instead_of: Refused | None = None  # the refused file whose place it takes, or may take
    settled: bool = True  # whether it is known that it takes that place

    def key(self, part: str) -> str:
        """The key of a button: a second click must not reach the file that comes next."""
        return part if self.number == 1 else f"{part}_{self.number}"

    @property
    def shown_name(self) -> str:
        """The file's name for a message; one that may be a person's number is not repeated."""
        return "filen" if has_cpr(self.file_name) else self.file_name

    def ask_again(self) -> None:
        """Put the file back to be checked."""
        self.report, self.trouble, self.tried, self.reopened, self.effect = None, "", False, False, ""
        self.hindrance = ""

    def field(self, part: str) -> str:
        """The key of a field: what cannot be used must not stay in the one it was typed in."""
        return self.key(f"{part}_{self.turns}" if self.turns else part)

    def mend(self, corrections: Iterable[Correction]) -> None:
        """Lay corrections over the file, the later of two in one cell, and put it back to be checked.

        Those that cannot be made are not kept; ``hindrance`` says why.
        """
        made = tuple(corrections)
        if self.report is None or self.report.workbook is None:
            return
        if tried := correcting.laid_over(self.report.workbook, made).problems:
            self._refuse(tried[0].text)
            return
        answers = self.answers or Answers()
        kept = {correcting.place(c): c for c in (*answers.corrections, *made)}
        self.answers = replace(answers, corrections=tuple(kept.values()))
        self.ask_again()

    def _refuse(self, why: str) -> None:
        self.hindrance, self.turns = why, self.turns + 1

    def unmend(self, correction: Correction) -> None:
        """Take one correction back."""
        answers = self.answers or Answers()
        kept = tuple(c for c in answers.corrections if correcting.place(c) != correcting.place(correction))
        self.answers = replace(answers, corrections=kept)
        self.ask_again()

    def answer(self, question: str, value: str) -> None:
        """Answer one of the file's questions, and put it back to be checked."""
        if has_cpr(value):
            self._refuse(CPR)
            return
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
    """The files saved last, without their bytes, until new files come."""
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
    for file in files:
        before = _refused(file.name)
        waiting.append(Intake(file.name, file.getvalue(), number=_next_number(), instead_of=before, settled=False))
    _forget([file.file_id for file in files])
    st.session_state["intake_turn"] = turn() + 1


def _refused(name: str) -> Refused | None:
    """The refused file that one of this name probably is the corrected edition of: the one named so, or the first."""
    there = [Refused(each.number, each.file_name, each.dataset, each.report) for each in queue()
             if each.report is not None and each.report.status == "refused"]
    return next((each for each in there if each.file_name == name), there[0] if there else None)


def settle() -> list[Intake]:
    """Let a file that came after a refused one take its place, when it is that file corrected.

    Returns those that were checked as if they were and are not: they must be checked again.
    """
    again = []
    for each in [file for file in queue() if not file.settled and file.report is not None]:
        before, each.settled = each.instead_of, True
        there = next((file for file in queue() if before is not None and file.number == before.number), None)
        follows = before is not None and each.report is not None and before.is_followed_by(each.file_name, each.report)
        if there is not None and follows:
            queue().remove(each)
            queue().insert(queue().index(there), each)
            discard(there)
        elif before is not None:
            each.instead_of = None
            again += [each] if each.content and (each.answers or each.dataset) else []
    for each in again:
        each.answers, each.dataset = None, None
        each.ask_again()
    return again


def _next_number() -> int:
    st.session_state["intake_count"] = int(st.session_state.get("intake_count", 0)) + 1
    return int(st.session_state["intake_count"])


def _forget(file_ids: list[str]) -> None:
    context = get_script_run_ctx()
    store = context.uploaded_file_mgr if context else None
    if context is not None and isinstance(store, MemoryUploadedFileManager):
        for file_id in file_ids:
            store.remove_file(session_id=context.session_id, file_id=file_id)


def examined(engine: Engine, intake: Intake) -> Report:
    """The report on the file as it now stands with its answers."""
    return examining.examine(engine, intake.file_name, intake.content, dataset=intake.dataset, answers=intake.answers,
                             without=intake.without)


def check(engine: Engine, intake: Intake) -> None:
    """Examine the file; one that is refused for what it holds is not kept."""
    intake.tried = True
    report = _first(engine, intake) if intake.answers is None and intake.dataset is None else examined(engine, intake)
    intake.trouble, intake.report = "", report
    explained.keep(report, intake.number)
    intake.mapping = report.mapping or intake.mapping
    if report.workbook is None and report.status == "refused":
        _drop(intake)


def _first(engine: Engine, intake: Intake) -> Report:
    """The first report on a file; what was explained of the same headings before is not asked again."""
    before = intake.instead_of
    if before is not None:
        intake.dataset = before.dataset
        intake.answers = Answers(said=before.report.answers.said) if before.report.answers else None
    report = examined(engine, intake)
    if before is not None and intake.dataset and report.fingerprint != before.report.fingerprint:
        intake.dataset = None
        report = examined(engine, intake)
    told = explained.again(report, instead_of=before.number if before else None)
    if told is not None:
        intake.answers = told
        report = examined(engine, intake)
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


def finish(*saved: Intake) -> None:
    """Move saved files from the queue to what is done; their bytes are in the database now."""
    done()[:] = saved
    for each in saved:
        each.content = b""
        if each.report:
            explained.forget(each.report)
        discard(each)


def discard(intake: Intake) -> None:
    """Put the file away and forget what was answered about it."""
    if intake in queue():
        queue().remove(intake)
    forget_answers()


def forget_answers() -> None:
    """Forget what the widgets hold of the file that was shown; its answers are kept with it."""
    _forget_answers(PER_FILE)


def last_number() -> int:
    """The number of the file that came last."""
    return max((each.number for each in queue()), default=0)


def _forget_answers(names: tuple[str, ...]) -> None:
    for key in [k for k in st.session_state if str(k).startswith(names)]:
        del st.session_state[key]
