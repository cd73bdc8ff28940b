"""Which of the records that stand a file's rows are about, where their keys alone do not tell it."""

from collections.abc import Callable, Mapping

from model.intake.records import centre_identity, enquiries
from model.intake.records.rows import Rows

Step = Callable[[Rows, Mapping[str, str]], Rows]

STEPS: dict[str, Step] = {"hotline": enquiries.settled, "centre": centre_identity.settled,
                          "centermaaned": centre_identity.months}


def settled(rows: Rows, said: Mapping[str, str]) -> Rows:
    """The rows with the keys of what they are about, and what must be asked to know it. said: answers by question."""
    step = STEPS.get(rows.dataset.name)
    return step(rows, said) if step else rows
