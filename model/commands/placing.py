"""A folder of files put in its place whole or not at all: made beside it, then exchanged with what stands there.

What others have laid in the folder goes along; only what an earlier run wrote is replaced.
"""

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from model.basics.refusal import NotDone

MARKER, MAKER = "fremdrift-site.json", "Fremdrift"  # a file of the folder: what in it was written here
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
NOT_OURS = ("{}: Mappen er ikke en hjemmeside fra Fremdrift. Der er ikke skrevet noget. Vælg en tom mappe eller en, "
            "der ikke findes.")
IN_THE_WAY = ("{}: Filen er ikke skrevet af Fremdrift, men ligger, hvor hjemmesiden skal have en. Der er ikke skrevet "
              "noget. Flyt den.")


class NotPlaced(NotDone):
    """The folder may not be written; the text is Danish."""


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files, and what others laid in it. Raises NotPlaced and OSError; it then is as it was.
    """
    target = folder.resolve()
    known = _written_here(folder, target)
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f"{_prefix(target)}{os.getpid()}-"))
    try:
        _write(beside, {**files, MARKER: _marker(files)})
        _take_along(target, beside, known)
        beside.chmod(target.stat().st_mode & 0o777 if target.is_dir() else 0o755)
        _exchange(beside, target)
    finally:
        _clear(target)


def _prefix(target: Path) -> str:
    return f".{target.name}-undervejs-"


def _goes_on(left: Path, target: Path) -> bool:
    """Whether the process that writes in this folder beside the target is another one that still runs."""
    written_by = left.name.removeprefix(_prefix(target)).partition("-")[0]
    if not written_by.isdigit() or int(written_by) == os.getpid():
        return False
    try:
        os.kill(int(written_by), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # of another user's
    return True


def _written_here(folder: Path, target: Path) -> frozenset[str]:
    """What an earlier run wrote; raises NotPlaced for a folder that is anybody else's."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return frozenset()
    try:
        marker = json.loads((target / MARKER).read_bytes())
        if marker["made_by"] == MAKER:
            return frozenset((*marker["files"], MARKER))
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        raise NotPlaced(NOT_OURS.format(folder)) from None
    raise NotPlaced(NOT_OURS.format(folder))


def _marker(files: Mapping[str, bytes]) -> bytes:
    return f"{json.dumps({'made_by': MAKER, 'files': sorted(files)}, ensure_ascii=False, indent=1)}\n".encode()


def _write(beside: Path, files: Mapping[str, bytes]) -> None:
    for address, content in files.items():
        path = beside / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _take_along(target: Path, beside: Path, known: frozenset[str]) -> None:
    """Every file of the folder that was not written here, as it is; raises NotPlaced where a new one has its place."""
    for path in _others(target, known):
        new = beside / path.relative_to(target)
        if os.path.lexists(new):
            raise NotPlaced(IN_THE_WAY.format(path))
        new.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            new.mkdir()
        else:
            shutil.copy2(path, new, follow_symlinks=False)


def _others(target: Path, known: frozenset[str]) -> Iterator[Path]:
    """The files and empty folders that were not written here."""
    for at, _, names in os.walk(target):
        whole = Path(at)
        if whole != target and not any(whole.iterdir()):
            yield whole
        linked = [each for each in whole.iterdir() if each.is_symlink() and each.is_dir()]
        for path in (*linked, *(whole / name for name in names)):
            if path.relative_to(target).as_posix() not in known:
                yield path


def _exchange(beside: Path, target: Path) -> None:
    """In one step where the system has one; elsewhere there is an instant without a folder."""
    if not target.exists():
        beside.rename(target)
    elif not _in_one_step(beside, target):
        away = target.with_name(f"{beside.name}-gammel")
        target.rename(away)
        try:
            beside.rename(target)
        except OSError:
            away.rename(target)
            raise


def _in_one_step(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0


def _clear(target: Path) -> None:
    """What this run and those that were killed left beside the folder; nothing while there is none to keep."""
    if target.exists():
        for left in target.parent.glob(f"{_prefix(target)}*"):
            if not _goes_on(left, target):
                shutil.rmtree(left, ignore_errors=True)
