"""Which files a page has loaded, by their names without the hash of their content."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page


def loaded(page: Page) -> list[str]:
    names = page.evaluate("() => performance.getEntriesByType('resource').map(entry => entry.name)")
    return [re.sub(r"-[A-Z0-9]+\.js$", "", urlsplit(name).path.rpartition("/")[2]) for name in names]
