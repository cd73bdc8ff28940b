"""Which test files are nearest to a module of the product: those that name it."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def nearest(module: Path, root: Path = ROOT) -> list[str]:
    """The test files that name the module, those named after it first; paths below ``root``."""
    dotted = module.relative_to(root).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    parent, _, name = dotted.rpartition(".")
    named = [path for path in sorted((root / "tests").rglob("test_*.py"))
             if dotted in (text := path.read_text(encoding="utf-8")) or f"from {parent} import {name}" in text]
    named.sort(key=lambda path: name not in path.name)
    return [path.relative_to(root).as_posix() for path in named]
