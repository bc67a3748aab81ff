"""A file that a page saves, as its reader finds it."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

LONGEST = 15  # s


class Saved:
    """A call of it does what saves a file, and gives the file's name and text.

    `folder` is where the files of Firefox go, whose driver does not tell of them; None: the driver tells.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def __call__(self, page: Page, press: Callable[[], object]) -> tuple[str, str]:
        if not self.folder:
            with page.expect_download() as waited:
                press()
            return waited.value.suggested_filename, waited.value.path().read_text(encoding="utf-8")
        before = set(self.folder.iterdir())
        press()
        file = self.arrived(page, self.folder, before)
        name = re.sub(r"\(\d+\)(?=\.)", "", file.name)  # Firefox numbers a file of a name that is there already
        return name, file.read_text(encoding="utf-8")

    def arrived(self, page: Page, folder: Path, before: set[Path]) -> Path:
        """None is taken away: Firefox may still be busy with it, and would put it there again."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            found = set(folder.iterdir()) - before
            if len(found) == 1 and all(file.stat().st_size and file.suffix != ".part" for file in found):
                return found.pop()
            page.wait_for_timeout(50)
        raise AssertionError(f"no one file was saved: {set(folder.iterdir()) - before}")
