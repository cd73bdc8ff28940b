"""Records as they stand: each column as last stated, undo gives back what was, as-of is stable."""

import shutil
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from model.basics.personal_data import has_cpr
from model.intake import undoing
from model.intake.form import state
from model.intake.refusal import SaveRefused
from model.intake.saving import apply
from model.store import database
from model.store.tables.base import Upload
from tests.model.intake.records.street import HEAD, attendance, check, load, typed
from tests.viewers import named

KEY = ("K1", "779", "jobkonsulent")


def test_a_column_keeps_what_was_last_said_of_it(any_engine):
    load(any_engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    load(any_engine, "Kursusdag;Jobcenter;Rolle;Mødt\nK1;Skive;jobkonsulent;3\n")
    assert attendance(any_engine) == {KEY: (3, 3)}


def test_undoing_an_upload_gives_back_what_stood_before_it(any_engine):
    load(any_engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    second = load(any_engine, "Kursusdag;Jobcenter;Rolle;Mødt\nK1;Skive;jobkonsulent;3\nK2;Skive;jobkonsulent;1\n")
    undoing.undo(any_engine, second, reason="forkert fil", viewer=named("test"))
    assert attendance(any_engine) == {KEY: (3, 2)}


def test_undoing_an_earlier_upload_never_takes_away_what_a_later_one_repeated(engine):
    first = load(engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    load(engine, HEAD.replace("Tilmeldt;", "") + "K1;Skive;jobkonsulent;2\n")
    undoing.undo(engine, first, reason="forkert fil", viewer=named("test"))
    assert attendance(engine) == {KEY: (None, 2)}


def test_an_empty_cell_changes_nothing_and_two_dots_take_back_with_a_warning(engine):
    load(engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    report = check(engine, HEAD + "K1;Skive;jobkonsulent;;..\n")
    assert [(p.severity, "bliver taget tilbage" in p.text) for p in report.problems] == [("advarsel", True)]
    load(engine, HEAD + "K1;Skive;jobkonsulent;;..\n")
    assert attendance(engine) == {KEY: (3, None)}


def test_zero_is_a_real_zero(engine):
    load(engine, HEAD + "K1;Skive;jobkonsulent;0;0\n")
    assert attendance(engine) == {KEY: (0, 0)}


def test_what_an_undo_would_do_is_shown_before_it_is_done(engine):
    load(engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    second = load(engine, HEAD + "K1;Skive;jobkonsulent;3;3\nK2;Skive;jobkonsulent;1;1\n")
    with Session(engine) as session:
        would = undoing.undo_many_changes(session, [second])
        did = undoing.upload_changes(session, second)
    assert sorted(zip(would["said"], would["measure"], would["kind"], strict=True)) == [
        ("Skive, Kursusdag 1 (19. nov. 2009), jobkonsulent", "moedt", "changed"),
        ("Skive, Kursusdag 2 (9. dec. 2009), jobkonsulent", "moedt", "removed"),
        ("Skive, Kursusdag 2 (9. dec. 2009), jobkonsulent", "tilmeldt", "removed")]
    assert [int(v) for v in did[did["kind"] == "changed"]["value"]] == [3]
    assert [int(v) for v in did[did["kind"] == "changed"]["old_value"]] == [2]


def test_as_of_a_day_shows_what_was_known_then(engine):
    for number, day in ((2, 1), (3, 20)):
        text = HEAD + f"K1;Skive;jobkonsulent;3;{number}\n"
        apply(engine, check(engine, text), content=text.encode(), viewer=named("test"),
              received_at=datetime(2010, 1, day, 12, tzinfo=UTC))
    assert attendance(engine, date(2010, 1, 10)) == {KEY: (3, 2)}
    assert attendance(engine, date(2010, 1, 20)) == {KEY: (3, 3)}
    assert attendance(engine, date(2009, 12, 31)) == {}


def test_two_who_checked_against_the_same_state_cannot_both_save(engine):
    one, two = HEAD + "K1;Skive;jobkonsulent;3;2\n", HEAD + "K2;Skive;jobkonsulent;3;2\n"
    reports = [check(engine, text) for text in (one, two)]
    apply(engine, reports[0], content=one.encode(), viewer=named("test"))
    with pytest.raises(database.Stale):
        apply(engine, reports[1], content=two.encode(), viewer=named("test"))
    assert set(attendance(engine)) == {KEY}


def test_warnings_need_a_reason(engine):
    text = HEAD + "K1;Skive;jobkonsulent;3;4\n"
    with pytest.raises(SaveRefused, match="begrundelse"):
        apply(engine, check(engine, text), content=text.encode(), viewer=named("test"))


def test_a_form_is_an_upload_of_its_own_with_the_same_undo(engine):
    load(engine, HEAD + "K1;Skive;jobkonsulent;3;2\n")
    form = typed(engine, "kursusdeltagelse", {"kursusdag": "K1", "jobcenter": "779", "rolle": "jobkonsulent",
                                              "moedt": 3})
    assert attendance(engine) == {KEY: (3, 3)}
    with Session(engine) as session:
        assert session.get(Upload, form).source == "form"
    undoing.undo(engine, form, reason="tastefejl", viewer=named("test"))
    assert attendance(engine) == {KEY: (3, 2)}


def test_a_cpr_number_in_a_free_text_leaves_no_trace(engine):
    secret = "".join(["2512", "48-4916"])
    report, content = state(engine, "hotline", [{"henvendelse": 1, "dato": date(2010, 1, 4), "jobcenter": "791",
                                                 "spoergsmaal": f"borgeren {secret} vil gerne"}], name="henvendelse")
    assert report.status == "refused"
    assert content == b""
    assert not any(has_cpr(problem.text) for problem in report.problems)
    assert report.changes.empty


ROWS = st.dictionaries(
    st.tuples(st.sampled_from(["K1", "K2"]), st.sampled_from(["Skive", "Lemvig"])),
    st.tuples(st.one_of(st.none(), st.integers(0, 4)), st.one_of(st.none(), st.integers(0, 4))), min_size=1)


def _file(rows):
    lines = [f"{day};{name};jobkonsulent;{'' if a is None else a};{'' if b is None else b}\n"
             for (day, name), (a, b) in rows.items()]
    return HEAD + "".join(lines)


@given(files=st.lists(ROWS, min_size=1, max_size=3))
def test_undo_after_apply_is_as_if_nothing_had_been(files, empty_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("undo") / "x.db"
    shutil.copy(empty_file, path)
    engine = database.create(f"sqlite:///{path}")
    states = [attendance(engine)]
    ids = []
    for rows in files:
        if not any(v is not None for cells in rows.values() for v in cells):
            continue
        text = _file(rows)
        report = check(engine, text)
        if report.status != "ready":
            continue
        ids.append(apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve"))
        states.append(attendance(engine))
    for upload, before in zip(reversed(ids), reversed(states[:-1]), strict=True):
        undoing.undo(engine, upload, reason="prøve", viewer=named("test"))
        assert attendance(engine) == before
    engine.dispose()
