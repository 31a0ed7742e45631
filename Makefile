# Needs make and Python 3.11 or newer, nothing else. The first target that is called sets up .venv;
# later ones find it there. PYTHON=python3.12 picks another Python.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
GOLD := examples/gold
STORY := examples/articles.jsonl
LEDGER := build/story.qawl
SHARED_GOLD := $(wildcard ../shared/gold/dev)

.PHONY: demo test lint types unit eval floor clean

demo: $(READY)
	@head -n 1 $(STORY) | $(BIN)/qawl read -
	@mkdir -p build && rm -f $(LEDGER)* && $(BIN)/qawl read $(STORY) --html build/story.html
	@echo
	@echo "That was the first of the $$(grep -c . $(STORY)) invented articles in $(STORY). All of them in a ledger:"
	@$(BIN)/qawl ingest $(LEDGER) $(STORY)
	@$(BIN)/qawl link $(LEDGER)
	@printf '\nWhat was owed and came late (qawl pledges $(LEDGER) --state kept --as-of 2024-04-30)\n\n'
	@$(BIN)/qawl pledges $(LEDGER) --state kept --as-of 2024-04-30 --limit 2
	@printf '\nWhat is disputed (qawl disputes $(LEDGER))\n\n'
	@$(BIN)/qawl disputes $(LEDGER) --limit 3
	@printf '\nWhich articles are copies of one wire (qawl copies $(LEDGER))\n\n'
	@$(BIN)/qawl copies $(LEDGER)
	@echo
	@echo "More:"
	@echo "  build/story.html"
	@echo "      the story to click through in a browser"
	@echo "  $(BIN)/qawl statements $(LEDGER) --force deny"
	@echo "      who denied what; also qawl search, story, actors, show, export"
	@echo "  $(BIN)/qawl read YOUR.txt --published 2024-03-04"
	@echo "      reads your own article, whose title is its first line; --json gives it as data"
	@echo "  $(BIN)/qawl eval $(GOLD)"
	@echo "      says how much of it is right"

test: lint types unit

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

unit: $(READY)
	@$(BIN)/pytest -q

eval: $(READY)
	@for gold in $(GOLD) $(SHARED_GOLD); do echo "$$gold"; $(BIN)/qawl eval "$$gold" || exit 1; echo; done

# Fails where a figure of `make eval` is under its floor in evaluation/floor.json.
floor: $(READY)
	@$(BIN)/python benchmarks/floor.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"qawl needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. Try: make PYTHON=python3.12")'
	@echo "Setting up .venv (once; about a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
