# Everything runs in .venv; BULLETIN_DB and the TELEGRAM_* settings are read as README.md says.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(if $(shell $(name) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && echo yes),$(name))))
VENV := .venv
BIN := $(VENV)/bin
# One test process more than cores: some tests wait for a server.
WORKERS ?= $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1 )))
DB ?= $(or $(BULLETIN_DB),bulletins.db)

.PHONY: help run test lint bench bench-large soak lock clean

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更新的版本（含 venv），请先安装。" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed-bench: requirements-bench.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

run: $(VENV)/.installed  ## set up and start the bot on the sample bulletins
	@test -e "$(DB)" || $(BIN)/bulletin-index --db "$(DB)" add data/bulletins
	BULLETIN_DB="$(DB)" $(BIN)/bulletin-bot

test soak: export PYTHONDONTWRITEBYTECODE =  # every new process would compile everything anew

test: $(VENV)/.installed-dev  ## all tests that need nothing but this machine
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

lint: $(VENV)/.installed-dev  ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.installed-bench  ## speed and size, against the peers
	$(BIN)/bulletin-index bench --output bench-results
	$(BIN)/python -m tests.telegram.bench

bench-large: $(VENV)/.installed-bench  ## the same with a million passages
	$(BIN)/bulletin-index bench --large --output bench-results

soak: $(VENV)/.installed-dev  ## long repetitions: kills, loads
	$(BIN)/python -m pytest -m soak

lock: $(VENV)/.installed-dev  ## renew the locks from pyproject.toml
	$(BIN)/pip-compile $(COMPILE) -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --extra bench -c requirements.lock -o requirements-bench.lock pyproject.toml

COMPILE := --quiet --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean:  ## what was made, without databases
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis bench-results
