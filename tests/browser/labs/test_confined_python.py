"""Python that readers run, or that someone gave them, stays in its worker and under the policy of the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.labs.code_page import CodePage
from tests.browser.labs.conftest import ListeningServer
from tests.browser.labs.lab_page import FIRST, LabPage
from tests.browser.labs.playground_page import ADDRESS, NO_SHARED_MEMORY, PYODIDE, Playground
from tests.browser.waits import wait_for_timers

PAGES = [f"labs/{FIRST}/", ADDRESS, "metrics/confusion-matrix/", ""]
WORKER_FILES = ["running/pyodide-worker.js", "generated/pyodide/pyodide.mjs", "javascripts/workers/SEARCH"]
# A worker that is started from a file would be under no policy: this one runs any script that it is sent.
NESTED_WORKER = """import js
from pyodide.ffi import to_js
def sent(data):
    return to_js(data, dict_converter=js.Object.fromEntries)
inner = '''
  fetch("OTHER");
  const opening = indexedDB.open("model-answers-record");
  opening.onsuccess = () => new BroadcastChannel("inner").postMessage("read " + opening.result.name);
'''
for kind in ("Worker", "SharedWorker"):
    try:
        worker = getattr(js, kind).new("WORKER", sent({"type": "module"}))
        worker.postMessage(sent({"id": 1, "name": "start", "content": {"files": {}, "packages": [], "modules": {}}}))
        job = {"module": "pyodide.code", "function": "run_js", "given": [inner]}
        worker.postMessage(sent({"id": 2, "name": "run", "content": {"job": job, "takesReport": False}}))
        print(kind, "started")
    except AttributeError:
        print(kind, "is missing")
"""
MISSING = "Worker is missing\nSharedWorker is missing\n"
LISTEN = """() => { globalThis.heard = [];
  (globalThis.channel = new BroadcastChannel("inner")).onmessage = ({ data }) => heard.push(data); }"""
START_WORKER = """address => new Promise(done => {
  const worker = new Worker(address, { type: "module" });
  worker.onerror = () => done("refused");
  setTimeout(() => done("started"), 10_000);
})"""
# PyScript gives its worker functions of the page. The one that is called by a number evaluates any script.
ON_PAGE = """import js
from pyscript import sync
for name in ("=59317780", "importJS", "importCSS"):
    getattr(sync, name)(2, None, "() => { document.title = 'reached'; }", js.Array.new())
    getattr(sync, name)("OTHER")
print("asked")
"""


@pytest.fixture(autouse=True)
def refusals_are_expected(watched: Watched, other_host: ListeningServer) -> None:
    watched.allowed += [NO_SHARED_MEMORY, "CSP worker-src", "violates", "Refused", other_host.url]
    watched.allowed += ["reading 'apply'", 'property "apply"']  # the page lacks the function that Python calls


def test_python_in_a_lab_cannot_start_a_worker_outside_the_policy(page: Page, other_host: ListeningServer) -> None:
    starts_no_worker(LabPage(page).open().start(), other_host)


def starts_no_worker(opened: CodePage, other_host: ListeningServer) -> None:
    page = opened.page
    page.evaluate(LISTEN)
    worker = page.evaluate("new URL('../../assets/running/pyodide-worker.js', location.href).href")
    opened.run(NESTED_WORKER.replace("WORKER", worker).replace("OTHER", other_host.url))
    if opened.output.inner_text() != MISSING:
        page.wait_for_timeout(10_000)  # a second Pyodide starts
    assert (other_host.asked, page.evaluate("heard")) == ([], [])
    expect(opened.output).to_have_text(MISSING)


@pytest.mark.parametrize("address", PAGES)
def test_the_policy_refuses_a_worker_that_is_started_from_a_file(page: Page, address: str) -> None:
    page.goto(address)
    search = page.evaluate("JSON.parse(document.querySelector('#__config').textContent).search.split('/').pop()")
    assets = page.evaluate("new URL('assets/', document.querySelector('link[rel=icon]').href.split('assets/')[0]).href")
    for file in WORKER_FILES:
        assert page.evaluate(START_WORKER, assets + file.replace("SEARCH", search)) == "refused", file


def test_micropython_in_the_playground_runs_nothing_on_its_page(page: Page, other_host: ListeningServer) -> None:
    runs_nothing_on_its_page(Playground(page).open(), other_host)


def test_pyodide_in_the_playground_runs_nothing_on_its_page_and_starts_no_worker_outside_the_policy(
    page: Page, other_host: ListeningServer
) -> None:
    playground = Playground(page).open(PYODIDE)
    runs_nothing_on_its_page(playground, other_host)
    starts_no_worker(playground, other_host)


def runs_nothing_on_its_page(playground: Playground, other_host: ListeningServer) -> None:
    page, title = playground.page, playground.page.title()
    playground.run(ON_PAGE.replace("OTHER", other_host.url))
    wait_for_timers(page, 500)  # for an answer of the page
    assert (page.title(), other_host.asked) == (title, [])
    expect(playground.output).to_contain_text("asked")
