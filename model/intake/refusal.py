"""That something may not be saved: apart from saving, which takes longer to load than to say so."""

from model.basics.refusal import NotDone


class SaveRefused(NotDone):
    """The change is not allowed as it is; the text is Danish and says what to do. Nothing was stored."""
