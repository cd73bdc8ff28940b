"""Two worlds that differ only in what the public is not told: what is hidden, and anything of who is left out."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from model.programmes.measures import ENDED, JOB, PERSONS, SELF_SUPPORTING, TOTAL
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import MEETINGS, Written

LEMVIG, STRUER, SAMSOE, VIBORG, HERNING = "665", "671", "741", "791", "657"
JUNE, WINTER = "2010-06", "2010-01"
LATE = 9_999  # the upload that Samsø's figures came with in the other world
Values = Mapping[tuple[str, str, str], int]
SMALL: Values = {  # two jobcenters of few persons in one month and few who succeed
    (STRUER, JUNE, PERSONS): 40, (STRUER, JUNE, TOTAL): 2, (LEMVIG, JUNE, PERSONS): 60, (LEMVIG, JUNE, TOTAL): 3,
    (STRUER, WINTER, SELF_SUPPORTING): 2, (LEMVIG, WINTER, SELF_SUPPORTING): 3}
SWAPPED: Values = {
    (STRUER, JUNE, TOTAL): 3, (LEMVIG, JUNE, TOTAL): 2,
    (STRUER, WINTER, SELF_SUPPORTING): 3, (LEMVIG, WINTER, SELF_SUPPORTING): 2}


def one_world(sampled: Snapshot) -> Snapshot:
    """The sample with small counts in it."""
    quiet = {(code, f"{month.year}-{month.month:02d}", measure): value for code in (STRUER, LEMVIG)
             for month in sampled.months for measure, value in ((ENDED, 6), (SELF_SUPPORTING, 0))}
    return stated(sampled, quiet | dict(SMALL))


def other_world(one: Snapshot) -> Snapshot:
    """Another world: all that the public is not told is different, and all that it is told is the same."""
    moved = _elsewhere(stated(one, dict(SWAPPED) | _moved(one)))
    return replace(moved, records=_other_records(one), uploads=moved.uploads.assign(received_by="en anden"),
                   targets=one.targets.assign(reason="en anden grund", recorded_by="en anden"),
                   written=Written(meetings=pd.DataFrame([dict.fromkeys(MEETINGS.names, "hemmeligt")]),
                                   stories=one.written.stories[one.written.stories["state"].eq("udgivet")]))


def stated(snapshot: Snapshot, values: Values) -> Snapshot:
    """The snapshot with these values instead of what stood, received when that was."""
    frame = snapshot.figures.set_index(["jobcenter", "month", "measure"])
    for (code, month, measure), value in values.items():
        key = (code, pd.Timestamp(f"{month}-01"), measure)
        if key in frame.index:
            frame.loc[key, ["value", "mark"]] = value, None
    return replace(snapshot, figures=frame.reset_index())


def _elsewhere(snapshot: Snapshot) -> Snapshot:
    """All that is of Samsø, whose group is small, is other: each count, a month more, a hidden one, and a later upload.

    Its group was not small from the first month on: in the baseline month alone, and that decides.
    """
    mine = snapshot.figures["jobcenter"].eq(SAMSOE) & snapshot.figures["value"].notna()
    begins = snapshot.figures["month"].eq(pd.Timestamp("2009-09-01"))
    late = snapshot.uploads.iloc[[0]].assign(id=LATE, received_at=pd.Timestamp("2011-06-20 10:00", tz="UTC"))
    counts = snapshot.figures["value"].mask(mine, snapshot.figures["value"].mul(7)).mask(mine & begins, 99)
    figures = snapshot.figures.assign(
        value=counts, upload_id=snapshot.figures["upload_id"].mask(snapshot.figures["jobcenter"].eq(SAMSOE), LATE))
    hidden = figures["jobcenter"].eq(SAMSOE) & figures["month"].eq(pd.Timestamp("2010-11-01"))
    return replace(snapshot, figures=figures.assign(value=figures["value"].mask(hidden),
                                                    mark=figures["mark"].mask(hidden, "hidden")),
                   uploads=pd.concat([snapshot.uploads, late], ignore_index=True))


def _moved(snapshot: Snapshot) -> dict[tuple[str, str, str], int]:
    """One who succeeds is moved a month on in Viborg and a month back in Herning; the sums of both stay."""
    wide = snapshot.wide
    counts = {(code, month): int(wide.loc[(code, pd.Timestamp(f"{month}-01")), SELF_SUPPORTING])
              for code in (VIBORG, HERNING) for month in ("2010-02", "2010-03")}
    step = {(VIBORG, "2010-02"): -1, (VIBORG, "2010-03"): 1, (HERNING, "2010-02"): 1, (HERNING, "2010-03"): -1}
    found = {(code, month, SELF_SUPPORTING): counts[code, month] + by for (code, month), by in step.items()}
    return found | {(VIBORG, month, JOB): 1 for month in ("2010-02", "2010-03")}


def _other_records(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    """Other companies, one occupied place moved between two of them, one participant moved between two jobcenters."""
    found = {name: frame.copy() for name, frame in snapshot.records.items()}
    for name in ("centre", "centermaaned"):
        found[name]["name"] = "Andet " + found[name]["name"]
    _shift(found["centermaaned"], "month", "occupied")
    _shift(found["kursusdeltagelse"], "course_day", "attended")
    found["hotline"]["question"] = "noget andet"
    found["mentornetvaerk"]["participants"] += 1
    found["mentornetvaerk"]["together_with"] = "nogle andre"
    for name in ("centre", "kursusdeltagelse", "hotline", "raadgivning"):  # and nothing of Samsø's is left
        found[name] = found[name][~found[name]["jobcenter"].eq(SAMSOE)]
    return found


def _shift(frame: pd.DataFrame, within: str, column: str) -> None:
    """Move one from one row to the next of the same month or day, in place."""
    whole = frame[frame[column].gt(1).fillna(False)]
    first, second = whole[whole[within].eq(whole[within].iloc[-1])].index[:2]
    frame.loc[first, column] -= 1
    frame.loc[second, column] += 1
