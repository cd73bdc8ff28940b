"""What somebody sees who is let in for a few jobcenters: every figure, and of what is written and loaded their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

import pandas as pd
from sqlmodel import Session

from model.intake import about_whom
from model.store.facts import UPLOADS
from model.store.meeting_facts import Written
from model.store.tables.meetings import PUBLISHED

UNSAID = {"file_name": "", "sha256": "", "left_out": None, "received_by": "", "reasons": "", "mended": "",
          "undone_by": None, "undone_reason": None}  # of an upload that somebody else has made
EMPTY: dict[str, type] = {"counts": dict, "problems": list, "without": list, "corrections": list}


@dataclass(frozen=True)
class Scope:
    """units: the codes of one's own. uploads: the ids of those that state something of these units and of no other."""

    units: frozenset[str]
    uploads: frozenset[int]


def scope(session: Session, units: frozenset[str]) -> Scope:
    """What is of these units alone, whether or not it stands."""
    return among(about_whom.units(session), units)


def among(stated: Mapping[int, frozenset[str]], units: frozenset[str]) -> Scope:
    """The same, where it is known of whom each upload states anything (``about_whom.units``)."""
    return Scope(units, frozenset(upload for upload, about in stated.items() if about <= units))


def written(everything: Written, scope: Scope) -> Written:
    """The meetings of one's own with what was agreed there, one's own stories, and the stories everybody may read."""
    meetings, agreements = (_own(rows, "unit", scope.units) for rows in (everything.meetings, everything.agreements))
    stories = _own(everything.stories, "jobcenter", scope.units)
    statuses = everything.statuses[everything.statuses["agreement_id"].isin(agreements["id"])].reset_index(drop=True)
    published = everything.stories["state"].eq(PUBLISHED) | everything.stories["number"].isin(stories["number"])
    return replace(everything, meetings=meetings, agreements=agreements, statuses=statuses,
                   stories=everything.stories[published].reset_index(drop=True))


def uploads(every: Annotated[pd.DataFrame, UPLOADS], scope: Scope) -> Annotated[pd.DataFrame, UPLOADS]:
    """Every upload, of those of others no more than when it came and whether it counts: figures rest on that."""
    others = ~every["id"].isin(list(scope.uploads)).to_numpy()
    said = {name: every[name].mask(others, value) for name, value in UNSAID.items()}
    return every.assign(**said, **{name: _emptied(every[name], others, kind) for name, kind in EMPTY.items()})


def _own(rows: pd.DataFrame, whose: str, units: frozenset[str]) -> pd.DataFrame:
    return rows[rows[whose].isin(list(units))].reset_index(drop=True)


def _emptied(column: pd.Series, others: Iterable[bool], kind: type) -> pd.Series:
    return pd.Series([kind() if other else value for value, other in zip(column, others, strict=True)],
                     index=column.index, dtype=object)
