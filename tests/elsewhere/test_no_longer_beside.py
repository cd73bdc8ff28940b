"""What was sent in for a programme that is no longer beside stays in the ledger: it is told and undone like all."""

import os
import subprocess
import sys

from tests.elsewhere.test_elsewhere import DECLARED, ROOT

LEFT = """
from datetime import UTC, date, datetime
from model.__main__ import main
from model.intake.datasets.datasets import DATASETS, offered
from model.store import database, seeding
from model.store.tables.base import Upload
from model.store.tables.projects import ProjectResult
from tests.pages.data_pages import said
from tests.pages.opening import opened
engine = database.create()
seeding.migrate(engine)
with database.write(engine) as session:
    session.add(Upload(dataset="milepael", source="file", file_name="projekt.csv", sha256="0" * 64, content=b"",
                       received_at=datetime(2026, 3, 1, tzinfo=UTC), received_by="en anden", counts={"new": 1},
                       problems=[], without=[]))
    session.flush()
    session.add(ProjectResult(project="Et projekt", on=date(2026, 2, 1), measure="Pladser", upload_id=1, value=7,
                              marks={}))
main(["uploads"])
words = said(opened("reporting", {"changed_cells": True, "undo_panel": True, "uploaded_by": "mig"}, fane="Historik",
                    indlaesning="1"))
print("Siden kan ikke vises" in words, "Resultater til milepæle" in words, "Et projekt" in words)
print(sorted(set(DATASETS) - set(offered())))
words = ("Milepæle", "milepæle", "Opfølgning på punkter")
print([word for page in ("upload", "guide") for word in words
       if word in said(opened(page, {"template": True}))])
main(["undo", "1", "--reason", "ikke vores", "--by", "mig"])
"""


def test_its_uploads_are_listed_shown_and_undone_and_its_files_are_no_longer_offered(tmp_path):
    ran = subprocess.run([sys.executable, "-c", LEFT], cwd=ROOT, capture_output=True, text=True, check=False,
                         env=os.environ | {"FREMDRIFT_PROGRAMMES": str(DECLARED.parent),
                                           "FREMDRIFT_PROGRAMME": "fremad_fyn", "PYTHONUTF8": "1",
                                           "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/own.db"})
    listed, page, hidden, offered, *undone = ran.stdout.splitlines()
    assert "projekt.csv  Resultater til milepæle, 1 tal, en anden" in listed
    assert (page, hidden, offered) == ("False True True", "['milepael', 'opfoelgning']", "[]")
    assert undone and "fortrudt" in " ".join(undone)
