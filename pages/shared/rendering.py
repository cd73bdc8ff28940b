"""``python -m pages.shared.rendering``: renders every page once without a browser and tells which can be shown."""

import logging
import sys
import traceback
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pages.shared import navigation, runtime

ROOT = Path(__file__).parents[2]
LONGEST = 120  # seconds for a page


class Faults(logging.Handler):
    """Keeps where pages failed, which the frame logs and tells nobody else."""

    def __init__(self) -> None:
        """None has failed."""
        super().__init__(logging.ERROR)
        self.places: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the kind of the fault and where it happened."""
        kind, _, trace = record.exc_info or (None, None, None)
        last = traceback.extract_tb(trace)[-1:]
        where = "".join(f" i {Path(frame.filename).name}, linje {frame.lineno}" for frame in last)
        self.places.append(f"{kind.__name__ if kind else record.getMessage()}{where}")


def main() -> int:
    """Print one line a page; 1 where any of them cannot be shown."""
    faults = Faults()
    runtime.LOG.addHandler(faults)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LONGEST).run()
    failed = 0
    for entry in navigation.SHOWN:
        faults.places.clear()
        app.switch_page(entry.file).run()
        wrong = [*faults.places, *(str(each.value) for each in [*app.exception, *app.error])]
        print(f"{entry.title}: kan ikke vises. {' '.join(wrong)}" if wrong else f"{entry.title}: vises")
        failed += bool(wrong)
    print(f"{len(navigation.SHOWN) - failed} af {len(navigation.SHOWN)} sider vises.")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
