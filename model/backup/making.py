"""A backup is made: every row of every table as of one moment, while others write."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import ColumnClause, Connection, Engine, column, select

from model.backup import verdicts
from model.backup.archive import VERDICTS, Manifest, Part, TablePart, Writing, part_of
from model.backup.copies import Progress, copied, silent
from model.backup.refusal import BackupRefused
from model.backup.tables import RowRefused, Table, line, read, tables
from model.basics import settings
from model.basics.formatting import today
from model.basics.whole_file import FOR_ONE, not_written, whole_file
from model.programmes.current import PROGRAMME
from model.store import connecting, database, seeding


def make(engine: Engine, path: Path, progress: Progress = silent) -> Manifest:
    """Write a backup, which only its owner may read. A database of an earlier revision is left at it; none is made.

    Raises BackupRefused where the file cannot be written or is there already, DatabaseProblem for a database that
    cannot be read or is no database of ours.
    """
    if path.exists():
        raise BackupRefused(f"{path} findes allerede, og en sikkerhedskopi skrives aldrig oven i noget. "
                            "Vælg et andet navn.")
    _check(engine)
    try:
        with whole_file(path, mode=FOR_ONE) as file, one_moment(engine) as connection, Writing(file) as writing:
            manifest = _written(writing, connection, progress)
            writing.seal(manifest)
    except OSError as fault:
        raise BackupRefused(not_written(path, fault)) from fault
    except RowRefused as wrong:
        raise BackupRefused(f"Databasen har en værdi, som kolonnen {wrong} ikke kan have. Der er ikke skrevet noget. "
                            "Ret den, og prøv igen.") from wrong
    return manifest


def _check(engine: Engine) -> None:
    """A database at an earlier revision is saved as it is: before an update is when one wants a backup."""
    with database.readable(), engine.connect() as connection:
        at = database.revision(connection)
    if at is None or at not in database.revisions() or at == max(database.revisions()):
        seeding.migrate(engine)  # makes one that is empty, and refuses one that is not ours


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """A transaction in which everything that is read is as of its beginning, whatever others write meanwhile."""
    with database.readable(), engine.connect() as connection:
        if connection.dialect.name != "sqlite":  # which reads so always
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            connecting.take_your_time(connection)
            yield connection


def _written(writing: Writing, connection: Connection, progress: Progress) -> Manifest:
    made_at, day, parts = datetime.now(UTC), today(), {}
    revision = database.revision(connection)
    assert revision is not None
    described = tables(connection)
    for done, table in enumerate(described, start=1):
        part = writing.part(part_of(table.name), map(line, read(connection, table)))
        parts[table.name] = TablePart(**part.model_dump(), columns=table.columns, key=table.key)
        progress(done, len(described))
    return Manifest(
        made_at=made_at, revision=revision, shown=PROGRAMME.id, programmes=_programmes(connection, described), day=day,
        register_delay_days=settings.load().register_delay_days, tables=parts,
        verdicts=_verdicts(writing, connection, revision, described, day))


def _verdicts(writing: Writing, connection: Connection, revision: str, described: list[Table], day: date) -> Part:
    """What is said of the rows; of those of an earlier revision what is said when they have grown."""
    if revision == max(database.revisions()):
        return writing.part(VERDICTS, map(verdicts.line, verdicts.verdicts(connection, day)))
    with copied(revision, described, lambda table: read(connection, table)) as grown:
        return writing.part(VERDICTS, map(verdicts.line, verdicts.verdicts(grown, day)))


def _programmes(connection: Connection, described: list[Table]) -> tuple[str, ...]:
    """Whose rows there are, and who is shown."""
    owner: ColumnClause[str] = column("programme")
    named = {name for table in described if owner.name in table.names
             for name in connection.execute(select(owner).select_from(table.clause).distinct()).scalars()}
    return tuple(sorted({PROGRAMME.id, *named}))
