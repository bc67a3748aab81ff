"""The playground on the built site."""

from typing import Self

from playwright.sync_api import Page, expect

from tests.browser.labs.code_page import STARTED_WITHIN, CodePage
from tests.conftest import ROOT

ADDRESS = "labs/playground/"
PYODIDE = "#pyodide"  # opens the playground with Pyodide in place of MicroPython
STARTER = (ROOT / "docs/assets/playground/starter.py").read_text(encoding="utf-8")
PRINTED = "false positives: 4  false negatives: 16\nprecision: 0.900\nrecall: 0.692\n"
# PyScript says so in each worker: a static host sends no headers that would allow it
NO_SHARED_MEMORY = "This requires SharedArrayBuffer support"


class Playground(CodePage):
    """The playground of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, element="live-playground", address=ADDRESS, item="playground")

    def has_ended(self) -> Self:
        expect(self.verdict).to_have_count(1, timeout=STARTED_WITHIN)
        return self
