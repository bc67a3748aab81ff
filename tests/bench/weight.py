"""What a page weighs: HTML, scripts and styles that a browser fetched for it, gzip -9 each."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.bench.table import Line
from tests.browser.pages_server import PagesServer

KINDS = {"document": "HTML", "script": "scripts", "stylesheet": "styles"}


def fetched(browser: Browser, server: PagesServer, address: str) -> dict[str, int]:
    """Bytes by kind, after the page was read to its end and its first item, if it has one, was answered."""
    context = browser.new_context(base_url=server.url, service_workers="block")
    seen: dict[str, str] = {}
    context.on("response", lambda answer: seen.setdefault(urlsplit(answer.url).path, answer.request.resource_type))
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    item = page.locator("quiz-item").filter(has=page.locator("input[type=radio]")).first
    if item.count():
        item.get_by_role("radio").first.check()
        item.get_by_role("button", name="Check").click()
    page.wait_for_load_state("networkidle")
    context.close()
    sums = dict.fromkeys(KINDS.values(), 0)
    for path, kind in seen.items():
        status, file = server.find(path)
        if kind in KINDS and status == 200:
            sums[KINDS[kind]] += len(gzip.compress(file.read_bytes(), 9))
    return sums


def measure(browser: Browser, ours: PagesServer, plain: PagesServer) -> list[Line]:
    lines = []
    for what, address, limit in [("page of 10 items", "topic-0/page-0/", 9), ("page without quiz", "text/", 3)]:
        here, there = (fetched(browser, server, address) for server in (ours, plain))
        more = (sum(here.values()) - sum(there.values())) / 1000
        parts = ", ".join(f"{kind} {(here[kind] - there[kind]) / 1000:+.1f}" for kind in here)
        lines += [
            Line(f"{what}, gzip -9, over plain", f"{more:+.1f} kB ({parts})", f"<= +{limit} kB", more <= limit),
            Line("  plain; ours", f"{sum(there.values()) / 1000:.1f} kB; {sum(here.values()) / 1000:.1f} kB"),
        ]
    return lines
