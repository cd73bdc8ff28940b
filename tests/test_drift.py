"""The guide for those who run Fremdrift keeps step with the code: its examples are parsed or run."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from model.basics.serving import Serving
from model.basics.settings import Settings
from model.commands import arguments
from model.store import driver_errors
from pages.shared import forms
from tests import proxied

ROOT = Path(__file__).parents[1]
DRIFT = ROOT / "docs" / "drift"
GUIDE = {path.name: path.read_text(encoding="utf-8") for path in sorted(DRIFT.glob("*.md"))}
FIELDS = Settings.model_fields | Serving.model_fields
BLOCKS = [(name, kind, block) for name, text in GUIDE.items()
          for kind, block in re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
COMMANDS = sorted({line.strip() for _, kind, block in BLOCKS if kind == "sh" for line in block.splitlines()
                   if line.startswith("python -m model ")})


def tool(name: str) -> str:
    """Where a tool is; the test is skipped where it is not."""
    there = proxied.tool(name)
    if there is None:
        pytest.skip(f"{name} is not here")
    return there


def test_every_setting_is_told_of_with_its_default_and_no_other():
    rows = re.findall(r"^\| `FREMDRIFT_(\w+)` \| (.+?) \|", GUIDE["indstillinger.md"], re.MULTILINE)
    assert {name.lower() for name, _ in rows} == set(FIELDS)
    stated = {name.lower(): told.strip("`") for name, told in rows if told.startswith("`")}
    assert stated == {name: f"{FIELDS[name].default:g}" if isinstance(FIELDS[name].default, float)
                      else str(FIELDS[name].default) for name in stated}


@pytest.mark.parametrize("path", sorted(DRIFT.iterdir()), ids=lambda path: path.name)
def test_every_variable_it_names_is_a_setting(path):
    named = set(re.findall(r"FREMDRIFT_(\w+)", path.read_text(encoding="utf-8")))
    assert {name.lower() for name in named} <= set(FIELDS)


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_it_can_be_given(line):
    assert arguments.build().parse_args(shlex.split(line)[3:]).run is not None


def test_there_are_as_many_commands_as_it_takes():
    assert len(COMMANDS) > 15


def test_every_file_it_leads_to_is_there_and_every_file_is_led_to():
    led_to = {target for text in GUIDE.values() for target in re.findall(r"\]\(([^)#]+)\)", text)}
    assert [target for target in led_to if not (DRIFT / target).is_file()] == []
    assert {path.name for path in DRIFT.iterdir()} - {"README.md"} <= led_to
    named = {target for text in GUIDE.values() for target in re.findall(r"`(docs/[\w./]+|model/[\w/]+)`", text)}
    assert [target for target in named if not (ROOT / target).exists()] == []


def test_what_it_says_a_page_says_is_said():
    told = re.findall(r"^\| (D[^|]+?) \|", GUIDE["naar_noget_er_galt.md"].split("| Gør sådan |")[1], re.MULTILINE)
    words = [text for name, text in vars(driver_errors).items() if name.isupper() and isinstance(text, str)]
    assert len(told) == 8
    assert [each for each in told if not any(each in text for text in (*words, forms.UNSURE))] == []


def test_nothing_is_written_into_the_database_by_hand():
    assert {kind for _, kind, _ in BLOCKS} == {"sh"}


def test_the_file_of_settings_is_understood(monkeypatch):
    lines = (DRIFT / "fremdrift.env").read_text(encoding="utf-8").splitlines()
    for name, value in (line.split("=", 1) for line in lines if not line.startswith("#")):
        monkeypatch.setenv(name, value)
    told = Serving()
    assert Settings().database_url.startswith("postgresql+psycopg://")
    assert told.signs_in and told.secure


@pytest.mark.parametrize("unit", ["fremdrift@.service", "fremdrift-kopi.service", "fremdrift-kopi.timer"])
def test_systemd_understands_the_units(tmp_path, unit):
    analyze, here = tool("systemd-analyze"), tmp_path / unit.replace("@.", "@8501.")
    for path in DRIFT.glob("*.service"):
        text = path.read_text(encoding="utf-8").replace("/srv/fremdrift/.venv/bin/python", "/bin/true")
        (tmp_path / path.name.replace("@.", "@8501.")).write_text(text, encoding="utf-8")
    shutil.copy(DRIFT / "fremdrift-kopi.timer", tmp_path)
    ran = subprocess.run([analyze, "verify", "--man=no", str(here)], capture_output=True, text=True, check=False)
    complaints = [line for line in ran.stderr.splitlines() if "fremdrift" in line]
    assert complaints == [], ran.stderr


def test_nginx_understands_its_configuration(tmp_path):
    nginx, _ = tool("nginx"), tool("openssl")
    path = proxied.configured(tmp_path, [8501, 8502])
    ran = subprocess.run([nginx, "-t", "-c", path, "-p", tmp_path], capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and "[warn]" not in ran.stderr, ran.stderr


def test_the_container_takes_along_all_that_runs_and_nothing_that_does_not():
    lines = (DRIFT / "Containerfile").read_text(encoding="utf-8").splitlines()
    taken = {line.split()[1] for line in lines if line.startswith("COPY ")}
    assert taken == {"requirements.txt", "dashboard.py", ".streamlit", "model", "pages", "sample_data"}
    assert all((ROOT / name).exists() for name in taken)
    known = {"FROM", "RUN", "WORKDIR", "COPY", "USER", "ENV", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "CMD"}
    assert {line.split()[0] for line in lines if line and not line.startswith("#")} == known
