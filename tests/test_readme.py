"""The README keeps step with the code: commands, settings, folders and the picture it shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from model.basics.serving import Serving
from model.basics.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_opens_with_the_two_commands():
    opening = README.split("##")[0]
    assert re.findall(r"^make (\w+)", opening, re.MULTILINE) == ["run", "test"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|^)make (\w+)", README, re.MULTILINE))))
def test_every_make_target_it_names_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_setting_is_named_with_its_default_and_no_other():
    fields = {**Settings.model_fields, **Serving.model_fields}
    stated = dict(re.findall(r"^\| `(FREMDRIFT_\w+)` \| (.+?) \|", README, re.MULTILINE))
    assert stated == {
        f"FREMDRIFT_{name.upper()}": "not set" if field.default is None else f"`{field.default:g}`"
        if isinstance(field.default, float) else f"`{field.default}`" for name, field in fields.items()}


def test_every_command_is_named_and_no_other():
    command = [sys.executable, "-m", "model", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    commands = re.findall(r"^ {4}([\w-]+)(?: |$)", said.stdout, re.MULTILINE)
    assert len(commands) > 5, said.stdout
    assert set(re.findall(r"^python -m model ([\w-]+)", README, re.MULTILINE)) == set(commands)


def test_every_folder_and_file_it_names_is_there():
    named = re.findall(r"`((?:model|pages|tests|sample_data)/[\w./]*|\w+\.py)`", README)
    assert [path for path in named if not (ROOT / path).exists() and not (ROOT / "model" / path).exists()] == []


def test_the_picture_it_shows_is_there():
    assert (ROOT / re.findall(r"!\[.+\]\((.+)\)", README)[0]).is_file()


def test_it_speaks_only_of_the_project():
    assert re.findall(r"https?://(?!localhost)\S+|/home/|/work/|/root/|C:\\", README) == []
