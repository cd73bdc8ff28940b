"""A shown programme beside which there is a contract and no projects."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SHOWN = """
from pages.shared.places import in_words, page_of
print(*(in_words(page_of(dataset)) for dataset in ("milepael", "opfoelgning")), sep="|")
"""


def test_uploads_of_what_it_is_reported_by_lead_to_the_page_of_the_contract(tmp_path):
    shutil.copytree(ROOT / "tests" / "elsewhere" / "fremad", tmp_path / "fremad")
    shutil.copytree(ROOT / "model" / "programmes" / "udviklingsplatform", tmp_path / "kontrakt")
    main = tmp_path / "kontrakt" / "programme.toml"
    text = main.read_text(encoding="utf-8").replace('"virksomhedscenterkampagnen"', '"fremad_fyn"')
    main.write_text(text.replace('id = "udviklingsplatform"', 'id = "kontrakt"'), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", SHOWN], cwd=ROOT, capture_output=True, text=True, check=False,
                         env=os.environ | {"FREMDRIFT_PROGRAMMES": str(tmp_path), "FREMDRIFT_PROGRAMME": "fremad_fyn"})
    assert ran.stdout.strip() == "siden »Resultatkontrakt«|siden »Resultatkontrakt«", ran.stderr[-3000:]
