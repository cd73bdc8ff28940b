"""What the fixture files under tests/files are about: one file, one check that fails."""

import re
from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).parents[2] / "files"
REMEDY = re.compile(r"\b(ret|slet|skriv|skrives|tilføj|brug|vælg|hent|gem|kontrollér|forkort|del|lad|bekræft|angiv"
                    r"|flyt)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """One fixture file and the one problem that must come of it. texts: all parts the message must hold."""

    name: str
    texts: tuple[str, ...]
    row: int | None = None
    column: str | None = None
    jobcenter: str | None = None
    month: str | None = None
    severity: str = "fejl"
    times: int = 1  # how many problems in all


def path(gate: int, name: str) -> Path:
    """The fixture file of that name, whatever its ending."""
    return next((FILES / f"gate{gate}").glob(f"{name}.*"))


def names(gate: int) -> set[str]:
    """Every fixture file of a gate."""
    return {found.stem for found in (FILES / f"gate{gate}").iterdir()}
