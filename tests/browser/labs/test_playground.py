"""The playground: both Pythons through PyScript from the site alone, and what happens when something goes wrong."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.engines import CALCULATOR_ENGINE, LAB_ENGINE, PLAYGROUND_ENGINE, Engine
from tests.browser.calculator import blocked, held, our_workers
from tests.browser.conftest import Watched
from tests.browser.items.stored import REFUSED
from tests.browser.labs.code_page import LOOP, STARTED_WITHIN
from tests.browser.labs.conftest import ListeningServer
from tests.browser.labs.playground_page import ADDRESS, NO_SHARED_MEMORY, PRINTED, PYODIDE, STARTER, Playground
from tests.browser.saved import Saved
from tests.conftest import IS_THOROUGH

MINE = "# mine\nanswer = 42"
OF_PYTHON = re.compile(r"generated/(?!code/)|session\.py|pyscript-worker")
RUNTIMES = {"": CALCULATOR_ENGINE, PYODIDE: LAB_ENGINE}
CDN = "cdn.jsdelivr.net"
# a worker from a blob is under the policy of the worker that made it
REACH = """import js
ways = ["fetch(url)", "import(url)", "new WebSocket(url)", "new EventSource(url)"]
ways.append("new Worker(nested, {type: 'module'})")
# the last one waits for its answer, behind those of the others
ways.append("(asks => { asks.open('GET', url, false); asks.send(); })(new XMLHttpRequest())")
for way in ways:
    js.eval("const url = 'OTHER', nested = URL.createObjectURL(new Blob(['import `OTHER`'.replaceAll('`', '\\"')]));" +
            "try { Promise.resolve(" + way + ").catch(() => 0) } catch {}; 1")
print("tried", len(ways), "ways")
"""


@pytest.fixture(autouse=True)
def in_a_worker(watched: Watched) -> None:
    watched.allowed.append(NO_SHARED_MEMORY)


@pytest.fixture
def playground(page: Page) -> Playground:
    return Playground(page).open()


def names_of(engine: Engine) -> set[str]:
    """Of the files that the playground loads of an engine: it has no use for a wheel."""
    return {file.name for file in engine.files if not file.name.endswith(".whl")}


@pytest.mark.parametrize(
    ("choice", "bypass_csp"),
    [("", False), ("", True), (PYODIDE, True)],
    ids=["MicroPython", "MicroPython without a policy", "Pyodide without a policy"],
)
def test_the_example_runs_with_files_of_the_site_alone(
    open_context: Callable[..., BrowserContext], watched: Watched, choice: str, bypass_csp: bool
) -> None:
    """Without a policy, too: then nothing but PyScript's own settings keep it from asking another host."""
    asked: list[str] = []
    context = open_context(bypass_csp=bypass_csp)
    context.on("request", lambda request: asked.append(request.url))
    playground = Playground(context.new_page()).open(choice)
    playground.page.wait_for_load_state("networkidle")
    assert [url for url in asked if OF_PYTHON.search(url)] == [], "before Run"
    playground.run()
    expect(playground.output).to_have_text(PRINTED)
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {watched.home}
    generated = {url.partition("generated/")[2] for url in asked} - {"", "code/code-editor.js"}
    assert generated == names_of(PLAYGROUND_ENGINE) | names_of(RUNTIMES[choice])


def run_without_settings(context: BrowserContext) -> None:
    """Runs the example while PyScript does not get the settings that name the site's own Python."""

    def without_settings(route: Route) -> None:
        response = route.fetch()
        body, count = re.subn(r"\{version:[\w$]+,async:!0,config:\{files:\{[^}]*\}\}\}", "{async:!0}", response.text())
        assert count == 1
        route.fulfill(response=response, body=body)

    context.route("**/playground/define.js", without_settings)
    playground = Playground(context.new_page()).open()
    playground.main.click()
    expect(playground.note).to_contain_text("Python did not start because one of its files did not arrive.")


def test_the_policy_refuses_the_cdn_that_pyscript_asks_without_its_settings_and_the_watch_notices(
    open_context: Callable[..., BrowserContext], watched: Watched
) -> None:
    run_without_settings(open_context())
    assert any(CDN in fault and re.search(r" csp$|settings blocked", fault) for fault in watched.faults)
    with pytest.raises(AssertionError, match=CDN):
        watched.check()
    watched.allowed += [CDN, "Failed to load resource"]


def test_without_a_policy_pyscript_would_ask_its_cdn_and_the_watch_notices(
    open_context: Callable[..., BrowserContext], watched: Watched
) -> None:
    run_without_settings(open_context(bypass_csp=True))
    assert any(fault.startswith(f"third party https://{CDN}/") for fault in watched.faults)
    assert not any(fault.endswith(" csp") for fault in watched.faults)
    with pytest.raises(AssertionError, match=CDN):
        watched.check()
    watched.allowed += [CDN, "Failed to load resource"]


