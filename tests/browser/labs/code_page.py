"""What a lab and the playground have in common: their parts, named as readers know them, and how to use them."""

import re
from typing import Self

from playwright.sync_api import Page, expect

from tests.browser.items.stored import READ

LOOP = "n = 0\nwhile True:\n    n += 1\n"
# what a keyboard sends for typed text; no driver pastes in every browser
TYPE = """(content, data) => content.dispatchEvent(
  new InputEvent("beforeinput", { inputType: "insertText", data, bubbles: true, cancelable: true }))"""
# a loop of its own: wait_for_function treats the promise of an async function as true
WAIT_UNTIL_STORED = f"""async (draft) => {{
  const isStored = async () => (await ({READ})("drafts"))
    .some(row => Object.entries(draft).every(([name, value]) => row[name] === value));
  for (let tries = 0; !(await isStored()); tries += 1) {{
    if (tries === 300) throw new Error(`not stored: ${{JSON.stringify(draft)}}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }}
}}"""
STARTED_WITHIN = 60_000  # ms: Python of 6 MB on a busy machine


class CodePage:
    """A page with code to run. Opening it starts no Python."""

    def __init__(self, page: Page, *, element: str, address: str, item: str) -> None:
        """item: the name of its code in the record."""
        self.page, self.address, self.item = page, address, item
        self.box = page.locator(element)
        self.editor = self.box.locator(".cm-content")
        self.main = self.box.locator("[data-do=main]")
        self.stop = self.box.get_by_role("button", name="Stop")
        self.verdict = self.box.locator("p[data-says]:visible")
        self.note = self.box.locator("[data-note]:visible")
        self.output = self.box.locator("[data-part=output]")
        self.error = self.box.locator("[data-part=error]")
        self.marked = self.box.locator(".cm-line.cm-marked")

    def open(self, fragment: str = "") -> Self:
        self.page.goto(self.address + fragment)
        expect(self.editor).to_be_visible()
        return self

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=name).click()

    def write(self, code: str) -> Self:
        """Replaces the code in the editor, which is not empty, as if it were typed over all of it."""
        self.editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.editor.evaluate(TYPE, code)
        return self

    def run(self, code: str | None = None) -> Self:
        """Runs the given code, or else the code in the editor, and waits until it has ended."""
        if code is not None:
            self.write(code)
        self.main.click()
        return self.has_ended()

    def has_ended(self) -> Self:
        """Python has ended the code that it ran."""
        raise NotImplementedError

    def has_text(self, code: str) -> None:
        """The editor holds this code, which is short enough to be in view."""
        expect(self.editor.locator(".cm-line")).to_have_text(code.split("\n"))

    def has_saved(self, code: str, hints: int = 0) -> None:
        """This code and this number of open hints are stored by now."""
        self.page.evaluate(WAIT_UNTIL_STORED, {"item": self.item, "code": code, "hints": hints})

    def megabytes_to_load(self) -> float:
        """The number that the main button names."""
        found = re.search(r"\(([\d.]+) MB\)", self.main.inner_text())
        assert found
        return float(found[1])
