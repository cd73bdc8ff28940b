PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
ADDRESS ?=

# a test run starts many processes, and each would compile the whole house anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test linted tested quick long bench sample lock clean

run: $(VENV)/run.stamp
	$(BIN)/python -m pages.server --port $(PORT) $(if $(ADDRESS),--address $(ADDRESS))

# the tests wait for browsers and servers, so the linters have time beside them
test: $(VENV)/test.stamp
	$(MAKE) --no-print-directory --jobs 2 --output-sync=line linted tested

linted: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# neighbours go to the same worker and share what they warm; xdist_group is nothing to this pytest
tested: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal

# what a small change needs, in under a minute
quick: $(VENV)/test.stamp
	$(BIN)/python -m tests.quick

# what reads and writes the database, and so runs on a server as well (tests/postgres.py)
SERVED := store intake writing publishing backup snapshot sample subjects commands

# everything there is, with many more examples; then random files, and the planted faults: hours
long: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal -m "long or not long" --hypothesis-profile long
	$(BIN)/python -m pytest -n auto --dist worksteal --on-server $(addprefix tests/model/,$(SERVED))
	$(BIN)/python -m tests.fuzz 600
	$(BIN)/python -m tests.planted

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.bench

sample: $(VENV)/run.stamp
	$(BIN)/python -m sample_data.make_sample

lock:
	uv pip compile -q --universal --python-version 3.11 --no-header pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --no-header --extra dev pyproject.toml -o requirements-dev.txt

$(VENV)/run.stamp: requirements.txt
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed' if sys.version_info < (3, 11) else 0)"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: requirements.txt requirements-dev.txt
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed' if sys.version_info < (3, 11) else 0)"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
