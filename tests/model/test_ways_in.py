"""A CPR number through a veil, tried in every place a text comes in: refused, stored nowhere, repeated nowhere."""

import io
import zipfile
import zlib
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.__main__ import main
from model.basics.free_text import RecordRefused
from model.basics.personal_data import has_cpr
from model.intake import undoing
from model.intake.form import correct, state
from model.intake.refusal import SaveRefused
from model.intake.report import Answers
from model.intake.saving import apply
from model.store.tables.base import Upload
from model.writing import agreements, meetings, recording, stories
from model.writing import peers as recording_peers
from tests.model.intake import builders
from tests.model.intake.filing import HEAD, check, load
from tests.viewers import named

VEILED = ["2\u00ad51248\u200b-4916", "25\u2060.12.1948/4916", "٢٥١٢٤٨_٤٩١٦"]
ROW = "2010-03;791;414;10;5\n"
FORMS = [("hotline", {"henvendelse": 1, "dato": date(2010, 1, 4), "jobcenter": "791"}, part)
         for part in ("spoergsmaal", "svar", "tema", "besvaret_af", "henvendelse")]
FORMS += [("raadgivning", {"jobcenter": "791", "status": "tilbudt", "tilbudt": date(2010, 1, 4)}, part)
          for part in ("svar_a", "svar_b", "svar_c", "status")]
FORMS += [("mentornetvaerk", {"jobcenter": "791", "dato": date(2010, 5, 6), "haendelse": "startet"}, part)
          for part in ("sammen_med", "haendelse", "deltagere")]
FORMS += [("centre", {"jobcenter": "791", "virksomhedscenter": "Grundfos", "aabnet": date(2010, 1, 4)}, part)
          for part in ("virksomhedscenter", "branche", "lukkeaarsag", "pladser")]
FORMS += [("kursusdeltagelse", {"kursusdag": "K1", "jobcenter": "791", "rolle": "jobkonsulent", "moedt": 2}, part)
          for part in ("kursusdag", "rolle", "moedt")]


def _book(change: Callable[[openpyxl.Workbook, str], None]) -> Callable[[Engine, str], str]:
    return lambda engine, text: _file(engine, builders.xlsx(change=lambda book: change(book, text)), name="tal.xlsx")


def _file(engine: Engine, content: str | bytes, *, name: str = "tal.csv") -> str:
    report = check(engine, content, name=name)
    assert report.status == "refused"
    return " ".join([report.file_name, *(problem.text for problem in report.problems), *report.notes])


def _member(engine: Engine, text: str) -> str:
    packed = io.BytesIO(builders.xlsx())
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(f"xl/media/{text.replace('/', '_')}.png", b"png")
    return _file(engine, packed.getvalue(), name="tal.xlsx")


def _properties(book: openpyxl.Workbook, text: str) -> None:
    book.properties.subject = text


def _validation(book: openpyxl.Workbook, text: str) -> None:
    book.active.add_data_validation(DataValidation(type="whole", prompt=f"som {text}", sqref="A1"))


def _area(book: openpyxl.Workbook, text: str) -> None:
    book.defined_names["borger"] = DefinedName("borger", attr_text="Ark1!$A$1", comment=text)


def _hidden(book: openpyxl.Workbook, text: str) -> None:
    book.create_sheet("Kladde").append(["x", text])
    book["Kladde"].sheet_state = "hidden"


def _comment(book: openpyxl.Workbook, text: str) -> None:
    book.active["B2"].comment = Comment(f"se {text}", "Fremdrift")


def _typed(dataset: str, row: dict[str, object], part: str) -> Callable[[Engine, str], str]:
    def typed(engine: Engine, text: str) -> str:
        report, content = state(engine, dataset, [row | {part: text}], name="en form")
        assert (report.status, content) == ("refused", b"")
        return " ".join(problem.text for problem in report.problems)
    return typed


def _corrected(engine: Engine, text: str) -> str:
    report, content = correct(engine, jobcenter="791", month=date(2010, 3, 1), figures={"personer_match4": text})
    assert (report.status, content) == ("refused", b"")
    return " ".join(problem.text for problem in report.problems)


def _saved(**given: str) -> Callable[[Engine, str], str]:
    def saved(engine: Engine, text: str) -> str:
        told = {"viewer": named("test"),
                "reason": ""} | {name: _given(name, text) for name in given if name != "profile"}
        content = (HEAD + ROW).encode()
        answers = Answers(approved=True, profile_name=text if "profile" in given else None)
        report = check(engine, content, answers=answers)
        return _refusal(lambda: apply(engine, report, content=content, **told))
    return saved


def _undone(**given: str) -> Callable[[Engine, str], str]:
    def undone(engine: Engine, text: str) -> str:
        upload = load(engine, HEAD + ROW)
        told = {"viewer": named("test"), "reason": "fejl"} | {name: _given(name, text) for name in given}
        return _refusal(lambda: undoing.undo(engine, upload, **told))
    return undone


def _refusal(make: Callable[[], object]) -> str:
    with pytest.raises((RecordRefused, SaveRefused)) as refused:
        make()
    return str(refused.value)


def _given(field: str, text: str) -> object:
    """What is given for a field: a text, or one who is shown so."""
    return named(text) if field == "viewer" else text


def _record(write: Callable[..., object], field: str, /, **given: object) -> Callable[[Engine, str], str]:
    return lambda engine, text: _refusal(lambda: write(engine, **given | {field: _given(field, text)}))


TARGET = {"part": "share", "scope": "regional", "value": 30, "source": "planen", "reason": "ny aftale",
          "viewer": named("BRM")}
