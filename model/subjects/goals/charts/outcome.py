"""Goal 2 month by month: the share of self-supporting among every measurable course since the campaign began.

Monthly shares of a few courses jump about, so the line is the running total that the verdict rests on; the last
months stand beside it as plain counts, since a running total turns slowly.
"""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import listing, month_key, month_long, month_short, number
from model.basics.months import span
from model.basics.shares import decimals_beside, percent, share_of
from model.drawing.chart import Chart, Role, Series
from model.drawing.words import alt_text, judged_by, share_text
from model.programmes.words import ENDED_HEADING, GOAL_2, ITS, OUTCOME_HEADING, SUPPORTED_AFTER
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.charts.trend import Breaks, break_note, gap_words, month_of_label
from model.subjects.goals.figures.breaks import breaks
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.left_out import outcome_region
from model.subjects.goals.figures.running import BETWEEN, HIDDEN, MATURE, MISSING, YOUNG, running
from model.subjects.goals.words.lines import source
from model.subjects.goals.words.sentences import recent_sentence
from model.subjects.goals.words.titles import goal2_title
from model.subjects.goals.words.wording import withheld_words

CODES = {MISSING: "m", HIDDEN: "d", YOUNG: "", MATURE: "", BETWEEN: ""}
MEASURED, NOT_YET = "målbar", "endnu ikke målbar"
AT_HALF_YEARS = "fortælles hvert halve år"
REGION = "Regionen"  # in a title, where »Hele regionen« takes too much room
HOW_TO_READ = (
    f"Hvert punkt er andelen af alle målbare forløb, der er afsluttet fra {ITS} første måned til og med punktets "
    f"måned. Det sidste fyldte punkt er det, {GOAL_2} afgøres på. Et hult punkt regner også forløb med, som endnu ikke "
    f"kan måles; det tæller ikke i {GOAL_2}. Er der under {FEWEST} forløb i alt, er der intet punkt, og tabellen viser "
    "antallet. En samlet andel flytter sig langsomt, så de seneste måneder er også talt for sig. Den stiplede linje er "
    "målet. Hvor kurven er brudt, mangler tallet eller er skjult, og der er ikke gættet på det.")

HOW_TO_READ_HALF_YEARS = (
    f"Hvert punkt er andelen af alle forløb, der er afsluttet fra {ITS} første måned til og med punktets måned. Den "
    f"fortælles hvert halve år, så små tal ikke kan regnes ud. Det sidste punkt er det, {GOAL_2} afgøres på. Er der "
    f"under {FEWEST} forløb i alt, eller er et halvår udeladt, er der intet punkt. Den stiplede linje er målet.")


@remembered
def outcome_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """The share from the campaign's first month to ``month``, for a jobcenter or the region (None).

    The last filled point is the share of ``goal2``. Raises LookupError when no target applies, as ``goal2`` does.
    """
    goal, frame, ends = goal2(snapshot, code, month), _worded(snapshot, code, month), snapshot.ends
    name = outcome_region(snapshot) if code is None else str(snapshot.jobcenters.loc[code, "name"])
    title = goal2_title(goal, name=REGION if code is None else name)
    context = () if code is None else (_context(snapshot, month, ends=ends),)
    broken = tuple((m, what) for m, what in breaks(snapshot, code) if goal.first < m <= _months(frame)[-1])
    label, first, last = f"Mål {percent(goal.target)}", month_short(goal.first), month_short(_months(frame)[-1])
    return Chart(
        kind="line", title=title, subtitle=_subtitle(name, code, f"{first}–{last}"),
        source=source(snapshot, month, _status(frame)),
        how_to_read=HOW_TO_READ if snapshot.release is None else HOW_TO_READ_HALF_YEARS,
        note=_note(snapshot, code, frame, broken, over=goal.over),
        alt=alt_text("Linjediagram", title, f"{label}, målbare forløb {first}–{last}", _absent(snapshot, code, frame)),
        make_table=partial(_table, frame, regional=code is None, monthly=snapshot.release is None),
        make_data=partial(_data, frame),
        series=(*context, _main(frame, name=name, ends=ends)),
        target=goal.target, target_label=label,
        hidden=(not goal.waiting and (goal.successes is None or goal.ended is None)) or bool(
            frame["state"].eq(HIDDEN).any()),
        breaks=broken)


def _worded(snapshot: Snapshot, code: str | None, month: date) -> pd.DataFrame:
    """The frame of ``running``, what each state is called (said), and what a gap is (gap)."""
    words = {MATURE: MEASURED, YOUNG: NOT_YET, MISSING: "mangler", HIDDEN: withheld_words(snapshot),
             BETWEEN: AT_HALF_YEARS}
    frame = running(snapshot, code, month)
    return frame.assign(said=frame["state"].map(words), gap=gap_words(snapshot, frame["state"]))


def _line(frame: pd.DataFrame, *, name: str, ends: date, role: Role) -> Series:
    """The months of ``frame``, and empty ones to the campaign's last, so that the axis is that of goal 1's trend.

    What is told at half-years goes straight from one to the next: the months between are no gaps.
    """
    drawn = frame[frame["state"].ne(BETWEEN) | (frame.index == frame.index[0])]
    months = _months(drawn)
    ahead = len(span(months[-1], ends)) - 1
    return Series(
        name=name, role=role, months=(*months, *span(months[-1], ends)[1:]),
        values=(*(None if pd.isna(share) else float(share) for share in drawn["share"]), *[None] * ahead),
        labels=(*(_hover(row, name, months[0]) for _, row in drawn.iterrows()), *[""] * ahead),
        provisional=(*drawn["state"].eq(YOUNG), *[False] * ahead), hollow=NOT_YET,
        targets=(*(judged_by(row) for _, row in drawn.iterrows()), *[None] * ahead),
        gaps=(*drawn["gap"], *[""] * ahead))


