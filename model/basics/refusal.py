"""What every refusal is, so that whoever tells it to a person knows it without loading what it comes from."""


class NotDone(Exception):
    """Something is not done, and nothing of it was; the text is Danish, for a person, and says what to do."""
