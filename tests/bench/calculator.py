"""A calculator: how soon it is live, how long a change keeps the page busy, and what a million rows take."""

from playwright.sync_api import Browser

from tests.bench import handlers, starts
from tests.bench.rows import million
from tests.bench.table import Line
from tests.browser.pages_server import PagesServer


def measure(browser: Browser, server: PagesServer, rounds: int) -> list[Line]:
    first = Line("first number of a calculator", *in_the_html(server))
    lines = [first, *starts.measure(browser, server, rounds), *handlers.measure(browser, server)]
    return lines + million(browser, server)


def in_the_html(server: PagesServer) -> tuple[str, str, bool]:
    found = "data-says" in (server.site / "calculator/index.html").read_text(encoding="utf-8")
    return ("in the HTML" if found else "not in the HTML"), "in the HTML", found