def _main(frame: pd.DataFrame, *, name: str, ends: date) -> Series:
    line = _line(frame, name=name, ends=ends, role="main")
    counted = frame[frame["state"].eq(MATURE) & frame["share"].notna()]
    if counted.empty:
        return line
    last = counted.iloc[-1]
    at = last["month"].date()
    fact = share_text(*_total(last), target=judged_by(last))
    return replace(line, label_last=fact + month_of_label(frame, at), label_at=at)


def _context(snapshot: Snapshot, month: date, *, ends: date) -> Series:
    """The region behind a jobcenter: its measurable months only."""
    frame, name = _worded(snapshot, None, month), outcome_region(snapshot)
    mature = frame.assign(share=frame["share"].where(frame["state"].eq(MATURE)))
    known = bool(mature["share"].notna().any())
    line = _line(mature, name=name, ends=ends, role="context")
    return replace(line, label_last=name if known else None)


def _hover(row: pd.Series, name: str, first: date) -> str:
    when = row["month"].date()
    if pd.isna(row["all_ended"]):
        return f"{name}, {month_long(when)}: {row['said']}"
    period = month_short(when) if when == first else f"{month_short(first)}–{month_short(when)}"
    young = f" · {NOT_YET}" if row["state"] == YOUNG else ""
    return f"{name}, {period}<br>{share_of(*_total(row), target=judged_by(row))}{young}"


def _total(row: pd.Series) -> tuple[int, int]:
    return int(row["all_successes"]), int(row["all_ended"])


def _subtitle(name: str, code: str | None, period: str) -> str:
    who = name if code is None else f"Jobcenter {name}"
    return f"{who}, {SUPPORTED_AFTER}, procent af alle målbare forløb siden {ITS} start, {period}"


def _status(frame: pd.DataFrame) -> str:
    """»målbar til og med jan. 2011, feb. 2011 endnu ikke målbar«."""
    mature = [month for month, state in zip(_months(frame), frame["state"], strict=True) if state == MATURE]
    if not mature:
        return NOT_YET
    young = [month for month in _months(frame) if month > mature[-1]]
    later = f", {listing(month_short(m) for m in young)} {NOT_YET}" if 0 < len(young) <= 3 else ""
    return f"{MEASURED} til og med {month_short(mature[-1])}{later}"


def _note(snapshot: Snapshot, code: str | None, frame: pd.DataFrame, broken: Breaks, *, over: bool) -> str:
    recent = recent_sentence(frame, over=over) if frame["state"].eq(MATURE).any() else ""
    return " ".join(part for part in (recent, _absent(snapshot, code, frame), break_note(broken)) if part)


def _absent(snapshot: Snapshot, code: str | None, frame: pd.DataFrame) -> str:
    """»Mangler: dec. 2009.« Months old enough to be measured of which nothing is known, and withheld ones.

    A jobcenter's total is unknown from the first withheld figure on.
    """
    absent = {state: [m for m, s in zip(_months(frame), frame["state"], strict=True) if s == state]
              for state in (MISSING, HIDDEN)}
    missing = f"Mangler: {', '.join(month_short(m) for m in absent[MISSING])}." if absent[MISSING] else ""
    if not absent[HIDDEN]:
        return missing
    months = [month_short(month) for month in absent[HIDDEN]]
    each = code is None or snapshot.release is not None  # at half-years a later one may be told
    which = f": {', '.join(months)}" if each else f" fra {months[0]}"
    return f"{missing} {withheld_words(snapshot).capitalize()}{which}.".strip()


def _months(frame: pd.DataFrame) -> tuple[date, ...]:
    return tuple(month.date() for month in frame["month"])


def _table(frame: pd.DataFrame, *, regional: bool, monthly: bool) -> pd.DataFrame:
    """A row a month, with the month's own courses where they are told (``monthly``)."""
    frame = frame[frame["state"].ne(BETWEEN)]
    counts = {title: [CODES[state] if pd.isna(value) else number(int(value))
                      for value, state in zip(frame[column], frame["state"], strict=True)]
              for title, column in ((ENDED_HEADING, "ended"), (OUTCOME_HEADING, "successes"))}
    least = decimals_beside(int(n) for n in frame["all_ended"].dropna())
    totals = [CODES[row["state"]] if pd.isna(row["all_ended"]) else share_of(
        *_total(row), target=judged_by(row), least=least) for _, row in frame.iterrows()]
    table = {"Måned": [month_long(m) for m in _months(frame)], **(counts if monthly else {}),
             f"Siden {ITS} start": totals}
    if regional:
        table["Jobcentre"] = [number(int(n)) for n in frame["jobcenters"]]
    return pd.DataFrame({**table, "Status": frame["said"].tolist()})


def _data(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({
        "maaned": [month_key(m) for m in _months(frame)], "afsluttede": frame["ended"].array,
        "selvforsoergende": frame["successes"].array, "afsluttede_i_alt": frame["all_ended"].array,
        "selvforsoergende_i_alt": frame["all_successes"].array, "andel_procent": frame["share"].to_numpy(),
        "jobcentre": frame["jobcenters"].to_numpy(), "status": frame["said"].to_numpy()})
