"""Rows of a frame by the columns' names."""

import pandas as pd

from model.basics.frames import records


def test_rows_are_as_pandas_has_them_with_pythons_own_types():
    frame = pd.DataFrame({"month": pd.to_datetime(["2010-01-01", "2010-02-01"]), "state": ["final", "none"],
                          "persons": pd.array([12, 7], dtype="Int64"), "share": [16.5, float("nan")],
                          "mature": [True, False], "units": [1, 2]})
    rows = records(frame)
    assert str(rows) == str(frame.to_dict("records"))
    assert [type(value) for value in rows[0].values()] == [pd.Timestamp, str, int, float, bool, int]


def test_what_is_missing_is_as_its_column_has_it():
    assert records(pd.DataFrame({"persons": pd.array([None], dtype="Int64")})) == [{"persons": pd.NA}]
    assert records(pd.DataFrame({"persons": []})) == []
