"""The programmes are listed and a declaration is checked without a database; what is wrong is told line by line."""

import json

from tests.model.programmes.declarations import written


def test_they_are_listed(run, tmp_path):
    status, out, _ = run("programmes")
    assert (status, out) == (0, "virksomhedscenterkampagnen: Virksomhedscenterkampagnen, Midtjylland, oktober 2009 til "
                                "juni 2011, 19 enheder, 19 nøgletal, 2 mål\n"
                                "udviklingsplatform: Udviklingsplatform i Region Midtjylland, Midtjylland, juni 2008 "
                                "til april 2009, 2 enheder, 2 nøgletal, 1 mål\n"
                                "vc_generation_2: Virksomhedscenter generation 2, Danmark, januar 2014 til december "
                                "2015, 2 enheder, 15 nøgletal, 4 mål\n")
    assert not (tmp_path / "test.db").exists()


def test_a_sound_one_can_be_used(run, tmp_path):
    folder = written(tmp_path / "sommer")
    for named in (folder, folder / "programme.toml"):
        status, out, _ = run("programmes", "check", named)
        assert (status, out.splitlines()[-1]) == (0, "Programmet kan bruges.")


def test_what_is_wrong_is_told_with_its_line(run, tmp_path):
    folder = written(tmp_path / "sommer", ("programme.toml", "target = 18", "target = 0"))
    status, out, _ = run("programmes", "check", folder)
    assert (status, out) == (1, "Programmet kan ikke bruges endnu:\n"
                                "  programme.toml, linje 22: »target« skal være mindst 1.\n")
    status, out, _ = run("programmes", "check", folder, "--json")
    assert (status, json.loads(out)) == (1, [
        {"file": "programme.toml", "line": 22, "text": "»target« skal være mindst 1."}])


def test_one_of_ones_own_is_listed_after_ours(run, tmp_path, monkeypatch):
    written(tmp_path / "egne" / "sommer")
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(tmp_path / "egne"))
    _, out, _ = run("programmes", "--json")
    listed = [(each["id"], each["goals"]) for each in json.loads(out)]
    assert (listed[0], listed[-1]) == (("virksomhedscenterkampagnen", {"maal1": "all_of", "maal2": "outcome"}),
                                       ("sommerpraktik", {"flere": "all_of"}))


def test_one_that_is_shown_beside_nothing_is_told_with_those_there_are(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(tmp_path / "egne"))
    slip = ("programme.toml", "[organiser]", 'beside = "kampagnen"\n[organiser]')
    folder = written(tmp_path / "egne" / "sommer", slip)
    told = ("Intet program, der kan vises, har id »kampagnen«, så sommerpraktikken vises ingen steder. Ret »beside« "
            "til »virksomhedscenterkampagnen«.")
    status, out, _ = run("programmes", "check", folder)
    assert (status, out) == (1, f"Programmet kan ikke bruges endnu:\n  programme.toml, linje 10: {told}\n")
    status, out, _ = run("programmes")
    assert (status, out.splitlines()[-1]) == (0, f"  {told}")
    assert json.loads(run("programmes", "--json")[1])[-1]["wrong"] == [told]
    assert run("status")[0] == 0  # what is shown is not the worse for it


def test_what_cannot_be_checked_is_wrong_usage(run, tmp_path):
    assert run("programmes", "check")[0] == run("programmes", "check", tmp_path / "ingen")[0] == 2
