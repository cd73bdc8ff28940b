"""The corrections that go with the sample data, and those that stay."""

from sqlmodel import Session

from model.intake import clearing, undoing
from model.intake.examine import examine
from model.intake.form import correct
from model.intake.saving import apply
from tests.model.intake.filing import HEAD, TODAY, load, stored
from tests.model.intake.records import street
from tests.viewers import named

SKIVE, LEMVIG = "2010-03;779;414;61;12\n", "2010-03;665;195;21;6\n"
PRACTICE = "heraf_virksomhedspraktik"


def sample(engine, rows):
    """Those rows as invented sample data; the upload's id."""
    content = (HEAD + rows).encode()
    report = examine(engine, "eksempel.csv", content, today=TODAY, source="sample")
    return apply(engine, report, content=content, viewer=named("eksempel"), reason="opdigtet", source="sample")


def corrected(engine, code, value, *, measure=PRACTICE):
    """One figure of March 2010 corrected in the form; the upload's id."""
    month = TODAY.replace(month=3, day=1)
    report, content = correct(engine, jobcenter=code, month=month, figures={measure: str(value)},
                              today=TODAY)
    return apply(engine, report, content=content, viewer=named("test"), reason="rettet", source="form")


def going(engine):
    with Session(engine) as session:
        return clearing.corrections_of_sample(session)


def test_a_correction_of_an_invented_figure_goes_with_the_sample(any_engine):
    invented = sample(any_engine, SKIVE)
    corrections = [corrected(any_engine, "779", 62), corrected(any_engine, "779", 63)]
    assert going(any_engine) == corrections
    undoing.undo_many(any_engine, [invented, *going(any_engine)], reason="begynd", viewer=named("test"))
    assert stored(any_engine) == {}


def test_a_correction_of_a_figure_that_a_file_states_too_stays(any_engine):
    sample(any_engine, SKIVE + LEMVIG)
    load(any_engine, HEAD + "2010-03;779;414;60;12\n")
    corrected(any_engine, "779", 62)
    assert going(any_engine) == []


def test_a_figure_that_only_the_form_has_stated_stays(engine):
    sample(engine, SKIVE)
    corrected(engine, "665", 5)
    corrected(engine, "779", 9, measure="paabegyndte_forloeb")
    assert going(engine) == []


def test_what_is_undone_counts_for_nothing(engine):
    invented = sample(engine, SKIVE)
    real = load(engine, HEAD + "2010-03;779;414;60;12\n")
    first, second = corrected(engine, "779", 62), corrected(engine, "779", 63)
    undoing.undo(engine, real, reason="forkert", viewer=named("test"))
    undoing.undo(engine, first, reason="forkert", viewer=named("test"))
    assert going(engine) == [second]
    undoing.undo(engine, invented, reason="forkert", viewer=named("test"))
    assert going(engine) == []


def invented_attendance(engine):
    """One jobcenter's attendance on the first course day, as sample data; the upload's id."""
    content = (street.HEAD + "K1;Skive;jobkonsulent;3;2\n").encode()
    report = examine(engine, "eksempel.csv", content, today=TODAY, source="sample")
    return apply(engine, report, content=content, viewer=named("eksempel"), source="sample")


def test_attendance_typed_over_an_invented_record_goes_with_the_sample(any_engine):
    invented_attendance(any_engine)
    record = {"kursusdag": "K1", "jobcenter": "779", "rolle": "jobkonsulent", "moedt": 3}
    typed = street.typed(any_engine, "kursusdeltagelse", record)
    street.typed(any_engine, "kursusdeltagelse", record | {"moedt": 2}, record | {"jobcenter": "665"})
    assert going(any_engine) == [typed]


def test_attendance_of_what_a_file_states_too_stays(engine):
    invented_attendance(engine)
    street.load(engine, street.HEAD + "K1;Skive;jobkonsulent;;2\n")
    street.typed(engine, "kursusdeltagelse", {"kursusdag": "K1", "jobcenter": "779", "rolle": "jobkonsulent",
                                              "moedt": 3})
    assert going(engine) == []
