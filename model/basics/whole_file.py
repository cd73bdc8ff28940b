"""A file that is written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

FOR_ALL, FOR_ONE = 0o644, 0o600  # who may read it: everybody on the machine, or its owner alone


@contextmanager
def whole_file(path: Path, *, mode: int = FOR_ALL) -> Iterator[BinaryIO]:
    """A file to write and read; it stands at ``path`` once all is written, and an older one stands until then.

    It lies beside its place meanwhile, read by its owner alone, and goes where the writing fails. Raises OSError.
    """
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}", suffix=path.suffix)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def not_written(path: Path, fault: OSError) -> str:
    """That a file is not written, and why, in Danish."""
    return f"{path}: Filen kan ikke skrives ({_why(fault)}). Der er ikke skrevet noget."


def _why(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "mappen findes ikke"
    return "ingen adgang" if isinstance(fault, PermissionError) else "fejl på disken eller navnet"
