"""Another programme is shown from its declaration alone: nobody who reads of it meets a name, date or target of ours.

Everything is rendered once, in a process of its own, on figures that were loaded from the programme's own headings.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pages.shared.navigation import MENU
from tests.elsewhere.forbidden import breaches

ROOT, DECLARED = Path(__file__).parents[2], Path(__file__).with_name("fremad")
MINIMUM = ("programme.toml", "measures.toml")  # the files that a programme cannot do without
FAILED = "Siden kan ikke vises"  # what a page says of itself when it does
LISTS_OURS = "programmes"  # the command that lists the programmes there are, the campaign among them
SAID, QUOTED = "definitions.toml", 'quote = "maal"\n'  # what is quoted stands there
Said = list[tuple[str, str]]


def rendered(folder: Path, files: tuple[str, ...]) -> Said:
    """(place, text) of all there is of the programme that these of its files declare."""
    declared = folder / "programmes" / "fremad"
    declared.mkdir(parents=True)
    for name in files:
        text = (DECLARED / name).read_text(encoding="utf-8")
        (declared / name).write_text(text if SAID in files else text.replace(QUOTED, ""), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FREMDRIFT_")}
    own = {"FREMDRIFT_PROGRAMMES": str(folder / "programmes"), "FREMDRIFT_PROGRAMME": "fremad_fyn",
           "FREMDRIFT_DATABASE_URL": f"sqlite:///{folder}/own.db", "FREMDRIFT_SAMPLE": "auto"}
    ran = subprocess.run([sys.executable, "-m", "tests.elsewhere", str(folder / "said.json")], cwd=ROOT, env=kept | own,
                         capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return [(place, text) for place, text in json.loads((folder / "said.json").read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> Said:
    return rendered(tmp_path_factory.mktemp("fremad"), tuple(path.name for path in DECLARED.glob("*.toml")))


def in_place(said: Said, start: str) -> str:
    """All that is said in the places whose name begins so."""
    return "\n".join(text for place, text in said if place.startswith(start))


def test_no_name_date_or_target_of_the_campaign_is_met_anywhere(said):
    assert breaches([(place, text) for place, text in said if place != LISTS_OURS]) == []


def test_no_page_fails(said):
    assert [place for place, text in said if FAILED in text] == []


def test_every_page_document_and_command_was_looked_at(said):
    places = {place for place, _ in said}
    for entry in (entry for entries in MENU.values() for entry in entries):
        assert f"{entry.file.split('/')[1]} {{}}" in places, entry
    for part in ("dialogark_", "regionsark_", "oekonomi_", ".pptx/ppt/slides", "fremdrift_2027-01.xlsx/xl/", "referat_",
                 "fremdrift_konference_", ".ics", "maanedstal_", "status --json", "figures --json", "--help",
                 "upload of forkert.csv", "import forkert.csv"):
        assert any(part in place for place in places), part


@pytest.mark.parametrize(("place", "words"), [
    ("region", ("Flere i gang: mindst 18 % og 20 flere i mesterforløb", "Fast arbejde: i fast arbejde 6 uger efter",
                "samlet af Fynsk Netværk for Arbejde", "unge uden arbejde")),
    ("jobcenter", ("i at nå Flere i gang", "mindst 20 flere", "25 %")),
    ("support", ("FNA overtog hotlinen fra Fynsbureauet 1. maj 2026", "ungegruppen", "www.mesterforløb.dk")),
    ("courses", ("1 jobcenter har et mentornetværk, og det har mødtes", "Svendborg har takket nej.")),
    ("calendar", ("Mentornetværket i Odense mødtes", "Den gode mester", "Nyborg Strandhus", "Indsatsen slutter")),
    ("centres", ("Priseksempel fra Nyborg Kommune, november 2025",)),
    ("method", ("Aftalen siger »flere«; vi læser det som 18 af 100.", "mindst 6 uger")),
    ("conference", ("Flere i gang måned for måned",)),  # it has so few units that none is shown alone
    ("reporting", ("status for Fremad Fyn", "Fynsk Netværk for Arbejde")),
    ("dialogark_", ("Flere i gang",)), ("regionsark_", ("Flere i gang", "Fast arbejde")),
    ("referat_", ("Flere i gang",)), ("status", ("når Flere i gang",)),
    ("fremad_fyn.ics", ("Fremad Fyn i Fyn",)), ("upload of forkert.csv", ("findes ikke i Fyn",)),
    ("import forkert.csv", ("findes ikke i Fyn",)), ("sample", ("Der er ingen eksempeldata til Fremad Fyn.",)),
    ("figures --jobcenter 999", ("findes ikke i Fyn. Brug en kommunekode, fx 901.",)),
])
def test_its_own_names_and_targets_stand_where_the_campaigns_stood(said, place, words):
    told = " ".join(in_place(said, place).replace("\u00a0", " ").replace("\u202f", " ").split())
    assert [word for word in words if word not in told] == []


def test_the_command_line_has_the_ids_that_it_declares(said):
    status = json.loads(in_place(said, "status --json"))
    assert (status["programme"], [*status["region"]["goals"]]) == ("fremad_fyn", ["fast_arbejde"])
    first = status["jobcenters"][0]["goals"]
    assert {name: [*goal.get("parts", ())] for name, goal in first.items()} == {
        "flere_i_gang": ["del", "vaekst"], "fast_arbejde": []}
    assert (first["flere_i_gang"]["parts"]["del"]["target"], first["fast_arbejde"]["target"]) == (18, 25)
    measures = {row["measure"] for row in json.loads(in_place(said, "figures --json"))}
    assert measures >= {"unge", "hos_mester", "i_arbejde"}


@pytest.mark.long
def test_a_programme_without_plan_trials_prices_and_definitions_is_shown_with_what_it_has(tmp_path):
    said = rendered(tmp_path, MINIMUM)
    assert [place for place, text in said if FAILED in text] == []
    assert breaches([(place, text) for place, text in said if place != LISTS_OURS]) == []
    told = in_place(said, "centres")
    assert "Der er intet priseksempel at regne ud fra" in told and "Fremad Fyn" in told
    assert "FNA bestemmer, hvem der får tilbuddet" in in_place(said, "support")
    told = in_place(said, "calendar")
    assert "Indsatsen slutter" in told and "Der er ingen aktivitetsplan for indsatsen." in told
