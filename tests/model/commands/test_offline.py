"""``export offline``: the public's file unless the internal view is asked for, of the one month the public is told."""


def test_the_file_is_for_the_public_unless_told_otherwise(run, loaded, tmp_path):
    status, out, err = run("export", "offline", tmp_path / "ude.html")
    assert (status, err) == (0, "") and "er skrevet" in out
    assert "Små tal er skjult af hensyn til diskretion" in (tmp_path / "ude.html").read_text(encoding="utf-8")
    assert run("export", "offline", tmp_path / "inde.html", "--audience", "internal")[0] == 0
    assert "Små tal er skjult" not in (tmp_path / "inde.html").read_text(encoding="utf-8")


def test_the_public_has_no_other_month(run, loaded, tmp_path):
    status, out, err = run("export", "offline", tmp_path / "ude.html", "--month", "2009-11")
    assert (status, out) == (2, "")
    assert "--month: offentligheden ser kun" in err and "trækkes fra hinanden" in err
    assert not (tmp_path / "ude.html").exists()


def test_the_public_has_no_earlier_day(run, loaded, tmp_path):
    assert run("export", "offline", tmp_path / "ude.html", "--as-of", "2010-01-01")[0] == 2


def test_before_the_first_figure_nothing_is_written(run, tmp_path, engine):
    status, out, err = run("export", "offline", tmp_path / "ude.html")
    assert (status, out) == (1, "")
    assert "Der er ingen tal endnu" in err
    assert not (tmp_path / "ude.html").exists()
