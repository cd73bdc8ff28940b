"""``export offline``: an edition's file unless the internal view or a preview is asked for, of the edition's month."""

import pytest


def words(path):
    return path.read_text(encoding="utf-8")


def test_the_file_is_for_the_public_unless_told_otherwise(run, published, tmp_path):
    status, out, err = run("export", "offline", tmp_path / "ude.html")
    assert (status, err) == (0, "") and "er skrevet" in out
    assert "Små tal er udeladt, så de ikke kan regnes ud" in words(tmp_path / "ude.html")
    assert "udgivelse 1, " in words(tmp_path / "ude.html")
    assert run("export", "offline", tmp_path / "inde.html", "--audience", "internal")[0] == 0
    assert "Små tal er udeladt" not in words(tmp_path / "inde.html")


def test_a_preview_is_marked_and_publishes_nothing(run, loaded, tmp_path):
    assert run("export", "offline", tmp_path / "før.html", "--audience", "preview")[0] == 0
    assert "prøvevisning, ikke offentliggjort" in words(tmp_path / "før.html")
    assert "intet" in run("editions")[1] or "ikke offentliggjort noget" in run("editions")[1]


def test_an_edition_is_chosen_by_its_number_and_one_that_is_withdrawn_is_not_taken_unasked(run, published, tmp_path):
    assert run("withdraw", "1", "--by", "konsulent", "--reason", "fejl")[0] == 0
    status, _, err = run("export", "offline", tmp_path / "ude.html")
    assert status == 1 and "ikke offentliggjort noget" in err
    status, _, err = run("export", "offline", tmp_path / "ude.html", "--edition", "1")
    assert status == 1 and "Udgivelse 1 er trukket tilbage" in err
    status, _, err = run("export", "offline", tmp_path / "ni.html", "--edition", "9")
    assert status == 1 and "ingen udgivelse 9" in err


def test_the_public_has_no_other_month_than_the_editions(run, published, tmp_path):
    status, out, err = run("export", "offline", tmp_path / "ude.html", "--month", "2009-11")
    assert (status, out) == (2, "")
    assert "--month: udgivelsen er 2010-03. Vælg en anden med --edition." in err
    assert not (tmp_path / "ude.html").exists()


@pytest.mark.parametrize("more", [("--as-of", "2010-01-01"), ("--audience", "internal", "--edition", "1")])
def test_the_public_has_no_earlier_day_and_the_internal_view_no_edition(run, published, tmp_path, more):
    assert run("export", "offline", tmp_path / "ude.html", *more)[0] == 2


def test_before_the_first_edition_nothing_is_written(run, tmp_path, loaded):
    status, out, err = run("export", "offline", tmp_path / "ude.html")
    assert (status, out) == (1, "")
    assert "Der er ikke offentliggjort noget endnu." in err
    assert not (tmp_path / "ude.html").exists()


def test_before_the_first_figure_there_is_no_preview_either(run, tmp_path, engine):
    status, out, err = run("export", "offline", tmp_path / "ude.html", "--audience", "preview")
    assert (status, out) == (1, "")
    assert "Der er ingen tal endnu" in err
    assert not (tmp_path / "ude.html").exists()
