"""What is wrong with a value of a declaration, said in Danish with what to write instead."""

import re
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from model.basics.formatting import listing
from model.programmes.declared import Declared
from model.programmes.located import Path

TEXTS = {
    "missing": "»{name}« mangler.",
    "string_type": "»{name}« skal være en tekst i anførselstegn.",
    "string_too_short": "»{name}« må ikke være tom.",
    "int_type": "»{name}« skal være et helt tal uden anførselstegn.",
    "float_type": "»{name}« skal være et tal uden anførselstegn.",
    "bool_type": "»{name}« skal være true eller false.",
    "greater_than_equal": "»{name}« skal være mindst {ge}.",
    "less_than_equal": "»{name}« må højst være {le}.",
    "too_short": "»{name}« må ikke være tom.",
    "too_long": "»{name}« har for mange værdier.",
    "tuple_type": "»{name}« skal være en liste i kantede parenteser.",
    "dict_type": "»{name}« skal være en tabel.",
    "model_type": "»{name}« skal være en tabel.",
    "model_attributes_type": "»{name}« skal være en tabel.",
}
DAY = "»{name}« skal være en dag som 2009-10-01, uden anførselstegn."
PATTERNS = {r"^[a-z][a-z0-9_]*$": "»{name}« må kun have små bogstaver fra a til z, cifre og _, og et bogstav først.",
            r"^\d{3}$": "»{name}« skal være tre cifre i anførselstegn, fx \"791\".",
            r"^[\w-]+(\.[\w-]+)+(/\S*)?$": "»{name}« skal være et websteds adresse uden https://, fx "
                                         "\"www.eksempel.dk\"."}
ONE_OF = "»{name}« skal være en af: {listed}."
KINDS_OF = {"union_tag_not_found": "'all_of', 'outcome', 'share', 'increase', 'milestones', 'volume', 'checklist', "
                                   "'contract' or 'events'"}
UNKNOWN = "»{name}« kendes ikke her."
OTHERWISE = "»{name}« kan ikke bruges, som det er skrevet."


def place(error: ErrorDetails, written: Any) -> Path:
    """The path to the value in what is ``written``: without the names of the kinds that it was tried as."""
    path: Path = ()
    for step in error["loc"]:
        if isinstance(written, dict) and step not in written and step == written.get("kind"):
            continue
        path = (*path, step)
        written = _inside(written, step)
    return (*path, "kind") if "tag" in error["type"] else path


def _inside(written: Any, step: str | int) -> Any:
    if isinstance(written, dict):
        return written.get(step)
    return written[step] if isinstance(written, list) and isinstance(step, int) and step < len(written) else None


def text(error: ErrorDetails, path: Path) -> str:
    """What is wrong with the value at a path, and what to write instead."""
    kind, context = error["type"], error.get("ctx", {})
    name = next((step for step in reversed(path) if isinstance(step, str)), "programmet")
    if kind == "extra_forbidden":
        near = get_close_matches(name, _names(), n=1)
        return UNKNOWN.format(name=name) + (f" Mente du »{near[0]}«?" if near else " Slet linjen.")
    if "date" in kind:
        return DAY.format(name=name)
    if kind == "string_pattern_mismatch":
        return PATTERNS[context["pattern"]].format(name=name)
    if expected := context.get("expected_tags") or context.get("expected") or KINDS_OF.get(kind):
        return ONE_OF.format(name=name, listed=_listed(str(expected)))
    return TEXTS.get(kind, OTHERWISE).format(name=name, **context)


def _names() -> list[str]:
    """Every name that a declaration may use somewhere."""
    return sorted({name for part in Declared.__subclasses__() for name in part.model_fields})


def _listed(expected: str) -> str:
    return listing((f"»{each}«" for each in re.findall(r"'([^']+)'", expected)), word="eller")
