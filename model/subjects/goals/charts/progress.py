"""Goal 1's share month by month, for the region or a jobcenter, with the target and the required path."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.formatting import month_key, month_long, month_short, number
from model.basics.frames import records
from model.basics.shares import decimals_beside, percent
from model.drawing.chart import Chart, Series
from model.drawing.words import alt_text, judged_by
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import ACTIVATION, GOAL_1, GROUP, PARTS_OR
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.moments import marked
from model.subjects.goals.charts.progress_lines import STATES, line, main_line, months_of, required_path, share_words
from model.subjects.goals.charts.trend import break_note, gap_words, provisional_title, trend_title
from model.subjects.goals.figures.breaks import breaks, new_models
from model.subjects.goals.figures.coverage import default_month, reported_months
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.moments import spoken_with
from model.subjects.goals.figures.movement import movement
from model.subjects.goals.figures.progress import FINAL, HIDDEN, MISSING, NONE, PROVISIONAL, alike, progress
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.wording import withheld_words

HOW_TO_READ = (
    f"Hvert punkt er andelen af målgruppen, der var i {PARTS_OR} i måneden. Den stiplede "
    "vandrette linje er målet. Et hult punkt er foreløbigt; den grå linje, regionens, viser kun endelige "
    "måneder. Hvor linjen er brudt, mangler tallet, er skjult eller er udeladt, og der er ikke gættet på det. "
    f"Den prikkede linje viser, hvor hurtigt andelen skal stige for at nå {GOAL_1} til tiden, hvis målgruppen er "
    "uændret. Den er ikke en prognose. For regionen er det vejen til, at alle jobcentre når målet. Det nødvendige "
    "niveau kan ligge over målet for andelen, fordi også forøgelsen skal nås.")
AS_TOLD = "Regionen (summen af de jobcentre, der er fortalt i måneden)"


@remembered
def progress_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """The share from the baseline on, for a jobcenter or the region (None), as seen from ``month``.

    Months after ``month`` are drawn only when it is the newest final one: they are the provisional ones. The title
    speaks of ``month`` and what came before. A jobcenter's has small marks where it was spoken with, the region's none.
    """
    plain = plain_chart(snapshot, code, month)
    chart = replace(plain, note=". ".join(part for part in (plain.note, break_note(plain.breaks)) if part))
    return chart if code is None else marked(chart, spoken_with(snapshot, code, _last(chart)))


@remembered
def plain_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """The same without marks, and without a word of what a break means."""
    frame = _shown(snapshot, code, month)
    name = _whose(snapshot, code)
    target = _target(snapshot, code, month)
    label = "" if target is None else f"Mål {percent(target)}"
    seen = _told(frame, month, regional=code is None)
    title = _title(snapshot, code, seen)
    context = () if code is None else (_context(snapshot, month),)
    path = required_path(snapshot, code, month)
    broken = tuple((m, what) for m, what in breaks(snapshot, code) if m <= frame["month"].max().date())
    absent = _gaps(snapshot, frame)
    hollow = _in_state(frame, PROVISIONAL)
    return Chart(
        kind="line", title=title, subtitle=_subtitle(code, name, frame),
        source=source_line(snapshot, month, provisional=hollow),
        alt=alt_text("Linjediagram", f"{name}: {title[0].lower()}{title[1:]}",
                     label, absent),
        make_table=partial(_table, frame, regional=code is None), make_data=partial(_data, frame),
        how_to_read=HOW_TO_READ,
        note=absent, series=(*context, main_line(frame, seen, name=name), *path),
        target=target, target_label=label, hidden=bool(frame["state"].eq(HIDDEN).any()),
        breaks=broken)


@remembered
def _shown(snapshot: Snapshot, code: str | None, month: date) -> pd.DataFrame:
    """The months of ``progress``, with what each state is called (said), and what a gap is (gap).

    Those after ``month`` know nothing and have no state, but for provisional ones.
    """
    frame = progress(snapshot, code)
    newest = default_month(snapshot)
    last = month if newest is None or month < newest else max([month, *reported_months(snapshot)[:1]])
    after, beyond = (frame["month"].to_numpy() > np.datetime64(at) for at in (month, last))
    later = beyond | (after & frame["share"].isna().to_numpy())
    names = STATES | {HIDDEN: withheld_words(snapshot)}
    states = [NONE if unknown else state for state, unknown in zip(frame["state"], later, strict=True)]
    return frame.assign(share=np.where(later, np.nan, frame["share"].to_numpy()),
                        persons=_but(frame["persons"], later), activated=_but(frame["activated"], later), state=states,
                        said=[names[state] for state in states], gap=gap_words(snapshot, pd.Series(states)))


def _but(counts: pd.Series, later: NDArray[np.bool_]) -> Any:
    """The counts without those of the months that know nothing."""
    kept = counts.array.copy()
    kept[later] = None
    return kept


def _target(snapshot: Snapshot, code: str | None, month: date) -> int | None:
    goals = [goal1(snapshot, code, month)] if code else region(snapshot, month).goals
    targets = {goal.share_target for goal in goals}
    return targets.pop() if len(targets) == 1 else None


def _told(frame: pd.DataFrame, month: date, *, regional: bool) -> pd.DataFrame:
    """The known months that the title and the label may speak of: up to ``month``, and of the region only final ones.

    The region's chosen month itself is told also when it is provisional.
    """
    months, at = frame["month"].to_numpy(), np.datetime64(month)
    known = frame["share"].notna().to_numpy() & (months <= at)
    final = known & ((frame["state"].to_numpy(dtype=object) == FINAL) | (months == at))
    return frame[final if regional and final.any() else known]


def _whose(snapshot: Snapshot, code: str | None) -> str:
    """Whose months they are. An edition's sums of a month are of the rows told of it, which are not the same in all."""
    if code is not None:
        return str(snapshot.jobcenters.loc[code, "name"])
    return region_name(snapshot) if snapshot.release is None else AS_TOLD


