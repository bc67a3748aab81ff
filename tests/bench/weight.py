"""What a page weighs: HTML, scripts and styles that a browser fetched for it, gzip -9 each."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

from tests.bench.table import Line
from tests.browser.pages_server import PagesServer

KINDS = {"document": "HTML", "script": "scripts", "stylesheet": "styles"}


def fetched(browser: Browser, server: PagesServer, address: str, *, used: bool) -> dict[str, int]:
    """Bytes by kind: as the page opens for a new reader; `used`: once it was read to its end and an item answered."""
    context = browser.new_context(base_url=server.url, service_workers="block")
    seen: dict[str, str] = {}
    context.on("response", lambda answer: seen.setdefault(urlsplit(answer.url).path, resource_type(answer)))
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    if used:
        answer_one(page)
    context.close()
    sums = dict.fromkeys(KINDS.values(), 0)
    for path, kind in seen.items():
        status, file = server.find(path)
        if kind in KINDS and status == 200:
            sums[KINDS[kind]] += len(gzip.compress(file.read_bytes(), 9))
    return sums


def resource_type(answer: Response) -> str:
    """Of what was fetched: a script that a worker imports counts as a script, though Chromium calls it "other"."""
    return "script" if urlsplit(answer.url).path.endswith(".js") else answer.request.resource_type


def answer_one(page: Page) -> None:
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_load_state("networkidle")
    item = page.locator("quiz-item").filter(has=page.locator("input[type=radio][name=response]")).first
    if item.count():
        item.locator("input[name=response]").first.check()
        item.get_by_role("button", name="Check").click()
    page.wait_for_load_state("networkidle")


def measure(browser: Browser, ours: PagesServer, plain: PagesServer) -> list[Line]:
    """A page as it opens has a limit; what comes when its items are answered is told beside it."""
    lines = []
    for what, address, limit in [("page of 10 items", "topic-0/page-0/", 15), ("page without quiz", "text/", 6)]:
        there = fetched(browser, plain, address, used=True)
        here, later = (fetched(browser, ours, address, used=used) for used in (False, True))
        more = over(here, there)
        lines += [
            Line(f"{what}, gzip -9, over plain", said(here, there), f"<= +{limit} kB", more <= limit),
            Line("  read to its end, one item answered", said(later, there)),
            Line("  plain; ours", f"{sum(there.values()) / 1000:.1f} kB; {sum(here.values()) / 1000:.1f} kB"),
        ]
    return lines


def over(here: dict[str, int], there: dict[str, int]) -> float:
    return (sum(here.values()) - sum(there.values())) / 1000


def said(here: dict[str, int], there: dict[str, int]) -> str:
    parts = ", ".join(f"{kind} {(here[kind] - there[kind]) / 1000:+.1f}" for kind in here)
    return f"{over(here, there):+.1f} kB ({parts})"
