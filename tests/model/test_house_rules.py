"""The street has one direction: import-linter holds it, and is shown to bite on a planted breach.

And no text of our own is taken apart to learn a fact or to make another text of it: facts travel beside texts.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


BREACHES = (  # a module, and what it must not know
    ("model.basics.formatting", "streamlit"),
    ("model.basics.months", "model.programmes.current"),
    ("model.statistics.pace", "plotly"),
    ("model.store.facts", "model.snapshot.snapshot"),
    ("model.store.tables.peers", "model.store.once"),
    ("model.intake.report", "model.writing.stories"),
    ("model.writing.peers", "model.intake.report"),
    ("model.snapshot.absence", "model.subjects.goals.figures.goals"),
    ("model.drawing.chart", "pages.shared.data"),
    ("model.drawing.signs", "model.subjects.goals.figures.goal1"),
    ("model.subjects.goals.figures.goal1", "model.publishing.editions"),
    ("model.subjects.goals.figures.cohorts", "model.subjects.courses.figures.attendance"),
    ("model.subjects.courses.figures.attendance", "model.subjects.courses.words.courses"),
    ("model.subjects.centres.words.centres", "model.subjects.centres.charts.centres"),
    ("model.subjects.support.figures.hotline", "model.subjects.courses.figures.evaluations"),
    ("model.documents.letters", "model.commands.lists"),
    ("pages.region.page", "pages.jobcenter.details"),
    ("pages.shared.escaping", "pages.upload.answers"),
)
NEWCOMERS = ("model/telling", "model/subjects/newcomer", "model/subjects/goals/prose", "pages/newcomer")  # in no layer


def test_every_planted_breach_of_the_street_is_caught(tmp_path):
    for folder in ("model", "pages"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, known in BREACHES:
        with (tmp_path / Path(*module.split(".")).with_suffix(".py")).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {known}\n")
    for room in NEWCOMERS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    ran = subprocess.run(LINT, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path), "COLUMNS": "500"},
                         capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    told = " ".join(ran.stdout.split())
    assert [breach for breach in BREACHES if f"{breach[0]} -> {breach[1]}" not in told] == []
    assert [room for room in NEWCOMERS if room.replace("/", ".") not in told] == []


def test_every_folder_of_pages_is_a_package_so_that_the_linter_sees_it():
    folders = {p.parent for p in (ROOT / "pages").rglob("*.py")}
    assert all((folder / "__init__.py").exists() for folder in folders)


def test_nothing_is_written_into_a_frozen_object():
    """What is remembered lies in a holder that the object is made with, or in a ``cached_property``."""
    sources = [path for folder in ("model", "pages") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in sources if re.search(r"object\.__setattr__|__dict__", path.read_text("utf-8"))] == []


def test_a_room_s_front_gathers_no_names_that_are_made_elsewhere():
    """A facade hides where a thing is made: who needs it imports it from there."""
    gathered = {}
    for front in (path for folder in ("model", "pages") for path in (ROOT / folder).rglob("__init__.py")):
        tree = ast.parse(front.read_text(encoding="utf-8"))
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        gathered[str(front)] = {alias.asname or alias.name for node in ast.walk(tree)
                                if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names} - used
    assert {front: names for front, names in gathered.items() if names} == {}


def test_no_page_lies_directly_in_pages():
    """Streamlit would serve such a file without passing dashboard.py."""
    assert [p.name for p in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


TOLD = ("model/subjects", "model/drawing", "model/documents", "model/publishing", "model/commands", "pages")
CUTS = {"partition", "rpartition", "replace", "removeprefix", "removesuffix", "split", "rsplit", "splitlines", "strip",
        "lstrip", "rstrip", "startswith", "endswith", "contains", "extract", "match", "fullmatch", "search", "sub"}
FINDS = {"find", "rfind", "index", "rindex", "findall", "finditer"}  # these look for what is no text, too
ANYTHING = "anything"
CUT_HERE = {  # by file what it cuts or looks for, and whose text that is
    "model/commands/parser.py": ({ANYTHING}, "argparse's English"),
    "model/commands/placing.py": ({ANYTHING}, "the name of a folder that a run writes in"),
    "model/commands/typed.py": ({ANYTHING}, "what was typed"),
    "model/documents/csv_file.py": ({"'[=+@\\\\t\\\\r]|-(?!\\\\d+(,\\\\d+)?$)'"}, "a cell that would be reckoned"),
    "model/documents/fitting_text.py": ({ANYTHING}, "a story that people wrote, cut to the room there is"),
    "model/documents/letters.py": ({ANYTHING}, "every text, as far as a font can draw it"),
    "model/documents/screens.py": ({"STORY", "'\\n'"}, "a screen's key, and a story that people wrote"),
    "model/documents/site/reading.py": ({"'\\n'"}, "a story that people wrote"),
    "model/documents/slides/deck.py": ({ANYTHING}, "an element in PowerPoint's XML"),
    "model/documents/slides/native.py": ({"'Sheet1!'"}, "a reference to a cell"),
    "model/documents/slides/page.py": ({"'[^ ]* |[^ ]+$'", "' '", "'#'"}, "lines as long as a box is wide; a colour"),
    "model/documents/slides/scatter.py": ({"'$A$'", "'$B$'"}, "a reference to a cell"),
    "model/documents/slides/story.py": ({"' '"}, "lines as long as their box is wide"),
    "model/documents/word.py": ({"'Theme'"}, "an attribute in Word's XML"),
    "model/drawing/svg/parts.py": ({"'.0'", "'_'"}, "a coordinate, and an attribute's name"),
    "model/drawing/words.py": ({"'.'"}, "the full stop that a part of an alternative text may have"),
    "model/publishing/cells.py": ({"','"}, "the codes of a cell, as the table has them"),
    "model/subjects/centres/figures/periods.py": ({"PAUSE.casefold()"}, "why a centre closed, as its sender wrote it"),
    "model/subjects/centres/figures/register.py": ({"'_mark'"}, "a column's name"),
    "model/subjects/economy/figures/inputs.py": ({ANYTHING}, "a number that was typed"),
    "model/commands/mail_arguments.py": ({"'/'"}, "an address"),
    "model/subjects/meetings/words/parts.py": ({"'\\n'"}, "notes and names that people wrote"),
    "pages/conference/conference_choice.py": ({"','"}, "the address"),
    "pages/centres/economy_inputs.py": ({"'.'"}, "the full stop that a quotation may have"),
    "pages/server/__main__.py": ({"':'", "SCRIPTS"}, "an address, and the name of a thread"),
    "pages/server/api/bodies.py": ({ANYTHING}, "a header, and a file's name"),
    "pages/server/api/fields.py": ({"'='", "','"}, "what a program sent"),
    "pages/server/api/refusals.py": ({"f'{API}/'"}, "the path of a request"),
    "pages/server/api/routes.py": ({ANYTHING}, "a header"),
    "pages/server/api/senders.py": ({"' '"}, "a header"),
    "pages/server/closed.py": ({ANYTHING}, "the path of a request"),
    "pages/server/errors.py": ({ANYTHING}, "the path of a request, and what kinds of answer it asks for"),
    "pages/server/headers.py": ({ANYTHING}, "a header, a cookie, the path of a request"),
    "pages/server/identity.py": ({ANYTHING}, "a cookie"),
    "pages/server/journal.py": ({ANYTHING}, "a logger's name, the path of a request"),
    "pages/server/limits.py": ({ANYTHING}, "the path of a request"),
    "pages/server/policy.py": ({ANYTHING}, "the framework's own page, and our scripts"),
    "pages/server/signing_in.py": ({ANYTHING}, "an address"),
    "pages/server/starting.py": ({"'auth'"}, "the framework's secrets"),
    "pages/shared/drawing.py": ({"letter"}, "a tick or a cross, drawn as a sign"),
    "pages/shared/figure_tools.py": ({"'{code}'"}, "an address with room for a code"),
    "pages/shared/layout.py": ({ANYTHING}, "an address with room for a code; a stylesheet"),
    "model/commands/choosing.py": ({"f'{OPTION}='"}, "an option of the command line"),
    "pages/shared/address.py": ({"'\\\\d[\\\\d-]{2,9}'", "st.query_params.get(key, '')"}, "the address"),
    "pages/shared/stories_view.py": ({"'\\n'"}, "a story that people wrote"),
    "pages/upload/answers.py": ({"names"}, "a key of the session"),
    "pages/upload/checkup.py": ({"'without'"}, "a key of the session"),
    "pages/upload/explained.py": ({"ABOUT_COLUMNS"}, "the id of a question"),
    "pages/upload/successor.py": ({"'[^\\\\W_]+'"}, "a file's name"),
}


def _cuts(source: str) -> Iterator[str]:
    """What is looked for in texts, or cut out of them: the first argument, as it is written, of all that does so."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[first, *_]):
                yield ast.unparse(first)
            case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in CUTS or (
                    name in FINDS and _is_written(first)):
                yield ast.unparse(first)
            case ast.Call(func=ast.Name(id="len"), args=[first]) if _is_written(first):  # what is cut off by its length
                yield ast.unparse(first)
            case ast.Compare(left=sought, ops=[ast.In() | ast.NotIn()], comparators=[where]) if _is_text(where) or (
                    _is_written(sought) and not isinstance(where, ast.Tuple | ast.List | ast.Set | ast.Dict)):
                yield ast.unparse(sought)


