"""The metrics in the browser's own MicroPython, on a page and under its policy: the same answers as scikit-learn's."""

import json
from pathlib import Path

from playwright.sync_api import Page

from macros.staging.calculator_bundles import browser_python_sources
from tests.live.cases import DRAWN, VECTORS, calls, wrong_cases, wrong_vectors

ROOT = Path(__file__).parents[2]
LIVE = ROOT / "tests/live"
PROGRAM = 'import sys\nsys.path.append("/lib")\nROOM = "live"\n' + (LIVE / "run_vectors.py").read_text(encoding="utf-8")
RUN = """async ([calls, program, live]) => {
  const here = new URL("../../assets/generated/", location);
  const { loadMicroPython } = await import(new URL("mpy/micropython.mjs", here));
  const python = await loadMicroPython({ url: new URL("mpy/micropython.wasm", here).href });
  for (const path in live) {
    python.FS.mkdirTree(("/lib/" + path).replace(/\\/[^/]*$/, ""));
    python.FS.writeFile("/lib/" + path, live[path]);
  }
  python.globals.set("CALLS", calls);
  python.runPython(program);
  return python.globals.get("ANSWERS");
}"""


def test_every_vector_and_drawn_case_gives_the_same_in_the_browser(page: Page):
    page.goto("metrics/confusion-matrix/")
    answers = json.loads(page.evaluate(RUN, [json.dumps(calls()), PROGRAM, browser_python_sources(ROOT)]))
    assert len(answers) == len(VECTORS) + len(DRAWN) > 800
    assert [*wrong_vectors(answers), *wrong_cases(answers)] == []
