"""What is handed in with a file, and how its parts are called by whom it comes from."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from model.intake.report import Correction


class Way(Enum):
    """How a file comes in: by a command with options, or by a request with fields."""

    COMMAND = "command"
    REQUEST = "request"

    def named(self, part: str) -> str:
        """How a part is called: ``--reason``, or »reason«."""
        return f"--{part}" if self is Way.COMMAND else f"»{part.replace('-', '_')}«"

    def where(self, part: str) -> str:
        """Where it is written: »med --reason«, or »i feltet »reason««."""
        return f"med {self.named(part)}" if self is Way.COMMAND else f"i feltet {self.named(part)}"

    def given(self, part: str, value: str) -> str:
        """A part with its value, as it is written: ``--count``, ``--answer period=one``, or ``answer=period=one``."""
        return f"--{part} {value}".rstrip() if self is Way.COMMAND else f"{part}={value or 'true'}"


@dataclass(frozen=True)
class Handed:
    """A file with all that is said of it. dataset: None: recognised; month: for figures whose month it does not say.

    without: codes left out on purpose. said: answers by question. accept: whether every suggestion is taken.
    programme: the only one it may be of; beside: the one beside the shown one that it is of.
    """

    name: str
    content: bytes
    way: Way
    dataset: str | None = None
    month: date | None = None
    without: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    fixes: tuple[Correction, ...] = ()
    count: bool = False
    accept: bool = False
    keep_original: bool = False
    dry_run: bool = False
    reason: str = ""
    received_on: date | None = None
    programme: str | None = None
    beside: str | None = None
