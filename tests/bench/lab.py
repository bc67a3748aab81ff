"""A lab: how soon Python is ready beside a bare Pyodide in a worker, a second run, memory, and what comes before it."""

import re
from statistics import median

from playwright.sync_api import Browser, Page

from macros.engines import LAB_ENGINE
from tests.bench.starts import EMPTY, pairs
from tests.bench.table import Line, spread
from tests.browser.pages_server import PagesServer

PAGE, BARE_PAGE = "labs/metrics-from-scratch/", "bare-lab/"
WORKER = "assets/running/bare-worker.js"
BARE_WORKER = """const { loadPyodide } = await import("../generated/pyodide/pyodide.mjs");
await loadPyodide({ indexURL: new URL("../generated/pyodide/", import.meta.url).href });
postMessage("ready");
"""
PYTHON = re.compile(r"pyodide|\.whl|harness\.py|python_stdlib")
BARE_START = """() => new Promise(done => {
  const start = performance.now();
  const worker = new Worker("../assets/running/bare-worker.js", { type: "module" });
  worker.onmessage = () => done(performance.now() - start);
})"""
# from a press of the button until its state is the one that is waited for
PRESS = """state => new Promise(done => {
  const lab = document.querySelector("lab-editor");
  const start = performance.now();
  const seen = new MutationObserver(() => {
    if (lab.dataset.state !== state) return;
    seen.disconnect();
    done(performance.now() - start);
  });
  seen.observe(lab, { attributes: true, attributeFilter: ["data-state"] });
  lab.querySelector("[data-do=main]").click();
})"""
HEAP = "import pyodide_js\nprint(len(pyodide_js._module.HEAPU8))"
PASTE = """(content, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def measure(browser: Browser, server: PagesServer, rounds: int) -> list[Line]:
    write(server)
    ratios, theirs, ours = pairs(since_press, (browser, server), (PAGE, BARE_PAGE), rounds)
    early, second, heap = in_one_visit(browser, server)
    shown = f"{LAB_ENGINE.download_bytes / 1e6:.2f} MB"
    return [
        Line("lab: button to Python ready, over a bare Pyodide", spread(ratios), "<= 1.15", median(ratios) <= 1.15),
        Line("  bare Pyodide / ours, ms", f"{spread(theirs, '{:.0f}')} / {spread(ours, '{:.0f}')}"),
        Line("  bytes of Python before the button", f"{early:,}", "0", early == 0),
        Line("  download of a start", shown),
        Line("  second run of a lab, ms", f"{second:.0f}"),
        Line("  memory of Python after it, MB", f"{heap / 1e6:.0f}"),
    ]


def write(server: PagesServer) -> None:
    """A page that holds nothing, and a worker that starts Pyodide and does no more."""
    (server.site / BARE_PAGE).mkdir(exist_ok=True)
    (server.site / BARE_PAGE / "index.html").write_text(EMPTY, encoding="utf-8")
    (server.site / WORKER).write_text(BARE_WORKER, encoding="utf-8")


def since_press(browser: Browser, server: PagesServer, address: str) -> float:
    """Milliseconds until Python is ready, in a fresh context of a browser that runs."""
    page = opened(browser, server, address)
    spent = page.evaluate(BARE_START) if address == BARE_PAGE else page.evaluate(PRESS, "ready")
    page.context.close()
    return float(spent)


def opened(browser: Browser, server: PagesServer, address: str) -> Page:
    page = browser.new_context(base_url=server.url, service_workers="block").new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def in_one_visit(browser: Browser, server: PagesServer) -> tuple[int, float, int]:
    """Bytes of Python before the button is pressed, milliseconds of a second run, bytes of memory then."""
    page = browser.new_context(base_url=server.url, service_workers="block").new_page()
    early: list[bytes] = []
    page.context.on("response", lambda answer: PYTHON.search(answer.url) and early.append(answer.body()))
    page.goto(PAGE)
    page.wait_for_load_state("networkidle")
    before = sum(map(len, early))
    page.evaluate(PRESS, "ready")
    page.evaluate(PRESS, "ready")
    second = float(page.evaluate(PRESS, "ready"))
    page.locator(".cm-content").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.locator(".cm-content").evaluate(PASTE, HEAP)
    page.evaluate(PRESS, "ready")
    heap = int(page.locator("[data-part=output]").inner_text())
    page.context.close()
    return before, second, heap
