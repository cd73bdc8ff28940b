"""Goal 1's share month by month, for the region or a jobcenter, with the target and the required path."""

from datetime import date

import pandas as pd

from model.charts.chart import Chart, Series
from model.charts.words import TARGET_GROUP, WHOLE, alt_text, source_line
from model.formatting import NBSP, month_key, month_long, month_short, number, percent, share, share_of
from model.indicators.breaks import breaks
from model.indicators.coverage import default_month, reported_months
from model.indicators.goals import Goal1, goal1, region
from model.indicators.progress import FINAL, HIDDEN, MISSING, NONE, PROVISIONAL, progress
from model.indicators.snapshot import Snapshot, remembered
from model.months import between, span
from model.statistics.intervals import FEWEST

STATES = {FINAL: "endelig", PROVISIONAL: "foreløbig", MISSING: "mangler", HIDDEN: "skjult af afsenderen",
          NONE: "endnu ikke"}
HOW_TO_READ = (
    "Hvert punkt er andelen af målgruppen, der var i virksomhedspraktik eller løntilskud i måneden. Den stiplede "
    "vandrette linje er målet. Et hult punkt er foreløbigt. Hvor linjen er brudt, mangler tallet, og der er ikke "
    "gættet på det. "
    "Den prikkede linje viser, hvor hurtigt andelen skal stige for at nå Mål 1 til tiden, hvis målgruppen er uændret; "
    "den er ikke en prognose.")


@remembered
def progress_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """The share from the baseline on, for a jobcenter or the region (None), as seen from ``month``.

    Months after ``month`` are drawn only when it is the newest final one: they are the provisional ones. The title
    speaks of ``month`` and what came before.
    """
    frame = _shown(snapshot, code, month)
    name = WHOLE if code is None else str(snapshot.jobcenters.loc[code, "name"])
    target = _target(snapshot, code, month)
    title = trend_title(frame[frame["month"] <= pd.Timestamp(month)], target=target)
    context = () if code is None else (_line(_shown(snapshot, None, month), name=WHOLE, target=target, role="context"),)
    path = _required(snapshot, code, month)
    return Chart(
        kind="line", title=title, subtitle=_subtitle(snapshot, code, name, frame), source=source_line(snapshot, month),
        alt=alt_text("Linjediagram", f"{name}: {title[0].lower()}{title[1:]}",
                     f"Mål {target}{NBSP}%" if target is not None else "", _gaps(frame)),
        table=_table(frame, target, regional=code is None), data=_data(frame), how_to_read=HOW_TO_READ,
        note=_gaps(frame), series=(*context, _line(frame, name=name, target=target, role="main"), *path),
        target=target, target_label=f"Mål {target}{NBSP}%" if target is not None else "",
        breaks=tuple((m, label) for m, label in breaks(snapshot, code) if m <= frame["month"].max().date()))


def trend_title(frame: pd.DataFrame, *, target: int | None) -> str:
    """»Andelen steg fra 10,6 % i sep. 2009 til 15,0 % i mar. 2011«, between the first and the last known month."""
    known = frame[frame["share"].notna()]
    if known.empty:
        return "Der er endnu ingen andel at vise"
    (first, begun), (last, ended) = ((row, _share(row, target)) for row in (known.iloc[0], known.iloc[-1]))
    if len(known) == 1:
        return f"Andelen var {ended} i {month_long(last['month'].date())}"
    if begun == ended:
        return (f"Andelen er {ended} i {month_short(last['month'].date())} som i "
                f"{month_short(first['month'].date())}")
    verb = "steg" if last["share"] > first["share"] else "faldt"
    return (f"Andelen {verb} fra {begun} i {month_short(first['month'].date())} til {ended} i "
            f"{month_short(last['month'].date())}")


def _shown(snapshot: Snapshot, code: str | None, month: date) -> pd.DataFrame:
    """The months of ``progress``; those after the last one to be shown know nothing and have no state."""
    frame = progress(snapshot, code)
    newest = default_month(snapshot)
    last = month if newest is None or month < newest else max(reported_months(snapshot)[0], month)
    later = frame["month"] > pd.Timestamp(last)
    return frame.assign(share=frame["share"].mask(later), persons=frame["persons"].mask(later),
                        activated=frame["activated"].mask(later), state=frame["state"].mask(later, NONE))


def _target(snapshot: Snapshot, code: str | None, month: date) -> int | None:
    goals = [goal1(snapshot, code, month)] if code else region(snapshot, month).goals
    found = {goal.share_target for goal in goals}
    return found.pop() if len(found) == 1 else None


