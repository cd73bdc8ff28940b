"""The campaign's calendar as a timeline, with its table."""

from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import day, listing, month_long, number, plural
from model.basics.months import last_day, shift
from model.drawing.chart import Chart
from model.drawing.shapes import Event, Timeline
from model.drawing.words import alt_text
from model.intake.datasets.counselling import COUNSELLING
from model.programmes.current import PROGRAMME
from model.programmes.words import ITS, ITSELF, SHORT
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.calendar.figures import calendar
from model.subjects.calendar.figures.calendar import Lane
from model.subjects.calendar.words.calendar import LANE_WORDS, STATE_WORDS

MOST_BEYOND = 12  # months drawn after the campaign
PLAN = f"Kilde: {ITS} aktivitetsplan"
HOW_TO_READ = (
    "Hver linje er en aktivitet. Et felt med et tal er en dag i måneden: fyldt, når dagen er passeret, og kun med "
    "kant, når den kommer. En stribe er en periode. Den lodrette streg er dagen, som kalenderen ses fra; ligger den "
    f"uden for {ITSELF}, er der ingen streg. Planens dage er dem, der blev trykt; Fremdrift ved ikke, om de er blevet "
    "holdt. En dag, der er meldt aflyst, er streget over og tælles ikke med. Rådgivningsbesøg er dem, der er "
    "indberettet som aftalt eller afholdt, møder i mentornetværk dem, der er oplyst, og dialogmøder dem, der er "
    "åbnet på siden Dialogmøde. Planen "
    f"siger kun, at {ITSELF} slutter i {month_long(PROGRAMME.ends)}; her står månedens sidste dag.")


@remembered
def calendar_chart(snapshot: Snapshot) -> Chart:
    """Everything in the calendar on lanes by activity, from the campaign's first month to its last."""
    events = calendar.events(snapshot)
    first, last = _extent(snapshot, events)
    period = f"{month_long(first)} til {month_long(last)}"
    title = _title(snapshot)
    return Chart(
        kind="timeline", title=title,
        subtitle=f"Startkonference, kursusdage, mentordage, {_networks(events)}rådgivningsbesøg, hotline og "
                 f"dialogmøder, {period}",
        source=_source(snapshot), alt=alt_text(f"Tidslinje over {ITS} datoer", title, _count(snapshot),
                                            f"Fra {period}"),
        make_table=partial(_table, events), make_data=partial(_data, events), how_to_read=HOW_TO_READ,
        note=_note(snapshot),
        shape=Timeline(_lanes(events), tuple(_drawn(row) for row in events.to_dict("records")), first, last,
                       snapshot.data_date))


def _networks(found: pd.DataFrame) -> str:
    return "møder i mentornetværk, " if found["lane"].eq(Lane.NETWORKS).any() else ""


def _lanes(found: pd.DataFrame) -> tuple[str, ...]:
    """The lanes that have an entry, in their order."""
    return tuple(words for lane, words in LANE_WORDS.items() if found["lane"].eq(lane).any())


def _extent(snapshot: Snapshot, found: pd.DataFrame) -> tuple[date, date]:
    """The campaign's first day to its last, and on to what lies beyond; a mistyped year does not stretch it further."""
    earliest, latest = found["day"].min().date(), found["until"].fillna(found["day"]).max().date()
    first = max(min(snapshot.starts, earliest.replace(day=1)), snapshot.figures_from)
    last = min(max(snapshot.ends, latest.replace(day=1)), shift(snapshot.ends, MOST_BEYOND))
    return first, last_day(last)


def _title(snapshot: Snapshot) -> str:
    """»Marts 2010 er den travleste måned med 4 datoer«."""
    months, most = calendar.busiest(snapshot)
    names = [month_long(month) for month in months]
    if len(names) > 2:
        return f"Ingen måned har mere end {plural(most, 'dato', 'datoer')}"
    named = listing(names)
    which = "er den travleste måned med" if len(names) == 1 else "er de travleste måneder med hver"
    return f"{named[0].upper()}{named[1:]} {which} {plural(most, 'dato', 'datoer')}"


def _count(snapshot: Snapshot) -> str:
    ahead, of = len(calendar.upcoming(snapshot)), len(calendar.single_days(snapshot))
    return f"{number(ahead)} af {plural(of, 'dato', 'datoer')} ligger forude"


def _note(snapshot: Snapshot) -> str:
    """The visits to ask about: »Aftalt, men ikke meldt afholdt: Rådgivningsbesøg i Lemvig (12. jan. 2010).«"""
    visits = [f"{row['title']} ({day(row['day'].date())})" for row in calendar.not_said(snapshot).to_dict("records")]
    return f"Aftalt, men ikke meldt afholdt: {listing(visits)}." if visits else ""


def _source(snapshot: Snapshot) -> str:
    """»Kilde: kampagnens aktivitetsplan · rådgivningsbesøg: oplyst af BRM · opgjort 12. apr. 2010 · foreløbig«."""
    visits = snapshot.recorded(COUNSELLING.name)
    if visits.empty:
        return f"{PLAN} · ingen rådgivningsbesøg er indlæst · set {day(snapshot.data_date)}"
    uploads = visits["upload_id"].unique()
    invented = snapshot.uploads.loc[snapshot.uploads["id"].isin(uploads), "source"].eq("sample").any()
    whose = "eksempeldata, opdigtede tal" if invented else f"oplyst af {SHORT}"
    received = day(snapshot.received[uploads].max())
    status = "endelig" if snapshot.data_date > last_day(snapshot.ends) else "foreløbig"
    return f"{PLAN} · rådgivningsbesøg: {whose} · opgjort {received} · {status}"


def _drawn(row: dict) -> Event:
    return Event(day=row["day"].date(), title=row["title"], lane=LANE_WORDS[row["lane"]], said=_said(row),
                 until=row["until"].date() if row["period"] else None, past=row["past"], cancelled=row["cancelled"])


def _said(row: dict) -> str:
    """»19. nov. 2009 · Kursusdag 1 »…«, Herning Kongrescenter · passeret«."""
    what = f"{LANE_WORDS[row['lane']]}: {row['title']}" if row["period"] else row["title"]
    place = f", {row['place']}" if row["place"] and not row["jobcenter"] else ""  # a visit's title names its place
    return f"{_when(row)} · {what}{place} · {STATE_WORDS[row['state']]}"


def _when(row: dict) -> str:
    first: date = row["day"].date()
    return f"{day(first)} – {day(row['until'].date())}" if row["period"] else day(first)


def _table(found: pd.DataFrame) -> pd.DataFrame:
    rows = found.to_dict("records")
    return pd.DataFrame({
        "Dato": [_when(row) for row in rows], "Hvad": [row["title"] for row in rows],
        "Aktivitet": [LANE_WORDS[row["lane"]] for row in rows], "Sted": [row["place"] for row in rows],
        "Status": [STATE_WORDS[row["state"]] for row in rows]})


def _data(found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({
        "dato": found["day"], "til_dato": found["until"], "aktivitet": found["lane"].map(LANE_WORDS),
        "hvad": found["title"], "sted": found["place"], "jobcenter": found["jobcenter"],
        "status": found["state"].map(STATE_WORDS)})
