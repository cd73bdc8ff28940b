"""The form every definition has, and how those of a page are kept together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme, Remark


def source_of(programme: Programme) -> str:
    """Whose the quotes of a programme are."""
    return programme.definitions.source if programme.definitions else programme.name


PLAN = source_of(PROGRAMME)  # whose the quotes are, unless another is named


@dataclass(frozen=True)
class Measure:
    """One measure or indicator; ``quote`` is verbatim from ``source``, and empty where the plan says nothing.

    The other texts name a target as ``{share}``, ``{increase}``, ``{self_supporting}`` or ``{national}``; as_declared:
    they name none, and what is in braces in them stands.
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
    as_declared: bool = False


@dataclass(frozen=True)
class Area:
    """The measures of one page, whose own ``title`` is, or of one sort in a programme beside."""

    title: str
    what: str
    measures: tuple[Measure, ...]


def with_targets(measure: Measure, words: Mapping[str, str]) -> Measure:
    """The definition with the targets in force where its texts name them. Raises KeyError for a target not given."""
    if measure.as_declared:
        return measure
    templates = {field.name: getattr(measure, field.name) for field in fields(measure)
                 if field.name not in ("name", "quote", "source", "as_declared")}
    return replace(measure, **{name: text.format_map(words) for name, text in templates.items()})


def quote(name: str) -> str:
    """What the plan says of the definition of that name, word for word; empty where it says nothing."""
    return quoted(_remark(name).quote)


def quoted(name: str, programme: Programme = PROGRAMME) -> str:
    """The quote of that name in a programme; empty for no name."""
    return programme.definitions.quotes[name] if programme.definitions and name else ""


def reading(name: str, text: str = "", *, last: bool = False) -> str:
    """How a definition is read: the declaration's remark on it, and before or after that what holds for all."""
    return _joined(_remark(name).reading, text, last=last)


def weaknesses(name: str, text: str = "") -> str:
    """Where a definition is weak: the declaration's remark on it, then what holds for all."""
    return _joined(_remark(name).weaknesses, text, last=False)


def _remark(name: str) -> Remark:
    return (PROGRAMME.definitions.remarks.get(name) if PROGRAMME.definitions else None) or Remark()


def _joined(remark: str, text: str, *, last: bool) -> str:
    return " ".join(part for part in ((text, remark) if last else (remark, text)) if part)