def _is_written(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_text(node: ast.expr) -> bool:
    """Whether it is a text by the look of it."""
    made = {"join", "lower", "upper", "casefold", "capitalize", "format"}
    return _is_written(node) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                                 and node.func.attr in made)


def _unnamed(root: Path) -> list[str]:
    """Every place under ``root`` that cuts a text and is not named in ``CUT_HERE``."""
    paths = sorted(path for room in TOLD for path in (root / room).rglob("*.py"))
    found = [(path.relative_to(root).as_posix(), cut) for path in paths for cut in _cuts(path.read_text("utf-8"))]
    return [f"{name}: {cut}" for name, cut in found if not {cut, ANYTHING} & CUT_HERE.get(name, (set(), ""))[0]]


def test_no_text_of_our_own_is_taken_apart():
    assert _unnamed(ROOT) == []


def test_every_place_that_is_named_still_cuts_what_it_is_named_for():
    cuts = {name: set(_cuts((ROOT / name).read_text("utf-8"))) for name in CUT_HERE}
    assert [name for name, found in cuts.items() if not found] == []
    assert [name for name, (sought, _) in CUT_HERE.items() if not sought - {ANYTHING} <= cuts[name]] == []


@pytest.mark.parametrize("breach", [
    "said.partition(': ')[2]", "said.rpartition(PARTED)", "said.replace('kun', 'har kun nået')", "'faldt' in title",
    "said.removeprefix('pladser')", "said.removesuffix(f' {year}')", "rows['reason'].str.contains(PAUSE)",
    "said.endswith(' f')", "HIDDEN in ' '.join(texts)", "HIDDEN in title.lower()", "said[len('Kurser: '):]",
    "title.find('faldt')", "re.findall(pattern, said)", "re.compile('interval (.*)')", "PATTERN.sub('', said)",
    "said.split('; ')"])
def test_a_planted_reading_of_a_finished_text_is_caught(breach, tmp_path):
    room = tmp_path / "model" / "subjects" / "goals" / "words"
    room.mkdir(parents=True)
    (room / "planted.py").write_text(f"def told(said):\n    return {breach}\n", encoding="utf-8")
    assert len(_unnamed(tmp_path)) == 1
