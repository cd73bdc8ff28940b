"""The dialogue for a file whose headings or months must be explained: each heading, and what it is."""

from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.basics.formatting import listing, month_key, month_long, month_short, parse_month_key, plural
from model.intake import file_names
from model.intake.columns import explained
from model.intake.datasets.datasets import DATASETS
from model.intake.files.workbook import column_letters
from model.intake.report import Answers, Heading, Question, Report
from model.programmes.words import ENDED_HEADING
from pages.shared import markup
from pages.upload.waiting import Intake

IGNORE = "ignore"
FILES_OWN = ""  # a column without a month of its own
SAMPLES = 3


def ask(intake: Intake, report: Report, months: list[date]) -> Answers | None:
    """Ask what the file does not say itself; the answers when they are sent and complete, else None."""
    question = report.question or Question(text="", headings=intake.mapping)
    before = intake.answers or Answers()
    with st.form("mapping", border=False):
        sheet = _sheet(question)
        month, outcome = _months(question, months)
        columns, own = _headings(question, before, report.dataset, months)
        name = _profile_name(intake, report) if question.headings else before.profile_name
        sent = st.form_submit_button("Kontrollér filen", key=intake.key("recheck"), type="primary")
    if not sent:
        return None
    if lacking := _lacking(question, columns, month):
        st.html(markup.box("bad", "Der mangler et svar", lacking))
        return None
    return replace(before, columns=before.columns | columns, months=before.months | own, month=month or before.month,
                   outcome_month=outcome or before.outcome_month, sheet=sheet or before.sheet, profile_name=name,
                   approved=before.approved or not question.sheets)


def is_to_explain(report: Report) -> bool:
    """Whether headings, months or a sheet are asked about, and not only what is answered by a choice of its own."""
    asked = report.question
    return asked is not None and bool(asked.headings or asked.needs_month or asked.needs_outcome_month or asked.sheets)


def _lacking(question: Question, columns: dict[int, str], month: date | None) -> list[str]:
    open_ones = [f"»{_name(h)}«" for h in question.headings if h.index not in columns]
    said = [f"Vælg, hvad {listing(open_ones)} er. Skal kolonnen ikke med, så vælg »Brug ikke«."] if open_ones else []
    return [*said, "Vælg, hvilken måned tallene er for."] if question.needs_month and month is None else said


def approve(intake: Intake, report: Report) -> Answers | None:
    """Show how a file that does not follow the template was read; the answers with a yes, else None."""
    name = _profile_name(intake, report)
    sent = st.button("Ja, sådan skal filen læses", key=intake.key("approve"), type="primary")
    st.html(markup.table(_read_as(report), label="Sådan er filen læst"))
    st.html(markup.lines(report.notes))
    return replace(intake.answers or Answers(), profile_name=name, approved=True) if sent else None


def _read_as(report: Report) -> pd.DataFrame:
    words = choices(report.dataset)
    rows = [(h.heading or "(uden overskrift)", ", ".join(h.samples[:SAMPLES]), words.get(h.guess or IGNORE, h.guess),
             month_short(h.month) if h.month else "") for h in report.mapping]
    return pd.DataFrame(rows, columns=["Filens overskrift", "Første værdier", "Læses som", "Måned"])


def _start(key: str, value: object) -> None:
    """A widget's first value, set so that the browser never keeps the one from an earlier file."""
    if key not in st.session_state:
        st.session_state[key] = value


def _sheet(question: Question) -> str | None:
    if not question.sheets:
        return None
    _start("file_sheet", question.sheets[0])
    return st.radio("Hvilket ark er tallene i?", question.sheets, key="file_sheet")


