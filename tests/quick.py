"""Run what a small change needs, in under a minute: the linters, the tests nearest to what is changed, and the core.

``python -m tests.quick [COMMIT]``: what differs from COMMIT, or, without one, what is not committed yet (the last
commit where all is). What there is no time for is left to ``make test``, and that is said.
"""

import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.nearest import ROOT, nearest

SECONDS = 45  # for the tests; the linters run beside them
CORE = ("tests/model/test_house_rules.py", "tests/model/statistics", "tests/model/subjects/goals/figures/test_goal1.py",
        "tests/model/subjects/goals/figures/test_goal2.py", "tests/model/store/test_facts.py",
        "tests/model/publishing/test_deciding.py", "tests/model/intake/checks/test_gate4.py",
        "tests/model/basics/test_personal_data.py", "tests/planted")
LINTERS = (("ruff", "check", "."), ("mypy",), ("lint-imports",))
NOTHING_CHOSEN = 5  # pytest's exit code


def changed(commit: str | None = None) -> list[Path]:
    """The files that differ from the commit, or from the newest one; where none does, those of that commit itself."""
    if commit is not None:
        return _files("diff", "--name-only", commit)
    return (_files("diff", "--name-only", "HEAD") + _files("ls-files", "--others", "--exclude-standard")
            or _files("diff", "--name-only", "HEAD~1"))


def _files(*asked: str) -> list[Path]:
    listed = subprocess.run(["git", *asked], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).exists()]


def chosen(files: Iterable[Path], core: Iterable[str] = CORE) -> list[str]:
    """The tests to run for a change of these files, nearest first, each once; paths below the project's folder."""
    near = []
    for path in files:
        if path.suffix == ".py" and path.is_relative_to(ROOT / "tests"):
            near += [path.relative_to(ROOT).as_posix()] if path.name.startswith("test_") else []
        elif path.suffix == ".py":
            near += nearest(path)
    return list(dict.fromkeys([*near, *core]))


def main(arguments: list[str]) -> int:
    """Run linters and tests beside each other; 1 where any of them fails."""
    linters = [subprocess.Popen([str(Path(sys.executable).with_name(name)), *rest], cwd=ROOT, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True) for name, *rest in LINTERS]
    passed = _tested(chosen(changed(*arguments[:1])))
    for linter in linters:
        said, _ = linter.communicate()
        if linter.returncode:
            passed = False
            print(said)
    return 0 if passed else 1


def _tested(paths: list[str]) -> bool:
    """Whether no test failed within the time there is; the first that fails ends the run."""
    running = subprocess.Popen([sys.executable, "-m", "pytest", "-x", "-n", "auto", "--dist", "worksteal",
                                "-m", "not long and not browser and not postgres", *paths], cwd=ROOT)
    try:
        return running.wait(SECONDS) in (0, NOTHING_CHOSEN)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGINT)
        running.wait()
        print(f"stopped after {SECONDS} s without a failure; the rest is for make test")
        return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
