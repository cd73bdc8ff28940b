"""How every form is saved: once, whatever is clicked or sent twice, and fresh afterwards, with what was saved said.

A form's fields and its button carry a number in their keys that moves on when it is saved. So the form after a save is
a new one with empty fields, and a second click still on its way belongs to a button that is no longer there. What
reaches a write all the same carries the form's one-time key.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access.rights import NotAllowed
from model.basics.formatting import moment
from model.basics.free_text import RecordRefused
from model.intake.refusal import SaveRefused
from model.store import once
from model.store.database import DatabaseProblem, PerhapsDone, Stale
from model.store.once import AlreadyWritten, Once, PerhapsWritten
from pages.shared import holding, layout

KEPT = "forms"
NOT_SAVED = "Der er ikke gemt noget"
UNSURE = "Det er uvist, om det blev gemt"
OTHERS = "En anden har ændret noget imens. Se efter, om det stadig er rigtigt, og gem igen."
SAME = "Det samme er gemt den {when}. Er det den samme?"
WRITTEN_ON = "Formularen blev gemt den {when}, før du skrev videre. Er det den samme?"
NOT_AGAIN = "Det var gemt i forvejen. Der er ikke gemt igen."


@dataclass(frozen=True)
class _Question:
    """What was asked of a form whose content may have been written before."""

    content: str
    words: str


@dataclass
class _Saved:
    """What the form that was saved last says of it, on the page and its address then."""

    words: str
    form: "Form"
    at: tuple[str, dict[str, str]]
    moment: float = field(default_factory=time.monotonic)
    in_place: bool = False  # whether it has been said where the form stands
    toasted: bool = False


@dataclass
class _Kept:
    """What a reader's session keeps of its forms.

    A plain object: a rerun can only interrupt a script where it talks to Streamlit, so nothing comes between a write
    and what is noted of it here.
    """

    session: str = field(default_factory=lambda: uuid4().hex)
    turns: Counter[str] = field(default_factory=Counter)
    asked: dict[str, _Question] = field(default_factory=dict)
    begun: dict[str, dict[str, Any]] = field(default_factory=dict)
    saved: _Saved | None = None
    page: str = ""
    began: float = 0.0  # when the newest run did
    top: tuple[DeltaGenerator, Callable[[str], object]] | None = None  # the page's room for it, and how it says it
    drawn: bool = False  # whether it is said in this run
    asked_once: set[str] = field(default_factory=set)  # what this run of the page has asked for already


@dataclass(frozen=True)
class Form:
    """One form as it is drawn now. ``about``: whom or what it is about, so that no text follows to another's form."""

    name: str
    about: str
    turn: int
    session: str

    @property
    def whole(self) -> str:
        """The form's name with what it is about."""
        return f"{self.name}_{self.about}" if self.about else self.name

    def key(self, part: str) -> str:
        """The key of one of its widgets."""
        parts = (self.name, part, self.about, str(self.turn or ""))
        return holding.noted("_".join(each for each in parts if each))

    def once(self, content: str, *, alone: bool, again: bool = False) -> Once:
        """What makes its write be made once. The key is a digest, since what a form is about may be long or a name."""
        return Once(once.digest(self.session, self.whole, self.turn, again), content, alone and not again)


def _kept() -> _Kept:
    found: _Kept = st.session_state.setdefault(KEPT, _Kept())
    return found


def form(name: str, about: object = "") -> Form:
    """The form of that name as it stands in this session."""
    kept = _kept()
    found = Form(name, str(about), 0, kept.session)
    return Form(name, str(about), kept.turns[found.whole], kept.session)


def begun(form: Form) -> dict[str, Any]:
    """What is remembered of the form until it is saved."""
    return _kept().begun.setdefault(form.whole, {})


def arrived(page: str) -> None:
    """Note which page is drawn. Call before anything else of it."""
    kept = _kept()
    kept.page, kept.began, kept.top, kept.drawn = page, time.monotonic(), None, False
    kept.asked_once.clear()


def first_in_run(name: str) -> bool:
    """Whether a field that stands once on a page, whichever of its forms are open, is to be drawn here."""
    asked = _kept().asked_once
    first = name not in asked
    asked.add(name)
    return first


def _saved() -> _Saved | None:
    """What was saved last, while the reader stays where it was saved."""
    saved = _kept().saved
    return saved if saved is not None and saved.at == _here() else None


def _answer(words: str) -> None:
    layout.answer(words, word="")


