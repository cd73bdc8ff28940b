"""A backup is tried: its bytes, its parts, its schema, its rows, and whether the product says of them what it said."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from model.backup import verdicts
from model.backup.archive import NEWER, Archive, Manifest, opened
from model.backup.copies import Progress, copied, silent
from model.backup.refusal import BackupRefused
from model.basics import settings
from model.basics.formatting import listing, moment, month_long, number, parse_month_key, plural
from model.programmes.current import PROGRAMME
from model.store import database

NAMED = 5  # places that are named where something else is said
SETTING = "FREMDRIFT_REGISTER_DELAY_DAYS"


@dataclass(frozen=True)
class Checked:
    """A backup whose rows stand in a copy at the newest revision. doubt: why the verdicts do not hold; else None."""

    manifest: Manifest
    copy: Connection
    doubt: str | None


@contextmanager
def checked(path: Path, holds: Callable[[str], None], progress: Progress = silent) -> Iterator[Checked]:
    """A backup that can be put back. ``holds`` is told in Danish of everything that does.

    Raises BackupRefused at the first that does not; of the verdicts alone that is left to the caller.
    """
    with opened(path) as archive:
        manifest = archive.manifest
        holds(f"Filen er hel, som den blev skrevet {moment(manifest.made_at)}: dens SHA-256 passer.")
        holds(f"Alle {number(archive.check_parts())} dele er, som manifestet siger.")
        _check_origin(manifest)
        with copied(manifest.revision, manifest.described, archive.rows, progress) as copy:
            newest = max(database.revisions())
            grown = "" if manifest.revision == newest else f", og rækkerne er ført op til {newest}"
            holds(f"Skemaet er databasens revision {manifest.revision}{grown}.")
            holds(f"{rows_in_tables(manifest)} kan stå i en database og er læst igen som de samme.")
            doubt = _doubt(archive, copy)
            if doubt is None:
                holds(f"Vurderingerne er regnet igen for {plural(manifest.verdicts.rows, 'måned', 'måneder')} "
                      "og er de samme.")
            yield Checked(manifest, copy, doubt)


def rows_in_tables(manifest: Manifest) -> str:
    """``7.574 rækker i 28 tabeller``."""
    return f"{plural(manifest.rows, 'række', 'rækker')} i {plural(len(manifest.tables), 'tabel', 'tabeller')}"


def _check_origin(manifest: Manifest) -> None:
    """Raise BackupRefused for what this house cannot tell anything of: later revisions and other programmes."""
    if manifest.revision not in database.revisions():
        raise BackupRefused(NEWER)
    if manifest.shown != PROGRAMME.id:
        raise BackupRefused(f"Sikkerhedskopien er af programmet »{manifest.shown}«, og her vises »{PROGRAMME.id}«. "
                            f"Sæt FREMDRIFT_PROGRAMME={manifest.shown}, og prøv igen.")


def _doubt(archive: Archive, copy: Connection) -> str | None:
    manifest, delay = archive.manifest, settings.load().register_delay_days
    if manifest.register_delay_days != delay:
        return (f"Vurderingerne kan ikke sammenlignes: kopien er lavet med {SETTING}={manifest.register_delay_days}, "
                f"og her er det {delay}. Sæt det som i kopien, og prøv igen.")
    places = verdicts.differing(archive.verdicts(), list(verdicts.verdicts(copy, manifest.day)))
    if not places:
        return None
    named = listing([*map(_place, places[:NAMED]), *([f"{number(len(places) - NAMED)} andre steder"]
                                                     if len(places) > NAMED else [])])
    return (f"Vurderingerne er ikke de samme, når de regnes igen: {named}. Rækkerne er, som de blev gemt, så det er "
            "programmet, der regner anderledes end dengang. Se i CHANGELOG, om det er meningen.")


def _place(place: tuple[str, str | None]) -> str:
    month, code = place
    names = {unit.code: unit.name for unit in PROGRAMME.units}
    return f"{'regionen' if code is None else names.get(code, code)} i {month_long(parse_month_key(month))}"
