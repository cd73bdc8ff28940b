"""What the database knows that a file is held against: jobcenters, spellings, months, headings mapped before."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, CursorResult, ScalarResult
from sqlmodel import Session
from sqlmodel import select as select_rows

from model.basics.formatting import normalise
from model.intake.cells import words
from model.programmes.current import PROGRAMME
from model.store import fetching, unit_facts
from model.store.tables.base import Campaign, ColumnProfile, Jobcenter, JobcenterAlias

KEY = ["jobcenter", "month", "measure"]


@dataclass(frozen=True)
class Profile:
    """A sender's headings as mapped once: normalised label, sealed where it is not used -> field, key or ``ignore``."""

    name: str
    labels: dict[str, str]
    outcome_lag: int | None = None
    words: dict[str, dict[str, str]] = field(default_factory=dict)  # see ``columns.remembered``
    said: dict[str, str] = field(default_factory=dict)  # answers to questions about its columns, by their ids

    @classmethod
    def of(cls, stored: ColumnProfile) -> "Profile":
        """A profile as it is kept."""
        kept = stored.mapping
        return cls(stored.name, kept.get("labels", {}), kept.get("outcome_lag"), kept.get("words", {}),
                   kept.get("said", {}))

    def target(self, label: str) -> str | None:
        """What a normalised label was mapped to."""
        return self.labels.get(label) or self.labels.get(sealed(label))


def sealed(label: str) -> str:
    """What a label is remembered by that may be a person's name: it is known again, and cannot be read."""
    return f"sha256:{hashlib.sha256(label.encode()).hexdigest()}"


def kept_label(label: str, target: str | None) -> str:
    """A label as a profile keeps it: sealed when the column is not used, or when it is a line over the table."""
    open_one = target not in (None, "ignore") and not label.startswith("sheet:")
    return label if open_one or label.startswith("sha256:") else sealed(label)


@dataclass(frozen=True)
class Known:
    """Reference data a check needs, read once. names, landsdele: by code. aliases: normalised spelling -> code.

    closed: the last month of each jobcenter that takes part no longer than that, by code.
    """

    names: dict[str, str]
    landsdele: dict[str, str]
    aliases: dict[str, str]
    figures_from: date
    ends: date
    profiles: dict[str, Profile]
    closed: Mapping[str, date] = field(default_factory=dict)

    def name(self, code: str | None) -> str:
        """A jobcenter's name; the code itself when unknown."""
        return self.names.get(code or "", code or "")


def load(session: Session, mapped: Mapping[str, Profile] | None = None) -> Known:
    """What a check is held against, from one transaction. mapped: see ``Known.profiles``."""
    jobcenters = session.exec(select_rows(Jobcenter.code, Jobcenter.name, Jobcenter.landsdel)
                              .order_by(Jobcenter.code)).all()
    aliases = dict(session.exec(select_rows(JobcenterAlias.alias, JobcenterAlias.code)).all())
    campaign = session.exec(select_rows(Campaign)).one()
    return Known(
        names={code: name for code, name, _ in jobcenters}, landsdele={code: part for code, _, part in jobcenters},
        aliases={normalise(name): code for code, name, _ in jobcenters} | aliases,
        figures_from=campaign.figures_from, ends=campaign.ends,
        profiles=dict(mapped or {}),
        closed={code: row.last_month for code, row in unit_facts.closings(session).items() if row.last_month})


def profiles(session: Session, *where: ColumnElement[bool] | bool) -> ScalarResult[ColumnProfile]:
    """The programme's mapped headings as they are kept; ``where`` narrows them."""
    return session.exec(select_rows(ColumnProfile).where(ColumnProfile.programme == PROGRAMME.id, *where))


def framed(result: CursorResult[Any], names: list[str]) -> pd.DataFrame:
    """Rows of figures as a frame: jobcenter and measure categorical, month datetime64, value Int64."""
    columns = fetching.columns(result, names)
    values = np.array(columns["value"], dtype="float64")
    made = {"jobcenter": words.column(columns["jobcenter"]), "month": as_months(words.column(columns["month"])),
            "measure": words.column(columns["measure"]),
            "value": pd.array(np.nan_to_num(values).astype("int64"), dtype="Int64").copy(),
            "mark": _objects(columns["mark"]), "text": _objects(columns["text"])}
    made["value"][np.isnan(values)] = pd.NA
    return pd.DataFrame({name: made.get(name, columns[name]) for name in names})


def _objects(cells: Sequence[Any]) -> pd.Series:
    """Cells as objects: pandas would else make every text column its own string type."""
    array = np.empty(len(cells), dtype=object)
    array[:] = cells
    return pd.Series(array, dtype=object)


def as_months(cells: pd.Categorical) -> np.ndarray:
    """Dates or ISO texts as datetime64; only the different ones are parsed."""
    parsed = pd.to_datetime(pd.Series(list(cells.categories), dtype=object)).to_numpy(dtype="datetime64[us]")
    return np.append(parsed, np.datetime64("NaT", "us"))[cells.codes]
