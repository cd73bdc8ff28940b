"""Snapshots the documents are made from: the sample data, and a jobcenter about which everything is said at once."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from sqlmodel import Session

from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import database
from tests.model.subjects.builders import changes, said
from tests.viewers import EVERYBODY

WORST = "760"
LONGEST_NAME = "Ringkøbing-Skjern og Ikast-Brande"


@pytest.fixture(scope="session")
def sampled(sample_file) -> Snapshot:
    """The sample data, as they stand now."""
    opened = database.create(f"sqlite:///{sample_file}")
    with Session(opened) as session:
        found = loading.load(session, EVERYBODY)
    opened.dispose()
    return found


@pytest.fixture(scope="session")
def worst(sampled) -> Snapshot:
    """Months missing, hidden, corrected, summed and too young, breaks, agreements without end, and the longest name."""
    names = sampled.jobcenters["name"].mask(sampled.jobcenters.index == WORST, LONGEST_NAME)
    laid = [said(WORST, f"2010-{month:02d}", persons="missing", total="missing", praktik="missing",
                 loentilskud="missing", ended="missing", good="missing") for month in (6, 8)]
    laid += [said(WORST, "2010-07", persons="hidden", total="hidden", ended="hidden", good="hidden"),
             said(WORST, "2010-09", persons=15, total=3, method="fuldtidspersoner"),
             said(WORST, "2010-10", total=3, method="berørte"),
             said(WORST, "2011-03", persons=16, total="missing", praktik=2, loentilskud=1)]
    agreed = pd.DataFrame([{"id": at, "meeting_id": 1, "unit": WORST, "held_on": date(2011, 1, 5),
                            "stated_on": date(2011, 1, 5),
                            "text": "Jobcentret åbner flere centre " * 16, "responsible": "jobkonsulenten " * 9,
                            "due": date(2011, 2, at), "recorded_by": "BRM"} for at in range(1, 9)])
    written = replace(sampled.written, agreements=agreed)
    return replace(sampled, written=written, jobcenters=sampled.jobcenters.assign(name=names)).overlaid(changes(*laid))
