"""Reading a snapshot: all that is new since an earlier one of the same, and the rest as it was."""

from datetime import date

from sqlmodel import Session, select

from model.access import rights
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import today
from model.intake.datasets.datasets import DATASETS, of_records
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.current import PROGRAMME
from model.snapshot import scopes, whole
from model.snapshot.kept import take_over
from model.snapshot.snapshot import Snapshot, seen
from model.store import facts, record_facts
from model.store.database import data_version
from model.store.series import series_of
from model.store.tables.base import Campaign

FIGURES = MAANEDSTAL.name


def load(session: Session, viewer: Viewer, *, as_of: date | None = None, programme: str = PROGRAMME.id,
         before: Snapshot | None = None) -> Snapshot:
    """The internal snapshot of a programme's rows as somebody may see it, now or as it was at the end of ``as_of``.

    before: an earlier one of the same. What nothing has been said of since is taken from it, with what was remembered.
    Raises NotAllowed for who may see no figures.
    """
    rights.require(viewer, Action.SEE_FIGURES)
    whole_ = _everything(session, as_of, programme, before)
    units = rights.units_of(viewer, Action.SEE_WRITTEN)
    return whole_ if units is None else seen(whole_, scopes.scope(session, units))


def _everything(session: Session, as_of: date | None, programme: str, before: Snapshot | None) -> Snapshot:
    campaign = session.exec(select(Campaign)).one()
    known_by = as_of and max(as_of, campaign.figures_from)  # the campaign's own targets hold from its first figure
    stamps = facts.stamps(session, programme)
    rows = whole.read(session, as_of=as_of, known_by=known_by, programme=programme)
    same_view = before is not None and (before.as_of, before.programme) == (as_of, programme)
    series = series_of(data_version(session))
    same_series = before is not None and before.series == series
    stood = before if before is not None and same_view and same_series and whole.goes_on(before.rows, rows) else None
    rows = rows if stood is None else whole.shared(rows, stood.rows)
    same = {name for name in DATASETS if stood is not None and stood.stamps.get(name) == stamps.get(name)}
    loaded = Snapshot(
        figures=facts.figures(session, as_of=as_of, programme=programme) if stood is None else
        facts.renewed(session, stood.figures, FIGURES, stood.stamps.get(FIGURES), stamps.get(FIGURES), as_of=as_of,
                      programme=programme),
        figures_from=campaign.figures_from, starts=campaign.starts, ends=campaign.ends,
        data_date=as_of or today(), as_of=as_of, programme=programme,
        records={kind.name: (stood.records[kind.name] if stood is not None and kind.name in same
                             else record_facts.records(session, kind.table, as_of=as_of, programme=programme))
                 for kind in of_records()},
        stamps=stamps, series=series, rows=rows, **whole.made(rows, stood))
    if stood is not None:
        take_over(loaded, stood)
    return loaded
