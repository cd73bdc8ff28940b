"""Makes the sample data: ``python -m sample_data.make_sample [FOLDER]``. The same seed gives the same files."""

import json
import sys
from pathlib import Path

from model.programmes.current import PROGRAMME
from sample_data.making import (
    centres,
    consultant_csv,
    consultant_own,
    courses,
    networks,
    norddjurs_form,
    projects,
    shown,
    support,
    template,
    workbooks,
)
from sample_data.making.figures import make
from sample_data.making.senders import SampleFile

SEED = 2009
SENDERS = (consultant_csv, consultant_own, template, workbooks, norddjurs_form, courses, support, centres, networks,
           projects)
HOME = Path(__file__).parent
NOTE = "Eksempeldata – opdigtede tal. Kun kommunernes navne og størrelse er virkelige."


def files(seed: int = SEED) -> list[SampleFile]:
    """Every file, in the order it was received."""
    region = make(seed)
    found = [file for sender in SENDERS for file in sender.files(region)]
    return sorted(found, key=lambda file: file.received)


def write(folder: Path, *, seed: int = SEED) -> list[Path]:
    """Write the files and their manifest; returns what was written. Files of an earlier run are replaced."""
    made = files(seed)
    target = folder / "files"
    target.mkdir(parents=True, exist_ok=True)
    for left_over in set(target.iterdir()) - {target / file.name for file in made}:
        left_over.unlink()
    for file in made:
        (target / file.name).write_bytes(file.content)
    manifest = folder / "manifest.json"
    listed = {"note": NOTE, "programme": PROGRAMME.id, "files": [file.entry() for file in made]}
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    manifest.write_text(text + "\n", encoding="utf-8")
    return [*(target / file.name for file in made), manifest]


if __name__ == "__main__":
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME
    written = [*write(home), *shown.write(home)]
    print(f"{len(written)} filer skrevet i {home}")
