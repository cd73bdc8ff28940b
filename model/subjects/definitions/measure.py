"""The form every definition has, and how those of a page are kept together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

PLAN = "En aktivitetsplan for virksomhedscenterkampagnen i Midtjylland, Beskæftigelsesregion Midtjylland, 2009–2011"


@dataclass(frozen=True)
class Measure:
    """One measure or indicator; ``quote`` is verbatim from ``source``, and empty where the plan says nothing.

    The other texts name a target as ``{share}``, ``{increase}``, ``{self_supporting}`` or ``{national}``.
    """

    name: str
    title: str
    what: str
    numerator: str
    denominator: str  # empty for a count
    quote: str
    reading: str
    weaknesses: str
    source: str = PLAN
    unit: str = "personer"


@dataclass(frozen=True)
class Area:
    """The measures of one page; ``title`` is the page's own."""

    title: str
    what: str
    measures: tuple[Measure, ...]


def with_targets(measure: Measure, words: Mapping[str, str]) -> Measure:
    """The definition with the targets in force where its texts name them. Raises KeyError for a target not given."""
    templates = {field.name: getattr(measure, field.name) for field in fields(measure)
                 if field.name not in ("name", "quote", "source")}
    return replace(measure, **{name: text.format_map(words) for name, text in templates.items()})
