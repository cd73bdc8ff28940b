"""What a driver's error means to a person, by its code: its words are in the language and the mood of the server."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InternalError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

PRIMARY = 0xFF  # the part of an SQLite error code that the extended ones share
BUSY = "Databasen er optaget af et andet program. Der er ikke gemt noget. Vent lidt, og prøv igen."
SLOW = ("Databasen blev ikke færdig inden for tiden. Der er ikke gemt noget. Vent lidt, og prøv igen. Bliver det ved, "
        "så er FREMDRIFT_STATEMENT_SECONDS for lille, eller databasen mangler kræfter.")
PROTECTED = "Databasen er skrivebeskyttet. Der er ikke gemt noget. Giv skriveadgang til filen og dens mappe."
PROTECTED_SERVER = "Databasen er skrivebeskyttet. Der er ikke gemt noget. Giv skriveadgang til den."
DENIED = ("Databasens bruger har ikke de rettigheder, som Fremdrift skal have. Der er ikke gemt noget. Giv brugeren i "
          "FREMDRIFT_DATABASE_URL dem.")
FULL = "Disken er fuld. Der er ikke gemt noget. Skaf plads, og prøv igen."
DISK = ("Disken, som databasen ligger på, svarer med en fejl. Der er ikke gemt noget. Kontrollér disken og pladsen på "
        "den, og prøv igen.")
NO_DATABASE = ("Filen er ikke en database, som Fremdrift kan læse. Den er ikke ændret. "
               "Vælg en anden fil i FREMDRIFT_DATABASE_URL.")
DAMAGED = "Databasen er beskadiget. Der er ikke ændret noget. Hent en sikkerhedskopi frem."
CLOSED = "Databasen kan ikke åbnes. Kontrollér, at mappen og filen findes, og at der er adgang til dem."
GONE = ("Der er ingen forbindelse til databasen. Vent lidt, og prøv igen. Bliver det ved, så kontrollér, at databasen "
        "kører, og at adressen i FREMDRIFT_DATABASE_URL er rigtig.")
OTHER = ("Databasen har ikke de tabeller, som denne udgave af Fremdrift bruger. Der er ikke ændret noget. Genstart "
         "Fremdrift: ved starten bliver databasen ført op, eller der står, hvorfor den ikke kan bruges.")

EMBEDDED = {
    sqlite3.SQLITE_BUSY: BUSY, sqlite3.SQLITE_LOCKED: BUSY, sqlite3.SQLITE_READONLY: PROTECTED,
    sqlite3.SQLITE_FULL: FULL, sqlite3.SQLITE_IOERR: DISK, sqlite3.SQLITE_NOTADB: NO_DATABASE,
    sqlite3.SQLITE_CORRUPT: DAMAGED, sqlite3.SQLITE_CANTOPEN: CLOSED}
# https://www.postgresql.org/docs/current/errcodes-appendix.html; two letters stand for a whole class
SERVER = {
    "57014": SLOW, "55P03": BUSY, "40P01": BUSY, "40001": BUSY, "25006": PROTECTED_SERVER, "42501": DENIED,
    "53100": FULL, "53": BUSY, "58": DISK, "XX001": DAMAGED, "XX002": DAMAGED, "08": GONE, "57P": GONE, "25P03": GONE,
    "28": GONE, "3D000": GONE, "42P01": OTHER, "42703": OTHER}
UNKNOWN_NAME = ("no such table", "no such column")  # SQLite has no code for them, and speaks English everywhere


def explain(error: SQLAlchemyError) -> str | None:
    """The Danish text for a driver's error; None when it is not about the database's state."""
    if isinstance(error, NoneFree):  # every connection of the process is in use
        return BUSY
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error.orig, sqlite3.Error):
        return _embedded(error.orig)
    return _server(error)


def is_lost(error: BaseException | None) -> bool:
    """Whether the connection broke under a statement, so that nobody knows what became of it."""
    return isinstance(error, DBAPIError) and error.connection_invalidated


def code(error: SQLAlchemyError) -> str:
    """The driver's code for an error, which quotes nothing of what was written."""
    orig = getattr(error, "orig", None)
    return str(getattr(orig, "sqlstate", None) or getattr(orig, "sqlite_errorname", None) or type(error).__name__)


def _embedded(error: sqlite3.Error) -> str | None:
    if isinstance(error, sqlite3.OperationalError) and str(error).startswith(UNKNOWN_NAME):
        return OTHER
    return EMBEDDED.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY)


def _server(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # nobody was reached who could give one
        return GONE if isinstance(error, OperationalError) else None
    if not isinstance(error, OperationalError | InternalError | ProgrammingError):
        return None
    return next((SERVER[part] for part in (state, state[:3], state[:2]) if part in SERVER), None)
