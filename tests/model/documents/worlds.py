"""Two worlds that differ only in what the public is not told, as much as they can."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from model.basics.formatting import month_key
from model.programmes.measures import ENDED, JOB, PARTS, PERSONS, SELF_SUPPORTING, TOTAL
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import MEETINGS, Written

LEMVIG, STRUER, ODDER, SAMSOE = SMALL = ("665", "671", "727", "741")  # told of together alone
VIBORG, HERNING, SKIVE = "791", "657", "779"
JUNE = "2010-06"
LATE = 9_999  # the upload that Samsø's figures came with in the other world
PRAKTIK, LOENTILSKUD = PARTS
Values = Mapping[tuple[str, str, str], int]
FEW: Values = {(SKIVE, JUNE, PRAKTIK): 2, (SKIVE, JUNE, LOENTILSKUD): 1, (SKIVE, JUNE, TOTAL): 3}
FEWER: Values = {(SKIVE, JUNE, PRAKTIK): 2, (SKIVE, JUNE, LOENTILSKUD): 2, (SKIVE, JUNE, TOTAL): 4,
                 (SKIVE, JUNE, PERSONS): 345}


def one_world(sampled: Snapshot) -> Snapshot:
    """The sample with a row of few persons in it, which is withheld."""
    return stated(sampled, FEW)


def other_world(one: Snapshot) -> Snapshot:
    """Another world: all that the public is not told is different, and all that it is told is the same."""
    moved = _late(stated(one, {**FEWER, **_among_the_small(one), **_split(one), **_within_half_years(one)}))
    return replace(moved, records=_other_records(one), uploads=moved.uploads.assign(received_by="en anden"),
                   targets=_other_targets(one),
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


def _steps(snapshot: Snapshot, steps: Mapping[tuple[str, str, str], int]) -> dict[tuple[str, str, str], int]:
    """What stands, that many more or fewer; only where a number stands."""
    stands = {key: snapshot.wide.at[(key[0], pd.Timestamp(f"{key[1]}-01")), key[2]] for key in steps
              if (key[0], pd.Timestamp(f"{key[1]}-01")) in snapshot.wide.index}
    return {key: int(value) + steps[key] for key, value in stands.items() if pd.notna(value)}


def _among_the_small(snapshot: Snapshot) -> dict[tuple[str, str, str], int]:
    """In every month three persons of Odder's group are of Lemvig's, and three of Odder's in praktik are Struer's; and
    a course that ended.
    """
    moved = {PERSONS: (ODDER, LEMVIG), PRAKTIK: (ODDER, STRUER), TOTAL: (ODDER, STRUER)}
    steps = {(code, month_key(month), measure): by for month in snapshot.months
             for measure, pair in moved.items() for code, by in zip(pair, (-3, 3), strict=True)}
    return _steps(snapshot, {**steps, (ODDER, "2010-05", ENDED): -1, (LEMVIG, "2010-05", ENDED): 1})


def _split(snapshot: Snapshot) -> dict[tuple[str, str, str], int]:
    """How those reached divide in Viborg and Herning is another, and the same of the whole."""
    return _steps(snapshot, {(VIBORG, JUNE, PRAKTIK): 2, (VIBORG, JUNE, LOENTILSKUD): -2,
                             (HERNING, JUNE, PRAKTIK): -2, (HERNING, JUNE, LOENTILSKUD): 2})


def _within_half_years(snapshot: Snapshot) -> dict[tuple[str, str, str], int]:
    """One who succeeds is moved a month on in Viborg; and other outcomes are others."""
    return {**_steps(snapshot, {(VIBORG, "2010-02", SELF_SUPPORTING): -1, (VIBORG, "2010-03", SELF_SUPPORTING): 1}),
            **{(VIBORG, month, JOB): 1 for month in ("2010-02", "2010-03")}}


def _late(snapshot: Snapshot) -> Snapshot:
    """All of Samsø's came with a later upload."""
    late = snapshot.uploads.iloc[[0]].assign(id=LATE, received_at=pd.Timestamp("2011-06-20 10:00", tz="UTC"))
    mine = snapshot.figures["jobcenter"].eq(SAMSOE)
    return replace(snapshot, figures=snapshot.figures.assign(upload_id=snapshot.figures["upload_id"].mask(mine, LATE)),
                   uploads=pd.concat([snapshot.uploads, late], ignore_index=True))


def _other_targets(snapshot: Snapshot) -> pd.DataFrame:
    """Other reasons, and a target of its own for one who is told of with others alone."""
    told = snapshot.targets.assign(reason="en anden grund", recorded_by="en anden")
    own = told[told["part"].eq("share")].iloc[[0]].assign(id=LATE, scope="jobcenter", jobcenter=LEMVIG, value=19)
    return pd.concat([told, own], ignore_index=True)


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
    for name in ("hotline", "raadgivning"):  # and nothing of Samsø's is left
        found[name] = found[name][~found[name]["jobcenter"].eq(SAMSOE)]
    return found


def _shift(frame: pd.DataFrame, within: str, column: str) -> None:
    """Move one from one row to the next of the same month or day, in place."""
    whole = frame[frame[column].gt(1).fillna(False)]
    first, second = whole[whole[within].eq(whole[within].iloc[-1])].index[:2]
    frame.loc[first, column] -= 1
    frame.loc[second, column] += 1
