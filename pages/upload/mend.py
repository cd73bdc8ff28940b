"""»Ret fejlene«: a file's faults where they stand, with what is probably meant, a field to type in and the way out.

Nothing is written here: corrections are the session's until the file is saved, and the file itself stays as it came.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from model.intake.mending import corrections as correcting
from model.intake.mending import excerpts, mending, seen
from model.intake.mending.mending import Fault
from model.intake.report import Correction, Problem, Report
from model.store.once import digest
from pages.shared import downloads, export, layout, markup
from pages.upload.waiting import Intake

CHOOSE = "Vælg et svar først."
PAGE, ROWS = 20, 50  # faults, and rows of a sheet, shown at once


def panel(current: Intake, report: Report, faults: list[Fault]) -> None:
    """What was asked, what can be mended here, what has been, and the whole sheet beside it."""
    with st.container(key=current.key("mending")):
        _parts(current, report, faults)


def _parts(current: Intake, report: Report, faults: list[Fault]) -> None:
    questions(current, report)
    if current.hindrance:
        st.html(markup.box("bad", "Det kan ikke skrives sådan", [current.hindrance]))
    if faults:
        layout.finding("Ret fejlene her", "Din egen fil ændres ikke. Rettelserne gemmes sammen med den og kan ses i "
                                          "Historik.")
        for fault in _page(faults):
            _fault(current, report, fault)
    made(current, report)
    if report.workbook is not None and (current.content if report.counted is None else not report.counted.problems):
        _sheet(current, report)


def questions(current: Intake, report: Report) -> None:
    """Every question that is answered by a choice or a text of its own."""
    for problem in mending.questions(report) if report.counted is None else ():
        _question(current, problem)


def _question(current: Intake, problem: Problem) -> None:
    """A question of the file's, answered by a choice, or by a text where there is nothing to choose from."""
    asked = str(problem.question)
    key = current.field(f"answer_{digest(asked)[:12]}")
    with st.container(border=True, key=f"box_{key}"), st.form(key, border=False):
        words = {option.value: option.words for option in problem.options}
        if words:
            chosen = st.radio(problem.text, list(words), index=None, format_func=words.__getitem__, key=f"{key}_choice")
        else:
            chosen = st.text_input(problem.text, key=f"{key}_text") or None
        if st.form_submit_button("Svar", key=f"{key}_send"):
            if chosen is None:
                st.html(markup.lines([CHOOSE]))
                return
            current.answer(asked, chosen)
            st.rerun()


def _page(faults: list[Fault]) -> list[Fault]:
    """The faults that are shown: twenty at a time."""
    starts = list(range(0, len(faults), PAGE))
    if len(starts) == 1:
        return faults
    start = st.selectbox("Vis", starts, key="mend_page", label_visibility="collapsed",
                         format_func=lambda at: f"Fejl {at + 1}–{min(at + PAGE, len(faults))} af {len(faults)}")
    return faults[start:start + PAGE]


