"""The site's stylesheet: its rules stand in ``site.css``, its colours are the charts' own, light and dark."""

from dataclasses import fields
from pathlib import Path

from model.drawing.theme import DARK, LIGHT, Palette

RULES = Path(__file__).with_name("site.css").read_text(encoding="utf-8")


def style() -> str:
    """The whole stylesheet. A picture is drawn in the light colours, which the dark theme exchanges one by one."""
    dark = "".join(_exchanged(field.name) for field in fields(Palette))
    return (f":root {{ {_named(LIGHT)} }}\n@media screen and (prefers-color-scheme: dark) {{\n"
            f":root {{ {_named(DARK)} }}\n{dark}}}\n{RULES}")


def _named(palette: Palette) -> str:
    return " ".join(f"--{field.name}: {getattr(palette, field.name)};" for field in fields(Palette))


def _exchanged(name: str) -> str:
    light, dark = getattr(LIGHT, name), getattr(DARK, name)
    return "".join(f'svg [{part}="{light}"] {{ {part}: {dark}; }}\n' for part in ("fill", "stroke"))
