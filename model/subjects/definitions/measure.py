"""The form every definition has, and how those of a page are kept together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from model.programmes.current import PROGRAMME
from model.programmes.programme import Remark

_said = PROGRAMME.definitions
PLAN = _said.source if _said else PROGRAMME.name  # whose the quotes are, unless another is named


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


def quote(name: str) -> str:
    """What the plan says of the definition of that name, word for word; empty where it says nothing."""
    return quoted(_remark(name).quote)


def quoted(name: str) -> str:
    """The quote of that name; empty for no name."""
    return _said.quotes[name] if _said and name else ""


def reading(name: str, text: str = "", *, last: bool = False) -> str:
    """How a definition is read: the declaration's remark on it, and before or after that what holds for all."""
    return _joined(_remark(name).reading, text, last=last)


def weaknesses(name: str, text: str = "") -> str:
    """Where a definition is weak: the declaration's remark on it, then what holds for all."""
    return _joined(_remark(name).weaknesses, text, last=False)


def _remark(name: str) -> Remark:
    return (_said.remarks.get(name) if _said else None) or Remark()


def _joined(remark: str, text: str, *, last: bool) -> str:
    return " ".join(part for part in ((text, remark) if last else (remark, text)) if part)
