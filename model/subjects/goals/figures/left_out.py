"""Whom the public is told nothing of: jobcenters of few persons, and those whose size is not known.

The target group of the baseline month decides, for every month alike: a jobcenter that came and went with its figures
could be read from the difference of the sums. docs/decisions/0001-small-jobcenters.md has the reading.
"""

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from model.basics import settings
from model.basics.formatting import alphabetical, listing, number, plural
from model.programmes.measures import PERSONS
from model.snapshot.columns import places
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.targets import taken, winners

NAMED = 3  # jobcenters named in a heading; of more only how many
WHOLE = "Hele regionen"


@remembered
def left_out(snapshot: Snapshot) -> dict[str, str]:
    """Code and name of those the public is told nothing of, in Danish order: their group is small or not known."""
    groups = _groups(snapshot).reindex(_baselines(snapshot)).to_numpy()
    small = ~(groups >= settings.load().public_smallest_group)  # what is not known is not large either
    names = snapshot.jobcenters["name"][small].to_dict()
    return {str(code): str(name) for code, name in sorted(names.items(), key=lambda one: alphabetical(one[1]))}


def without(snapshot: Snapshot, codes: Collection[str]) -> Snapshot:
    """The snapshot as if these jobcenters were not: no figure, no record, no upload that brought theirs alone."""
    if not codes:
        return snapshot
    kept = of_others(snapshot, codes)
    records = {name: _others(frame, codes) for name, frame in snapshot.records.items()}
    return kept.but(records=records, uploads=_in_use(snapshot.uploads, kept.figures, records.values()))


def of_others(snapshot: Snapshot, codes: Collection[str]) -> Snapshot:
    """The snapshot with the figures and targets of others than these jobcenters; records and uploads are everybody's.
    """
    return snapshot if not codes else snapshot.but(
        figures=_others(snapshot.figures, codes), targets=_others(snapshot.targets, codes),
        jobcenters=snapshot.jobcenters[~snapshot.jobcenters.index.isin(codes)])


def region_name(snapshot: Snapshot, *, inside: bool = False) -> str:
    """What the sums are of: »Hele regionen«, for the public also »Regionen uden Samsø«; ``inside`` a sentence small."""
    without = left_out_words(snapshot)
    name = f"Regionen {without}" if without else WHOLE
    return f"{name[0].lower()}{name[1:]}" if inside else name


def left_out_words(snapshot: Snapshot) -> str:
    """Who is left out, for a heading. Where that is everybody there is no sum and nobody to name."""
    return "" if snapshot.jobcenters.empty else without_words(snapshot.left_out.values())


def without_words(names: Collection[str]) -> str:
    """»uden Samsø«, »uden Lemvig, Odder og Samsø«, of more »uden 5 jobcentre«; empty where nobody is left out."""
    if not names:
        return ""
    return f"uden {listing(names) if len(names) <= NAMED else f'{number(len(names))} jobcentre'}"


def shown_words(count: int, names: Collection[str]) -> str:
    """»19 jobcentre«, or »de 18 viste jobcentre« where somebody is left out."""
    return f"de {number(count)} viste jobcentre" if names else plural(count, "jobcenter", "jobcentre")


def reason_words(snapshot: Snapshot) -> str:
    """»Uden Samsø: målgruppen i udgangsmåneden er under 100 eller ikke oplyst«, with every name; else empty.

    The two reasons are not told apart, since that would tell something of the jobcenter.
    """
    if not snapshot.left_out:
        return ""
    least = number(settings.load().public_smallest_group)
    who = "Alle jobcentre er udeladt" if snapshot.jobcenters.empty else f"Uden {listing(snapshot.left_out.values())}"
    return f"{who}: målgruppen i udgangsmåneden er under {least} eller ikke oplyst"


def refusal(snapshot: Snapshot, code: str | None) -> str:
    """Why the public is given nothing of this one jobcenter, in Danish; empty where it is given something."""
    return _refused(snapshot.left_out, code)


def of_public(snapshot: Snapshot, code: str) -> str:
    """The same asked of the internal snapshot, before anything is hidden."""
    return _refused(left_out(snapshot), code)


def _refused(names: Mapping[str, str], code: str | None) -> str:
    if code is None or code not in names:
        return ""
    least = number(settings.load().public_smallest_group)
    return (f"Jobcenter {names[code]} er udeladt af det, der er til offentligheden, fordi målgruppen i "
            f"udgangsmåneden er under {least} eller ikke oplyst.")


@remembered
def _baselines(snapshot: Snapshot) -> pd.MultiIndex:
    """Each jobcenter with the month its increase is counted from when it begins."""
    known = snapshot.jobcenters
    begins = known["participates_from"].clip(lower=pd.Timestamp(snapshot.starts)).to_numpy()
    rows = winners(snapshot.targets, ("baseline_month",), codes=known.index.to_numpy(dtype=object), months=begins)
    return pd.MultiIndex.from_arrays([known.index, taken(snapshot.targets, "month", rows)])


def _groups(snapshot: Snapshot) -> pd.Series:
    """The known target groups (float) by jobcenter and month."""
    placed = places(snapshot)
    rows = snapshot.figures[placed.known & placed.are(PERSONS)]
    index = pd.MultiIndex.from_arrays([rows["jobcenter"], pd.DatetimeIndex(rows["month"])])
    return pd.Series(rows["value"].to_numpy(dtype=np.float64), index=index)


def _others(frame: pd.DataFrame, codes: Collection[str]) -> pd.DataFrame:
    """The rows that are of no such jobcenter; a frame without them is the very frame, which is then held once."""
    theirs = frame["jobcenter"].isin(codes) if "jobcenter" in frame else None
    return frame if theirs is None or not theirs.any() else frame[~theirs].reset_index(drop=True)


def _in_use(uploads: pd.DataFrame, figures: pd.DataFrame, records: Collection[pd.DataFrame]) -> pd.DataFrame:
    """The uploads that brought any of these figures or records."""
    stated = [rows["upload_id"] for rows in records if "upload_id" in rows]
    used = pd.concat([figures["upload_id"], figures["first_upload"], *stated])
    return uploads[uploads["id"].isin(used)].reset_index(drop=True)
