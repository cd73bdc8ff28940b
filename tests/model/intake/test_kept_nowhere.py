"""Nobody's name is kept: what was not read of a file is found nowhere after."""

import logging
import random
from collections.abc import Callable, Sequence

import pytest
from sqlmodel import Session

from model.intake import history, saving
from model.intake.examine import examine
from model.intake.mending import answered as answers
from model.intake.report import Answers
from model.intake.saving import apply
from model.store import facts
from tests.model.intake.kept_files import (
    FILES,
    MARK,
    TODAY,
    answered,
    said,
    settled,
    stored,
    text_file,
    unpacked,
    workbook,
)
from tests.viewers import EVERYBODY, named

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


@pytest.mark.on_file
@pytest.mark.parametrize(("dataset", "kind"), [
    pytest.param(dataset, kind, marks=() if kind == ("csv", "xlsx")[at % 2] else pytest.mark.long)
    for at, dataset in enumerate(FILES) for kind in ("csv", "xlsx")])
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
            upload = apply(engine, report, content=content, viewer=named("test"), reason="prøve")
            with Session(engine) as session:
                assert MARK not in unpacked(saving.original(session, upload, EVERYBODY)[1]).casefold(), (seed, rows)
    assert saved >= 1
    assert MARK not in stored(engine).casefold()
    assert MARK not in caplog.text.casefold()


ASKED = {  # files of records whose questions quote a text of theirs
    "a heading": f"Kursusdag;Jobcenter;Rolle;Deltagere hos {MARK}\nK1;Skive;jobkonsulent;3\n",
    "a heading over ticks": f"Kursusdag;Jobcenter;Rolle;Mødt i {MARK}\nK1;Skive;jobkonsulent;x\nK1;Lemvig;tovholder;2",
    "a centre twice": "Jobcenter;Virksomhedscenter;Åbnet;Pladser\n" + 2 * f"Skive;{MARK} Lager;01-10-2009;6\n",
    "several centres": f"Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;{MARK}, 2 afdelinger;01-10-2009;16\n"}


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED)
def test_what_an_answered_question_quotes_is_not_kept_with_it(engine, text):
    report = settled(lambda said: examine(engine, "fil.csv", text.encode(), today=TODAY,
                                          answers=Answers(approved=True, said=said)))
    assert report.status == "ready", report.problems
    assert MARK in " ".join(f"{answers.told(p)} {p.options}" for p in report.answered)
    apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")
    with Session(engine) as session:
        [row] = [row for _, row in facts.uploads(session).iterrows()]
    kept = [{**each, "question": "", "suggestion": ""} for each in row["problems"]]  # an id is of what is answered
    told = [{**each, "question": ""} for each in answers.as_json(answers.kept(row["problems"]))]
    assert len(kept) == len(report.answered) and all(len(each["options"]) == 1 for each in kept)
    assert MARK not in f"{kept} {told} {history.answers_of(row)}"
