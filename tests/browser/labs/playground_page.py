"""The playground on the built site, by what a reader calls its parts, and the hands of a test."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.labs.lab_page import STARTED_WITHIN, TYPE, WAIT_UNTIL_STORED
from tests.conftest import ROOT

ADDRESS = "labs/playground/"
STARTER = (ROOT / "docs/assets/playground/starter.py").read_text(encoding="utf-8")
PRINTED = "false positives: 4  false negatives: 16\nprecision: 0.900\nrecall: 0.692\n"
# PyScript says so in each worker: a static host sends no headers that would allow it
NO_SHARED_MEMORY = "This requires SharedArrayBuffer support"


class Playground:
    """The playground of a page. Opening it starts no Python."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator("live-playground")
        self.editor = self.box.locator(".cm-content")
        self.main = self.box.locator("[data-do=main]")
        self.stop = self.box.get_by_role("button", name="Stop")
        self.verdict = self.box.locator("p[data-says]:visible")
        self.note = self.box.locator("[data-note]:visible")
        self.output = self.box.locator("[data-part=output]")
        self.error = self.box.locator("[data-part=error]")
        self.marked = self.box.locator(".cm-line.cm-marked")

    def open(self, choice: str = "") -> Playground:
        """choice: "#pyodide", or nothing for MicroPython."""
        self.page.goto(ADDRESS + choice)
        expect(self.editor).to_be_visible()
        return self

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=name).click()

    def write(self, code: str) -> Playground:
        """Replaces the code in the editor, which is not empty, as if it were typed over all of it."""
        self.editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.editor.evaluate(TYPE, code)
        return self

    def run(self, code: str | None = None) -> Playground:
        """Runs the code that is there, or this one, until it has ended."""
        if code is not None:
            self.write(code)
        self.main.click()
        return self.has_ended()

    def has_ended(self) -> Playground:
        expect(self.verdict).to_have_count(1, timeout=STARTED_WITHIN)
        return self

    def has_text(self, code: str) -> None:
        """The editor holds this code, which is short enough to be in view."""
        expect(self.editor.locator(".cm-line")).to_have_text(code.split("\n"))

    def has_saved(self, code: str) -> None:
        """This code is stored by now."""
        self.page.evaluate(WAIT_UNTIL_STORED, {"item": "playground", "code": code})
