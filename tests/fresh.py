"""What a fresh interpreter has loaded once it is done: a library that is not used costs every start its time."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEPARATOR = "import time:"


def loaded(*words: str) -> set[str]:
    """Every module that ``python WORDS`` loads until it ends. Raises AssertionError when it fails."""
    ran = subprocess.run([sys.executable, "-X", "importtime", *words], cwd=ROOT, capture_output=True, text=True,
                         encoding="utf-8", env=os.environ | {"PYTHONIOENCODING": "utf-8"}, check=False)
    told = ran.stderr.splitlines()
    assert ran.returncode == 0, "\n".join(line for line in told if not line.startswith(SEPARATOR))
    return {line.rpartition("|")[2].strip() for line in told if line.startswith(SEPARATOR)}


def of(found: set[str], *names: str) -> set[str]:
    """Those of the packages and modules ``names`` that are among what was found."""
    return {name for name in names if any(f"{module}.".startswith(f"{name}.") for module in found)}
