# The developers' targets. The two commands of everyday use are `python3 manage.py demo` and `python3 manage.py test`.

PYTHON ?= python3
BIN := .venv/bin
LOCK := uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --only-binary :all: --python-version 3.11

.DEFAULT_GOAL := help
.PHONY: help env check lint types contracts migrations deployable test test-browser test-compiled compile faults test-faults bench bench-extraction bench-recheck gold lock messages demo

help: ## show these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-18s %s\n", $$1, $$2}'

env: ## make or refresh .venv with the tools for tests and checks
	@$(PYTHON) manage.py test --version

check: env lint types contracts migrations deployable test test-compiled faults ## everything CI does

lint: env ## style: ruff's rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: env ## mypy, strict
	$(BIN)/mypy

contracts: env ## who may import whom
	$(BIN)/lint-imports

migrations: env ## the models and the migrations agree
	$(PYTHON) manage.py makemigrations --check --dry-run

deployable: env ## the settings as a public server would have them
	HTTPS=on SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') \
	ALLOWED_HOSTS=periksa.example $(PYTHON) manage.py check --deploy --fail-level WARNING

test: env ## all tests but the faults and the compiled engine; make test ARGS="-k figures"
	$(PYTHON) manage.py test $(ARGS)

test-browser: env ## the stories in a real Chromium
	$(PYTHON) manage.py test -m browser $(ARGS)

test-compiled: env ## the engine built by a C compiler answers as its sources do
	$(PYTHON) manage.py test -m compiled $(ARGS)

compile: env ## the engine as machine code: the same results in less than half the time
	$(PYTHON) manage.py compile

faults: env ## killed workers, wiped brokers, stopped databases: the short form, two at a time since most of them wait
	$(PYTHON) manage.py test -n 2 -m faults $(ARGS)

test-faults: env ## the long form: killed workers, wiped brokers, stopped databases
	PERIKSA_FAULTS=long $(PYTHON) manage.py test -m faults $(ARGS)

bench: bench-extraction bench-recheck ## all measurements

bench-extraction: env ## the engine beside its peers, and the texts that try to make it slow
	-$(PYTHON) manage.py compile
	$(BIN)/python -m bench.extraction $(ARGS)

bench-recheck: env ## sources a second of the re-check loop
	$(BIN)/python -m bench.recheck $(ARGS)

gold: env ## precision and recall on the annotated articles
	$(PYTHON) manage.py test tests/gold $(ARGS)

lock: env ## requirements.in and requirements-dev.in into the hashed locks; make lock LOCK_ARGS="--upgrade" for newer ones
	$(LOCK) $(LOCK_ARGS) requirements.in -o requirements.txt
	$(LOCK) $(LOCK_ARGS) requirements-dev.in -o requirements-dev.txt

messages: env ## collect the visible words and compile their translations
	$(BIN)/python locale/update.py

demo: ## the whole desk on this machine
	$(PYTHON) manage.py demo
