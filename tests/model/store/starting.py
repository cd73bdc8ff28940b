"""Several who start on one database at the same moment."""

import threading
from collections.abc import Sequence

from sqlalchemy import Engine

from model.store import seeding


def started_at_once(engines: Sequence[Engine]) -> list[str]:
    """What ``seeding.migrate`` says or raises at each, in order of what is said."""
    results: list[bool | Exception] = []
    gate = threading.Barrier(len(engines))

    def start(engine: Engine) -> None:
        gate.wait()
        try:
            results.append(seeding.migrate(engine))
        except Exception as error:  # noqa: BLE001  who asks compares it with what is expected
            results.append(error)
        finally:
            engine.dispose()

    threads = [threading.Thread(target=start, args=(each,)) for each in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(map(str, results))
