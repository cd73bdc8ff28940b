"""The fields of the calculation and the words their numbers were taken from; what is written is in the address."""

from dataclasses import dataclass

import streamlit as st

from model.subjects.economy.figures.inputs import (
    EXAMPLE,
    FIELDS,
    Field,
    Inputs,
    Range,
    in_address,
    parse,
    with_changes,
    written,
)
from model.subjects.economy.figures.own import Own
from model.subjects.economy.words.calculation import origin_before_quote
from pages.shared import drawing, layout

REFUSED = "economy_refused"
SHOWN = 4  # fields in sight; the rest are folded until one of them is written in
EMPTY = "ingen"  # in the address: the field was emptied on purpose
HOW = "Skriv et tal, eller fra og til som 90–100. Regnestykket står i adressen, så det kan sendes som et link."


@dataclass(frozen=True)
class Chosen:
    """The inputs to calculate with, and the names of those the reader wrote."""

    inputs: Inputs
    typed: frozenset[str]


def fields(own: Own | None) -> Chosen:
    """Draw every field, filled with the address's numbers, else the jobcenter's own, else the example's."""
    start = with_changes(EXAMPLE, own.inputs) if own is not None else EXAMPLE
    layout.finding("Regn selv", HOW)
    said = {field.name: _address(field, getattr(start, field.name)) for field in FIELDS}
    typed = frozenset(name for name, value in said.items() if value != getattr(start, name))
    st.button("Fjern egne tal", key="economy_reset", on_click=_reset, disabled=not typed)
    refused = st.session_state.get(REFUSED, {})
    rest = {field.name for field in FIELDS[SHOWN:]}
    for field in FIELDS[:SHOWN]:
        _field(field, said[field.name], getattr(start, field.name))
    with st.expander("Ret også lønnen, mentorstøtten m.m.", expanded=not rest.isdisjoint({*typed, *refused})):
        for field in FIELDS[SHOWN:]:
            _field(field, said[field.name], getattr(start, field.name))
    _origins(own, typed)
    return Chosen(with_changes(start, said), typed)


def _origins(own: Own | None, typed: frozenset[str]) -> None:
    """Where each field's number comes from, in the words it was taken from."""
    told = [f"{field.label}: {_origin(field, origin_before_quote(field, own, typed))}" for field in FIELDS]
    st.html(drawing.folded("Hvor tallene kommer fra", drawing.listing(told)))


def _origin(field: Field, words: str) -> str:
    stop = "" if field.quote.endswith(".") else "."
    return f"{words}: »{field.quote}«{stop} {field.reading}".strip()


def _address(field: Field, start: Range | None) -> Range | None:
    """The field's number in the address, else the one it starts with."""
    text = st.query_params.get(field.address)
    if text is None:
        return start
    try:
        return parse(field, "" if text == EMPTY else text)
    except ValueError:
        layout.note(f"Adressens tal for »{field.label}« kan ikke bruges. "
                    f"Der regnes med {written(start) or field.empty}.")
        return start


def _field(field: Field, value: Range | None, start: Range | None) -> None:
    """One field; what cannot be read stays, with the reason under it, until it is mended."""
    with st.container(gap="xxsmall"):
        _drawn(field, value, start)


def _drawn(field: Field, value: Range | None, start: Range | None) -> None:
    key = f"economy_{field.name}"
    text, refusal = st.session_state.get(REFUSED, {}).get(field.name, (written(value), ""))
    st.session_state[key] = text
    st.text_input(field.label, key=key, max_chars=40, on_change=_wrote, args=(field, start),
                  placeholder=field.empty or None)
    if refusal:
        st.html(f'<p class="fd-source" role="alert"><strong>Fejl: {drawing.text(refusal)}</strong> Der regnes med '
                f"{drawing.text(written(value) or field.empty)}.</p>")


def _wrote(field: Field, start: Range | None) -> None:
    """Keep what was written in the address; what cannot be read is remembered with the reason."""
    refused: dict[str, tuple[str, str]] = st.session_state.setdefault(REFUSED, {})
    text = st.session_state[f"economy_{field.name}"]
    try:
        value = parse(field, text)
    except ValueError as refusal:
        refused[field.name] = (text, str(refusal))
        return
    refused.pop(field.name, None)
    if value == start:
        st.query_params.pop(field.address, None)
    else:
        st.query_params[field.address] = EMPTY if value is None else in_address(value)


def _reset() -> None:
    st.session_state.pop(REFUSED, None)
    for field in FIELDS:
        st.query_params.pop(field.address, None)
