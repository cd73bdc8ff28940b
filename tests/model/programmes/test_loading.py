"""A declaration is read whole or refused whole: everything that is wrong, each with its file, its line and a remedy."""

import shutil
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import settings
from model.programmes import located, programmes
from model.programmes.loading import ProgrammeRefused, load
from model.programmes.municipalities import MUNICIPALITIES
from model.programmes.wrong_words import OTHERWISE
from tests.model.programmes.declarations import FILES, MAIN, written

BASELINE = MAIN[MAIN.index("[baseline]"):MAIN.index("[[units]]")]
ONE_MORE = """[[examples]]
title = "Ny"
beyond = "landet"
theme = "Nyt"
pages = [1, 1]
text = "Nyt"
partners = "os"
"""
SLIPS = [  # file, what stands, what is written instead, a text of the line that is named (None: no line), what is said
    ("programme.toml", "starts = 2026", "start = 2026", None, "»starts« mangler."),
    ("programme.toml", "starts = 2026", "start = 2026", "start =", "»start« kendes ikke her. Mente du »starts«?"),
    ("programme.toml", "= 2026-02-01", '= "feb. 2026"', "feb.", "»starts« skal være en dag som 2009-10-01, uden"),
    ("programme.toml", "= 2026-02-01", "= 2026-02-03", "-03", "»starts« skal være den første dag i en måned."),
    ("programme.toml", "ends = 2026", "ends = 2025", "ends", "Programmet slutter, før det begynder."),
    ("programme.toml", "from = 2026-01", "from = 2026-03", "from", "Der tages først mod tal, efter"),
    ("programme.toml", "month = 2026", "month = 2025", "month", "Udgangspunktet ligger uden for de måneder"),
    ("programme.toml", "target = 18", 'target = "18"', '"18"', "»target« skal være et helt tal uden anførselstegn."),
    ("programme.toml", "target = 18", "target = 180", "180", "»target« må højst være 100."),
    ("programme.toml", "target = 20", "target = 0", "= 0", "»target« skal være mindst 1."),
    ("programme.toml", "target = 20", "target = 1.5", "1.5", "»target« skal være et helt tal"),
    ("programme.toml", '"increase"\nreached', '"vækst"\nreached', "vækst", "»kind« skal være en af: »share« eller"),
    ("programme.toml", 'kind = "all_of"\n', "", "[goals.flere]", "»kind« skal være en af: "),
    ("programme.toml", '"Sommerpraktik"', '""', 'name = ""', "»name« må ikke være tom."),
    ("programme.toml", '"sommerpraktik"', '"Sommer praktik"', "id", "»id« må kun have små bogstaver"),
    ("programme.toml", '"851"', "851", "851", "»code« skal være en tekst i anførselstegn."),
    ("programme.toml", '"851"', '"85"', '"85"', "»code« skal være tre cifre i anførselstegn"),
    ("programme.toml", '"851"', '"860"', "860", "Aalborg har kommunekoden 851, ikke 860."),
    ("programme.toml", "[0, 1]", "[0, 0] # her", "her", "»tile« er den samme som for en anden enhed."),
    ("programme.toml", "[0, 1]", "[0, 1, 2]", "2]", "»tile« har for mange værdier."),
    ("programme.toml", "tile = [0, 1]", "tile = 1", "= 1", "»tile« skal være en liste i kantede parenteser."),
    ("programme.toml", "spellings", "spelings", "spelings", "»spelings« kendes ikke her. Mente du »spellings«?"),
    ("programme.toml", '"Hjoerring"', '"aalborg"', "aalborg", "»aalborg« er også en stavemåde for Aalborg."),
    ("programme.toml", 'as = "increase"', 'as = "share" # to', "# to", "Et andet mål gemmes også som »share«."),
    ("programme.toml", BASELINE, "", ".vaekst]", "En forøgelse måles fra et"),
    ("programme.toml", '= "Nordjylland"', "= Nordjylland", "= Nordjylland", "Linjen kan ikke læses."),
    ("programme.toml", "region", "name", 'name = "Nordjylland"', "Det samme navn står to gange."),
    ("measures.toml", 'of = "unge"', 'of = "ung"', '"ung"', "»ung« er ikke blandt de nøgletal, der tælles. Mente du"),
    ("measures.toml", 'of = "unge"', 'of = "i_praktik"', "of", "Nøgletallet er en del af sig selv."),
    ("measures.toml", '"i_praktik"', '"unge" # to', "# to", "Der er to nøgletal med navnet »unge«."),
    ("measures.toml", '"Heraf i praktik"', '"Unge i målgruppen" # to', "# to",
     "Et andet nøgletal har også overskriften"),
    ("measures.toml", '"reached"', '"naaet"', "naaet", "»role« skal være en af: »group«"),
    ("measures.toml", '"reached"', '"group" # to', "# to", "Et andet nøgletal har også rollen »group«."),
    ("measures.toml", '"stock"\nrole = "reached"', '"text"\nrole = "reached"', "reached", "Rollen »reached« kræver"),
    ("measures.toml", 'noun = "praktik"\n', "", "[[measures]]", "»noun« mangler: ordet bruges i sætninger"),
    ("measures.toml", 'of = "unge"', 'of = "unge"\ndefinition = { what = "a", reading = "b", weaknesses = "c", quote = '
     '"maal" }', "definition", "»maal« er ikke blandt de citater i definitions.toml. Mente du »maalet«?"),
    ("programme.toml", '"Flere i praktik"', '"Flere i {praktik}"', "{praktik}", "»title« må ikke have tuborgklammer."),
    ("definitions.toml", "source =", "sources =", None, "»source« mangler."),
    ("definitions.toml", 'quote = "maalet"', 'quote = "malet"', "malet", "»malet« er ikke blandt de citater"),
    ("plan.toml", "day = 2", "day = 0", "day = 0", "»day« skal være mindst 1."),
    ("plan.toml", '"S2"', '"S1", run = 1, day = 2, held_on = 2026-02-17 }, #', "},", "To kursusdage har koden »S1«."),
    ("plan.toml", "days = []", 'days = [{ code = "S1", run = 1, day = 1, held_on = 2026-03-03 }]', "2026-03-03",
     "To kursusdage har koden »S1«."),
    ("plan.toml", "{day}", "{dag}", "dag}", "I »title« kan kun {run} og {day} stå"),
    ("plan.toml", "starts = 2026-02-02\nopens", "starts.day = 2\nopens", "starts.day", "»starts« skal være en dag"),
    ("plan.toml", "www.praktik.dk", "https://praktik.dk", "https", "»website« skal være et websteds adresse uden "),
    ("plan.toml", "www.praktik.dk", "", "website", "»website« skal være et websteds adresse uden https://, fx"),
    ("plan.toml", "ends = 2026-02", "ends = 2026-01", "2026-01", "Aktiviteten slutter, før den begynder."),
    ("plan.toml", "about = 2", "about = true", "about", "»about« skal være et helt tal"),
    ("collection.toml", '["851"]', '["850"]', '["850"]', "Ingen enhed har koden »850«."),
    ("collection.toml", 'places = ["851"]\n', "", "[[examples]]", "Eksemplet hører ingen steder til."),
    ("collection.toml", "[3, 4]", "[4, 3]", "[4, 3]", "Den sidste side kommer før den første."),
    ("collection.toml", "claimed = 2", "claimed = 0", "claimed", "»claimed« skal være mindst 1."),
    ("collection.toml", "[[examples]]\n", 2 * ONE_MORE + "[[examples]]\n", "claimed", "Der er flere eksempler her"),
]


