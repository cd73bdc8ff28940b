"""What a run of tests says of its kills when it ends, however many workers it had: how many there were, and how many
left something torn.
"""

from collections.abc import Iterator

import pytest

KILLS, TORN = "kills", "torn"


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line, where anything was killed."""
    kills, torn = (sum(_noted(terminalreporter, name)) for name in (KILLS, TORN))
    if kills:
        terminalreporter.write_line(f"{kills:,} processes killed on the way, {torn} of them left something torn")


def _noted(reporter: pytest.TerminalReporter, name: str) -> Iterator[int]:
    for outcome in ("passed", "failed"):
        for report in reporter.stats.get(outcome, ()):
            yield from (value for key, value in report.user_properties if key == name)
