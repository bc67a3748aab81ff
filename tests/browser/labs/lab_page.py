"""A lab on the built site, by what a reader calls its parts, and the hands of a test."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.items.stored import READ
from tests.conftest import ROOT

FOLDER = ROOT / "docs/labs"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
FIRST = "metrics-from-scratch"
LESSON = "metrics/precision-and-recall/"
LOOP = "n = 0\nwhile True:\n    n += 1\n"
# what a keyboard sends for typed text; no driver pastes in every browser
TYPE = """(content, data) => content.dispatchEvent(
  new InputEvent("beforeinput", { inputType: "insertText", data, bubbles: true, cancelable: true }))"""
# a loop of its own: wait_for_function takes the promise of an async function for true
WAIT_UNTIL_STORED = f"""async (draft) => {{
  const isStored = async () => (await ({READ})("drafts"))
    .some(row => Object.entries(draft).every(([name, value]) => row[name] === value));
  for (let tries = 0; !(await isStored()); tries += 1) {{
    if (tries === 300) throw new Error(`not stored: ${{JSON.stringify(draft)}}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }}
}}"""
STARTED_WITHIN = 60_000  # ms: Python of 6 MB on a busy machine


def source(lab: str, file: str) -> str:
    """The text of one of a lab's files."""
    return (FOLDER / lab / file).read_text(encoding="utf-8")


class LabPage:
    """The lab of a page. Opening it starts no Python."""

    def __init__(self, page: Page, name: str = FIRST) -> None:
        self.page, self.name = page, name
        self.box = page.locator("lab-editor")
        self.editor = self.box.locator(".cm-content")
        self.main = self.box.locator("[data-do=main]")
        self.stop = self.box.get_by_role("button", name="Stop")
        self.verdict = self.box.locator("p[data-says]:visible")
        self.note = self.box.locator("[data-note]:visible")
        self.output = self.box.locator("[data-part=output]")
        self.error = self.box.locator("[data-part=error]")
        self.marked = self.box.locator(".cm-line.cm-marked")
        self.done = self.box.locator("[data-part=done]")
        self.hints = self.box.locator("[data-part=hint]:visible")
        self.comparison = self.box.locator("[data-part=comparison]")

    def open(self) -> LabPage:
        self.page.goto(f"labs/{self.name}/")
        expect(self.editor).to_be_visible()
        return self

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=name).click()

    def start(self) -> LabPage:
        self.main.click()
        return self.is_ready()

    def is_ready(self) -> LabPage:
        """Python has started, or has ended the code that it ran."""
        expect(self.box).to_have_attribute("data-state", "ready", timeout=STARTED_WITHIN)
        return self

    def write(self, code: str) -> LabPage:
        """Replaces the code in the editor, which is not empty, as if it were typed over all of it."""
        self.editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.editor.evaluate(TYPE, code)
        return self

    def run(self, code: str | None = None) -> LabPage:
        """Runs the code that is there, or this one, until it has ended."""
        if code is not None:
            self.write(code)
        self.main.click()
        return self.is_ready()

    def test(self, name: str) -> Locator:
        """The row of a test, by the name of its function."""
        return self.box.locator(f'[data-test="{name}"]')

    def has_text(self, code: str) -> None:
        """The editor holds this code, which is short enough to be in view."""
        expect(self.editor.locator(".cm-line")).to_have_text(code.split("\n"))

    def has_saved(self, code: str, hints: int) -> None:
        """This code and this number of open hints are stored by now."""
        self.page.evaluate(WAIT_UNTIL_STORED, {"item": self.name, "code": code, "hints": hints})

    @staticmethod
    def size_on(button: Locator) -> float:
        """The megabytes that a button names."""
        found = re.search(r"\(([\d.]+) MB\)", button.inner_text())
        assert found
        return float(found[1])
