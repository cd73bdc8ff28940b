"""»Log«: who did what, when, to what, from where and why; narrowed by the reader, and taken along."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.access import log
from model.access.log import MOST, Act, Wanted
from model.access.rights import Action
from model.basics import settings
from model.basics.formatting import moment, number, plural, today
from model.programmes.current import PROGRAMME
from model.store.database import readable
from model.store.tables.access import LogEntry
from pages.shared import data, downloads, layout, pickers
from pages.shared.export import Right

TAB = "Log"
ANY = ""  # in a picker: all of them
DAYS = 90  # that are shown, unless other days are chosen
NAMES = {unit.code: unit.name for unit in PROGRAMME.units}
PURPOSE = ("Loggen viser, hvem der har gjort hvad, så en fejl kan findes og en adgang kontrolleres. Den bruges ikke "
           "til at måle nogens arbejde, og der står ingen tal fra indberetningerne i den. Linjer kan ikke ændres. Når "
           "driften rydder op med »python -m model purge«, fjernes logins og funktioner, der er ældre end {kept}.")


def show() -> None:
    """What it is for, what is to be seen of it, and the entries."""
    kept = plural(settings.load().keep_months, "måned", "måneder")
    layout.note(PURPOSE.format(kept=kept))
    wanted = _wanted()
    found = _entries(wanted, most=MOST + 1)
    if not found:
        layout.empty("Der står ikke noget i loggen for det valgte.")
        return
    more = f" Her ses de nyeste {number(MOST)}. Alle er med i filen." if len(found) > MOST else ""
    layout.finding("Linjer i loggen", f"Nyeste først.{more}")
    layout.table(table(found[:MOST]), alt="Tabel: linjer i loggen, nyeste først")
    downloads.csv_button("Hent CSV", lambda: table(_entries(wanted, most=None)), "fremdrift_log.csv",
                         right=Right(Action.SEE_LOG))


def table(entries: list[LogEntry]) -> pd.DataFrame:
    """The entries as they are read."""
    rows = [(moment(each.at), each.function or "–", each.subject or "–", each.action,
             NAMES.get(each.unit, each.unit) or "–", each.about or "–", each.reason or "–", each.origin)
            for each in entries]
    return pd.DataFrame(rows, columns=["Hvornår", "Funktion", "Login", "Hvad", "Jobcenter", "Om", "Begrundelse",
                                       "Hvorfra"])


def _wanted() -> Wanted:
    with readable(), Session(data.engine()) as session:
        subjects = log.subjects(session)
    columns = st.columns(5)
    first = columns[0].date_input("Fra", today() - timedelta(days=DAYS), key="log_first", format=pickers.DAY_FORMAT)
    last = columns[1].date_input("Til", today(), key="log_last", format=pickers.DAY_FORMAT)
    subject = columns[2].selectbox("Login", [ANY, *subjects], key="log_subject", format_func=_or_all)
    act = columns[3].selectbox("Hvad", [ANY, *(each.value for each in Act)], key="log_act", format_func=_or_all)
    unit = columns[4].selectbox("Jobcenter", [ANY, *NAMES], key="log_unit",
                                format_func=lambda code: NAMES.get(code, "alle"))
    return Wanted(_day(first), _day(last), subject or None, Act(act) if act else None, unit or None)


def _day(chosen: object) -> date | None:
    return chosen if isinstance(chosen, date) else None


def _or_all(text: str) -> str:
    return text or "alle"


def _entries(wanted: Wanted, *, most: int | None) -> list[LogEntry]:
    with readable(), Session(data.engine()) as session:
        return log.entries(session, wanted, most=most)