def _title(snapshot: Snapshot, code: str | None, seen: pd.DataFrame) -> str:
    if code is None and snapshot.release is not None and len(seen):
        same_rows = alike(snapshot, seen.iloc[-1]["month"].date())  # what two months share is told to nobody as a sum
        seen = seen[seen["month"].dt.date.isin(same_rows)]
    if code is None and len(seen) > 1 and seen.iloc[-1]["state"] == PROVISIONAL:
        ends = seen.iloc[0], seen.iloc[-1]
        first, last = (row["month"].date() for row in ends)
        same = movement(snapshot, None, first, last) if snapshot.audience == "internal" else None
        if same is not None:
            return provisional_title(same, targets=(judged_by(ends[0]), judged_by(ends[1])))
    return trend_title(seen, breaks=new_models(snapshot, code))


@remembered
def _context(snapshot: Snapshot, month: date) -> Series:
    """The region behind a jobcenter: final months only, since a provisional one is of other jobcenters."""
    frame = _shown(snapshot, None, month)
    final = frame.assign(share=frame["share"].where(frame["state"].eq(FINAL)))
    known, name = bool(final["share"].notna().any()), region_name(snapshot)
    return replace(line(final, name=name, role="context"), label_last=name if known else None)


def _last(chart: Chart) -> date:
    """The last month with a point on the chart's own line, else its first month."""
    main = next(series for series in chart.series if series.role == "main")
    known = [month for month, value in zip(main.months, main.values, strict=True) if value is not None]
    return known[-1] if known else main.months[0]


def _subtitle(code: str | None, name: str, frame: pd.DataFrame) -> str:
    months = months_of(frame)
    who = f"{name}, " if code is None else f"Jobcenter {name}, "
    return (f"{who}{GROUP} i {PARTS_OR}, procent pr. måned, "
            f"{month_short(months[0])}–{month_short(months[-1])}")


def _gaps(snapshot: Snapshot, frame: pd.DataFrame) -> str:
    missing, hidden = _in_state(frame, MISSING), _in_state(frame, HIDDEN)
    withheld = withheld_words(snapshot).capitalize()
    parts = [f"{word}: {', '.join(month_short(m) for m in months)}"
             for word, months in (("Mangler", missing), (withheld, hidden)) if months]
    return ". ".join(parts)


def _in_state(frame: pd.DataFrame, state: str) -> tuple[date, ...]:
    """The months of that state; of the column alone, since whole rows take longer to pick out than all else here."""
    return tuple(month.date() for month, its in zip(frame["month"], frame["state"], strict=True) if its == state)


def _table(frame: pd.DataFrame, *, regional: bool) -> pd.DataFrame:
    rows = frame[frame["state"].ne(NONE)]
    unknown = {MISSING: "m", HIDDEN: "d"}
    counts = {title: [unknown.get(state, "") if pd.isna(v) else number(int(v))
                      for v, state in zip(rows[column], rows["state"], strict=True)]
              for title, column in (("Målgruppe", "persons"), (f"I {ACTIVATION}", "activated"))}
    least = decimals_beside(int(n) for n in rows.loc[rows["share"].notna(), "persons"])
    shares = [unknown.get(row["state"], "") if pd.isna(row["share"]) else share_words(row, least)
              for row in records(rows)]
    table = {"Måned": [month_long(m.date()) for m in rows["month"]], **counts, "Andel": shares}
    if regional:
        table["Jobcentre"] = [number(int(n)) for n in rows["jobcenters"]]
    return pd.DataFrame({**table, "Status": rows["said"].tolist()})


def _data(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame[frame["state"].ne(NONE)]
    return pd.DataFrame({
        "maaned": [month_key(m.date()) for m in rows["month"]], PERSONS: rows["persons"].array,
        TOTAL: rows["activated"].array, "andel_procent": rows["share"].to_numpy(),
        "jobcentre": rows["jobcenters"].to_numpy(), "status": rows["said"].to_numpy()})
