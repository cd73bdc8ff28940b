"""Who is let in for a few jobcenters sees every figure, and of what is written and loaded their own alone."""

from datetime import date

import pytest
from sqlmodel import Session

from model.access.rights import NotAllowed
from model.access.viewer import Role, Viewer
from model.intake import saving
from model.intake.examine import examine
from model.snapshot import loading
from model.snapshot import snapshot as snapshots
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goals import goals1
from model.subjects.meetings.words import overview
from model.writing import agreements, stories
from tests.model.intake.records.centre_files import load as saved
from tests.model.meetings import met
from tests.pages.opening import SKIVE, VIBORG, fill
from tests.viewers import CONSULTANT, EVERYBODY, MANAGER, OPERATIONS, ORGANISER, PUBLIC, named

OTHER = Viewer("chef@skive.example", "jobcenterchef", Role.JOBCENTER, frozenset({SKIVE}))
HEAD = "maaned;kommunekode;personer_match4;virksomhedsaktivering_i_alt\n"


@pytest.fixture
def engine_of_two(engine):
    """Two jobcenters with a meeting, an agreement and a draft each, and a file of each and of both."""
    fill(engine)
    for code in (VIBORG, SKIVE):
        meeting = met(engine, code=code)
        agreements.agree(engine, meeting, text=f"Aftale {code}", responsible="chefen", due=date(2010, 6, 1),
                         viewer=named("BRM"))
        stories.write_story(engine, title=f"Kladde {code}", description="Det gik godt.", state="kladde",
                            jobcenter=code, viewer=named("BRM"))
        saved(engine, HEAD + f"2010-04;{code};500;90\n")
    return engine


def seen(engine, viewer, **given):
    with Session(engine) as session:
        return loading.load(session, viewer, **given)


def test_figures_are_the_same_for_all_who_see_any(engine_of_two):
    every, own = seen(engine_of_two, ORGANISER), seen(engine_of_two, MANAGER)
    assert every.figures.equals(own.figures) and set(own.figures["jobcenter"]) >= {VIBORG, SKIVE}
    assert every.received.equals(own.received)


@pytest.mark.parametrize(("viewer", "code"), [(MANAGER, VIBORG), (CONSULTANT, VIBORG), (OTHER, SKIVE)])
def test_what_is_written_and_loaded_is_ones_own(engine_of_two, viewer, code):
    own = seen(engine_of_two, viewer)
    assert set(own.written.meetings["unit"]) == set(own.written.agreements["unit"]) == {code}
    assert own.written.stories["title"].tolist() == [f"Kladde {code}"]
    files = own.own_uploads
    others = own.uploads[~own.uploads["id"].isin(files["id"])]
    assert len(files) == 1 and len(others) > 1
    assert set(others["file_name"]) == set(others["received_by"]) == {""} and files.iloc[0]["file_name"]


@pytest.mark.parametrize("viewer", [EVERYBODY, ORGANISER])
def test_who_may_see_everything_sees_everything(engine_of_two, viewer):
    every = seen(engine_of_two, viewer)
    assert set(every.written.meetings["unit"]) == {VIBORG, SKIVE} and len(every.own_uploads) == len(every.uploads)


@pytest.mark.parametrize("viewer", [PUBLIC, OPERATIONS])
def test_who_may_see_no_figures_gets_none(engine_of_two, viewer):
    with pytest.raises(NotAllowed, match="se tal, der ikke er udgivet"):
        seen(engine_of_two, viewer)


def test_an_original_is_for_those_alone_whose_all_of_it_is(engine_of_two):
    every = seen(engine_of_two, ORGANISER).uploads
    own = int(seen(engine_of_two, MANAGER).own_uploads.iloc[0]["id"])
    with Session(engine_of_two) as session:
        assert saving.original(session, own, MANAGER)
        for upload in every["id"]:
            if upload != own:
                with pytest.raises(NotAllowed, match="se indlæste filer"):
                    saving.original(session, int(upload), MANAGER)
        assert saving.original(session, own, ORGANISER)


@remembered
def _of_meetings(snapshot: Snapshot) -> list[str]:
    return sorted(snapshot.written.meetings["unit"])


@remembered
def _of_figures(snapshot: Snapshot) -> list[int]:
    return [len(snapshot.figures)]


def test_what_is_computed_is_shared_only_where_it_rests_on_what_both_see(engine_of_two):
    every = seen(engine_of_two, ORGANISER)
    with Session(engine_of_two) as session:
        viborg, skive = (snapshots.seen(every, snapshots.scopes.scope(session, frozenset({code})))
                         for code in (VIBORG, SKIVE))
    for each in (skive, viborg, every, skive, viborg, every):  # in any order, and again
        assert _of_meetings(each) == {id(every): [SKIVE, VIBORG], id(viborg): [VIBORG], id(skive): [SKIVE]}[id(each)]
    assert _of_figures(skive) is _of_figures(every) is _of_figures(viborg)
    assert goals1(viborg, date(2010, 3, 1)) == goals1(every, date(2010, 3, 1))
    assert [result.name for _, result in viborg.memory.items()] == ["_of_meetings"]  # the figures are computed once


def test_meetings_are_counted_and_listed_of_those_whose_are_known(engine_of_two):
    """Of the others it is not known that they have had none."""
    own, every = seen(engine_of_two, MANAGER), seen(engine_of_two, ORGANISER)
    assert overview.title(own).startswith("Viborg har ikke haft et dialogmøde, der er lukket.")
    assert (overview.meetings_table(own).index.tolist(), overview.whose(own)) == ([VIBORG], "Viborg")
    assert f"af {len(every.jobcenters)} jobcentre" in overview.title(every)
    assert (len(overview.meetings_table(every)), overview.whose(every)) == (len(every.jobcenters), "Alle jobcentre")


def test_nobody_takes_a_record_from_others_by_its_number_alone(engine_of_two):
    head = "henvendelse;dato;jobcenter;tema;spoergsmaal\n"
    saved(engine_of_two, head + f"1;2010-04-06;{SKIVE};Mentor;Hvem kan være mentor?\n", "hotline.csv")
    content = (head + f"1;2010-04-06;{VIBORG};Mentor;Hvem kan være mentor?\n").encode()
    checked = examine(engine_of_two, "tal.csv", content, dataset="hotline", own=MANAGER.units)
    assert checked.status == "refused" and "Noget i filen er om Skive" in checked.errors[0].text
    report = examine(engine_of_two, "tal.csv", content, dataset="hotline")
    assert report.status == "ready" and not report.errors
    with pytest.raises(NotAllowed, match="Skive"):
        saving.apply(engine_of_two, report, content=content, viewer=MANAGER, reason="prøve")


def test_what_the_public_is_told_is_withdrawn_by_who_may_publish(engine_of_two):
    story = {"title": "Kladde", "description": "Det gik godt.", "jobcenter": VIBORG}
    number = stories.write_story(engine_of_two, **story, state="udgivet", read_through=True, viewer=ORGANISER)
    for state in ("kladde", "trukket"):
        with pytest.raises(NotAllowed, match="udgive og trække tilbage"):
            stories.write_story(engine_of_two, **story, state=state, number=number, viewer=MANAGER)
    stories.write_story(engine_of_two, **story, state="trukket", number=number, viewer=ORGANISER)
    stories.write_story(engine_of_two, **story, state="kladde", number=number, viewer=MANAGER)