@pytest.mark.parametrize(("file", "old", "new", "on", "said"), SLIPS)
def test_a_slip_is_told_with_its_file_its_line_and_a_remedy(tmp_path, file, old, new, on, said):
    with pytest.raises(ProgrammeRefused) as refused:
        load(written(tmp_path, (file, old, new)))
    lines = (tmp_path / file).read_text(encoding="utf-8").splitlines()
    named = [wrong for wrong in refused.value.wrong if wrong.text.startswith(said)]
    assert [wrong.file for wrong in named] == [file], refused.value
    assert (on in lines[named[0].line - 1]) if on else named[0].line is None, named[0]


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    with pytest.raises(ProgrammeRefused) as refused:
        load(written(tmp_path, ("programme.toml", "target = 18", "target = 0"),
                     ("measures.toml", "kind = \"stock\"", "kind = \"tal\""), ("plan.toml", "about = 2", "about = 0")))
    assert [(wrong.file, FILES[wrong.file].splitlines()[wrong.line - 1]) for wrong in refused.value.wrong] == [
        ("programme.toml", "target = 18"), ("measures.toml", 'kind = "stock"'), ("plan.toml", "about = 2")]


def test_a_goal_asks_for_measures_that_play_its_roles(tmp_path):
    with pytest.raises(ProgrammeRefused, match="Intet nøgletal har rollen »reached«"):
        load(written(tmp_path, ("measures.toml", "role = \"reached\"\n", "")))


