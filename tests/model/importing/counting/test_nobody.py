"""Nobody's name is in what a list leaves behind: not in the report, the database, the messages or the downloads."""

import logging
import random
import zlib

import pytest
from sqlalchemy import text

from model.importing import mended_file, templates
from model.importing.examine import examine
from model.importing.saving import apply
from tests.model.importing.counting.lists import TODAY, content, listed

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


@pytest.mark.parametrize("seed", range(5))
def test_no_text_that_is_not_counted_is_left_anywhere(engine, caplog, seed):
    caplog.set_level(logging.DEBUG)
    content, secrets = marked(seed)
    report = listed(engine, content)
    left = [repr(report)]
    said = {p.question: next(o.value for o in p.options) for p in report.errors}
    report = listed(engine, content, said)
    assert report.status == "ready", report.problems
    upload = apply(engine, report, content=content.encode(), by="prøve", reason="prøve")
    left += [repr(report), mended_file.content(report).decode(), templates.problem_list(report, "csv", {}).decode(
        "utf-8-sig"), caplog.text]
    with engine.connect() as connection:
        for (table,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
            left += [str(row) for row in connection.execute(text(f'SELECT * FROM "{table}"'))]
        stored = connection.execute(text("SELECT content FROM upload WHERE id = :id"), {"id": upload}).scalar_one()
    left.append(zlib.decompress(stored).decode("utf-8-sig"))
    assert not [secret for secret in secrets if any(secret in each for each in left)]


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
