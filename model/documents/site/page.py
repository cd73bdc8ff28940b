"""Where the files of the site lie. An address, once given, is never another's."""

from dataclasses import dataclass

FRONT, STYLE_FILE = "index.html", "stil.css"
STORIES, CALENDAR, TERMS = "historier/index.html", "kalender/index.html", "begreber/index.html"


@dataclass(frozen=True)
class Page:
    """One page: its address below the site's folder, and its name."""

    address: str
    title: str

    @property
    def depth(self) -> int:
        """How many folders lie above it."""
        return self.address.count("/")


def of_edition(number: int, file: str = FRONT) -> str:
    """A file of an edition: ``udgivelse/3/index.html``."""
    return f"udgivelse/{number}/{file}"
