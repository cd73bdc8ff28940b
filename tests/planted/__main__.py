"""Plant the faults one at a time and see which of them the tests find.

``python -m tests.planted [--first N] [--last N] [PYTEST ARGUMENTS]``, for example ``-m "not browser"``. Each fault is
planted in a copy of the house; the tests that name its module run first, then all, until one fails. Long: minutes for
a fault that is found at the end, and the whole suite's time for one that is not.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.nearest import nearest
from tests.planted.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
PRODUCT = ("model", "pages")
CARRIED = (*PRODUCT, "tests", "sample_data", ".streamlit", "dashboard.py", "pyproject.toml", "README.md", "Makefile",
           "requirements.txt", "docs")
PASSED, FAILED, NONE_CHOSEN = 0, 1, 5  # pytest's exit codes


def sources(root: Path) -> list[Path]:
    """The product's modules."""
    return sorted(path for name in PRODUCT for path in (root / name).rglob("*.py"))


def places(fault: Fault, root: Path = ROOT) -> list[Path]:
    """The modules that the fault could be planted in, once for each time its text stands there: one, or it has aged."""
    return [path for path in sources(root) for _ in range(path.read_text(encoding="utf-8").count(fault.text))]


def plant(fault: Fault, root: Path) -> Path:
    """Write the fault into the house at ``root``; the module it is in. Raises ValueError where it fits no one place."""
    where = places(fault, root)
    if len(where) != 1:
        raise ValueError(f"»{fault.what}« fits {len(where)} places")
    where[0].write_text(where[0].read_text(encoding="utf-8").replace(fault.text, fault.instead), encoding="utf-8")
    return where[0]


def is_found(fault: Fault, arguments: list[str]) -> tuple[bool, str]:
    """Whether a test fails with the fault planted, and the first that does."""
    with _copy() as root:
        near = nearest(plant(fault, root), root)
        failed, first = _run(root, [*near, *arguments]) if near else (False, "")
        return (failed, first) if failed else _run(root, arguments)


@contextmanager
def _copy() -> Iterator[Path]:
    """The house without these faults, whose own test would find each of them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _carry(root)
        shutil.rmtree(root / "tests" / "planted")
        yield root


def _carry(root: Path) -> None:
    for there in (ROOT / name for name in CARRIED if (ROOT / name).exists()):
        if there.is_dir():
            shutil.copytree(there, root / there.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(there, root / there.name)


def _run(root: Path, arguments: list[str]) -> tuple[bool, str]:
    ran = subprocess.run([sys.executable, "-m", "pytest", "-x", "-q", "-n", "auto", "--dist", "worksteal", *arguments],
                         cwd=root, capture_output=True, text=True, check=False)
    if ran.returncode not in (PASSED, FAILED, NONE_CHOSEN):
        raise RuntimeError(ran.stdout[-2000:] + ran.stderr[-2000:])
    first = next((line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), "")
    return ran.returncode == FAILED, first[:120]


def main() -> int:
    """Tell of each fault whether it is found; the number of those that are not is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.planted", description="Plant faults and run the tests.")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=len(FAULTS))
    options, arguments = parser.parse_known_args()
    chosen = list(enumerate(FAULTS, 1))[options.first - 1:options.last]
    missed = 0
    with _copy() as root:
        if (failed := _run(root, arguments))[0]:
            raise RuntimeError(f"a test fails without any fault: {failed[1]}")
    for number, fault in chosen:
        began = time.monotonic()
        found, by = is_found(fault, arguments)
        missed += not found
        print(f"{number:2} {'found ' if found else 'MISSED'} {time.monotonic() - began:5.0f} s  {fault.what}  {by}",
              flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} found")
    return missed


if __name__ == "__main__":
    sys.exit(main())
