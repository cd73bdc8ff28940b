"""The commands of ``python -m model``, and what is raised when a command line cannot be followed."""


class WrongUsage(Exception):
    """The command line cannot be understood; the text is Danish and says how to write it."""