def _months(question: Question, months: list[date]) -> tuple[date | None, date | None]:
    month = outcome = None
    if question.needs_month:
        _start("file_month", question.month_guess)
        month = st.selectbox("Hvilken måned er tallene for?", months, format_func=month_long, key="file_month",
                             placeholder="Vælg måned")
    if question.needs_outcome_month:
        _start("outcome_month", question.outcome_month_guess)
        outcome = st.selectbox("Hvilken måned hører udfaldene til?", months, format_func=month_long,
                               key="outcome_month", placeholder="Vælg måned",
                               help=f"{ENDED_HEADING} og hvad der siden skete opgøres ofte senere end aktiveringen.")
    return month, outcome


def _headings(question: Question, before: Answers, dataset: str,
              months: list[date]) -> tuple[dict[int, str], dict[int, date]]:
    """The columns to explain first, those that are recognised folded under them; all can be changed."""
    shown = [h for h in question.headings if h.index in question.asked] or list(question.headings)
    folded = [h for h in question.headings if h not in shown]
    if not question.asked:
        shown = _settled(shown)
    rows = Rows(dataset, months if any(h.month for h in question.headings) else [], before)
    for heading in shown:
        rows.draw(heading)
    if folded:
        with st.expander(f"Se og ret {plural(len(folded), 'kolonne', 'kolonner')}, der er genkendt"):
            for heading in _settled(folded):
                rows.draw(heading)
    return rows.columns, rows.own


def _settled(headings: list[Heading]) -> list[Heading]:
    """Headings nobody asks about: what was not read as anything is not used."""
    return [replace(heading, guess=heading.guess or IGNORE) for heading in headings]


def choices(dataset: str, key: str = "") -> dict[str, str]:
    """What the heading of this key can be, in the order a person looks for it: stored name -> Danish words."""
    declared = DATASETS[dataset]
    return {IGNORE: "Brug ikke"} | {name: declared.field(name).heading for name in explained.may_be(key, declared)}


@dataclass
class Rows:
    """The rows of the dialogue, and what is answered in them: a column's meaning and its own month, by index."""

    dataset: str
    months: list[date]
    before: Answers
    columns: dict[int, str] = field(default_factory=dict)
    own: dict[int, date] = field(default_factory=dict)

    def draw(self, heading: Heading) -> None:
        """One column of the sender's: its heading and first values, what it is, and its month."""
        index, name = heading.index, _name(heading)
        places = st.columns([3, 4, 2] if self.months else [3, 6], vertical_alignment="center")
        places[0].html(markup.term(name, ", ".join(heading.samples[:SAMPLES]) or "ingen værdier"))
        words = choices(self.dataset, heading.key)
        guess = self.before.columns.get(index, heading.guess)
        _start(f"map_{index}", guess if guess in words else None)
        chosen = places[1].selectbox(f"»{name}« er", list(words), format_func=words.__getitem__,
                                     key=f"map_{index}", placeholder="Vælg, hvad kolonnen er",
                                     label_visibility="collapsed")
        if chosen is not None:
            self.columns[index] = chosen
        if self.months:
            self._month(places[2], index, name, self.before.months.get(index, heading.month))

    def _month(self, place: DeltaGenerator, index: int, name: str, month: date | None) -> None:
        _start(f"map_month_{index}", month_key(month) if month else FILES_OWN)
        chosen = place.selectbox(f"Måned for »{name}«", [FILES_OWN, *map(month_key, self.months)],
                                 format_func=_own_month, key=f"map_month_{index}", label_visibility="collapsed")
        if chosen != FILES_OWN:
            self.own[index] = parse_month_key(chosen)


def _name(heading: Heading) -> str:
    """The sender's heading; the column by its letter where it has none."""
    return heading.heading or f"Kolonne {column_letters(heading.index)} uden overskrift"


def _own_month(key: str) -> str:
    return "filens måned" if key == FILES_OWN else month_short(parse_month_key(key))


def _profile_name(intake: Intake, report: Report) -> str:
    said = intake.answers.profile_name if intake.answers else None
    return st.text_input("Husk svarene under navnet", said or file_names.suggested(intake.file_name, report.dataset),
                         key=intake.key("profile_name"), max_chars=60, persist_state="session",
                         help="Næste fil med de samme overskrifter genkendes og går lige igennem.")
