"""What is raised when the command line cannot be followed."""


class WrongUsage(Exception):
    """The command line cannot be understood; the text is Danish and says how to write it."""