def test_python_reaches_no_other_host(playground: Playground, watched: Watched, other_host: ListeningServer) -> None:
    """By fetch, and by what `eval` makes possible here: the driver tells of attempts, the other host of arrivals."""
    watched.allowed += [
        other_host.url,
        "violates",
        "CSP",
        "Failed to fetch",
        "Failed to load",
        "Refused",
        "NetworkError",
    ]
    playground.run(REACH.replace("OTHER", other_host.url))
    expect(playground.output).to_have_text("tried 6 ways\n")
    assert other_host.asked == []


def test_the_progress_of_pyodide_is_shown_and_it_can_be_stopped(page: Page) -> None:
    waiting = held(page, "**/python_stdlib.zip")
    playground = Playground(page).open()
    playground.box.get_by_label("Pyodide").check()
    expect(playground.main).to_have_text("Load Pyodide (6.4 MB) and run", use_inner_text=True)
    playground.main.click()
    progress = playground.box.locator("[data-part=progress]")
    expect(progress).to_contain_text(
        re.compile(r"Loading Python: [1-5]\.\d of 6\.4 MB"), use_inner_text=True, timeout=60_000
    )
    playground.stop.click()
    expect(playground.note).to_contain_text("You stopped Python. Your code is kept")
    assert waiting
    playground.box.get_by_label("MicroPython").check()
    playground.run("print(6 * 7)")
    expect(playground.output).to_have_text("42\n")


def test_a_worker_that_pyscript_makes_after_stop_is_ended(page: Page) -> None:
    waiting = held(page, "**/playground/session.py*")
    playground = Playground(page).open().write(LOOP)
    with page.expect_request("**/playground/session.py*"):
        playground.main.click()
    playground.stop.click()
    expect(playground.note).to_contain_text("You stopped Python.")
    for route in waiting:
        route.continue_()
    page.unroute("**/playground/session.py*")
    playground.run("print(6 * 7)")
    expect(playground.output).to_have_text("42\n")
    assert len(our_workers(page)) == 1, "the one that runs now"


def test_an_endless_loop_is_stopped_and_the_next_run_works(playground: Playground) -> None:
    playground.write("print('before')\n" + LOOP).main.click()
    expect(playground.output).to_have_text("before\n")
    playground.stop.click()
    expect(playground.note).to_contain_text("You stopped Python.")
    expect(playground.stop).to_be_focused()
    playground.run("print(6 * 7)")
    expect(playground.output).to_have_text("42\n")
    expect(playground.verdict).to_have_text("Your code ran to its end in MicroPython 1.27.0.", use_inner_text=True)
    expect(playground.note).to_have_count(0)


def test_an_error_is_said_in_words_with_its_line(playground: Playground) -> None:
    playground.run("def half(x):\n    return x / 0\n\n\nprint('first')\nhalf(2)\n")
    expect(playground.verdict).to_contain_text("Your code stopped with ZeroDivisionError in line 2.")
    expect(playground.error).to_contain_text('File "playground.py", line 6, in <module>')
    expect(playground.error).not_to_contain_text("<stdin>")
    expect(playground.output).to_have_text("first\n")
    expect(playground.marked).to_have_text("    return x / 0")
    playground.error.get_by_role("button", name="Go to line 2").click()
    expect(playground.editor).to_be_focused()
    for code, says in {
        "a = 1\nb = (2\n": "SyntaxError",
        "import numpy": "The playground has Python's standard library and live.metrics.",
        "input('name')": "input() is not available in the playground.",
        "open('gone.csv')": "OSError",
    }.items():
        playground.run(code)
        expect(playground.error).to_contain_text(says)


def test_pyodide_says_errors_prints_all_and_outlasts_memory(page: Page) -> None:
    playground = Playground(page).open(PYODIDE).run()
    expect(playground.output).to_have_text(PRINTED)
    playground.run("print('a', end='')\nhalf = 1 / 0")
    expect(playground.verdict).to_contain_text("Your code stopped with ZeroDivisionError in line 2.")
    expect(playground.error).to_contain_text("half = 1 / 0")
    expect(playground.output).to_have_text("a")
    playground.run("import numpy")
    expect(playground.error).not_to_contain_text("pyodide.org")
    playground.run("from live.metrics import precision\nhelp(precision)")
    expect(playground.output).to_contain_text("precision(*, tp: float")
    playground.run("data = [0] * 10**9")
    expect(playground.note).to_contain_text("Python ran out of memory and was ended. Your code is kept")
    playground.run("print(6 * 7)")
    expect(playground.output).to_have_text("42\n")


def test_output_is_capped_anew_for_each_run(playground: Playground) -> None:
    for _ in range(2):
        playground.run("for n in range(20_000):\n    print('line', n)\n")
        expect(playground.output).to_contain_text("Output stops here: 20,000 characters are shown.")
        assert 20_000 < len(playground.output.inner_text()) < 21_000


