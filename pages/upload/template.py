"""A template to fill in: first what it is for, then the month or the course day, then the file."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import streamlit as st

from model.basics.formatting import month_long
from model.intake import templates
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.datasets.register import DATASETS
from model.intake.records import templates as record_templates
from model.intake.records.templates import Row
from model.intake.sheets import Kind
from model.snapshot.snapshot import Snapshot
from pages.shared import downloads
from pages.upload.kind import title

FORMATS: tuple[tuple[str, Kind, str], ...] = (("Hent som Excel", "xlsx", downloads.XLSX),
                                              ("Hent som CSV", "csv", downloads.CSV))
ATTENDANCE, EVALUATION, COURSE_DAYS = "kursusdeltagelse", "kursusevaluering", "kursusdage"
COUNSELLING, CENTRE_MONTHS = "raadgivning", "centermaaned"


def panel(snapshot: Snapshot, names: Mapping[str, str], month: date) -> None:
    """Sheets that are ready to fill in, each made when it is asked for."""
    folded = st.expander("Hent en skabelon, der er klar til at udfylde", key="template", on_change="rerun")
    if not folded.open:
        return
    with folded:
        what, about = st.columns(2)
        dataset = what.selectbox("Skabelon til", list(DATASETS), format_func=title, key="template_kind")
        with about:
            chosen = _about(snapshot, dataset, month)
        stem = record_templates.file_name(dataset, chosen)
        with st.container(horizontal=True):
            for words, kind, mime in FORMATS:
                downloads.file_button(words, partial(_file, snapshot, names, dataset, chosen, kind), f"{stem}.{kind}",
                                      mime)


def _about(snapshot: Snapshot, dataset: str, month: date) -> date | str | None:
    """The month or the course day the template is for; None when its rows say that themselves."""
    if dataset in (MAANEDSTAL.name, CENTRE_MONTHS):
        months = snapshot.months
        return st.selectbox("Måned", months, index=months.index(month), format_func=month_long, key="template_month")
    if dataset == ATTENDANCE:
        days = snapshot.course_days
        label = partial(record_templates.day_label, course_days=days)
        next_day = record_templates.next_day(days, snapshot.data_date)
        return st.selectbox("Kursusdag", list(days.index), index=next_day, format_func=label, key="template_day")
    return None


def _file(snapshot: Snapshot, names: Mapping[str, str], dataset: str, about: date | str | None, kind: Kind) -> bytes:
    if dataset == MAANEDSTAL.name:
        assert isinstance(about, date)
        return templates.template(about, kind, names)
    return record_templates.template(dataset, kind, _rows(snapshot, names, dataset, about))


def _rows(snapshot: Snapshot, names: Mapping[str, str], dataset: str, about: date | str | None) -> list[Row]:
    """What is filled in beforehand."""
    records, days = snapshot.records, snapshot.course_days
    made: dict[str, Callable[[], list[Row]]] = {
        ATTENDANCE: lambda: record_templates.attendance_rows(str(about), days, names),
        EVALUATION: lambda: record_templates.evaluation_rows(days),
        COURSE_DAYS: lambda: record_templates.evaluation_rows(days),
        COUNSELLING: lambda: record_templates.counselling_rows(names),
        CENTRE_MONTHS: lambda: record_templates.centre_rows(about, records["centre"], records[CENTRE_MONTHS], names)
        if isinstance(about, date) else []}
    return made[dataset]() if dataset in made else []
