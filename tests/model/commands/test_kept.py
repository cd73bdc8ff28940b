"""What of a file is not kept, told on the command line, and files from before reduced there."""

from sqlmodel import Session

from model.store import database
from model.store.tables.base import Upload

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;Deltager\n"
NAMES = HEAD + "K1;Skive;jobkonsulent;3;2;Opdigtet Prøvesen\n"
TOLD = "Filen er gemt uden kolonne F, som ikke bruges."


def as_before() -> None:
    """Nobody has looked at what is kept yet."""
    with Session(database.create()) as session:
        upload = session.get_one(Upload, 1)
        upload.left_out = None
        session.add(upload)
        session.commit()


def test_what_is_left_out_is_told_and_listed(run, lines, file):
    status, out, _ = run("import", file(NAMES))
    assert status == 0 and TOLD in out and "Prøvesen" not in out
    [[upload]] = lines("uploads")[1]
    assert upload["left_out"]["columns"] == {"": ["F"]}


def test_a_sender_may_keep_the_file_as_it_is(run, lines, file):
    assert "som den kom" in run("import", file(NAMES), "--keep-original")[1]
    assert lines("uploads")[1][0][0]["left_out"] == {"declared": True}


def test_no_sender_may_keep_a_file_that_plainly_holds_people(run, lines, file):
    status, out, _ = run("import", file(NAMES.replace("Deltager\n", "Deltagerens navn\n")), "--keep-original",
                         "--reason", "kursets egen liste")
    assert status == 1 and "--keep-original kan ikke bruges" in out and "Prøvesen" not in out
    assert lines("uploads")[1] == [[]]


def test_files_from_before_are_told_of_and_reduced(run, file):
    run("import", file(NAMES), "--keep-original")
    as_before()
    assert "1 gemt fil (nr. 1) rummer tekst, der ikke blev brugt" in run("migrate")[1]
    assert "ville blive skåret ned" in run("purge-originals", "--dry-run")[1]
    assert "rummer tekst" in run("migrate")[1], "a dry run changes nothing"
    status, out, _ = run("purge-originals")
    assert status == 0 and "1 gemt fil er skåret ned til det, der blev læst (nr. 1)." in out
    assert run("migrate")[1] == "Databasen er klar.\n"
