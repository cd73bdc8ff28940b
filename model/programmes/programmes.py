"""The programmes there are: those that come with the house, and those of a folder of one's own."""

from functools import lru_cache
from pathlib import Path

from model.basics import settings
from model.basics.formatting import listing
from model.programmes import shown
from model.programmes.loading import MAIN, ProgrammeRefused, Wrong, load
from model.programmes.programme import Programme

OURS, DEFAULT = Path(__file__).parent, "virksomhedscenterkampagnen"  # the one that is shown unless another is asked for


def chosen() -> Programme:
    """The programme that the house shows, by ``FREMDRIFT_PROGRAMME``. Raises ProgrammeRefused.

    Folders of one's own are only looked into where it is asked for.
    """
    wanted = settings.load().programme
    if wanted in (None, DEFAULT):
        return _campaign()
    every = programmes()
    if wanted not in every:
        raise ProgrammeRefused([Wrong("FREMDRIFT_PROGRAMME", None, f"Der er intet program med id »{wanted}«. "
                                      f"Vælg {listing((f'»{name}«' for name in _fit()), word='eller')}.")])
    if wrong := [Wrong("FREMDRIFT_PROGRAMME", None, f"»{wanted}« kan ikke vises. {text}")
                 for text in shown.lacking(every[wanted])]:
        raise ProgrammeRefused(wrong)
    return every[wanted]


def beside(shown_one: str) -> dict[str, Programme]:
    """The programmes that say they are shown beside that one, by their ids. Raises ProgrammeRefused."""
    return {name: programme for name, programme in programmes().items() if programme.beside == shown_one}


def misplaced(programme: Programme) -> str:
    """That nothing has the id it says it is shown beside, and those that can be; empty where that is right.

    Raises ProgrammeRefused.
    """
    if programme.beside is None:
        return ""
    fit = _fit()
    return "" if programme.beside in fit and programme.beside != programme.id else (
        f"Intet program, der kan vises, har id »{programme.beside}«, så {programme.called} vises ingen steder. Ret "
        f"»beside« til {listing((f'»{name}«' for name in fit if name != programme.id), word='eller')}.")


def programmes() -> dict[str, Programme]:
    """Every programme by its id: ours, the campaign first, then those in ``FREMDRIFT_PROGRAMMES``.

    Raises ProgrammeRefused.
    """
    return _programmes(settings.load().programmes)


def _fit() -> list[str]:
    """The ids of those that can be shown."""
    return [name for name, programme in programmes().items() if not any(shown.lacking(programme))]


@lru_cache
def _programmes(own: Path | None) -> dict[str, Programme]:
    every: dict[str, Programme] = {}
    for folder in (*_folders(OURS), *(_folders(own) if own else ())):
        programme = _campaign() if folder == OURS / DEFAULT else load(folder)
        if programme.id in every:
            raise ProgrammeRefused([Wrong(f"{folder.name}/{MAIN}", None,
                                          f"Et andet program har også id »{programme.id}«. Giv det et andet.")])
        every[programme.id] = programme
    return every


@lru_cache
def _campaign() -> Programme:
    """Read once a process: every start needs it, and so does every list."""
    return load(OURS / DEFAULT)


def _folders(within: Path) -> list[Path]:
    """The folders that declare a programme. Raises ProgrammeRefused where there is no such folder to look in."""
    if not within.is_dir():
        raise ProgrammeRefused([Wrong(str(within), None, "Mappen findes ikke. Ret FREMDRIFT_PROGRAMMES.")])
    return sorted((path.parent for path in within.glob(f"*/{MAIN}")),
                  key=lambda folder: (folder != OURS / DEFAULT, folder.name))
