"""Boxes and lists of the data pages as plain HTML. Everything from a file is escaped: Markdown would act on it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pandas as pd
import streamlit as st

from model.basics.spaces import numbers_held
from model.intake.mending.excerpts import Excerpt
from pages.shared import drawing
from pages.shared.escaping import escape

Tone = Literal["good", "bad", "warn", "plain"]
Stacked = Literal["", "records", "figures"]
STACKS: dict[Stacked, str] = {"": "fi-tall", "records": "fi-tall fi-stacked", "figures": "fi-tall fi-figures"}
WORDS: dict[Tone, str] = {"good": "Klar", "bad": "Fejl", "warn": "Advarsel", "plain": "Information"}
PLACES = ("Ark", "Række", "Kolonne")  # say nothing without their headings
STYLE = f"<style>{Path(__file__).with_name('data.css').read_text(encoding='utf-8')}</style>"


def style() -> None:
    """The stylesheet of the data pages, once a page."""
    st.html(STYLE)


def box(tone: Tone, title: str, lines: Iterable[str] = (), *, word: str | None = None) -> str:
    """The answer to a check or a save, with a bar, a word and a heading; the word says what the colour says."""
    role = ' role="alert"' if tone in ("bad", "warn") else ' role="status"'
    body = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return (f'<div class="fi-box fi-{tone} fd-answer"{role} tabindex="-1">'
            f'<div class="fi-tone">{escape(word or WORDS[tone])}</div>'
            f"<h2>{escape(numbers_held(title))}</h2>{body}</div>")


def table(frame: pd.DataFrame, *, label: str, numbers: Iterable[str] = (), wordy: bool = False,
          stacked: Stacked = "") -> str:
    """A table of finished texts that scrolls in a box of its own; ``wordy`` gives its last column room to be read.

    ``stacked``: of records what each is called, what is said of it, before and now; of figures whose and of when, which
    figure, before and now. On a phone the first stands over the rest; there the headings are not seen, so that what
    says nothing without its own carries it.
    """
    kind = "fi-tall fi-words" if wordy else STACKS[stacked]
    drawn = drawing.table(frame, alt=label, numbers=numbers, named=PLACES if wordy else ())
    return f'<div class="{kind}">{drawn}</div>'


def fault(text: str, where: str, excerpt: Excerpt) -> str:
    """What is wrong, where, and the rows as they stand in the sheet with the cell marked."""
    heads = "".join(f'<th scope="col"{_more(at, excerpt)}>{escape(heading)}</th>'
                    for at, heading in enumerate(excerpt.headings))
    rows = "".join(f"<tr>{''.join(_cell(cell, at, line, excerpt) for at, cell in enumerate(row))}</tr>"
                   for line, row in enumerate(excerpt.rows))
    table = f'<div class="fd-scroll" tabindex="0"><table class="fd-table fi-excerpt"><thead><tr>{heads}</tr></thead>' \
            f"<tbody>{rows}</tbody></table></div>" if excerpt.rows else ""
    return f'<div class="fi-fault"><p class="fi-tone">{escape(where)}</p><p>{escape(text)}</p>{table}</div>'


def _cell(text: str, at: int, line: int, excerpt: Excerpt) -> str:
    tag = "th scope=\"row\"" if at == 0 else "td"
    marked = at == excerpt.marked and line not in excerpt.beside
    inside = f"<mark>{escape(text) or '(tom)'}</mark>" if marked else escape(text)
    return f"<{tag}{_more(at, excerpt)}>{inside}</{tag[:2]}>"


def _more(at: int, excerpt: Excerpt) -> str:
    """The mark of a column that a phone has no room for: there are the row, whose it is, the cell with the fault and
    those it is held against.
    """
    return "" if excerpt.marked is None or at in {0, 1, excerpt.marked, *excerpt.compared} else ' class="fi-more"'


def term(name: str, detail: str) -> str:
    """A name with a quieter line under it."""
    quiet = f'<span class="fi-quiet">{escape(detail)}</span>'
    return f'<div class="fi-term"><strong>{escape(name)}</strong><br>{quiet}</div>'


def lines(texts: Iterable[str]) -> str:
    """A plain list; one line is a paragraph."""
    told = list(texts)
    return drawing.paragraph(told[0]) if len(told) == 1 else drawing.listing(told)


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and what they are, as a description list."""
    items = "".join(f'<dt>{escape(name)}</dt><dd class="fi-term">{escape(text)}</dd>' for name, text in pairs)
    return f'<dl class="fd-terms fi-facts">{items}</dl>'
