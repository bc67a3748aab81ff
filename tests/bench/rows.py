"""Files of predictions for a calculator, and what a million rows take, beside scikit-learn on the same rows."""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from macros.live import threshold_sweep
from macros.live.calculators import threshold
from macros.live.fields import fields_with_data_selects
from tests.bench.table import Line
from tests.browser.pages_server import PagesServer

MILLION = 1_000_000
PATIENCE = 300_000  # ms: the machine may be busy
# The worker of the page gets the requests that the page would send: it reads the file, then the time is taken from its
# columns until the area is known. It reports progress every 200 ms, so some of the work that follows is in the time.
AUC = """async ([file, texts, known]) => {
  const asset = name => new URL(`../assets/${name}`, location).href;
  const code = `import ${JSON.stringify(asset("calculator/worker.js"))}`;
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
  let last = 0;
  const request = (name, content, onReport = () => {}) => new Promise((done, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data: { report, result, error } }) =>
      report ? onReport(report) : error ? fail(new Error(error.message)) : done(result);
    worker.postMessage({ id: ++last, name, content });
  });
  const call = (name, given, onReport) => request("run", { module: "worker", function: name, given }, onReport);
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  const firstJob = { module: "worker", function: "open_calculator", given: ["threshold"] };
  await request("start", { modules: asset("generated/live/threshold.bin"), firstJob });
  await request("readFile", { bytes, datasetName: "own1" });
  await call("use_file", ["own1"]);
  const start = performance.now();
  let took = 0;
  const answer = await call("answer", [JSON.stringify({ texts, own: ["own1"] })], ({ progress }) => {
    if (!took && progress >= known) took = performance.now() - start;
  });
  return [took, performance.now() - start, JSON.stringify(answer)];
}"""


def scores(count: int) -> str:
    """A file of labels and scores, three in ten positive."""
    dice = random.Random(1)
    lines = []
    for _ in range(count):
        positive = dice.random() < 0.3
        lines.append(f"{int(positive)},{min(1, max(0, dice.gauss(0.6 if positive else 0.4, 0.2))):.6f}")
    return "y_true,y_score\n" + "\n".join(lines) + "\n"


def amounts(count: int) -> str:
    """A file of true amounts and forecasts."""
    dice = random.Random(1)
    lines = [f"{true:.3f},{true + dice.gauss(0, 40):.3f}" for true in (dice.gauss(150, 70) for _ in range(count))]
    return "y_true,y_pred\n" + "\n".join(lines) + "\n"


FILES: dict[str, Callable[[int], str]] = {"threshold": scores, "regression": amounts}


def choose(page: Page, text: str) -> float:
    """Chooses the file as a reader does; seconds until its result is shown."""
    page.locator("[data-own] summary").click()
    page.wait_for_timeout(2_000)  # Python starts meanwhile
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "rows.csv")
        file.write_text(text, encoding="utf-8")
        start = time.monotonic()
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-says=about]")).to_have_text("Your own predictions.", timeout=PATIENCE)
        return time.monotonic() - start


def peak(browser: Browser) -> float:
    """Megabytes that the largest process of the browser ever held; 0 where /proc does not tell."""
    session = browser.new_browser_cdp_session()
    held = [0.0]
    for process in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        try:
            status = Path(f"/proc/{process['id']}/status").read_text(encoding="utf-8")
        except OSError:
            continue
        held.append(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
    return max(held)


def million(browser: Browser, server: PagesServer) -> list[Line]:
    import numpy as np
    from sklearn.metrics import roc_auc_score

    text = scores(MILLION)
    page = browser.new_context(base_url=server.url, service_workers="block").new_page()
    page.goto("contributing/threshold/", wait_until="networkidle")
    seconds = choose(page, text)
    memory = peak(browser)
    (server.site / "bare/million.csv").write_text(text, encoding="utf-8")
    page.goto("bare/")
    texts = {field["name"]: str(field["default"]) for field in fields_with_data_selects(threshold, ["own1"])}
    spent, whole, answer = page.evaluate(AUC, ["million.csv", texts | {"data": "own1"}, threshold_sweep.COMPARED])
    rows = np.loadtxt(text.splitlines()[1:], delimiter=",")
    assert f"AUC {roc_auc_score(rows[:, 0], rows[:, 1]):.3f}" in answer
    page.context.close()
    theirs = []
    for _ in range(3):
        start = time.monotonic()
        roc_auc_score(rows[:, 0], rows[:, 1])
        theirs.append(1000 * (time.monotonic() - start))
    ratio = spent / min(theirs)
    return [
        Line("1,000,000 rows: AUC in a worker, over scikit-learn", f"{ratio:.1f} ({spent:.0f} / {min(theirs):.0f} ms)"),
        Line("  all that the figures need, from the same columns", f"{whole / 1000:.1f} s"),
        Line("  file chosen to all figures of threshold", f"{seconds:.1f} s"),
        Line("  most memory of a process", f"{memory:.0f} MB"),
    ]  # fmt: skip
