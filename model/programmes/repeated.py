"""What stands more than once in a declaration."""

from collections.abc import Sequence


def again(values: Sequence[object]) -> list[int]:
    """The positions whose value has come before."""
    return [at for at, value in enumerate(values) if value in values[:at]]
