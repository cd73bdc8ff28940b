"""The conference before it begins: which screens, in which order, how they look, and where to take them along."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from model.basics.formatting import listing, month_key, number, plural
from model.documents import file_names, offline
from model.documents.known import refusal
from model.documents.screens import Screen, addressed, chosen
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.left_out import reason_words, region_name
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.wording import withheld_words
from pages.conference import conference_edition, conference_show
from pages.conference.conference_edition import Shown
from pages.shared import address, downloads, export, layout, pictures

SCREENS, KEY = "skaerme", "conference_screens"
BESIDE = 3  # pictures in a row
NOBODY = "Ingen jobcentre vises: deres tal er ikke kendt, eller de er udeladt, så små tal ikke kan regnes ud."
EARLIER = ("Adressen nævner {what}. En offentlig visning viser altid en udgivelse, som den blev fortalt. Vælg en anden "
           "udgivelse, hvis det er den, du vil vise.")


def picked(available: Sequence[Screen]) -> tuple[Screen, ...]:
    """The screens the address names in its order; unknown ones are left out, and without any it is all but stories."""
    return chosen(available, _named())


def _named() -> list[str]:
    return [key for key in st.query_params.get(SCREENS, "").split(",") if key]


def heading(available: Sequence[Screen], picked: Sequence[Screen], shown: Shown) -> None:
    """How many screens, of which figures, and that small numbers are not among them."""
    layout.header(f"Konference: {plural(len(picked), 'skærm', 'skærme')}, én pointe ad gangen",
                  status_line(shown.snapshot, shown.month))
    layout.lead("Fylder hele vinduet og skifter med piletasterne eller en fjernbetjening. Esc fører tilbage hertil.")
    conference_edition.remarks(shown)
    release = shown.snapshot.release
    what = ("Visningen er offentlig: den viser udgivelsen og intet andet." if release and release.number
            else "Sådan vil offentligheden se det, når det er offentliggjort.")
    layout.note(f"{what} Antal borgere under {number(shown.threshold)} er udeladt, og små jobcentre vises tilsammen.")
    left_out(shown.snapshot)
    if strangers := [key for key in _named() if key not in {screen.key for screen in available}]:
        layout.note(f"Adressen nævner {listing(f'»{key}«' for key in strangers)}, som ingen skærm hedder.")
    if ignored := _ignored(shown.month):
        layout.note(EARLIER.format(what=ignored))


def left_out(snapshot: Snapshot) -> None:
    """Whom nothing of it is of alone, why, and that the figures therefore are not those of the internal pages."""
    if snapshot.left_out and len(snapshot.left_out) == len(snapshot.names):
        layout.note(NOBODY)
    elif reason := reason_words(snapshot):
        layout.note(f"{reason}. Derfor er tallene andre end på de interne sider.")


def offer(picked: Sequence[Screen], shown: Shown) -> None:
    """Begin, or take the same screens along."""
    snapshot, month, edition = shown.snapshot, shown.month, shown.number
    with st.container(horizontal=True):
        st.button("Start visningen", key="conference_start", type="primary", icon=":material/slideshow:",
                  on_click=conference_show.begin)
        where = conference_edition.public_address(shown)
        downloads.file_button("Hent som én HTML-fil (virker uden net)",
                              lambda: offline.offline_html(addressed(picked, where), snapshot=snapshot, month=month),
                              file_names.offline(month, edition), downloads.HTML, right=_right(shown))
        refused = refusal(picked, who=region_name(snapshot, inside=True), withheld=withheld_words(snapshot),
                          without=reason_words(snapshot))
        if not refused:
            downloads.file_button("Hent som PowerPoint", lambda: _slides(addressed(picked, where), snapshot, month),
                                  file_names.slides(month, edition), downloads.PPTX, right=_right(shown))
    if refused:
        layout.note(refused)


def _right(shown: Shown) -> export.Right | None:
    """What is published may be taken along by anybody."""
    return export.FOR_ANYBODY if shown.number else export.EXPORT


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
        pictures.picture(screen, snapshot, month, at)
        with st.container(horizontal=True):
            for by, words in ((-1, "Vis tidligere"), (1, "Vis senere")):
                st.button(words, key=f"conference_move_{at}_{by}", type="tertiary", on_click=_move,
                          args=(keys, at, at + by), disabled=not 0 <= at + by < len(keys))


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
