"""Running code: start, stop, time limit, output, lines, and what is said when Python cannot start or go on."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.engines import LAB_ENGINE
from tests.browser.calculator import blocked, held, our_workers
from tests.browser.conftest import Watched
from tests.browser.labs.code_page import LOOP, STARTED_WITHIN
from tests.browser.labs.lab_page import LabPage
from tests.conftest import IS_THOROUGH
from tests.labs.folders import source

# each is fetched in a way of its own: as a module, as a package, as a text. Pyodide fetches the rest itself
FILES = ["pyodide.mjs", "*.whl", "harness.py"]
FILES += ["pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"] if IS_THOROUGH else []
PYTHON = re.compile(r"pyodide|\.whl|harness\.py|python_stdlib")

RAISES_LATER = """from js import setTimeout
from pyodide.ffi import create_proxy
def later():
    raise ValueError("later")
setTimeout(create_proxy(later), 0)
"""


@pytest.fixture
def failing(page: Page, watched: Watched) -> Page:
    watched.allowed += ["pyodide", "python_stdlib", "live_metrics", "harness", "Failed to load resource", "wasm"]
    watched.allowed += [
        "NetworkError",
        "code-editor",
        "installing the standard library",
        "Failed to fetch",
        "console warning: Error",
    ]
    return page


def test_python_loads_after_the_button_with_its_metrics_and_reaches_no_other_host(page: Page, watched: Watched) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    lab = LabPage(page).open()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if PYTHON.search(url)] == []
    assert lab.megabytes_to_load() == pytest.approx(6.4, abs=0.1)
    lab.start()
    names = {re.sub(r"-\d[\d.]*-", "-*-", url.rpartition("/")[2]) for url in asked if PYTHON.search(url)}
    assert names == {file.name.rpartition("/")[2] for file in LAB_ENGINE.files} | {"harness.py", "pyodide-worker.js"}
    watched.check()
    watched.allowed += ["CSP", "Content Security Policy", "Refused", "violates"]
    lab.run("from live.metrics import precision\nprint(precision(tp=40, fp=10))")
    expect(lab.output).to_have_text("0.8\n")
    lab.run("import numpy")
    expect(lab.error).to_contain_text("Labs have Python's standard library and the module live.")
    lab.run(
        "import js\n"
        "try:\n    js.eval('1')\n    print('ran')\nexcept Exception as error:\n    print('refused')\n"
        "promise = js.fetch('http://127.0.0.1:9/')\n"
        "asks = js.XMLHttpRequest.new()\n"
        f"asks.open('GET', '{lab.page.url}', False)\n"  # waits for its answer, behind that of the other request
        "asks.send()\nprint(asks.status)\n"
    )
    expect(lab.output).to_have_text("refused\n200\n")


def test_the_progress_of_a_slow_start_is_shown_and_it_can_be_stopped(page: Page) -> None:
    waiting = held(page, "**/python_stdlib.zip")
    lab = LabPage(page).open()
    lab.main.click()
    progress = lab.box.locator("[data-part=progress]")
    expect(progress).to_contain_text(re.compile(r"Loading Python: [1-5]\.\d of 6\.4 MB"))
    expect(lab.main).to_have_text("Starting Python", use_inner_text=True)
    lab.stop.click()
    expect(lab.note).to_contain_text("You stopped Python. Your code is kept.")
    expect(lab.main).to_have_text("Start Python (6.4 MB)", use_inner_text=True)
    assert waiting


def test_an_endless_loop_is_stopped_by_the_reader_or_after_ten_seconds_and_the_next_run_works(page: Page) -> None:
    page.clock.install()
    lab = LabPage(page).open().start().write("print('before')\n" + LOOP)
    lab.main.click()
    expect(lab.box).to_have_attribute("data-state", "running")
    expect(lab.output).to_have_text("before\n")
    lab.stop.click()
    expect(lab.note).to_contain_text("You stopped Python.")
    expect(lab.stop).to_be_focused()
    lab.is_ready()
    lab.write(LOOP)
    lab.main.click()
    expect(lab.box).to_have_attribute("data-state", "running")
    page.clock.fast_forward(10_001)
    expect(lab.note).to_contain_text("still running after 10 seconds and was stopped")
    lab.is_ready()
    lab.run("print(6 * 7)")
    expect(lab.output).to_have_text("42\n")
    expect(lab.note).to_have_count(0)
    lab.has_text("print(6 * 7)")


def test_output_is_capped_and_painted_once_a_frame_and_an_error_marks_the_readers_line(started: LabPage) -> None:
    lab = started
    lab.page.evaluate(
        """() => {
          window.paints = 0;
          window.frames = 0;
          const count = () => (window.frames++, requestAnimationFrame(count));
          requestAnimationFrame(count);
          const output = document.querySelector("[data-part=output]");
          new MutationObserver((changes) => (window.paints += changes.length)).observe(output, { childList: true });
        }"""
    )
    lab.run("for n in range(100_000):\n    print('line', n)\n")
    expect(lab.output).to_contain_text("Output stops here")
    assert len(lab.output.inner_text()) < 25_000
    # one to clear, one to show all at the end
    assert lab.page.evaluate("() => window.paints - window.frames") <= 3
    lab.run("def half(x):\n    return x / 0\n\n\nprint('first')\nhalf(2)\n")
    expect(lab.verdict).to_contain_text("Your code stopped with ZeroDivisionError in line 2, so the tests did not run.")
    expect(lab.error).to_contain_text('File "lab.py", line 6, in <module>')
    expect(lab.error).not_to_contain_text("harness")
    expect(lab.output).to_have_text("first\n")
    expect(lab.marked).to_have_text("    return x / 0")
    lab.error.get_by_role("button", name="Go to line 2").click()
    expect(lab.editor).to_be_focused()
    lab.page.keyboard.press("End")
    lab.page.keyboard.type("1")
    expect(lab.marked).to_have_count(0)
    lab.run("a = 1\nb = (2\n")
    expect(lab.verdict).to_contain_text("SyntaxError in line 2")
    expect(lab.marked).to_have_text("b = (2")
    functions = source(lab.item, "solution.py").partition("\nprint(")[0]
    lab.run(functions.replace("return tp / (tp + fp)", "return tp / nothing"))
    row = lab.test("test_precision")
    expect(row).to_contain_text("NameError")
    row.get_by_role("button", name="Go to line").click()
    expect(lab.marked).to_contain_text("return tp / nothing")


def test_exhausted_memory_and_a_crash_are_said_and_the_next_run_works(started: LabPage, watched: Watched) -> None:
    watched.allowed += ["Pyodide", "Aborted", "memory", "fatal error", "unreachable", "console error: Error"]
    lab = started
    for code, says in [("data = [0] * 10**9", "ran out of memory"), ("import os\nos.abort()", "crashed")]:
        lab.write(code)
        lab.main.click()
        expect(lab.note).to_contain_text(f"Python {says} and was restarted. Your code is kept.")
        lab.is_ready()
        lab.has_text(code)
        lab.run("print(6 * 7)")
        expect(lab.output).to_have_text("42\n")


def test_an_error_after_the_end_of_a_run_does_not_hang_the_next_one(started: LabPage, watched: Watched) -> None:
    watched.allowed += ["later", "PythonError"]
    lab = started
    with lab.page.expect_event("worker") as restarted:
        [ended] = our_workers(lab.page)
        with ended.expect_event("close"):
            lab.run(RAISES_LATER)
        lab.run("print(6 * 7)")
    assert restarted.value is not ended
    expect(lab.output).to_have_text("42\n")
    expect(lab.note).to_have_count(0)


def test_a_file_of_python_that_does_not_arrive_is_said_and_trying_again_works(failing: Page) -> None:
    lab = LabPage(failing).open().write("print(6 * 7)")
    for file in FILES:
        failing.context.route(f"**/{file}", blocked)
        lab.main.click()
        # a package is asked for once Python is there
        expect(lab.note).to_contain_text(
            "Python did not start because one of its files did not arrive.", timeout=STARTED_WITHIN
        )
        expect(lab.main).to_have_text(re.compile("^Start Python"), use_inner_text=True)
        failing.context.unroute(f"**/{file}")
    lab.press("Try again")
    lab.is_ready().run()
    expect(lab.output).to_have_text("42\n")


def test_an_editor_that_does_not_arrive_leaves_the_starter_to_read(failing: Page) -> None:
    failing.route("**/code-editor.js", blocked)
    failing.goto("labs/metrics-from-scratch/")
    lab = LabPage(failing)
    expect(lab.box.locator("[data-note=editor]:visible")).to_contain_text(
        "The editor did not load because its file did not arrive."
    )
    expect(lab.box.locator("[data-part=starter]")).to_contain_text("def count_outcomes(y_true, y_pred):")
    failing.unroute("**/code-editor.js")
    lab.press("Try again")
    expect(lab.editor).to_be_visible()
    expect(lab.note).to_have_count(0)


def test_a_lab_whose_script_does_not_arrive_says_so_and_trying_again_works(failing: Page, watched: Watched) -> None:
    watched.allowed.append("lab-editor")
    failing.route("**/lab-editor-*.js", blocked)
    failing.goto("labs/metrics-from-scratch/")
    lab = LabPage(failing)
    expect(lab.note).to_contain_text("The editor and the tests did not load because one of their files did not arrive.")
    expect(lab.main).to_be_hidden()
    failing.unroute("**/lab-editor-*.js")
    lab.press("Try again")
    expect(lab.editor).to_be_visible()
    expect(lab.note).to_have_count(0)


def test_a_browser_without_webassembly_is_told_so(page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    lab = LabPage(page).open()
    lab.main.click()
    expect(lab.note).to_contain_text("Python cannot start because this browser does not support WebAssembly.")
    lab.write("still = 1").has_text("still = 1")


def test_on_a_phone_the_verdict_leads_to_the_first_failed_test(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    lab = LabPage(page).open().start().run()
    expect(lab.verdict).to_contain_text("0 of 9 tests passed.")
    lab.press("Go to the first failed test")
    row = lab.box.locator("[data-test]").first
    expect(row).to_be_focused()
    message = row.locator("[data-part=message]")
    expect(message).to_be_in_viewport(ratio=1)
    foot, text = lab.box.locator("[data-part=foot]").bounding_box(), message.bounding_box()
    assert foot and text and (text["y"] + text["height"] <= foot["y"] or foot["y"] + foot["height"] <= text["y"])
