"""How soon a calculator is live, beside a bare MicroPython loader, and how long one change keeps the page busy.

On a busy machine the least is what the work takes; what is above it waited for others.
"""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.bench.rows import FILES, choose, million
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
    seen.observe(region, { childList: true, subtree: true, attributes: true, characterData: true });
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
CHANGES = """([name, texts]) => new Promise(async (done, fail) => {
  const busy = [];
  setTimeout(() => fail(new Error(`only ${busy.length} changes were done in five minutes`)), 300_000);
  const field = document.querySelector(`live-calculator [data-default][name=${name}]`);
  const regions = [...document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])")];
  for (const text of texts) {
    const placed = new Promise(say => {
      const seen = new MutationObserver(() => { seen.disconnect(); say(performance.now() - window.frameStart); });
      const all = { childList: true, subtree: true, attributes: true, characterData: true };
      for (const region of regions) seen.observe(region, all);
    });
    field.value = text;
    const before = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const listened = performance.now() - before;
    busy.push(listened + await placed);
    await new Promise(next => setTimeout(next, 20));
  }
  done(busy);
})"""
ROWS = 10_000
# calculator: its page, the field that is changed, a hundred texts for it
CHANGED = {
    "confusion_matrix": ("calculator/", "tp", [str(count) for count in range(10, 110)]),
    "threshold": ("contributing/threshold/", "threshold", [f"{share / 100:.2f}" for share in range(100)]),
    "regression": ("contributing/regression/", "forecast_by", [str(moved) for moved in range(1, 101)]),
    "bias_variance": ("contributing/bias_variance/", "noise", [f"{noise / 100:.2f}" for noise in range(1, 101)]),
}


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


def handler(browser: Browser, server: PagesServer, name: str, slower: int) -> list[float]:
    """Milliseconds that each of 100 changes kept the page busy; `slower`: the factor by which the CPU is slowed."""
    address, field, texts = CHANGED[name]
    page = opened(browser, server, address)
    page.set_default_timeout(60_000)
    if name in FILES:
        choose(page, FILES[name](ROWS))
    else:
        page.evaluate(OUR_START)
    page.evaluate(CHANGES, [field, texts[:20]])  # the runtime's own compiler has seen it all
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    spent = page.evaluate(CHANGES, [field, texts])
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
    for name in CHANGED:
        for slower, limit in [(1, 8), (4, 16)]:
            busy = handler(browser, server, name, slower)
            rows = f", {ROWS:,} rows" if name in FILES else ""
            what = f"handler of {name}{rows}, p95" + (f", CPU slowed {slower}x" if slower > 1 else "")
            told = f"{p95(busy):.1f} ms (median {median(busy):.1f}, least {min(busy):.1f})"
            lines.append(Line(what, told, f"<= {limit} ms", p95(busy) <= limit))
    return lines + million(browser, server)


def in_the_html(site: Path) -> tuple[str, str, bool]:
    found = "data-says" in (site / "calculator/index.html").read_text(encoding="utf-8")
    return ("in the HTML" if found else "not in the HTML"), "in the HTML", found
