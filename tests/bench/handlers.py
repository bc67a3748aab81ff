"""How long one change of a field keeps the page busy, how long its result takes, and which frames are skipped.

Busy is what the page itself does: the listeners, the callback of the next frame, and writing the result into the page.
Python works in the worker; "to placed" is the time until the result is there, which is what a reader waits. The
calculator is in sight, so what changes is painted as well. On a busy machine the least is what the work takes; what is
above it waited for others. Frames are skipped at rest, too.
"""

from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests.bench.rows import FILES, choose
from tests.bench.starts import opened
from tests.bench.table import Line, p95
from tests.browser.pages_server import PagesServer

# began: when what runs now did; spent: what ran before it for the same change
WATCH = """const frame = requestAnimationFrame, bench = (window.bench = { began: 0, spent: 0 });
const begin = () => { bench.began = performance.now(); }, wait = setTimeout;
window.requestAnimationFrame = call => frame(time => { begin(); call(time); });
window.setTimeout = (call, ...given) => wait(() => { begin(); call(); }, ...given);
bench.pause = () => new Promise(next => frame(() => frame(() => frame(() => wait(next, 4)))));
window.Worker = class extends Worker {
  constructor(...given) { super(...given); this.addEventListener("message", begin); }
  postMessage(...given) {
    super.postMessage(...given);
    bench.spent += performance.now() - bench.began;
    begin();
  }
};
bench.count = () => {
  const usual = 1000 / 60;
  let skipped = 0, last = 0, going = true;
  const next = time => {
    if (last && time - last > 1.5 * usual) skipped += Math.round((time - last) / usual) - 1;
    last = time;
    if (going) frame(next);
  };
  frame(next);
  return () => { going = false; return skipped; };
};"""
AT_REST = "async ms => { const stop = bench.count(); await new Promise(next => setTimeout(next, ms)); return stop(); }"
CHANGES = """([name, texts]) => new Promise(async (done, fail) => {
  const busy = [], waited = [], first = performance.now(), stop = bench.count();
  setTimeout(() => fail(new Error(`only ${busy.length} changes were done in five minutes`)), 300_000);
  const field = document.querySelector(`live-calculator [data-default][name=${name}]`);
  const regions = [...document.querySelectorAll("live-calculator :is([data-says], [data-rows], [data-figure])")];
  for (const text of texts) {
    const parts = [];
    let seen;
    const placed = new Promise(say => {
      seen = new MutationObserver(() => { parts.push(performance.now() - bench.began); say(performance.now()); });
      const all = { childList: true, subtree: true, attributes: true, characterData: true };
      for (const region of regions) seen.observe(region, all);
    });
    field.value = text;
    const before = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const listened = performance.now() - before;
    bench.spent = 0;
    waited.push(await placed - before);
    for (let known = 0; known < parts.length;) {
      known = parts.length;
      await bench.pause();
    }
    seen.disconnect();
    busy.push(listened + bench.spent + parts.reduce((sum, part) => sum + part));
  }
  done({ busy, waited, skipped: stop(), took: performance.now() - first });
})"""
ROWS = 10_000
LIMIT = 16  # ms
# calculator: its page, the field that is changed, a hundred texts for it
CHANGED = {
    "confusion_matrix": ("calculator/", "tp", [str(count) for count in range(10, 110)]),
    "threshold": ("contributing/threshold/", "threshold", [f"{share / 100:.2f}" for share in range(100)]),
    "regression": ("contributing/regression/", "forecast_by", [str(moved) for moved in range(1, 101)]),
    "bias_variance": ("contributing/bias_variance/", "noise", [f"{noise / 100:.2f}" for noise in range(1, 101)]),
    "inference_options": ("contributing/inference_options/", "payload", [str(payload) for payload in range(1, 101)]),
}


def handler(browser: Browser, server: PagesServer, name: str) -> dict[str, Any]:
    """Of 100 changes: ms `busy` and `waited`, frames `skipped`; `rest`: skipped in as long a time without changes.

    20 changes before them let the browser compile everything.
    """
    address, field, texts = CHANGED[name]
    page = opened(browser, server, address, WATCH, 900)
    page.wait_for_load_state("networkidle")
    page.set_default_timeout(60_000)
    if name in FILES:
        choose(page, FILES[name](ROWS))
    page.locator(f"live-calculator [data-default][name={field}]").evaluate("field => field.scrollIntoView()")
    page.evaluate(CHANGES, [field, texts[-20:]])
    page.wait_for_timeout(1_000)
    found: dict[str, Any] = page.evaluate(CHANGES, [field, texts])
    page.wait_for_timeout(1_000)
    rest = page.evaluate(AT_REST, found["took"])
    page.context.close()
    return {**found, "rest": rest}


def measure(browser: Browser, server: PagesServer) -> list[Line]:
    return [line for name in CHANGED for line in lines(browser, server, name)]


def lines(browser: Browser, server: PagesServer, name: str) -> list[Line]:
    found = handler(browser, server, name)
    busy, waited = found["busy"], found["waited"]
    what = name + (f", {ROWS:,} rows" if name in FILES else "")
    times = f"{p95(busy):.1f} ms (median {median(busy):.1f}, least {min(busy):.1f}); to placed {median(waited):.0f} ms"
    skipped = f"{found['skipped']} (at rest as long: {found['rest']})"
    return [
        Line(f"handler of {what}, p95", times, f"<= {LIMIT} ms", p95(busy) <= LIMIT),
        Line("  frames skipped in 100 changes", skipped),
    ]
