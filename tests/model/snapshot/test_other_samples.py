"""A sample of another programme in the same database has nothing to do with this one's."""

import json

from sqlmodel import Session

from model.intake import clearing
from model.programmes.current import PROGRAMME
from model.sample import files
from model.snapshot import loading
from model.store import database, written_samples
from model.store.tables.base import Figure
from tests.model import others
from tests.model.intake import filing
from tests.model.others import MARCH, OTHER
from tests.pages.opening import VIBORG, correct
from tests.viewers import EVERYBODY

FILE = filing.HEAD + "2010-03;791;795;106;32\n"


def test_a_sample_of_another_programme_takes_nothing_typed_here_with_it(engine):
    correct(engine, code=VIBORG, month=MARCH, value=44)
    with database.write(engine) as session:
        upload = others.added(session, others.upload("d" * 64, source="sample"))
        session.add(Figure(jobcenter=VIBORG, month=MARCH, measure="virksomhedsaktivering_i_alt", upload_id=upload,
                           value=40))
    with Session(engine) as session:
        assert clearing.corrections_of_sample(session) == []


def test_a_written_sample_is_a_programmes_own(session):
    number = written_samples.begun(session, programme=OTHER)
    written_samples.withdraw(session, by="BRM")
    assert not written_samples.anything(session)
    assert written_samples.withdrawn(session, OTHER) == frozenset()
    written_samples.withdraw(session, by="andre", programme=OTHER)
    assert (written_samples.withdrawn(session), written_samples.withdrawn(session, OTHER)) == (
        frozenset(), {number})


def test_figures_of_another_programme_do_not_keep_the_sample_out(engine, tmp_path):
    others.written(engine)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "tal.csv").write_text(FILE)
    (tmp_path / "manifest.json").write_text(json.dumps({"programme": PROGRAMME.id, "files": [
        {"file": "tal.csv", "dataset": "maanedstal", "received": "2010-04-12T10:00", "received_by": "jobcenteret",
         "reason": "prøve", "answers": {"approved": True}}]}))
    assert len(files.load_sample(engine, folder=tmp_path)) == 1
    with Session(engine) as session:
        assert loading.load(session, EVERYBODY).uploads["source"].tolist() == ["sample"]
