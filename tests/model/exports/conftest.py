"""Snapshots the documents are made from: the sample data, and a jobcenter about which everything is said at once."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from model import database
from model.indicators import snapshot
from model.indicators.snapshot import Snapshot
from tests.model.indicators.builders import changes, said

WORST = "760"
LONGEST_NAME = "Ringkøbing-Skjern og Ikast-Brande"


@pytest.fixture(scope="session")
def sampled(sample_file) -> Snapshot:
    """The sample data, as they stand now."""
    opened = database.create(f"sqlite:///{sample_file}")
    with Session(opened) as session:
        found = snapshot.load(session)
    opened.dispose()
    return found


@pytest.fixture(scope="session")
def worst(sampled) -> Snapshot:
    """Months missing, hidden, corrected, summed and too young, two breaks, and a name longer than any."""
    names = sampled.jobcenters["name"].mask(sampled.jobcenters.index == WORST, LONGEST_NAME)
    laid = [said(WORST, f"2010-{month:02d}", persons="missing", total="missing", praktik="missing",
                 loentilskud="missing", ended="missing", good="missing") for month in (6, 8)]
    laid += [said(WORST, "2010-07", persons="hidden", total="hidden", ended="hidden", good="hidden"),
             said(WORST, "2010-09", persons=15, total=3, method="fuldtidspersoner"),
             said(WORST, "2010-10", total=3, method="berørte"),
             said(WORST, "2011-03", persons=16, total="missing", praktik=2, loentilskud=1)]
    return replace(sampled, jobcenters=sampled.jobcenters.assign(name=names)).overlaid(changes(*laid))
