"""The plan's activities as tables: how they are now, and each change with old, new, reason and name."""

from datetime import UTC, date, datetime

import pandas as pd

from model.store import seeding
from model.store.tables.activities import Activity
from model.subjects.calendar.figures import plan
from tests.model.subjects.planned import planned


def stated(*changed):
    """The printed rows and those of the hotline laid over it, as the database gives them."""
    rows = [row.model_dump() for row in seeding.plan_rows() if isinstance(row, Activity)]
    hotline = rows[1]
    for number, (when, values) in enumerate(changed):
        hotline = hotline | values | {"recorded_at": when, "recorded_by": "konsulent", "reason": "få henvendelser",
                                      "source": "møde"}
        rows.append(hotline | {"id": 100 + number})
    return pd.DataFrame(rows)


def test_the_overview_has_the_six_activities_by_number():
    table = plan.overview(planned("2010-03-01"))
    assert list(table.index) == [1, 2, 3, 4, 5, 6]
    assert table.loc[2, "Aktivitet"] == "2. Hotline"
    assert table.loc[5, "Målgruppe"] == "Jobcenterchefer, jobcenterkonsulenter og tovholdere samt internt i BRM"


def test_a_printed_plan_has_no_changes():
    assert plan.changes(stated()).empty
    assert plan.changed_words(plan.changes(stated())) == "Planen er, som den blev trykt."


def test_each_changed_part_is_told_with_old_new_reason_and_name_the_newest_first():
    first = (datetime(2010, 3, 1, 23, 30, tzinfo=UTC), {"responsible": "BRM", "ends": date(2010, 12, 31)})
    second = (datetime(2010, 4, 1, 12, tzinfo=UTC), {"ends": None})
    found = plan.changes(stated(first, second))
    assert found[["Skrevet", "Hvad", "Før", "Nu"]].values.tolist() == [
        ["1. apr. 2010", "Slutter", "31. dec. 2010", "ingen dato"],
        ["2. mar. 2010", "Ansvarlig", "DISCUS de første 3 måneder, derefter BRM, medmindre andet aftales", "BRM"],
        ["2. mar. 2010", "Slutter", "30. jun. 2011", "31. dec. 2010"]]
    assert set(found["Begrundelse og kilde"]) == {"få henvendelser (møde)"}
    assert set(found["Hvem"]) == {"konsulent"}
    assert plan.changed_words(found) == "3 oplysninger i planen er ændret, siden den blev trykt."


def test_what_a_change_lacks_is_named():
    assert plan.lacking(source="møde", reason="nyt", by="konsulent") == ""
    assert plan.lacking(source=" ", reason="", by="konsulent") == "Skriv først kilden og en begrundelse."
