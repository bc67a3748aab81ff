"""How soon a calculator is live, beside a bare MicroPython loader, and how long one change keeps the page busy."""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.bench.table import Line, p95, spread
from tests.browser.pages_server import PagesServer

BARE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><p id="says">loading</p></html>'
BARE_START = """async () => {
  const start = performance.now();
  const { loadMicroPython } = await import("../assets/generated/mpy/micropython.mjs");
  const python = await loadMicroPython({ url: new URL("../assets/generated/mpy/micropython.wasm", location).href });
  python.runPython("def precision(tp, fp):\\n    return tp / (tp + fp)");
  document.getElementById("says").textContent = python.globals.get("precision")(40, 10);
  return performance.now() - start;
}"""
OUR_START = """() => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("no result within ten seconds")), 10_000);
  const field = document.querySelector("live-calculator input[data-default]");
  const seen = new MutationObserver(() => done(performance.now() - start));
  for (const region of document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])"))
    seen.observe(region, { childList: true });
  const start = performance.now();
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  field.value = Number(field.value) + 1;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
# The element answers in the next frame. Busy time: the listeners, and from the start of that frame's callback until
# everything was put in its place (a mutation observer runs right after that).
WATCH_FRAMES = """const frame = requestAnimationFrame;
window.frameStart = 0;
window.requestAnimationFrame = call => frame(time => { window.frameStart = performance.now(); call(time); });"""
CHANGES = """count => new Promise(async (done, fail) => {
  setTimeout(() => fail(new Error("not done within a minute")), 60_000);
  const field = document.querySelector("live-calculator input[data-default]");
  const regions = [...document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])")];
  const busy = [];
  for (let turn = 0; turn < count; turn++) {
    const placed = new Promise(say => {
      const seen = new MutationObserver(() => { seen.disconnect(); say(performance.now() - window.frameStart); });
      for (const region of regions) seen.observe(region, { childList: true });
    });
    field.value = 10 + turn;
    const before = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const listened = performance.now() - before;
    busy.push(listened + await placed);
    await new Promise(next => setTimeout(next, 20));
  }
  done(busy);
})"""


def opened(browser: Browser, server: PagesServer, address: str) -> Page:
    """A page in a context of its own, loaded and at rest; so low that the calculator is below the fold."""
    context = browser.new_context(base_url=server.url, service_workers="block", viewport={"width": 1280, "height": 200})
    page = context.new_page()
    page.add_init_script(WATCH_FRAMES)
    page.goto(address, wait_until="networkidle")
    return page


def start(browser: Browser, server: PagesServer, address: str, program: str) -> float:
    """Milliseconds from the first touch to the first result, in a fresh context."""
    page = opened(browser, server, address)
    spent = page.evaluate(program)
    page.context.close()
    return float(spent)


def handler(browser: Browser, server: PagesServer, slower: int) -> list[float]:
    """Milliseconds that each of 100 changes kept the page busy; `slower`: the factor by which the CPU is slowed."""
    page = opened(browser, server, "calculator/")
    page.evaluate(OUR_START)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    spent = page.evaluate(CHANGES, 100)
    page.context.close()
    return [float(one) for one in spent]


def measure(browser: Browser, server: PagesServer, rounds: int) -> list[Line]:
    bare = server.site / "bare/index.html"
    bare.parent.mkdir(exist_ok=True)
    bare.write_text(BARE)
    pairs = []
    for turn in range(rounds + 1):
        ways = [("calculator/", OUR_START), ("bare/", BARE_START)]
        took = {way[0]: start(browser, server, *way) for way in (ways if turn % 2 else ways[::-1])}
        pairs.append((took["calculator/"], took["bare/"]))
    ours, theirs = zip(*pairs[1:], strict=True)
    ratios = [here / there for here, there in pairs[1:]]
    lines = [
        Line("first number of a calculator", *in_the_html(server.site)),
        Line("touch to live, over a bare loader", spread(ratios), "<= 1.15", median(ratios) <= 1.15),
        Line("  bare loader, ms", spread(theirs, "{:.0f}")),
        Line("  ours, ms", spread(ours, "{:.0f}")),
    ]
    for slower, limit in [(1, 8), (4, 16)]:
        busy = handler(browser, server, slower)
        what = "handler with figure, p95" + (f", CPU slowed {slower}x" if slower > 1 else "")
        lines.append(
            Line(what, f"{p95(busy):.1f} ms (median {median(busy):.1f})", f"<= {limit} ms", p95(busy) <= limit)
        )
    return lines


def in_the_html(site: Path) -> tuple[str, str, bool]:
    found = "data-says" in (site / "calculator/index.html").read_text(encoding="utf-8")
    return ("in the HTML" if found else "not in the HTML"), "in the HTML", found