def _line(frame: pd.DataFrame, *, name: str, target: int | None, role: str) -> Series:
    values = tuple(None if pd.isna(share) else float(share) for share in frame["share"])
    known = [i for i, value in enumerate(values) if value is not None]
    label = "" if not known else _last_label(frame.iloc[known[-1]], target) if role == "main" else name
    return Series(
        name=name, role="main" if role == "main" else "context", months=_months(frame), values=values,
        labels=tuple(_hover(row, name, target) for _, row in frame.iterrows()),
        provisional=tuple(state == PROVISIONAL for state in frame["state"]), label_last=label or None)


def _required(snapshot: Snapshot, code: str | None, month: date) -> tuple[Series, ...]:
    """From the month's share straight to the one that both halves of goal 1 ask for in the campaign's last month."""
    found: Goal1 | None = goal1(snapshot, code, month) if code else None
    whole = region(snapshot, month)
    persons, activated, missing = ((found.persons, found.activated, found.missing) if found
                                   else (whole.persons, whole.activated, whole.missing))
    left = between(month, snapshot.ends)
    if not persons or activated is None or not missing or left <= 0:
        return ()
    steps = [100 * (activated + missing * step / left) / persons for step in range(left + 1)]
    months = tuple(span(month, snapshot.ends))
    return (Series(name="Krævet", role="required", months=months, values=tuple(steps), labels=("",) * len(months),
                   label_last=f"krævet: {percent(steps[-1])}"),)


def _share(row: pd.Series, target: int | None) -> str:
    x, n = int(row["activated"]), int(row["persons"])
    return share_of(x, n) if n < FEWEST else share(x, n, target=target)


def _last_label(row: pd.Series, target: int | None) -> str:
    return _share(row, target) + (" (foreløbig)" if row["state"] == PROVISIONAL else "")


def _hover(row: pd.Series, name: str, target: int | None) -> str:
    when = month_long(row["month"].date())
    if pd.isna(row["share"]):
        return f"{name}, {when}: {STATES[row['state']]}"
    text = share_of(int(row["activated"]), int(row["persons"]), target=target)
    return f"{name}, {when}<br>{text}" + (" · foreløbig" if row["state"] == PROVISIONAL else "")


def _subtitle(snapshot: Snapshot, code: str | None, name: str, frame: pd.DataFrame) -> str:
    months = _months(frame)
    who = f"{name}, " if code is None else f"Jobcenter {name}, "
    return (f"{who}{TARGET_GROUP} i virksomhedspraktik eller løntilskud, procent pr. måned, "
            f"{month_short(months[0])}–{month_short(months[-1])}")


def _gaps(frame: pd.DataFrame) -> str:
    missing = [m.date() for m in frame.loc[frame["state"].eq(MISSING), "month"]]
    hidden = [m.date() for m in frame.loc[frame["state"].eq(HIDDEN), "month"]]
    parts = [f"{word} {', '.join(month_short(m) for m in months)}"
             for word, months in (("Mangler:", missing), ("Skjult af afsenderen:", hidden)) if months]
    return ". ".join(parts)


def _months(frame: pd.DataFrame) -> tuple[date, ...]:
    return tuple(month.date() for month in frame["month"])


def _table(frame: pd.DataFrame, target: int | None, *, regional: bool) -> pd.DataFrame:
    rows = frame[frame["state"].ne(NONE)]
    unknown = {MISSING: "m", HIDDEN: "d"}
    counts = {title: [unknown.get(state, "") if pd.isna(v) else number(int(v))
                      for v, state in zip(rows[column], rows["state"], strict=True)]
              for title, column in (("Målgruppe", "persons"), ("I virksomhedsaktivering", "activated"))}
    shares = [unknown.get(row["state"], "") if pd.isna(row["share"]) else _share(row, target)
              for _, row in rows.iterrows()]
    table = {"Måned": [month_long(m.date()) for m in rows["month"]], **counts, "Andel": shares}
    if regional:
        table["Jobcentre"] = [number(int(n)) for n in rows["jobcenters"]]
    return pd.DataFrame({**table, "Status": rows["state"].map(STATES).tolist()})


def _data(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame[frame["state"].ne(NONE)]
    return pd.DataFrame({
        "maaned": [month_key(m.date()) for m in rows["month"]], "personer_match4": rows["persons"].array,
        "virksomhedsaktivering_i_alt": rows["activated"].array, "andel_procent": rows["share"].to_numpy(),
        "jobcentre": rows["jobcenters"].to_numpy(), "status": rows["state"].map(STATES).to_numpy()})
