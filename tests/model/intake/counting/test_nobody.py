"""Nobody's name is in what a list leaves behind: not in the report, the database, the messages or the downloads."""

import logging
import random
import zlib

import pytest
from sqlalchemy import text
from sqlmodel import Session

from model.intake import history, templates
from model.intake.examine import examine
from model.intake.mending import answered, mended_file
from model.intake.saving import apply
from model.store import facts
from tests.model.intake.counting.lists import TODAY, content, listed, people
from tests.model.intake.kept_files import settled, stored
from tests.viewers import named

WORDS = ("Deltog", "Afbud", "x", "", "Venteliste", "Måske")
HEADINGS = ("Navn", "Dit navn", "Fornavn", "Underskrift", "E-mail", "Bemærkning", "Konsulentens navn", "Født")


def marked(seed: int) -> tuple[str, set[str]]:
    """A list with columns that are nobody's business, and the texts that stand in them."""
    chance = random.Random(seed)
    others = chance.sample(HEADINGS, 3)
    texts = set()
    headings = [others[0], "Jobcenter", others[1], "Rolle", "Status", others[2]]
    lines = ["Deltagerliste, kursusdag 3 (26. jan. 2010)", ";".join(headings)]
    for at in range(chance.randint(3, 12)):
        secrets = [f"Qz{seed}w{at}v{column}" for column in range(3)]
        texts |= set(secrets)
        lines.append(";".join([secrets[0], chance.choice(["Skive", "Viborg"]), secrets[1], chance.choice(
            ["Konsulent", "Tovholder"]), chance.choice(WORDS), secrets[2]]))
    return "\n".join(lines) + "\n", texts


@pytest.mark.on_file
@pytest.mark.parametrize("seed", range(5))
def test_no_text_that_is_not_counted_is_left_anywhere(engine, caplog, seed):
    caplog.set_level(logging.DEBUG)
    content, secrets = marked(seed)
    report = listed(engine, content)
    left = [repr(report)]
    said = {p.question: next(o.value for o in p.options) for p in report.errors}
    report = listed(engine, content, said)
    assert report.status == "ready", report.problems
    upload = apply(engine, report, content=content.encode(), viewer=named("prøve"), reason="prøve")
    left += [repr(report), mended_file.content(report).decode(), templates.problem_list(report, "csv", {}).decode(
        "utf-8-sig"), caplog.text]
    with engine.connect() as connection:
        for (table,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
            left += [str(row) for row in connection.execute(text(f'SELECT * FROM "{table}"'))]
        stored = connection.execute(text("SELECT content FROM upload WHERE id = :id"), {"id": upload}).scalar_one()
    left.append(zlib.decompress(stored).decode("utf-8-sig"))
    assert not [secret for secret in secrets if any(secret in each for each in left)]


SURVEY = "Kursusdag 3;;;\nTidspunkt;Hvor tilfreds er du med {0}?;Hvor tilfreds er du med kurset?\n" + "".join(
    f"{at};Tilfreds;Meget tilfreds\n" for at in range(1, 6))
QUOTING = {
    "a role": people("Skive;Konsulent;Deltog", "Skive;{0};Deltog"),
    "what became of somebody": people("Skive;Konsulent;Deltog", "Skive;Konsulent;Afløst af {0}"),
    "a heading with empty cells": people("Skive;Konsulent;", "Skive;Konsulent;Deltog").replace("Status", "Kom hos {0}"),
    "an option that is not chosen": SURVEY,
    "an answer": "Kursusdag 3;;\nTidspunkt;Hvor tilfreds er du?\n1;Tilfreds\n2;Tilfreds\n3;Tilfreds\n4;Som {0} siger\n"}


@pytest.mark.on_file
@pytest.mark.parametrize("name", ["Jens Opdigtet", "JENS, tlf. 22 33 44 55", "opdigtet@jens", "Jens «Opdigtet» Ja"])
@pytest.mark.parametrize("shape", QUOTING.values(), ids=QUOTING)
def test_what_an_answered_question_quotes_is_left_nowhere(engine, shape, name):
    content = shape.format(name)
    report = settled(lambda said: listed(engine, content, said), last=("column.spoergsmaal",))
    assert report.status == "ready" and report.answered, report.problems
    apply(engine, report, content=content.encode(), viewer=named("prøve"), reason="prøve")
    with Session(engine) as session:
        [row] = [row for _, row in facts.uploads(session).iterrows()]
    left = f"{stored(engine)} {history.answers_of(row)} {answered.as_json(answered.kept(row['problems']))}".casefold()
    assert not [part for part in ("jens", "opdigt", "22 33", "44 55") if part in left]
    assert len(history.answers_of(row)) == len(report.answered)


CORRECTED = people("Skive;Konsulent;Deltog", "Viborg;Birthe Opdigtsen;Deltog").replace(
    "kursusdag 3", "kursusdag 3, ved Birthe Opdigtsen")


@pytest.mark.on_file
@pytest.mark.parametrize("fixes", [
    ["C4=Konsulent"], ["A1=Kursusdag 3", "C4=Konsulent"], ["A1=Kursusdag 3, ved Jens Opdigtet", "C4=Konsulent"],
    ["A2=Hos Jens Opdigtet", "C4=Konsulent"], ["D2=Fremmøde hos Jens Opdigtet", "C4=Konsulent"],
    ["A3=Jens Opdigtet", "C4=Konsulent"], ["4=udelad"], ["C4=Konsulent", "Talt!D2=3"]], ids=str)
def test_no_name_that_a_correction_writes_or_takes_out_is_left_anywhere(engine, fixes):
    report = listed(engine, CORRECTED, corrections=fixes)
    assert report.status == "ready", report.problems
    apply(engine, report, content=CORRECTED.encode(), viewer=named("prøve"), reason="prøve")
    with Session(engine) as session:
        [row] = [row for _, row in facts.uploads(session).iterrows()]
    left = f"{stored(engine)} {history.corrections_of(row)} {report.corrections}".casefold()
    assert "jens" not in left and "opdigt" not in left


def test_what_was_typed_tells_files_apart_also_where_it_is_not_kept(engine):
    one, other = ([f"A1=Kursusdag 3, ved {name}", "C4=Konsulent"] for name in ("Jens", "Birthe"))
    apply(engine, listed(engine, CORRECTED, corrections=one), content=CORRECTED.encode(), viewer=named("prøve"),
          reason="prøve")
    assert listed(engine, CORRECTED, corrections=one).status == "unchanged"
    assert listed(engine, CORRECTED, corrections=other).already is None


@pytest.mark.parametrize("name", ["01a", "01b"])
def test_where_a_list_may_be_counted_that_is_the_first_advice_about_its_names(engine, name):
    file_name, raw = content(name)
    personal = [p.text for p in examine(engine, file_name, raw, today=TODAY).problems if p.gate == 1]
    assert personal and all("Tæl listen, så bliver det ikke læst. Vil du ikke tælle den: " in text for text in personal)
    assert not any(text.count("kolonnen") > 1 for text in personal)


def test_a_register_with_a_column_of_names_is_not_advised_to_be_counted(engine):
    text = "Jobcenter;Center;Åbnet;Fornavn\nSkive;Bageri;01-10-2009;A\nViborg;Butik;01-11-2009;B\n"
    report = examine(engine, "centre.csv", text.encode(), today=TODAY)
    [error] = report.errors
    assert report.listing is None and error.text.endswith("ikke gemt noget. Slet kolonnen, og indlæs filen igen.")
