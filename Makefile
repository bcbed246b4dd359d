# Two commands matter: `make demo` shows what PolicyGraph does, `make test` proves that it does it.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

# The demo and the tests never touch the store that the user works with.
unexport POLICYGRAPH_STORE

.DEFAULT_GOAL := help
.PHONY: help demo test lint types tests ocr java browser bench golden pictures clean

help:
	@echo 'make demo     install into .venv, load letters/ and answer a question with its quotes'
	@echo 'make test     install what the tests need and run everything: format, lint, layers, types, tests'
	@echo 'make bench    speed and peak memory, beside spaCy (SPACY_MODEL=folder for its recogniser), other readers, rdflib, pyvis and sigma.js'
	@echo 'make golden   write tests/golden and the output in the README again, to review with git diff'
	@echo 'make pictures draw the diagrams and the page that the README shows again, to review with git diff'
	@echo 'make clean    remove what the other commands made'

demo: .venv/installed
	@echo
	$(BIN)/policygraph load letters
	@echo
	$(BIN)/policygraph query correspondence

test: lint types tests

lint: .venv/tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/tested
	$(BIN)/mypy

tests: .venv/tested ocr java browser .venv/neo4j/fetched .venv/fuseki/fetched .venv/axe-core/axe.min.js
	$(BIN)/pytest --numprocesses auto --dist loadfile

# One test reads a scanned page; on a server that is set up by this file alone its reader is installed too.
ocr:
	@command -v ocrmypdf > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null || \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq ocrmypdf > /dev/null; }

# A real Neo4j server and a real SPARQL server answer the tests. Without Java and Maven they are skipped, and fail where CI is set.
java:
	@{ command -v java && command -v mvn; } > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null || \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless maven > /dev/null; }

.venv/%/fetched: tests/servers/%-pom.xml .venv/bin/python | java
	rm -rf .venv/$* && mkdir -p .venv/$*
	if command -v mvn > /dev/null; then \
		mvn -B -q -f $< dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory='$(CURDIR)/.venv/$*' && \
			touch $@; \
	fi

# The page is tested in a real browser; it is installed as the reader of scans is.
browser:
	@command -v chromium > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null || \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium > /dev/null; }

# axe-core (MPL-2.0) looks for what keeps people out of the page; it is used by the tests alone and never shipped.
.venv/axe-core/axe.min.js: | .venv/bin/python
	@mkdir -p $(@D)
	@! command -v npm > /dev/null || { cd $(@D) && npm pack --silent axe-core@4.10.3 > /dev/null && \
		tar -xzf axe-core-*.tgz --strip-components=1 package/axe.min.js package/LICENSE && rm axe-core-*.tgz; }

# sigma.js (MIT) is measured beside the page and never shipped. ipysigma would load it from two servers on the network.
.venv/sigma/sigma.min.js: | .venv/bin/python
	@mkdir -p $(@D)
	@! command -v npm > /dev/null || { cd $(@D) && npm pack --silent sigma@3.0.2 graphology@0.26.0 > /dev/null && \
		tar -xzf sigma-*.tgz --strip-components=2 package/dist/sigma.min.js && \
		tar -xzf graphology-*.tgz --strip-components=2 package/dist/graphology.umd.min.js && rm *.tgz; }

bench: .venv/benched browser .venv/sigma/sigma.min.js
	$(BIN)/python -m policygraph.benchmarks.comparison $(if $(SPACY_MODEL),--model '$(SPACY_MODEL)')
	@echo
	$(BIN)/python -m policygraph.benchmarks.page
	@echo
	$(BIN)/python -m policygraph.benchmarks.serving
	$(BIN)/python -m policygraph.benchmarks.questions
	$(BIN)/python -m policygraph.benchmarks.loading

golden: .venv/tested
	POLICYGRAPH_GOLDEN=rewrite $(BIN)/pytest tests/golden tests/cli/test_readme.py
	git status --short tests/golden README.md

pictures: .venv/benched browser
	rm -rf build/pictures
	mkdir -p build
	$(BIN)/policygraph load letters --store build/pictures
	$(BIN)/policygraph diagram correspondence -o docs/correspondence.svg --force --store build/pictures
	$(BIN)/policygraph diagram actors 'Home Office' -o docs/actors.svg --force --store build/pictures
	$(BIN)/policygraph browse -o build/pictures.html --force --store build/pictures
	$(BIN)/python -m policygraph.benchmarks.page_picture build/pictures.html IASC asks docs/page.png
	rm -rf build/pictures build/pictures.html

clean:
	rm -rf .venv build policygraph.egg-info policygraph-store
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

# The repository root is the package, whatever the folder is called. A link with the package's name
# lets mypy find it under that name, which the finder of an editable install does not. The warning
# that is put aside is a general one that setuptools gives for every editable install.
.venv/installed: .venv/bin/python pyproject.toml
	PYTHONWARNINGS='ignore:Editable installation' $(BIN)/python -m pip install --quiet --editable .
	mkdir -p .venv/src
	ln -sfn ../.. .venv/src/policygraph
	touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install --quiet --group test
	$(BIN)/python -m venv .venv/ftm
	$(BIN)/python -m pip --python .venv/ftm install --quiet --group ftm
	touch $@

.venv/benched: .venv/installed
	$(BIN)/python -m pip install --quiet --group bench
	touch $@
