"""A programme beside the shown one that has points alone: neither milestones nor a minimum, and no contract."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
MAIN = """id = "tjekliste"
name = "Tjeklisten"
called = "tjeklisten"
itself = "projektet"
beside = "virksomhedscenterkampagnen"
region = "Midtjylland"
figures_from = 2014-01-01
starts = 2014-01-01
ends = 2014-12-01

[organiser]
name = "Opdigtet Kontor"
short = "OK"

[goals.punkter]
kind = "checklist"
title = "De to punkter"
quote = "punkter"
points = [
    { number = 1, name = "Plads", group = "Borgeren", sentence = "Der er en plads." },
    { number = 2, name = "Mentor", group = "Borgeren", sentence = "Der er en mentor." },
]

[[facts]]
name = "Borgere i hele indsatsen"
value = "omkring 4.000"
quote = "borgere"

[[units]]
code = "851"
name = "Aalborg"
landsdel = "Nordjylland"
tile = [0, 0]
"""
MEASURES = '[[measures]]\nname = "pladser"\nheading = "Pladser på listen"\nkind = "stock"\n'
SAID = 'source = "Aftalen"\n\n[quotes]\npunkter = "Der er to punkter."\nborgere = "Der er omkring 4.000."\n'
OPENED = """
from tests.pages.data_pages import said
from tests.pages.opening import opened
print(said(opened("region")).count("Tjeklisten: "))
print("Tjeklisten" in opened("projects").selectbox(key="indsats").options)
print("Siden kan ikke vises" in said(opened("projects", None, indsats="Tjeklisten")))
print("1 oplysning, som ingen bliver målt på." in said(opened("projects", None, indsats="Tjeklisten")))
print("»Der er omkring 4.000.«" in said(opened("projects", None, indsats="Tjeklisten")))
print("Planen siger ikke andet om Aalborg" in said(opened("project", None, projekt="Aalborg", fane="Planen")))
print("Aalborg" in opened("project", None, indsats="tjekliste").selectbox(key="projekt").options)
print("Siden kan ikke vises" in said(opened("project", None, projekt="Aalborg")))
"""


def test_it_has_its_pages_like_every_programme_without_a_contract(tmp_path, engine):
    declared = tmp_path / "egne" / "tjekliste"
    declared.mkdir(parents=True)
    for name, text in (("programme", MAIN), ("measures", MEASURES), ("definitions", SAID)):
        (declared / f"{name}.toml").write_text(text, encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=False,
                         env=os.environ | {"FREMDRIFT_PROGRAMMES": str(tmp_path / "egne")})
    assert ran.stdout.split() == ["1", "True", "False", "True", "True", "True", "True", "False"], ran.stderr[-3000:]
