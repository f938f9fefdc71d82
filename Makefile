# `make demo` and `make test` each need nothing but Python 3.11 or newer: they make .venv and install into it what they need.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.PHONY: demo test docs lock clean weights accuracy

demo: .venv/.base ## read the sample articles, show their records, keep them, and ask three questions
	$(BIN)/onrecord read samples
	@mkdir -p build && rm -f build/demo.db
	$(BIN)/onrecord add samples --record build/demo.db
	$(BIN)/onrecord ask who "Stefan Maruk" --record build/demo.db
	$(BIN)/onrecord ask meetings --status planned --record build/demo.db
	$(BIN)/onrecord ask between "Erik Sand" "Alexei Doran" --record build/demo.db

test: .venv/.dev ## check style, types, tests and documents
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/pytest

docs: .venv/.dev ## write the generated parts of README.md and docs/ again
	$(BIN)/python -m docs.generate

weights: .venv/.training ## train the language model anew: make weights DATA=… ENCODER=… RECORDS=… (see training/README.md)
	$(BIN)/python -m training.train --data $(DATA) --encoder $(ENCODER) --gold $(RECORDS) --out build/model
	$(BIN)/python -m training.export --build build/model --encoder $(ENCODER)
	$(BIN)/python -m training.lean --weights src/onrecord/language/weights --data $(DATA)

accuracy: .venv/.training ## write docs/accuracy.md and .json: make accuracy DATA=… GOLD=… SCORER=…
	$(BIN)/python -m training.accuracy --data $(DATA) --gold $(GOLD) --scorer $(SCORER)

lock: ## write the lock files again, with hashes and without addresses (needs uv)
	echo 'setuptools>=77' | uv pip compile - $(LOCK) --output-file requirements/build.txt
	uv pip compile pyproject.toml $(LOCK) --output-file requirements/base.txt
	uv pip compile pyproject.toml --extra dev $(LOCK) --output-file requirements/dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean: ## remove the environment and everything made by the tools
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist src/*.egg-info

# The package is installed as a link to src/, with a pinned build tool, so that nothing is fetched but what the locks name.
.venv/.base: requirements/build.txt requirements/base.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Onrecord needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@echo "Installing into .venv (once) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.training: .venv/.base
	@$(PIP) install --editable '.[training]'
	@touch $@

.venv/.dev: .venv/.base requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
