# make run: set up, then the main job on the bundled example. make test: set up, then every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check quality fuzz fuzz-readers lock clean env

run: $(READY)
	mkdir -p out
	$(BIN)/rashomon collate examples/harbour --html out/harbour.html --json out/harbour.json
	@echo "The report is at $(CURDIR)/out/harbour.html"

test: $(READY)
	$(BIN)/pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(READY)
	$(BIN)/python -m quality --write

fuzz: $(READY)
	$(BIN)/python -m quality.fuzz_text
	$(BIN)/python -m quality.fuzz_api --examples 50
	$(BIN)/python -m quality.fuzz_api --examples 20 --tokens

fuzz-readers: $(READY)
	$(BIN)/python -m quality.fuzz_readers 20000

env: $(READY)

$(READY): requirements.lock pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

lock:
	$(BIN)/pip-compile --quiet --all-extras --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) out build .pytest_cache .mypy_cache .ruff_cache .hypothesis
