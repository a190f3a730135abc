# GNU make 4.3+, a POSIX shell and python3 (3.11 or newer): nothing else is needed.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
UV := UV_PYTHON=$(BIN)/python $(BIN)/uv pip
COMPILE = $(UV) compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(ARGS)
MANAGE := $(BIN)/python manage.py
TEMPLATES = find pages search site snippets -path '*/templates/*' -name '*.html'

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

##@ Every day

run: port installed ## Serve the demo city at http://127.0.0.1:8000 (PORT=8000)
	@$(BIN)/python tools/run.py $(PORT)

test: $(VENV)/.dev ## Run the tests (ARGS="-k meeting" goes to pytest)
	@$(BIN)/python -m pytest $(ARGS)

test-postgres: $(VENV)/.dev ## Run the tests on a private PostgreSQL, gone afterwards
	@$(BIN)/python tools/postgres.py $(BIN)/python -m pytest $(ARGS)

check: style types layers templates models deploy translations contract ## Everything but the tests: style, types, layers, templates, models, settings, translations, the API's contract

format: $(VENV)/.dev ## Put code and templates into the house's form
	$(BIN)/ruff check --quiet --fix-only .
	$(BIN)/ruff format .
	$(TEMPLATES) -exec $(BIN)/djade {} + || true # it fails when it changes something
	$(TEMPLATES) -exec $(BIN)/djhtml {} +

messages: $(VENV)/.dev ## Extract texts for translation and compile what is translated (needs GNU gettext)
	$(BIN)/python tools/translations.py extract
	$(BIN)/python tools/translations.py compile

openapi: $(VENV)/.dev ## Take the API's contract anew into docs/openapi.json (see docs/api-changelog.md)
	@$(BIN)/python tools/openapi.py write

##@ Now and then

bench: $(VENV)/.dev ## Measure against the project's own figures
	$(BIN)/python -m tests.benchmarks $(ARGS)

proof: $(VENV)/.dev ## Everything, however long, with a summary
	@$(BIN)/python tools/proof.py

lock: $(VENV)/.uv ## Resolve the requirements again (ARGS=--upgrade takes newer versions)
	$(COMPILE) requirements/uv.in --output-file requirements/uv.txt
	$(COMPILE) pyproject.toml --extra server --group build --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --extra server --group build --group dev --constraints requirements/run.txt --output-file requirements/dev.txt

wheel: $(VENV)/.run ## Build the plugin set for other Wagtail sites, into dist/
	@$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir dist
	@ls dist/*.whl

plugin: $(VENV)/.dev ## Follow the README's steps in a bare project (PLUGIN_PYTHON=… for one Python)
	@$(BIN)/python -m pytest tests/plugin -m plugin -p no:randomly $(ARGS)

pictures: port $(VENV)/.dev ## Take the documentation's pictures again, from a demo of their own (PORT=8000)
	$(BIN)/python tools/screenshots.py $(PORT)

vendor: $(VENV)/.python ## Fetch the vendored front-end parts again (needs npm)
	$(BIN)/python tools/vendor.py

clean: ## Remove the environment and all caches; var/, with the database, stays
	rm -rf $(VENV) .*_cache *.egg-info node_modules
	find . -name __pycache__ -prune -exec rm -rf {} +

help: ## Show this
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

# What `check` is made of; `make -k check` goes on after a failure.

style: $(VENV)/.dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

templates: $(VENV)/.dev
	$(TEMPLATES) -exec $(BIN)/djade --check {} +
	$(TEMPLATES) -exec $(BIN)/djhtml --check {} +

models: $(VENV)/.dev
	DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run

deploy: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=config.settings.production ALLOWED_HOSTS=city.example \
	  BASE_URL=https://city.example DEFAULT_FROM_EMAIL=programme@city.example \
	  DATABASE_URL=postgres:///city STATIC_ROOT=$(CURDIR)/tests/config/static \
	  SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
	  $(MANAGE) check --deploy --fail-level WARNING

translations: $(VENV)/.dev
	$(BIN)/python tools/translations.py check

contract: $(VENV)/.dev
	@$(BIN)/python tools/openapi.py check

# The environment. Stamps inside it say what is done, so nothing is done twice.

# The development lock holds all of the run lock: who has it keeps it.
installed: $(VENV)/$(if $(wildcard $(VENV)/.dev),.dev,.run)

$(VENV)/.run $(VENV)/.dev: $(VENV)/.%: requirements/%.txt pyproject.toml $(VENV)/.uv
	$(UV) sync --quiet --require-hashes $<
	$(UV) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.uv: requirements/uv.txt $(VENV)/.python
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r $<
	@touch $@

# Made anew when it was moved, lost its interpreter or is not of the PYTHON asked for.
WHICH := -c 'import sys; print(sys.base_prefix, sys.version_info[:2])'
ASKED := $(filter-out file,$(origin PYTHON))
$(VENV)/.python: always
	@if ! $(BIN)/pip --version 2>/dev/null | grep -qF 'from $(CURDIR)/$(VENV)/' || \
	  { test -n '$(ASKED)' && test "$$($(BIN)/python $(WHICH))" != "$$($(PYTHON) $(WHICH))"; }; \
	then \
	  $(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
	    "Python 3.11 or newer is needed: make PYTHON=/path/to/python3 $(MAKECMDGOALS)")' && \
	  echo '$(PYTHON) -m venv $(VENV)' && \
	  $(PYTHON) -m venv --clear $(VENV); \
	fi
	@test -e $@ || touch $@

port:
	@$(PYTHON) -c 'import socket, sys; \
	  socket.socket().connect_ex(("127.0.0.1", $(PORT))) or sys.exit( \
	    "Port $(PORT) is taken: stop what uses it, or try make run PORT=8001.")'

.PHONY: always bench check clean contract deploy format help installed layers lock messages \
  models openapi pictures plugin port proof run style templates test test-postgres translations types vendor wheel
