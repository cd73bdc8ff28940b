"""The sample data: always the same, plainly marked as invented, and obeying the rules of real figures."""

import json
from codecs import BOM_UTF8
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from sqlmodel import Session

from model.basics import free_text, personal_data
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.projects import PROJECTS
from model.sample import book
from model.snapshot import loading
from model.store import facts
from model.subjects.approvals.figures import stated
from model.subjects.meetings.figures.due import stated as stated_results
from sample_data import make_sample
from sample_data.making.figures import make
from sample_data.making.places import ANCHOR, MONTHS, PLACES, SAMSOE
from tests.viewers import EVERYBODY


def inside(name: str, content: bytes) -> dict[str, bytes]:
    """A file's content without what the packing adds, so that two compressions can be compared."""
    if not name.endswith(".xlsx"):
        return {name: content}
    with ZipFile(BytesIO(content)) as packed:
        return {part: packed.read(part) for part in packed.namelist()}


def text_of(name: str, content: bytes) -> str:
    """Everything a reader of the file sees."""
    if name.endswith(".xlsx"):
        book = openpyxl.load_workbook(BytesIO(content), read_only=True)
        return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    text = "utf-8-sig" if content.startswith(BOM_UTF8) else "cp1252"
    return content.decode("utf-16" if name.endswith(".txt") else text)


@pytest.fixture(scope="module")
def files():
    return make_sample.files()


def test_the_same_seed_gives_the_same_bytes(files):
    assert [(file.name, file.content) for file in make_sample.files()] == [(file.name, file.content) for file in files]


def test_another_seed_gives_other_figures():
    assert make(1) != make(2)


def test_the_files_that_lie_here_are_the_ones_the_script_makes(files):
    stored = make_sample.HOME / "files"
    assert {path.name for path in stored.iterdir()} == {file.name for file in files}
    for file in files:
        assert inside(file.name, (stored / file.name).read_bytes()) == inside(file.name, file.content), file.name


def test_the_manifest_lists_them_in_the_order_they_were_received(files):
    listed = json.loads((make_sample.HOME / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert listed == json.loads(json.dumps([file.entry() for file in files]))
    assert [item["received"] for item in listed] == sorted(item["received"] for item in listed)


def test_writing_again_replaces_what_an_earlier_run_left(tmp_path, files):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "gammel.csv").touch()
    written = make_sample.write(tmp_path)
    assert {path.name for path in (tmp_path / "files").iterdir()} == {file.name for file in files}
    assert len(written) == len(files) + 1


def test_every_file_says_that_its_figures_are_invented(files):
    assert [file.name for file in files if "opdigtede tal" not in text_of(file.name, file.content).lower()] == []


@pytest.mark.parametrize("name", [book.MEETINGS, book.STORIES, book.SHOWN])
def test_what_is_written_says_that_it_is_invented(name):
    note = json.loads((book.FOLDER / name).read_text(encoding="utf-8"))["note"]
    assert note.startswith("Eksempeldata – opdigtede ")


def written_texts() -> list[str]:
    """Everything a reader sees of the invented meetings and stories."""
    meetings = [text for told in book.meetings() for text in (
        told.by, told.notes, *(part for agreed in told.agreements for part in (
            agreed.text, agreed.responsible, *(status.note for status in agreed.statuses))))]
    return [*meetings, *(text for told in book.stories() for text in (
        told.title, told.theme, told.partners, told.description, told.by))]


def test_nobody_can_be_found_in_what_is_written():
    assert [text for text in written_texts() if free_text.personal(text)] == []
    assert personal_data.scan([text for text in written_texts() if text]) == []


def test_stories_are_short_enough_to_be_read_and_of_different_places_and_themes():
    told = book.stories()
    assert all(60 <= len(story.description.split()) <= 120 for story in told)
    published = [story for story in told if story.published and story.jobcenter]
    assert (len({story.jobcenter for story in published}), len({story.theme for story in published})) == (4, 4)
    assert sorted((story.jobcenter is None, story.published is None) for story in told if story not in published) == [
        (False, True), (True, False)]


def test_every_closed_meeting_showed_the_figures_of_its_day(sample_engine):
    with Session(sample_engine) as session:
        now = loading.load(session, EVERYBODY)
        shown = book.shown()
        assert set(shown) == {(told.unit, told.held_on) for told in book.meetings() if told.closed}
        for (code, held_on), agenda in shown.items():
            if code in PROJECTS:
                assert agenda.facts == stated_results(loading.load(session, EVERYBODY, as_of=held_on), code)
                continue
            then = replace(now, figures=facts.figures(session, as_of=held_on, jobcenter=code))
            assert agenda.facts == stated.facts(then, code, agenda.month)
            assert agenda.sample


def test_every_closed_meeting_showed_what_was_written_at_it():
    shown = book.shown()
    for told in (told for told in book.meetings() if told.closed):
        agenda = shown[told.unit, told.held_on]
        assert agenda.part("noter").lines == tuple(told.notes.split("\n"))
        assert {row[0] for row in agenda.part("aftaler").rows} == {agreed.text for agreed in told.agreements}


def test_all_of_it_is_small():
    assert sum(path.stat().st_size for path in make_sample.HOME.rglob("*") if path.is_file()) < 2_000_000


def test_the_senders_write_in_different_ways(files):
    kinds = {(file.name.rsplit(".", 1)[1], file.content[:3]) for file in files}
    assert {("csv", b"\xef\xbb\xbf"), ("txt", b"\xff\xfe" + "I".encode("utf-16-le")[:1]), ("xlsx", b"PK\x03")} <= kinds
    assert any(kind == "csv" and start != b"\xef\xbb\xbf" for kind, start in kinds), "and some in cp1252"


def test_a_part_is_never_more_than_its_whole():
    for figures in make(make_sample.SEED).values():
        for field in MAANEDSTAL.fields:
            if field.part_of and field.name in figures:
                assert figures[field.name] <= figures[field.part_of], (field.name, figures)


def test_somebody_in_both_kinds_counts_once():
    region = make(make_sample.SEED).values()
    kinds = [(f["heraf_virksomhedspraktik"], f["heraf_loentilskud"], f["virksomhedsaktivering_i_alt"]) for f in region]
    assert all(max(placement, subsidy) <= total <= placement + subsidy for placement, subsidy, total in kinds)
    assert any(total < placement + subsidy for placement, subsidy, total in kinds)


def test_the_target_group_is_as_large_as_the_municipalities_make_it():
    region = make(make_sample.SEED)
    assert 12_300 <= sum(region[place.code, ANCHOR]["personer_match4"] for place in PLACES) <= 12_700
    assert all(35 <= region[SAMSOE, month]["personer_match4"] <= 40 for month in MONTHS)
