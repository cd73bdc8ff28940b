"""Of whom uploads state anything: what somebody may see of a file follows from that."""

from sqlmodel import Session, col, select

from model.intake.datasets.datasets import DATASETS
from model.store.tables.base import Upload
from model.store.tables.typed import columns_of


def units(session: Session, *, upload: int | None = None) -> dict[int, frozenset[str]]:
    """By upload, of all of whatever programme or of one, the codes of those it states something of and of those left
    out of its file; "" of what is about nobody, as a course day is, and of an upload that states nothing.
    """
    own = col(Upload.id).is_not(None) if upload is None else col(Upload.id) == upload
    found: dict[int, set[str]] = {int(id_ or 0): set(without) for id_, without in
                                  session.exec(select(Upload.id, Upload.without).where(own))}
    for table in {dataset.table for dataset in DATASETS.values()}:
        columns = columns_of(table)
        unit = columns.jobcenter if "jobcenter" in columns else None
        query = select(columns.upload_id, columns.upload_id if unit is None else unit)
        ids = select(Upload.id).where(own)
        for stated, code in session.connection().execute(query.where(columns.upload_id.in_(ids)).distinct()):
            found[stated].add("" if unit is None or code is None else code)
    return {each: frozenset(codes or {""}) for each, codes in found.items()}
