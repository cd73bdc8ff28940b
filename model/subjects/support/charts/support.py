"""The hotline in charts and tables: by month, theme and jobcenter, how long answers took, and what is still open."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from model.basics.formatting import capital, day, genitive, listing, month_key, month_long, month_short, number, plural
from model.basics.months import last_day
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars, Columns, ColumnSeries
from model.drawing.words import alt_text
from model.programmes.current import PLAN
from model.programmes.words import SHORT
from model.snapshot.memory import remembered
from model.snapshot.receipts import newest_record
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.words.lines import INVENTED, edition_words
from model.subjects.support.figures import counselling, hotline
from model.subjects.support.words import hotline as findings

SOURCES = {hotline.DATASET: f"Kilde: hotlinens lister fra {listing(hotline.answerers())}",
           counselling.DATASET: f"Kilde: {genitive(SHORT)} liste over særlig individuel rådgivning"}
UNKNOWN = "Ikke oplyst"
ANSWERED_HOW = ("Hver bjælke er et antal besvarede henvendelser efter, hvor mange kalenderdage der gik, fra "
                "henvendelsen kom, til svaret blev givet. Henvendelser, der venter på svar, står for sig.")
LINE_HOW = (f" Den stiplede linje er dagen, hvor {SHORT} overtog ansvaret fra {PLAN.hotline.first}."
            if PLAN.hotline else "")
MONTHS_HOW = f"Hver søjle er de henvendelser, der kom i måneden.{LINE_HOW} Den nyeste måned kan være ufuldstændig."
MONTHS_TOLD_HOW = (f"Hver søjle er de henvendelser, der kom i måneden.{LINE_HOW} Kun måneder, der var slut, da listen "
                   "kom, er med, og et tal, der er vist, ændres ikke.")
BARS_HOW = "Hver bjælke er et antal henvendelser. Tallet efter bjælken siger også, hvor mange der venter på svar."


def source(snapshot: Snapshot, dataset: str) -> str:
    """``Kilde: hotlinens lister fra DISCUS og BRM · opgjort 12. apr. 2011 · foreløbig``."""
    origin = INVENTED if snapshot.sample else SOURCES[dataset]
    if snapshot.release is not None:
        return f"{origin} · {edition_words(snapshot.release)}"
    came = newest_record(snapshot, dataset)
    return " · ".join([origin, *([f"opgjort {day(came)}"] if came else []), _status(snapshot, dataset, came)])


def _status(snapshot: Snapshot, dataset: str, came: date | None) -> str:
    """The hotline is final when the campaign is over, counselling when no offer and no agreement is open."""
    if dataset == hotline.DATASET:
        return "endelig" if came is not None and came > last_day(snapshot.ends) else "foreløbig"
    counts = counselling.counts(snapshot)
    left = counts[counselling.OFFERED] + counts[counselling.AGREED]
    return "foreløbig" if left or not sum(counts.values()) else "endelig"


def page_line(snapshot: Snapshot) -> str:
    """The line under the page's heading: how far the two lists reach."""
    parts = [f"{what} opgjort {day(came)}" for what, came in (
        ("Hotline", newest_record(snapshot, hotline.DATASET)),
        ("rådgivning", newest_record(snapshot, counselling.DATASET))) if came]
    line = " · ".join(parts)
    return capital(line)


@remembered
def months_chart(snapshot: Snapshot) -> Chart:
    """Enquiries by month with the handover marked."""
    counts = hotline.by_month(snapshot)
    months = [month.date() for month in counts.index]
    title = findings.months_title(snapshot)
    undated = 0 if snapshot.release is not None else len(hotline.enquiries(snapshot)) - int(counts.sum())
    responsible = [hotline.responsible(month) for month in months]
    return Chart(
        kind="columns", title=title, subtitle=f"Henvendelser til hotlinen pr. måned, {_period(months)}",
        source=source(snapshot, hotline.DATASET), alt=alt_text("Søjlediagram", title, f"Pr. måned, {_period(months)}"),
        make_table=lambda: pd.DataFrame({
            "Måned": [month_long(month) for month in months],
            "Henvendelser": [number(int(count)) for count in counts], "Ansvarlig": responsible}),
        make_data=lambda: pd.DataFrame({
            "maaned": [month_key(month) for month in months], "henvendelser": counts.to_numpy(),
            "ansvarlig": responsible}),
        note=f"{plural(undated, *findings.ENQUIRIES)} uden dato er ikke med." if undated else "",
        how_to_read=MONTHS_HOW if snapshot.release is None else MONTHS_TOLD_HOW, shape=Columns(
            tuple(months), (_month_columns(counts, months),),
            marks=_marks()))


def _marks() -> tuple[tuple[date, str], ...]:
    """The day the hotline changes hands, where it does."""
    planned = PLAN.hotline
    return ((planned.handover, f"{SHORT} overtager {day(planned.handover)}"),) if planned else ()


