"""The conference before it begins: which screens, in which order, how they look, and where to take them along."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from model.basics import settings
from model.basics.formatting import listing, month_key, number, plural
from model.basics.spaces import numbers_held
from model.documents import file_names, offline
from model.documents.known import refusal
from model.documents.screens import Screen, chosen, screens
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.left_out import reason_words, region_name
from model.subjects.goals.words.lines import status_line
from pages.conference import conference_show
from pages.shared import address, downloads, layout
from pages.shared.escaping import escape

SCREENS, KEY = "skaerme", "conference_screens"
BESIDE = 3  # pictures in a row
EARLIER = ("Adressen nævner {what}. En offentlig visning bruger altid tallene, som de er nu, fra den nyeste måned med "
           "nok indberetninger: to udgaver kunne trækkes fra hinanden, så små tal kom frem.")


def picked(available: Sequence[Screen]) -> tuple[Screen, ...]:
    """The screens the address names in its order; unknown ones are left out, and without any it is all but stories."""
    return chosen(available, _named())


def _named() -> list[str]:
    return [key for key in st.query_params.get(SCREENS, "").split(",") if key]


def heading(available: Sequence[Screen], picked: Sequence[Screen], snapshot: Snapshot, month: date) -> None:
    """How many screens, of which figures, and that small numbers are not among them."""
    layout.header(f"Konference: {plural(len(picked), 'skærm', 'skærme')}, én pointe ad gangen",
                  status_line(snapshot, month))
    layout.lead("Fylder hele vinduet og skifter med piletasterne eller en fjernbetjening. Esc fører tilbage hertil.")
    threshold = number(settings.load().public_threshold)
    layout.note(f"Visningen er offentlig. Tal under {threshold}, og tal, som de kan regnes ud af, er skjult.")
    left_out(snapshot)
    if strangers := [key for key in _named() if key not in {screen.key for screen in available}]:
        layout.note(f"Adressen nævner {listing(f'»{key}«' for key in strangers)}, som ingen skærm hedder.")
    if ignored := _ignored(month):
        layout.note(EARLIER.format(what=ignored))


def left_out(snapshot: Snapshot) -> None:
    """Whom nothing of it is of, why, and that the figures therefore are not those of the internal pages."""
    if told := reason_words(snapshot):
        layout.note(f"{told}. De er ikke med i nogen sum eller optælling, så tallene er andre end på de interne sider.")


def offer(picked: Sequence[Screen], snapshot: Snapshot, month: date) -> None:
    """Begin, or take the same screens along."""
    with st.container(horizontal=True):
        st.button("Start visningen", key="conference_start", type="primary", icon=":material/slideshow:",
                  on_click=conference_show.begin)
        downloads.file_button("Hent som én HTML-fil (virker uden net)",
                              lambda: offline.offline_html(picked, snapshot=snapshot, month=month),
                              file_names.offline(month), downloads.HTML)
        refused = refusal(picked, who=region_name(snapshot, inside=True), without=reason_words(snapshot))
        if not refused:
            downloads.file_button("Hent som PowerPoint", lambda: _slides(picked, snapshot, month),
                                  file_names.slides(month), downloads.PPTX)
    if refused:
        layout.note(refused)


def _slides(picked: Sequence[Screen], snapshot: Snapshot, month: date) -> bytes:
    from model.documents import slides  # what writes them takes longer than the page does

    return slides.slides_pptx(snapshot, month, picked)


def choose(available: Sequence[Screen], picked: Sequence[Screen]) -> None:
    """The picker of screens; a new one comes last."""
    names = {screen.key: screen.name for screen in available}
    st.session_state[KEY] = [screen.key for screen in picked]
    st.multiselect("Skærme i den rækkefølge, de vises", list(names), format_func=names.__getitem__, key=KEY,
                   on_change=_write_chosen, placeholder="Vælg skærme", select_all=False,
                   help="En god historie vises kun, når den er valgt. Er intet valgt, vises alle de andre skærme.")


def previews(picked: Sequence[Screen], snapshot: Snapshot, month: date) -> None:
    """Small pictures of the screens in their order, each with a way to move it."""
    layout.finding("Sådan ser skærmene ud")
    keys = tuple(screen.key for screen in picked)
    for begin in range(0, len(picked), BESIDE):
        for at, place in enumerate(st.columns(BESIDE), start=begin):
            if at < len(picked):
                with place:
                    _preview(picked[at], snapshot, month, keys, at)


def _preview(screen: Screen, snapshot: Snapshot, month: date, keys: tuple[str, ...], at: int) -> None:
    with st.container(key=f"conference_picture_{at}"):
        st.iframe(_picture(snapshot, month, screen.key), height=200, tab_index=-1,
                  alt=f"Skærm {number(at + 1)}: {screen.title}")
        st.html(f'<p class="fd-line">{number(at + 1)}. {escape(screen.name)}</p>'
                f'<p class="fd-small-finding">{escape(numbers_held(screen.title))}</p>')
        with st.container(horizontal=True):
            for by, words in ((-1, "Vis tidligere"), (1, "Vis senere")):
                st.button(words, key=f"conference_move_{at}_{by}", type="tertiary", on_click=_move,
                          args=(keys, at, at + by), disabled=not 0 <= at + by < len(keys))


@remembered
def _picture(snapshot: Snapshot, month: date, key: str) -> str:
    screen = next(each for each in screens(snapshot, month) if each.key == key)
    return offline.preview_html(screen, snapshot=snapshot)


def _move(keys: tuple[str, ...], at: int, to: int) -> None:
    moved = list(keys)
    moved.insert(to, moved.pop(at))
    _write(moved)


def _write_chosen() -> None:
    _write(st.session_state[KEY])


def _write(keys: Sequence[str]) -> None:
    if keys:
        st.query_params[SCREENS] = ",".join(keys)
    else:
        st.query_params.pop(SCREENS, None)


def _ignored(month: date) -> str:
    """What the address asks for that a public view does not have."""
    parts = [words for words, named in (
        ("en tidligere dag", address.AS_OF in st.query_params),
        ("en anden måned", st.query_params.get(address.MONTH, month_key(month)) != month_key(month))) if named]
    return " og ".join(parts)
