"""The whole sample: the invented files as uploads, then invented meetings, stories and editions of their figures."""

from sqlalchemy import Engine

from model.basics import settings
from model.sample import files, published, ready, writing


def first_start(engine: Engine) -> None:
    """Fill an SQLite database nobody has used yet, or finish a load that was cut off.

    Does nothing on PostgreSQL, with FREMDRIFT_SAMPLE=never, or once there is any other upload. Raises as ``load``.
    """
    if engine.dialect.name != "sqlite" or settings.load().sample == "never" or ready.copy(engine):
        return
    files.first_start(engine)
    _write(engine)


def load(engine: Engine) -> tuple[int, bool]:
    """Load what is missing of the sample: (how many files, whether meetings and stories were written).

    Raises SaveRefused when the database has other figures or the sample was removed, RecordRefused, Stale and
    DatabaseProblem.
    """
    made = files.load_sample(engine)
    return len(made), _write(engine)


def _write(engine: Engine) -> bool:
    """Meetings rest on the figures: nothing is written on others, nor where some of the sample has been undone."""
    if not files.complete(engine):
        return False
    written = writing.write(engine)
    return bool(published.publish(engine)) or written
