"""How soon a calculator is live, beside a bare MicroPython loader that runs a program of two lines.

From navigation: the same page in a new browser process each time, once as it is (a field is touched as soon as the
element is defined) and once with the calculator's script replaced by the loader. And from the first touch of a
calculator in view on a page at rest, which is what a reader waits for who has read the text above.
"""

from statistics import median

from playwright.sync_api import Browser, Page

from tests.bench.table import Line, spread
from tests.browser.conftest import FLAGS
from tests.browser.engines import executable
from tests.browser.pages_server import PagesServer

SETTLING = 800  # ms in which a browser that was just started is busy with itself; a reader's has been running
PAGE, BARE_PAGE, EMPTY_PAGE = "calculator/", "calculator-bare/", "bare/"
EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><p data-says>loading</p></html>'
SCRIPT, BARE_SCRIPT = "assets/calculator/define.js", "assets/calculator/bare.js"
BARE = """const base = new URL("../generated/", import.meta.url);
const { loadMicroPython } = await import(new URL("mpy/micropython.mjs", base).href);
const python = await loadMicroPython({ url: new URL("mpy/micropython.wasm", base).href });
python.runPython("def precision(tp, fp):\\n    return tp / (tp + fp)");
document.querySelector("[data-says]").textContent = python.globals.get("precision")(40, 10);
window.shown?.(performance.now());
"""
TOUCH = """() => {
  const field = document.querySelector("live-calculator input[data-default]");
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  field.value = Number(field.value) + 1;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
# When a region first changed, since navigation: nothing changes before Python has answered. The loader may be done
# before the page is, so it tells itself.
WATCH = """window.live = new Promise((done, fail) => {
  window.shown = done;
  setTimeout(() => fail(new Error("no number within half a minute")), 30_000);
  customElements.whenDefined("live-calculator").then(() => {
    const seen = new MutationObserver(() => done(performance.now()));
    for (const region of document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])"))
      seen.observe(region, { childList: true, subtree: true, attributes: true, characterData: true });
    (TOUCH)();
  });
});""".replace("TOUCH", TOUCH)
TOUCH_TO_LIVE = f"""async () => {{
  const start = performance.now();
  const region = document.querySelector("live-calculator [data-says=result]");
  const live = new Promise(done => new MutationObserver(() => done(performance.now() - start))
    .observe(region, {{ childList: true, subtree: true, characterData: true }}));
  ({TOUCH})();
  return await live;
}}"""
BARE_TO_LIVE = """async () => {
  const start = performance.now();
  await import("../assets/calculator/bare.js");
  return performance.now() - start;
}"""


def opened(
    browser: Browser, server: PagesServer, address: str, watch: str = "", height: int = 200, settling: int = 0
) -> Page:
    """A page in a context of its own; by default so low that the calculator is below the fold.

    settling: ms between the new page and its navigation.
    """
    context = browser.new_context(
        base_url=server.url, service_workers="block", viewport={"width": 1280, "height": height}
    )
    page = context.new_page()
    if watch:
        page.add_init_script(watch)
    page.wait_for_timeout(settling)
    page.goto(address)
    return page


def since_navigation(browser: Browser, server: PagesServer, address: str) -> float:
    """Milliseconds from navigation to the first number, in a new process of that browser, once it has settled."""
    fresh = browser.browser_type.launch(executable_path=executable(), args=FLAGS)
    try:
        return float(opened(fresh, server, address, WATCH, 900, SETTLING).evaluate("() => window.live"))
    finally:
        fresh.close()


def since_touch(browser: Browser, server: PagesServer, address: str) -> float:
    """Milliseconds from the first touch to the first number, in a fresh context of a browser that runs."""
    page = opened(browser, server, address, height=900)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLING)
    spent = page.evaluate(TOUCH_TO_LIVE if address == PAGE else BARE_TO_LIVE)
    page.context.close()
    return float(spent)


def measure(browser: Browser, server: PagesServer, rounds: int) -> list[Line]:
    write(server)
    ratios, theirs, ours = pairs(since_navigation, (browser, server), (PAGE, BARE_PAGE), rounds)
    touched, bare, live = pairs(since_touch, (browser, server), (PAGE, EMPTY_PAGE), rounds)
    return [
        Line("navigation to live, over a bare loader", spread(ratios), "<= 1.3", median(ratios) <= 1.3),
        Line("  bare loader / ours, ms", f"{spread(theirs, '{:.0f}')} / {spread(ours, '{:.0f}')}"),
        Line("  touch to live on a page at rest, over a bare loader", spread(touched)),
        Line("  bare loader / ours, ms", f"{spread(bare, '{:.0f}')} / {spread(live, '{:.0f}')}"),
    ]


def write(server: PagesServer) -> None:
    """Beside the page: its copy with the loader, and one that holds nothing."""
    page = (server.site / PAGE / "index.html").read_text(encoding="utf-8")
    assert page.count(SCRIPT) == 1
    for address, text in ((BARE_PAGE, page.replace(SCRIPT, BARE_SCRIPT)), (EMPTY_PAGE, EMPTY)):
        (server.site / address).mkdir(exist_ok=True)
        (server.site / address / "index.html").write_text(text, encoding="utf-8")
    (server.site / BARE_SCRIPT).write_text(BARE, encoding="utf-8")


def pairs(way, where: tuple, addresses: tuple, rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Ratios, of the second page and of the first: so many, in turn; one more is discarded."""
    ours, theirs = [], []
    for turn in range(rounds + 1):
        took = {address: way(*where, address) for address in (addresses if turn % 2 else addresses[::-1])}
        ours.append(took[addresses[0]])
        theirs.append(took[addresses[1]])
    return [here / there for here, there in zip(ours[1:], theirs[1:], strict=True)], theirs[1:], ours[1:]
