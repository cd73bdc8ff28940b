"""What may be logged of a fault: its kind and where it happened. Its words may hold what somebody typed or uploaded."""


def wordless(fault: Exception) -> Exception:
    """An exception of the same name and with the same trace, and without words."""
    return type(type(fault).__name__, (Exception,), {})().with_traceback(fault.__traceback__)
