"""Nobody's name is kept: what was not read of a file is found nowhere after."""

import logging
import random
import zlib
from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.importing import saving
from model.importing.examine import examine
from model.importing.saving import apply
from model.tables import Upload
from tests.model.importing.kept_files import FILES, MARK, TODAY, answered, said, text_file, unpacked, workbook

TEXTS: Sequence[Callable[[random.Random], object]] = (
    lambda chance: f"Opdigtet Q{MARK}sen{chance.randrange(99)}", lambda chance: f"{MARK.upper()}{chance.randrange(99)}",
    lambda chance: f"født 1. marts 1970 af {MARK} 2010", lambda chance: f"Skive ({MARK})", lambda chance: None)
HEADINGS = ("Deltager", "Underskrift", "Fra: (navn)", "First Name", "Kontakt 12", "")


def table(dataset: str, chance: random.Random) -> list[list[object]]:
    """A file's rows with columns of names, a list on end and lines around, in places drawn by chance."""
    rows = [list(row) for row in FILES[dataset]]
    for _ in range(chance.randint(1, 3)):
        at, said = chance.randint(0, len(rows[0])), chance.choice(TEXTS)
        column: list[object] = [chance.choice(HEADINGS), *(said(chance) for _ in rows[1:])]
        if chance.random() < 0.3:  # a person's name over a column of ticks or figures
            column = [f"Opdigtet {MARK.title()}", *(chance.choice(["x", 1, "ja"]) for _ in rows[1:])]
        for row, cell in zip(rows, column, strict=True):
            row.insert(at, cell)
    width = len(rows[0])
    above: list[list[object]] = [[f"Udarbejdet af Opdigtet {MARK}sen"], ["Til:", f"Peter {MARK}", f"{MARK}@opdigtet"],
                                 [f"Kursusdag 1, ved {MARK}"]]
    lined = chance.sample(above, chance.randint(0, 2))
    under: list[list[object]] = [[], [*[None] * (width - 2), "Udarbejdet af:", f"Opdigtet {MARK}sen"]]
    padded = [[*line, *[None] * (width - len(line))] for line in [*lined, *under]]
    return [*padded[:len(lined)], *rows, *(padded[len(lined):] if dataset == "maanedstal" else [])]


def stored(engine: Engine) -> str:
    """Everything the database holds."""
    with engine.connect() as connection, Session(engine) as session:
        files = [unpacked(zlib.decompress(content)) for content in session.exec(select(Upload.content))]
        dumped = connection.connection.dbapi_connection.iterdump()
        return "\n".join([*dumped, *files])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("dataset", list(FILES))
def test_a_text_that_is_not_ours_is_found_nowhere(engine, caplog, dataset, kind):
    caplog.set_level(logging.DEBUG)
    saved = 0
    for seed in range(3):
        rows = table(dataset, random.Random(f"{dataset} {kind} {seed}"))
        content = text_file(rows) if kind == "csv" else workbook(rows)
        first = examine(engine, f"{seed}.{kind}", content, dataset=dataset, today=TODAY)
        report = answered(engine, f"{seed}.{kind}", content, dataset)
        for each in (first, report):
            assert MARK not in said(each).casefold(), (seed, rows)
        if report.status == "ready":
            saved += 1
            upload = apply(engine, report, content=content, by="test", reason="prøve")
            with Session(engine) as session:
                assert MARK not in unpacked(saving.original(session, upload)[1]).casefold(), (seed, rows)
    assert saved >= 1
    assert MARK not in stored(engine).casefold()
    assert MARK not in caplog.text.casefold()