def room(draw: Callable[[str], object] = _answer) -> None:
    """Room at the top of the page for what was saved by a form that is no longer there; ``draw`` says it."""
    _kept().top = st.container(), draw


def receipt(form: Form, draw: Callable[[str], object] = _answer) -> bool:
    """Say what was saved of the form here, where its button was, once a run; ``draw`` says it. One that is about nobody
    answers for every form of its name. Whether it was said.
    """
    kept, saved = _kept(), _saved()
    if saved is None or kept.drawn or saved.form.name != form.name or form.about not in ("", saved.form.about):
        return False
    kept.drawn = saved.in_place = True
    draw(saved.words)
    return True


def left() -> None:
    """Say at the top of the page what no form on it has said, and once in a corner for who stands far down a phone's
    page. Call when the page is drawn.

    A second click begins a run beside the one that saves, and breaks that off before it can run the page anew: so a
    page that was begun before the save is drawn again, for it shows what stood then.
    """
    kept, saved = _kept(), _saved()
    if saved is not None and kept.began < saved.moment:
        st.rerun()
    if saved is None or saved.in_place or kept.top is None:
        return
    place, draw = kept.top
    with place:
        draw(saved.words)
    if not saved.toasted:
        saved.toasted = True
        st.toast(saved.words)


def save(form: Form, label: str, write: Callable[[Once], object], *, done: str, content: object, alone: bool = True,
         ready: bool = True, primary: bool = False, refused: str = NOT_SAVED, others: str = OTHERS) -> bool:
    """The button that saves a form, and what comes of it: saved, asked about or refused in words.

    write: makes the write with what it is given. content: what is typed. alone: the same content once more today is
    asked about; not where the write's own rules refuse it twice. ready: whether all that must be typed is. refused:
    the heading over why it was not saved. others: what is said when somebody else wrote meanwhile. True when the
    write was refused; a form that is saved does not come back from here, since the page runs anew.
    """
    pressed = st.button(label, key=form.key("save"), type="primary" if primary else "secondary", disabled=not ready)
    return finish(form, write, pressed=pressed and ready, done=done, content=content, alone=alone, refused=refused,
                  others=others)


def finish(form: Form, write: Callable[[Once], object], *, pressed: bool, done: str, content: object,
           alone: bool = True, refused: str = NOT_SAVED, others: str = OTHERS) -> bool:
    """The same for a form with buttons of its own; ``pressed`` says whether it is to be saved in this run."""
    digest = once.digest(form.whole, content)
    key = form.once(digest, alone=alone)
    if pressed and not _written(form, write, key, done=done, refused=refused, others=others):
        return True
    receipt(form)
    asked = _kept().asked.get(form.whole)
    if asked is None or asked.content != digest:
        return False
    layout.answer(asked.words)
    with st.container(horizontal=True):
        same = st.button("Ja, det er den samme", key=form.key("same"))
        another = st.button("Nej, gem også denne", key=form.key("another"))
    if same:
        _turn(form, NOT_AGAIN, _kept(), _here())
    key = form.once(digest, alone=alone, again=True)
    return another and not _written(form, write, key, done=done, refused=refused, others=others)


def _written(form: Form, write: Callable[[Once], object], key: Once, *, done: str, refused: str, others: str) -> bool:
    """Make the write; False when it was refused, True when it must be asked about first."""
    kept, here = _kept(), _here()
    kept.saved = None  # what was saved before this says nothing of it
    try:
        write(key)
    except PerhapsWritten as before:
        words = (WRITTEN_ON if before.other else SAME).format(when=moment(before.at))
        kept.asked[form.whole] = _Question(key.content, words)
        return True
    except Stale:
        layout.error(others, title=refused)
        return False
    except (RecordRefused, SaveRefused, NotAllowed, DatabaseProblem) as refusal:
        layout.error(str(refusal), title=UNSURE if isinstance(refusal, PerhapsDone) else refused)
        return False
    except AlreadyWritten:
        pass
    _turn(form, done, kept, here)
    return True


def _turn(form: Form, words: str, kept: _Kept, here: tuple[str, dict[str, str]]) -> None:
    """A fresh form in its place, on a page that says what was saved."""
    kept.turns.update({form.whole, form.name})  # what chose whom the form is about is chosen anew, too
    kept.asked.pop(form.whole, None)
    kept.begun.pop(form.whole, None)
    kept.saved = _Saved(words, form, here)
    st.rerun()


def _here() -> tuple[str, dict[str, str]]:
    return _kept().page, st.query_params.to_dict()