def _fault(current: Intake, report: Report, fault: Fault) -> None:
    """One fault: what is wrong, the row with the cell marked, and how it may be mended."""
    key = current.field(f"mend_{digest(fault.first.sheet, fault.first.cell, fault.first.row, fault.text)[:12]}")
    with st.container(border=True, key=f"box_{key}"):
        st.html(markup.fault(fault.text, mending.places(fault), excerpts.excerpt(report, fault)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if fault.suggestion is not None and st.button(mending.yes(fault), key=f"{key}_yes", type="primary"):
                _mend(current, fault.corrections(fault.suggestion, all_of_them=True))
            if fault.first.cell:
                _typed(current, fault, key)
            _leave_out(current, fault, key)


def _mend(current: Intake, corrections: Iterable[Correction]) -> None:
    """Check the file anew with the corrections; what cannot be corrected so is told and not kept."""
    current.mend(corrections)
    st.rerun()


def _leave_out(current: Intake, fault: Fault, key: str) -> None:
    """The rows left out: all that are alike, or the one that is chosen of those that cannot all stand."""
    if fault.first.rows:
        for row in fault.rows[:mending.OFFERED]:
            if st.button(mending.leave_out([row]), key=f"{key}_out_{row}"):
                _mend(current, fault.without_row(row))
    elif fault.rows and st.button(mending.leave_out(fault.rows), key=f"{key}_out"):
        _mend(current, fault.corrections(None, all_of_them=True))


def _typed(current: Intake, fault: Fault, key: str) -> None:
    """A field for what should stand in the cell, sent with Enter, for one cell or for all alike."""
    many = len(fault.problems)
    with st.form(key, border=False, clear_on_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        value = st.text_input(mending.field_label(fault), key=f"{key}_text", max_chars=correcting.LONGEST, width=260)
        every = many > 1 and st.checkbox(f"Brug for alle {many}", value=True, key=f"{key}_all")
        if st.form_submit_button("Ret", key=f"{key}_send"):
            if not value.strip() and fault.needs_text:
                current.refuse("Skriv, hvad der skal stå i cellen, eller udelad rækken.")
                st.rerun()
            _mend(current, fault.corrections(value, all_of_them=every))


def made(current: Intake, report: Report) -> None:
    """The corrections made so far, each with the way back, and the mended file to send to whoever made it.

    One on a sheet of a list that is told by its number is taken back where the file is read as it is.
    """
    if not report.corrections:
        return
    layout.finding(mending.title(report.corrections))
    mine = {correcting.place(c) for c in (current.answers.corrections if current.answers else ())}
    with st.container(key="corrections_made"):
        for correction in report.corrections:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(markup.lines([f"{mending.told(correction)}."]))
                if report.counted is None or correcting.place(correction) in mine:
                    _take_back(current, correction, mine=correcting.place(correction) in mine)
    if report.workbook is not None and report.columns:
        downloads.file_button("Hent den rettede fil", partial(_mended, report), mending.file_name(report),
                              "application/octet-stream", right=export.FOR_ANYBODY)


def _mended(report: Report) -> bytes:
    from model.intake.mending import mended_file  # a writer of workbooks is fetched when somebody asks for one

    return mended_file.content(report)


def _take_back(current: Intake, correction: Correction, *, mine: bool) -> None:
    """The way back of a correction: one that was remembered is outdone by what stood there."""
    place = correcting.place(correction)
    if st.button("Fortryd", key=current.key(f"unmend_{digest(place)[:12]}"), help=f"Fortryd rettelsen i {place}"):
        if mine:
            current.unmend(correction)
            st.rerun()
        _mend(current, (replace(correction, value=correction.was),))


def _sheet(current: Intake, report: Report) -> None:
    """The whole sheet as it was read, fifty rows a page, and a way to correct any cell of it."""
    folded = st.expander("Se arket, og ret en hvilken som helst celle", key="sheet_panel", on_change="rerun")
    if not folded.open or report.workbook is None:
        return
    with folded:
        sheets = [sheet.name for sheet in report.workbook.sheets]
        sheet = st.selectbox("Ark", sheets, key="sheet_shown") if len(sheets) > 1 else sheets[0]
        _any_cell(current, sheet)
        cells = seen.cells(report, sheet)
        starts = list(range(0, max(len(cells), 1), ROWS))
        start = starts[0] if len(starts) == 1 else st.selectbox(
            "Vis rækker", starts, key="sheet_rows",
            format_func=lambda at: f"Række {cells.index[at]}–{cells.index[min(at + ROWS, len(cells)) - 1]}")
        st.html(markup.table(seen.shown(cells.iloc[start:start + ROWS]), label="Filens celler"))
        st.caption("Tekst i kolonner, der ikke læses, vises ikke.")


def _any_cell(current: Intake, sheet: str) -> None:
    key = current.field("any_cell")
    with st.form(key, border=False, clear_on_submit=True), st.container(horizontal=True, vertical_alignment="bottom"):
        cell = st.text_input("Celle", key=f"{key}_cell", placeholder="B8", width=120)
        value = st.text_input("Der skal stå", key=f"{key}_value", max_chars=correcting.LONGEST, width=260)
        sent = st.form_submit_button("Ret cellen", key=f"{key}_send")
    if sent:
        try:
            made_ = correcting.parse(f"{sheet}!{cell}={value}" if sheet else f"{cell}={value}")
        except ValueError:
            st.html(markup.box("bad", "Cellen kendes ikke", ["Skriv kolonnens bogstav og rækkens nummer, fx B8."]))
            return
        _mend(current, (made_,))
