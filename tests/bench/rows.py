"""Files of predictions for a calculator, and what a million rows take, beside scikit-learn on the same rows."""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.bench.table import Line
from tests.browser.pages_server import PagesServer

MILLION = 1_000_000
PATIENCE = 300_000  # ms: the machine may be busy
AUC_ALONE = """async ([pos, neg]) => {
  const here = new URL("../assets/generated/", location);
  const { loadMicroPython } = await import(`${here}mpy/micropython.mjs`);
  const python = await loadMicroPython({ url: `${here}mpy/micropython.wasm` });
  const bundle = new Uint8Array(await (await fetch(`${here}live/threshold.bin`)).arrayBuffer());
  let at = bundle.indexOf(10) + 1;
  for (const [path, size] of JSON.parse(new TextDecoder().decode(bundle.subarray(0, at)))) {
    python.FS.mkdirTree(`/lib/${path}`.replace(/\\/[^/]*$/, ""));
    python.FS.writeFile(`/lib/${path}`, bundle.subarray(at, (at += size)));
  }
  for (const name of ["pos", "neg"])
    python.FS.writeFile(`/${name}`, new Uint8Array(await (await fetch(`${name}.bin`)).arrayBuffer()));
  python.runPython(`
import array
from live.arithmetic import ascending
from live.metrics.ranking import ranked_classes, area
def column(path, n):
    floats = array.array("d", bytearray(8 * n))
    with open(path, "rb") as file:
        file.readinto(floats)
    return list(floats)
rows = {}
def bring(pos, neg):
    rows["pos"], rows["neg"] = column("/pos", pos), column("/neg", neg)
def auc():
    return area(ranked_classes(ascending(rows["pos"]), ascending(rows["neg"])))
`);
  python.globals.get("bring")(pos, neg);
  const auc = python.globals.get("auc");
  const start = performance.now();
  const found = auc();
  return [performance.now() - start, found];
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
    page.wait_for_timeout(2_000)  # engine and worker start meanwhile
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "rows.csv")
        file.write_text(text, encoding="utf-8")
        start = time.monotonic()
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-says=about]")).to_have_text("Your own numbers.", timeout=PATIENCE)
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
    rows = np.loadtxt(text.splitlines()[1:], delimiter=",")
    sides = {"pos": rows[rows[:, 0] == 1, 1], "neg": rows[rows[:, 0] == 0, 1]}
    for name, side in sides.items():
        (server.site / "bare" / f"{name}.bin").write_bytes(side.tobytes())
    page.goto("bare/")
    spent, auc = page.evaluate(AUC_ALONE, [len(side) for side in sides.values()])
    assert abs(auc - roc_auc_score(rows[:, 0], rows[:, 1])) < 1e-12
    page.context.close()
    theirs = []
    for _ in range(3):
        start = time.monotonic()
        roc_auc_score(rows[:, 0], rows[:, 1])
        theirs.append(1000 * (time.monotonic() - start))
    ratio = spent / min(theirs)
    return [
        Line("1,000,000 rows: AUC alone, over scikit-learn", f"{ratio:.1f} ({spent:.0f} / {min(theirs):.0f} ms)",
             "<= 5", ratio <= 5),
        Line("  file chosen to all figures of threshold", f"{seconds:.1f} s"),
        Line("  most memory of a process", f"{memory:.0f} MB"),
    ]  # fmt: skip