def _month_columns(counts: pd.Series, months: list[date]) -> ColumnSeries:
    labels = tuple(f"{month_long(month)}: {plural(int(count), *findings.ENQUIRIES)}"
                   for month, count in zip(months, counts, strict=True))
    return ColumnSeries("Henvendelser", tuple(float(count) for count in counts), labels,
                        texts=tuple(number(int(count)) for count in counts))


@remembered
def themes_chart(snapshot: Snapshot) -> Chart:
    """Enquiries by theme."""
    title = findings.themes_title(snapshot)
    return _bars_chart(snapshot, hotline.by_theme(snapshot), title=title, what="tema", names=str)


@remembered
def jobcenters_chart(snapshot: Snapshot) -> Chart:
    """Enquiries by jobcenter; who has never asked stands in the note."""
    names = snapshot.jobcenters["name"]
    return _bars_chart(snapshot, hotline.by_jobcenter(snapshot), title=findings.jobcenters_title(snapshot),
                       what="jobcenter", names=lambda code: str(names[code]), note=findings.never_sentence(snapshot))


def _bars_chart(snapshot: Snapshot, counts: pd.DataFrame, *, title: str, what: str, names: Callable[[str], str],
                note: str = "") -> Chart:
    labels = [UNKNOWN if key is None else names(key) for key in counts.index]
    bars = tuple(Bar(name, float(row.asked), _waiting(row.asked, row.open),
                     code=key if what == "jobcenter" and key else "")
                 for name, key, row in zip(labels, counts.index, counts.itertuples(), strict=True))
    total = int(counts["asked"].sum())
    return Chart(
        kind="bars", title=title, subtitle=f"Henvendelser til hotlinen efter {what}, {number(total)} i alt",
        source=source(snapshot, hotline.DATASET),
        alt=alt_text("Liggende søjler", title, f"{number(total)} i alt", note),
        make_table=lambda: pd.DataFrame({
            what.capitalize(): labels, "Henvendelser": [number(n) for n in counts["asked"]],
            "Venter på svar": [number(n) for n in counts["open"]]}),
        make_data=lambda: pd.DataFrame({what: labels, "henvendelser": counts["asked"].to_numpy(),
                                        "venter_paa_svar": counts["open"].to_numpy()}),
        note=note, how_to_read=BARS_HOW, shape=Bars(bars, maximum=float(counts["asked"].max())))


def _waiting(asked: int, waiting: int) -> str:
    return f"{number(asked)}, heraf {number(waiting)} uden svar" if waiting else number(asked)


@remembered
def answers_chart(snapshot: Snapshot) -> Chart:
    """How many days answers took, as counts, and how many wait."""
    counts, waiting = hotline.answer_times(snapshot), len(hotline.unanswered(snapshot))
    rows = [(_days(*step), int(count)) for step, count in counts.items()] + [("Venter på svar", waiting)]
    title = findings.answer_sentence(snapshot)
    return Chart(
        kind="bars", title=title, subtitle="Henvendelser efter antal dage, til svaret kom",
        source=source(snapshot, hotline.DATASET), alt=alt_text("Liggende søjler", title, f"{number(waiting)} venter"),
        make_table=lambda: pd.DataFrame({"Svar efter": [name for name, _ in rows],
                            "Henvendelser": [number(count) for _, count in rows]}),
        make_data=lambda: pd.DataFrame({"svar_efter": [name for name, _ in rows],
                                        "henvendelser": [count for _, count in rows]}),
        how_to_read=ANSWERED_HOW, shape=Bars(tuple(Bar(name, float(count), number(count), signal=name == rows[-1][0])
                                                   for name, count in rows),
                                             maximum=float(max(count for _, count in rows))))


def _days(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} dage eller mere"
    return "Samme dag" if high == 0 else f"{low}–{high} dage"


@remembered
def waiting_table(snapshot: Snapshot) -> pd.DataFrame:
    """What is still unanswered, oldest first: Nr., Jobcenter, Tema, Kom den, Dage, Ansvarlig."""
    rows = hotline.unanswered(snapshot)
    now = hotline.responsible(hotline.counted_to(snapshot))
    return pd.DataFrame({
        "Nr.": [number(int(n)) for n in rows["number"]], "Jobcenter": [place or UNKNOWN for place in rows["place"]],
        "Tema": [theme or UNKNOWN for theme in rows["theme"]],
        "Kom den": ["" if pd.isna(asked) else day(asked.date()) for asked in rows["asked_on"]],
        "Dage": ["" if pd.isna(days) else number(int(days)) for days in rows["days"]],
        "Ansvarlig": [now] * len(rows)})


def waiting_label(number_: int, place: str | None, theme: str | None, asked: date | None) -> str:
    """``Nr. 62 · Horsens · Løntilskud · 16. mar. 2011``: an open enquiry in a list to choose from."""
    parts = [f"Nr. {number_}", place or UNKNOWN, theme or UNKNOWN, day(asked) if asked else ""]
    return " · ".join(part for part in parts if part)


def _period(months: list[date]) -> str:
    return f"{month_short(months[0])}–{month_short(months[-1])}" if months else ""