ACTIVITY = {"number": 1, "title": "Kurser", "target_group": "alle", "responsible": "BRM", "schedule": "forår",
            "starts": None, "ends": None, "source": "planen", "reason": "ny aftale", "viewer": named("BRM")}
PEERS = {"name": "Kyst", "jobcenters": ["791", "779"], "reason": "ligner hinanden", "viewer": named("BRM")}
STORY = {"title": "Et center", "description": "Det gik godt.", "partners": "", "theme": "", "viewer": named("BRM"),
         "state": "kladde"}
MEETING = {"unit": "791", "held_on": date(2010, 4, 12), "viewer": named("BRM")}
AGREED = ("text", "responsible", "viewer")
WAYS: dict[str, Callable[[Engine, str], str]] = {
    "cell": lambda engine, text: _file(engine, HEAD + ROW.replace("414", text)),
    "heading": lambda engine, text: _file(engine, HEAD.replace("\n", f";{text}\n") + ROW.replace("\n", ";1\n")),
    "file name": lambda engine, text: _file(engine, HEAD + ROW, name=f"tal {text.replace('/', '_')}.csv"),
    "sheet name": _book(lambda book, text: book.create_sheet(text.replace("/", "_"))),
    "hidden sheet": _book(_hidden), "comment": _book(_comment), "property": _book(_properties),
    "validation": _book(_validation), "named area": _book(_area), "packed part": _member,
    "page header": _book(lambda book, text: setattr(book.active.oddHeader.center, "text", text)),
    "correction": _corrected, "saved by": _saved(viewer=""), "saved with reason": _saved(reason=""),
    "profile": _saved(profile=""), "undone by": _undone(viewer=""), "undone with reason": _undone(reason=""),
    **{f"form {dataset} {part}": _typed(dataset, row, part) for dataset, row, part in FORMS},
    **{f"target {part}": _record(recording.record_target, part, **TARGET) for part in ("source", "reason", "viewer")},
    **{f"activity {part}": _record(recording.record_activity, part, **ACTIVITY)
       for part in ("title", "target_group", "responsible", "schedule", "source", "reason", "viewer")},
    **{f"klynge {part}": _record(recording_peers.record_peers, part, **PEERS) for part in ("name", "reason", "viewer")},
    **{f"story {part}": _record(stories.write_story, part, **STORY)
       for part in ("title", "description", "partners", "theme", "viewer")},
    "meeting by": _record(meetings.open_meeting, "viewer", **MEETING),
    "notes": _record(meetings.write_notes, "text", meeting=1, viewer=named("BRM")),
    "notes by": _record(meetings.write_notes, "viewer", meeting=1, text="noter"),
    **{f"details {part}": _record(meetings.write_details, part, meeting=1, participants="BRM", next_on=None,
                                  viewer=named("BRM"))
       for part in ("participants", "viewer")},
    **{f"agreement {part}": _record(agreements.agree, part, meeting=1, text="aftale", responsible="BRM",
                                    due=date(2010, 5, 1), viewer=named("BRM")) for part in AGREED},
    **{f"mended agreement {part}": _record(agreements.mend, part, agreement=1, text="aftale", responsible="BRM",
                                           due=date(2010, 5, 1), viewer=named("BRM")) for part in AGREED},
    "withdrawn agreement by": _record(agreements.withdraw, "viewer", agreement=1),
    **{f"status {part}": _record(agreements.record_status, part, agreement=1, status="i gang", on=date(2010, 4, 12),
                                 note="", viewer=named("BRM")) for part in ("note", "viewer")},
    "confirmed by": _record(meetings.confirm_figures, "by", meeting=1, month=date(2010, 3, 1), figures=[["a", 1]],
                            viewer=named("BRM")),
}


def _kept(engine: Engine) -> str:
    """Everything the database holds, as text, the files it keeps as they came."""
    with engine.connect() as connection, Session(engine) as session:
        files = [zlib.decompress(content) for content in session.exec(select(Upload.content))]
        rows = connection.connection.dbapi_connection.iterdump()
        return "\n".join([*rows, *(file.decode("utf-8", errors="replace") for file in files)])


@pytest.mark.every
@pytest.mark.parametrize("way", WAYS)
def test_a_veiled_number_is_refused_stored_nowhere_and_not_repeated(engine, way):
    for text in VEILED:
        said = WAYS[way](engine, f"se {text}" if "name" not in way else text)
        assert "CPR-nummer" in said and not has_cpr(said) and text not in said
        kept = _kept(engine)
        assert text not in kept
        if way.startswith("undone"):
            undoing.undo(engine, 1 + VEILED.index(text), viewer=named("test"), reason="prøve")


@pytest.mark.every
@pytest.mark.parametrize("words", [
    ["import", "{file}", "--by", "{text}"], ["import", "{file}", "--reason", "{text}"],
    ["import", "{file}", "--without", "{text}"], ["import", "{file}", "--month", "{text}"],
    ["import", "{file}", "--received-at", "{text}"], ["import", "{text}.csv"], ["import", "{file}", "--{text}"],
    ["import", "{file}", "--dataset", "{text}"], ["figures", "--jobcenter", "{text}"],
    ["undo", "{text}", "--reason", "fejl"], ["undo", "1", "--reason", "{text}"],
    ["undo", "1", "--reason", "fejl", "--by", "{text}"], ["export", "csv", "{text}.csv"], ["{text}"]])
def test_a_veiled_number_on_the_command_line_is_refused_and_not_repeated(engine, tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tal.csv"
    file.write_text(HEAD + ROW, encoding="utf-8")
    for text in VEILED:
        text = text.replace("/", "_")
        status = main([word.format(file=file, text=text) for word in words])
        out, err = capsys.readouterr()
        assert status != 0 and text not in out + err and not has_cpr(out + err), out + err
        assert text not in _kept(engine)
