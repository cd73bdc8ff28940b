"""Renders everything there is of the programme and the database of this process, and tells every text in it.

A process is about one programme: ``tests.elsewhere`` walks through another one in a process of its own.
"""

import importlib.metadata
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlmodel import Session

from model.__main__ import main
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import database
from model.subjects.goals.figures.coverage import default_month
from pages.shared import downloads, figure_tools, navigation
from tests.elsewhere import texts
from tests.pages.opening import all_under, every_tab, opened
from tests.viewers import EVERYBODY

PANELS = ("confirm_panel", "withdraw_panel", "close_panel", "agree_panel", "mend_panel", "status_panel", "undo_panel",
          "sample_panel", "changed_cells", "reminder_text", "story_panel", "target_panel", "template", "peers_panel",
          "course_form_panel", "network_panel", "support_panel", "plan_panel", "all_uploads")
COMMANDS = ("import", "undo", "uploads", "figures", "status", "export", "site", "sample", "migrate", "programmes",
            "purge-originals")
DOCUMENTS = (("csv", "figures.csv"), ("workbook", "workbook.xlsx"))  # the others are those that the pages offer
EARLY = timedelta(days=80)  # into a programme: a day whose figures are also shown
Said = Iterator[tuple[str, str]]


class Files:
    """Every file a page offers; of those that are alike but for their month and number the first is made."""

    def __init__(self) -> None:
        """None has been offered."""
        self.made: dict[str, bytes] = {}
        self.kinds: set[str] = set()

    def offered(self, label: str, make: Callable[[Any], bytes | str], file_name: str, mime: str, **_: Any) -> None:
        """In the place of the button that makes a file on the click."""
        kind = re.sub(r"[\d-]+", "", file_name)
        if kind not in self.kinds:
            self.kinds.add(kind)
            content = make(downloads.Making())
            self.made[file_name] = content.encode() if isinstance(content, str) else content

    def said(self) -> Said:
        """Everything in them."""
        for name, content in self.made.items():
            yield from texts.of_file(name, content)


def pages(shot: Snapshot, *, more: tuple[tuple[str, dict[str, str]], ...] = ()) -> Said:
    """Every page as it opens, of one jobcenter and as of an earlier day, with everything unfolded."""
    code = str(shot.jobcenters.index[0])
    month = default_month(shot) or shot.starts
    unfolded = dict.fromkeys(PANELS, True)
    addresses: list[dict[str, str]] = [{}, {"jobcenter": code, "maaned": f"{month:%Y-%m}"},
                                       {"pr": str(shot.starts + EARLY)}]
    for entry in navigation.SHOWN:
        page = entry.file.split("/")[1]
        for address in addresses:
            yield from ((f"{page} {address}", text) for app in every_tab(page, unfolded, **address)
                        for text in texts.of_app(app))
    for page, address in more:
        yield from ((f"{page} {address}", text) for text in texts.of_app(opened(page, unfolded, **address)))


def uploads(files: Mapping[str, bytes]) -> Said:
    """What is said of files before they are saved: of what is wrong, of what is asked and of what would change."""
    for name, content in files.items():
        app = opened("upload")
        app.text_input(key="uploaded_by").set_value("en prøve")
        said = texts.of_app(app.file_uploader[0].upload(name, content).run())
        yield from ((f"upload of {name}", text) for text in said)


def of_commands(files: Mapping[str, bytes]) -> Said:
    """What every command says: its help, the lists in words and in JSON, of files, and the documents it writes."""
    asked = [["--help"], *([name, "--help"] for name in COMMANDS), ["programmes"], ["figures", "--jobcenter", "999"],
             ["status", "--month", "1999-01"], ["status", "--month", "1999"], ["figures", "--as-of", "1999"],
             ["uploads"], ["figures"], ["status"], ["uploads", "--json"], ["figures", "--json"], ["status", "--json"],
             ["export", "sheet", "x.pdf", "--jobcenter", "999"], ["import", "x.csv", "--without", "999"],
             ["sample"], ["migrate"], ["purge-originals", "--dry-run"]]
    for words in asked:
        yield from ((" ".join(words), line) for line in _run(*words))
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
            for line in _run("import", f"{folder}/{name}", "--dry-run"):
                yield f"import {name}", line.replace(folder, "")
        for document, name in DOCUMENTS:
            path = Path(folder, name)
            for line in _run("export", document, str(path)):
                yield f"export {document}", line.replace(folder, "")
            yield from texts.of_file(name, path.read_bytes())


def _run(*words: str) -> list[str]:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        main(list(words))
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


def everything(more: tuple[tuple[str, dict[str, str]], ...] = (),
               sent: Mapping[str, bytes] | None = None) -> list[tuple[str, str]]:
    """(place, text) of all of it. more: pages at addresses of their own. sent: files to upload and not to save."""
    importlib.metadata.distributions = lambda **_: iter(())  # type: ignore[assignment]  # no components to look for
    files = Files()
    downloads.parts_button = files.offered  # type: ignore[assignment]
    figure_tools.line = all_under
    engine = database.create()
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
    engine.dispose()
    return [*pages(shot, more=more), *uploads(sent or {}), *files.said(), *of_commands(sent or {})]