def test_code_and_choice_outlast_a_reload_and_a_reset_keeps_the_code(playground: Playground, saved: Saved) -> None:
    page = playground.page
    playground.write(MINE).box.get_by_label("Pyodide").check()
    playground.has_saved(MINE)
    page.reload()
    playground.has_text(MINE)
    expect(playground.box.get_by_label("Pyodide")).to_be_checked()
    assert saved(page, lambda: playground.press("Download")) == ("playground.py", MINE)
    playground.press("Reset")
    expect(playground.editor).to_contain_text("threshold = 0.5")
    expect(playground.note).to_contain_text("Another version of your code is stored")
    playground.press("Show the other version")
    playground.has_text(MINE)


def test_refused_storage_is_said_and_the_playground_works(page: Page, watched: Watched) -> None:
    watched.allowed.append("uncaught refused")  # PyScript's own attempt
    page.add_init_script(REFUSED)
    playground = Playground(page).open()
    expect(playground.note).to_contain_text("Download your code before you close this page.")
    playground.write("print(6 * 7)").run()
    expect(playground.output).to_have_text("42\n")


OF_PYODIDE = ["pyodide.asm.wasm", "python_stdlib.zip"]
FILES = ["core.js", "pyscript-worker.js", "session.py", "files.json", "micropython.wasm"]


@pytest.mark.parametrize("file", [*FILES, *OF_PYODIDE] if IS_THOROUGH else FILES)
def test_a_file_that_does_not_arrive_is_said_and_trying_again_works(page: Page, watched: Watched, file: str) -> None:
    watched.allowed += [file, "Failed to load resource", "wasm", "Aborted", "Failed to fetch", "standard library"]
    watched.allowed += [
        "failed to fetch",
        "falling back to ArrayBuffer",
        "Importing a module",
        "RuntimeError",
        "NetworkError",
        "both async and sync",
        "console warning: Error",  # Pyodide's, in Firefox
    ]
    playground = Playground(page).open(PYODIDE if file in OF_PYODIDE else "").write("print(6 * 7)")
    page.context.route(f"**/{file}*", blocked)
    playground.main.click()
    expect(playground.note).to_contain_text(
        "Python did not start because one of its files did not arrive.", timeout=STARTED_WITHIN
    )
    page.context.unroute(f"**/{file}*")
    playground.press("Try again")
    playground.has_text("print(6 * 7)")
    playground.run()
    expect(playground.output).to_have_text("42\n")


def test_an_editor_that_does_not_arrive_leaves_the_example_to_read(page: Page, watched: Watched) -> None:
    watched.allowed += ["code-editor", "Failed to load resource"]
    page.route("**/code-editor.js", blocked)
    page.goto(ADDRESS)
    playground = Playground(page)
    expect(playground.box.locator("[data-note=editor]:visible")).to_contain_text(
        "The editor did not load because its file did not arrive."
    )
    expect(playground.box.locator("[data-part=starter]")).to_have_text(STARTER)
    page.unroute("**/code-editor.js")
    playground.press("Try again")
    expect(playground.editor).to_be_visible()


def test_a_browser_without_webassembly_is_told_so(page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    playground = Playground(page).open()
    playground.main.click()
    expect(playground.note).to_contain_text("Python cannot start because this browser does not support WebAssembly.")
    playground.write("still = 1").has_text("still = 1")


def test_a_page_that_is_left_stops_python_and_keeps_the_code(playground: Playground) -> None:
    playground.write(LOOP.rstrip()).main.click()
    expect(playground.box).to_have_attribute("data-state", "running")
    playground.page.goto("labs/")
    playground.page.go_back()
    playground.has_text(LOOP.rstrip())
    expect(playground.box).to_have_attribute("data-state", "idle")


def test_by_keyboard_alone_on_a_phone_axe_finds_nothing(page: Page, axe_in_both_schemes: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    playground = Playground(page).open()
    assert axe_in_both_schemes(page) == [], "as it opens"
    playground.editor.focus()
    page.keyboard.press("ControlOrMeta+Enter")
    playground.has_ended()
    expect(playground.output).to_have_text(PRINTED)
    page.evaluate("() => scrollTo(0, 0)")  # what is half under the header is no small target
    assert axe_in_both_schemes(page, "live-playground") == [], "after a run"
    playground.editor.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1 / 0")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(playground.error).to_be_visible()
    assert axe_in_both_schemes(page, "live-playground") == [], "an error"
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    playground.editor.focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(playground.main).to_be_focused()


def test_the_example_can_be_read_without_scripts(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(ADDRESS)
    playground = Playground(page)
    assert playground.box.locator("[data-part=starter]").text_content() == STARTER
    assert playground.box.locator("button:visible, input:visible").count() == 0
    assert "Running code needs JavaScript" in playground.box.inner_text()
