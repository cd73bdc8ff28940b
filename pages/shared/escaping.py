"""Words of people's made safe for a page's HTML, and HTML that is finished. Nothing else in the pages escapes."""

from dataclasses import dataclass
from html import escape as escaped

from model.basics.formatting import without_direction_marks


def escape(words: str) -> str:
    """The words as HTML shows them, without what would turn those around them."""
    return escaped(without_direction_marks(words))


@dataclass(frozen=True)
class Finished:
    """HTML that never changes: Streamlit takes it as it is, where it would unindent a text at each run."""

    html: str

    def _repr_html_(self) -> str:
        return self.html
