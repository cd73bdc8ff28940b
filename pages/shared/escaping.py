"""Words of people's made safe for a page's HTML. Nothing else in the pages escapes."""

from html import escape as escaped

from model.basics.formatting import without_direction_marks


def escape(words: str) -> str:
    """The words as HTML shows them, without what would turn those around them."""
    return escaped(without_direction_marks(words))
