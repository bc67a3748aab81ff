"""A smoke test in WebKit, the engine of Safari: pages open, an answer is kept, a calculator becomes live.

Named, as it is not tried here: WebKitGTK is not Safari; there is no touch, no VoiceOver and no private window, and
requests of other hosts are not watched (tests/browser does that in the other engines).
"""

import socket
from collections.abc import Callable, Iterator

import pytest

from tests.browser.pages_server import PagesServer
from tests.webkit.driver import INSTALL, WebKit, driver, mini_browser, screen

ERRORS = """() => {
  const faults = performance.getEntriesByType('resource').filter(entry => entry.responseStatus >= 400);
  return [...faults.map(entry => entry.name), ...window.faults ?? ['not watched']];
}"""
# there is no door before a page's first script: what fails later is heard, what fails first shows as a dead element
WATCH = """() => {
  window.faults = [];
  addEventListener('error', event => window.faults.push(String(event.message)));
  addEventListener('unhandledrejection', event => window.faults.push(String(event.reason)));
  addEventListener('securitypolicyviolation', event => window.faults.push(event.blockedURI));
}"""
STATE = "(name, state) => document.getElementById(name).dataset.state === state"
CHECKED = "name => /correct|wrong/.test(document.getElementById(name).dataset.state)"
SEEN = "name => [...document.getElementById(name).querySelectorAll('.row, [role=status]')].map(it => it.innerText)"


@pytest.fixture(scope="module")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKit]:
    if not mini_browser():
        pytest.exit(INSTALL, returncode=3)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    with screen() as display, driver(display, tmp_path_factory.mktemp("webkit"), port) as address:
        window = WebKit(address)
        yield window
        window.close()


@pytest.fixture
def visit(webkit: WebKit, server: PagesServer) -> Iterator[Callable[[str], WebKit]]:
    """Function: opens a page. By the end of the test no error may have been heard."""

    def opened(page: str) -> WebKit:
        webkit.open(server.url + page)
        webkit.ask(WATCH)
        return webkit

    yield opened
    assert webkit.ask(ERRORS) == []


def test_home_opens_and_its_search_finds(visit: Callable[[str], WebKit]) -> None:
    webkit = visit("")
    assert webkit.ask("() => document.querySelector('h1').innerText")
    webkit.click(".md-search__input")
    webkit.type(".md-search__input", "precision")
    webkit.wait_for("() => Boolean(document.querySelector('.md-search-result__item'))")


def test_an_answer_is_checked_and_there_again_after_a_reload(visit: Callable[[str], WebKit]) -> None:
    page = "metrics/precision-and-recall/"
    webkit = visit(page)
    name = webkit.ask("() => document.querySelector('quiz-item[data-interaction=choice]:has([type=radio])').id")
    webkit.wait_for(STATE, name, "unseen")
    webkit.click(f"#{name} .row")
    webkit.wait_for(STATE, name, "answering")
    webkit.click(f"#{name} .item-buttons button")
    webkit.wait_for(CHECKED, name)
    before = webkit.ask(SEEN, name)
    assert all(before)
    visit(page)
    webkit.wait_for(CHECKED, name)
    assert webkit.ask(SEEN, name) == before


def test_a_calculator_becomes_live(visit: Callable[[str], WebKit]) -> None:
    webkit = visit("metrics/confusion-matrix/")
    result = "words => document.querySelector('live-calculator [data-says=result]').innerText.includes(words)"
    assert webkit.ask(result, "20 of 1,000")
    webkit.type("live-calculator input[name=fp]", "2")
    webkit.wait_for(result, "10 of")