@pytest.mark.parametrize("missing", ["programme.toml", "measures.toml"])
def test_a_file_that_is_not_there_is_named(tmp_path, missing):
    (written(tmp_path) / missing).unlink()
    with pytest.raises(ProgrammeRefused, match=f"{missing}: Filen mangler"):
        load(tmp_path)


def test_the_plan_and_the_trials_may_be_left_out(tmp_path):
    (written(tmp_path) / "plan.toml").unlink()
    programme = load(tmp_path)
    assert (programme.plan, programme.trials) == (None, None)


def test_a_file_of_other_bytes_is_named(tmp_path):
    (written(tmp_path) / "programme.toml").write_bytes(MAIN.encode("cp1252"))
    with pytest.raises(ProgrammeRefused, match="Gem den som tekst i UTF-8"):
        load(tmp_path)


def test_a_sound_one_says_what_it_declares(tmp_path):
    programme = load(written(tmp_path))
    assert (programme.name, programme.starts, programme.measure("reached").name) == (
        "Sommerpraktik", date(2026, 2, 1), "i_praktik")
    assert programme.goals["flere"].parts["andel"].target == 18
    with pytest.raises(KeyError):
        programme.measure("ended")


def test_a_folder_of_one_s_own_adds_programmes(tmp_path, monkeypatch):
    written(tmp_path / "sommer")
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(tmp_path))
    assert list(programmes.programmes()) == ["virksomhedscenterkampagnen", "udviklingsplatform", "vc_generation_2",
                                            "sommerpraktik"]
    again = tmp_path / "again"
    for name in ("sommer", "sommer2"):
        written(again / name)
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(again))
    settings.load.cache_clear()
    with pytest.raises(ProgrammeRefused, match=r"sommer2/programme\.toml: Et andet program har også id"):
        programmes.programmes()


def test_a_folder_that_is_not_there_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(tmp_path / "none"))
    with pytest.raises(ProgrammeRefused, match="Ret FREMDRIFT_PROGRAMMES"):
        programmes.programmes()


def refusal(folder):
    """Everything that is wrong with a declaration."""
    try:
        load(folder)
    except ProgrammeRefused as refused:
        return refused.wrong
    return ()


@given(at=st.integers(0, sum(len(text) for text in FILES.values()) - 1), letter=st.sampled_from("\"=[]{}#x1\n,"))
def test_no_slip_of_one_letter_crashes_or_is_told_in_english(tmp_path_factory, at, letter):
    folder = written(tmp_path_factory.mktemp("slip"))
    for name, text in FILES.items():
        if 0 <= at < len(text):
            (folder / name).write_text(text[:at] + letter + text[at + 1:], encoding="utf-8")
        at -= len(text)
    assert not [wrong for wrong in refusal(folder) if OTHERWISE.partition("}")[2] in wrong.text]


@pytest.mark.parametrize("text", FILES.values())
def test_every_value_is_found_on_the_line_that_writes_it(text):
    lines, places = text.splitlines(), located.lines(text)
    for path, line in places.items():
        value = tomllib.loads(text)
        for step in path:
            value = value[step]
        written_there = "".join(lines[line - 1:])
        name = next(step for step in reversed(path) if isinstance(step, str))
        assert name in lines[line - 1] or str(value).strip("{'")[:4] in written_there


def test_the_register_of_municipalities_is_whole():
    assert len(MUNICIPALITIES) == 98 == len(set(MUNICIPALITIES.values()))


@pytest.mark.parametrize("name", ["places", "candidates", "salary"])
def test_a_price_example_has_every_number_that_the_calculation_cannot_do_without(tmp_path, name):
    folder = shutil.copytree(programmes.OURS / programmes.DEFAULT, tmp_path / "priser")
    text = (folder / "prices.toml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith(f"{name} ="))
    (folder / "prices.toml").write_text(text.replace(line, f'{name} = {{ quote = "ukendt" }}'), "utf-8")
    with pytest.raises(ProgrammeRefused) as refused:
        load(folder)
    assert [wrong.text.split(".")[0] for wrong in refused.value.wrong] == ["»value« mangler"]
