"""The files a person has given the app, each on its way through check, answers and save, kept in the session."""

import streamlit as st
from sqlalchemy import Engine
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from model.access import rights
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.personal_data import has_cpr
from model.intake import examine as examining
from model.intake import verdicts
from model.intake.report import Answers, Report
from pages.upload import answers, explained
from pages.upload.successor import Refused
from pages.upload.waiting import Intake


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
    same = []
    for file in files:
        content = file.getvalue()
        if any(content and content == each.content for each in waiting):
            same.append("filen" if has_cpr(file.name) else file.name)
        else:
            waiting.append(Intake(file.name, content, number=_next_number(), instead_of=_refused(file.name)))
    st.session_state["intake_same"] = same
    _forget([file.file_id for file in files])
    st.session_state["intake_turn"] = turn() + 1


def same_again() -> list[str]:
    """The files dropped last that are the very same as one that waits."""
    found: list[str] = st.session_state.get("intake_same", [])
    return found


def _refused(name: str) -> Refused | None:
    """The refused file that one of this name is the corrected edition of."""
    there = (Refused.of(each.number, each.dataset, each.report) for each in queue()
             if each.report is not None and _has_faults(each.report))
    return next((each for each in there if each.is_named(name)), None)


def _has_faults(report: Report) -> bool:
    """Whether a file must be mended, so that another edition of it may come: no list, and none that only waits."""
    return report.status == "refused" and report.counted is None and not verdicts.only_questions(report)


def settle() -> None:
    """Let files take the places of the refused ones they are the corrected editions of, and ask where it is likely."""
    for each in [file for file in queue() if not file.settled and file.report is not None]:
        each.settled = True
        if each.instead_of is not None:
            replace_refused(each, each.instead_of)
        elif each.report is not None:
            there = (Refused.of(file.number, file.dataset, file.report) for file in queue()
                     if file is not each and file.report is not None and _has_faults(file.report))
            each.perhaps = next((one for one in there if one.may_be_followed_by(each.report)), None)


def replace_refused(heir: Intake, before: Refused) -> None:
    """Put a file in the place of the refused one."""
    heir.instead_of, heir.perhaps = before, None
    there = next((file for file in queue() if file.number == before.number), None)
    if there is not None:
        queue().remove(heir)
        queue().insert(queue().index(there), heir)
        discard(there)


def _next_number() -> int:
    st.session_state["intake_count"] = int(st.session_state.get("intake_count", 0)) + 1
    return int(st.session_state["intake_count"])


def _forget(file_ids: list[str]) -> None:
    context = get_script_run_ctx()
    store = context.uploaded_file_mgr if context else None
    if context is not None and isinstance(store, MemoryUploadedFileManager):
        for file_id in file_ids:
            store.remove_file(session_id=context.session_id, file_id=file_id)


def examined(engine: Engine, intake: Intake, viewer: Viewer) -> Report:
    """The report on the file as it now stands with its answers."""
    return examining.examine(engine, intake.file_name, intake.content, dataset=intake.dataset, answers=intake.answers,
                             without=intake.without, listing=intake.listing if intake.is_counted else None,
                             own=rights.units_of(viewer, Action.UPLOAD))


def check(engine: Engine, intake: Intake, viewer: Viewer) -> None:
    """Examine the file; one that is refused for what it holds is not kept."""
    intake.tried = True
    try:
        fresh = intake.answers is None and intake.dataset is None
        report = _first(engine, intake, viewer) if fresh else _again(engine, intake, viewer)
        intake.trouble, intake.report, intake.tried = "", report, True
        explained.keep(report, intake.number)
    except Exception:
        raise
    except BaseException:  # the framework broke the run off for a newer one: nothing was wrong with the file
        intake.tried = intake.report is not None
        raise
    intake.mapping, intake.listing = report.mapping or intake.mapping, report.listing
    if report.workbook is None and report.status == "refused":
        _drop(intake)


def _again(engine: Engine, intake: Intake, viewer: Viewer) -> Report:
    """The report with the answers; what is no list after a correction has been taken back is read as it is."""
    report = examined(engine, intake, viewer)
    if intake.is_counted and report.counted is None and intake.content:
        intake.count_list(wanted=False)
        report = examined(engine, intake, viewer)
    return report


def _first(engine: Engine, intake: Intake, viewer: Viewer) -> Report:
    """The first report on a file; what was explained of the same headings before is not asked again."""
    before = intake.instead_of
    if before is not None:
        intake.dataset = before.dataset
        intake.answers = Answers(said=before.said) if before.said else None
    report = examined(engine, intake, viewer)
    if before is not None and intake.dataset and report.fingerprint != before.fingerprint:
        intake.dataset = None
        report = examined(engine, intake, viewer)
    told = explained.again(report, instead_of=before.number if before else None)
    if told is not None:
        intake.answers = told
        report = examined(engine, intake, viewer)
    return report


def _drop(intake: Intake) -> None:
    """Forget the bytes, and a name that the report does not repeat since it looks like a person's data."""
    intake.content = b""
    if intake.report:
        intake.file_name = intake.report.file_name


def discard(intake: Intake) -> None:
    """Put the file away and forget what was answered about it."""
    if intake in queue():
        queue().remove(intake)
    forget_answers()


def forget_answers() -> None:
    """Forget what the widgets hold of the file that was shown; its answers are kept with it."""
    answers.forget(answers.PER_FILE)
