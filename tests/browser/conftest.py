"""Fixtures of the browser tests: an installed browser, the site under a sub-path, and a watch on all it does.

`page` is a new tab of a new context, watched: when the test ends, no other host was contacted, nothing failed, and
the console holds no error, warning or policy report. `open_context(**options)` makes contexts of other kinds
(`java_script_enabled=False`, `color_scheme="dark"`, `viewport=...`; `large_text=True`: the reader's browser writes
twice as large as usual). `axe(page)` lists what axe finds, `axe_in_both_schemes(page)` also in the dark.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    ViewportSize,
    WebError,
    expect,
)

from tests.browser.calculator import PAGE, Calculator
from tests.browser.engines import INSTALL, executable
from tests.browser.firefox import preferences_for, skip_what_it_lacks
from tests.browser.pages_server import PagesServer
from tests.browser.saved import Saved
from tests.browser.tabs import Tab
from tests.conftest import engine_of

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
LARGE_TEXT = "--blink-settings=defaultFontSize=32"  # 16 is usual
WATCH_POLICY = """addEventListener('securitypolicyviolation',
  e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber))"""
PATIENCE = 15_000  # ms: what passes takes no longer for it, and a busy machine fails nothing
expect.set_options(timeout=PATIENCE)
VIEWPORT: ViewportSize = {"width": 1280, "height": 900}
GONE_ON = ["net::ERR_ABORTED", "NS_BINDING_ABORTED"]  # the reader went on before it arrived
SET_SCHEME = """scheme => {
  document.body.setAttribute("data-md-color-scheme", scheme);
  document.getAnimations().filter(each => each instanceof CSSTransition).forEach(fade => fade.finish());
}"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
# what sticks out, where it must not
OVERFLOWING = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed'
    && !e.closest('.formula, .md-typeset__scrollwrap, pre, .highlight, .md-sidebar, .md-search, .md-header'))
  .slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))"""
# half-faded colors are not what the reader sees; in what is folded, no fade ever ends
ALL_FADED = """() => Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity && effect?.target?.checkVisibility())
  .map(animation => animation.finished.catch(() => 0)))"""
# no preload: only a rule that is experimental reads the styles it would fetch anew at each look
AXE_OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
# all rules that read colors: what the others find in the light they would find in the dark again
COLOR_OPTIONS = {"resultTypes": ["violations"], "preload": False, "runOnly": ["color-contrast", "link-in-text-block"]}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if engine_of(config) == "firefox":
        skip_what_it_lacks(items)


@pytest.fixture(scope="session")
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    firefox = engine_of(request.config) == "firefox"
    return Saved(tmp_path_factory.mktemp("saved") if firefox else None)


@pytest.fixture(scope="session")
def launch(playwright: Playwright, request: pytest.FixtureRequest, saved: Saved) -> Iterator[Callable[..., Browser]]:
    """Function: the browser for a context of these options, of its own where only a start can set them."""
    engine, started = engine_of(request.config), {}

    def launched(**options: Any) -> Browser:
        how = {"args": FLAGS}
        if engine == "firefox":  # stock Firefox: WebDriver BiDi
            how = {"channel": "moz-firefox", "firefox_user_prefs": preferences_for(options)}
            how["downloads_path"] = saved.folder
        elif options.get("large_text"):
            how = {"args": [*FLAGS, LARGE_TEXT]}
        kind = repr(how)
        if kind not in started:
            program = executable(engine)
            assert program, INSTALL[engine]
            started[kind] = getattr(playwright, engine).launch(executable_path=program, **how)
        return started[kind]

    yield launched
    for browser in started.values():
        browser.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    return launch()


class Watched:
    """Collects what must not happen; a test that expects one of these adds its words to `allowed`."""

    def __init__(self, home: str) -> None:
        self.home = urlsplit(home).netloc
        self.faults: list[str] = []
        # the second: RxJS inside Material's own script now and then throws in an animation frame (ReactiveX/rxjs#7595)
        self.allowed = ["registration blocked by Playwright", "executing a cancelled action"]

    def attach(self, context: BrowserContext) -> None:
        attach(context, lambda: self)

    def on_error(self, error: WebError) -> None:
        if error.error.name not in GONE_ON:  # in Firefox, what a worker still imports as its page closes
            self.faults.append(f"uncaught {error.error}")

    def on_request(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme in {"http", "https", "ws", "wss"} and where.netloc != self.home:
            self.faults.append(f"third party {request.url}")

    def on_failure(self, request: Request) -> None:
        if request.failure not in GONE_ON:
            self.faults.append(f"failed {request.url} {request.failure}")

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console {message.type}: {message.text}")

    def check(self) -> None:
        left = [fault for fault in self.faults if not any(words in fault for words in self.allowed)]
        assert not left, "\n".join(left)


def attach(context: BrowserContext, now: Callable[[], Watched]) -> None:
    """Tells whoever watches now what the context hears."""
    context.add_init_script(WATCH_POLICY)
    context.on("request", lambda request: now().on_request(request))
    context.on("console", lambda message: now().on_console(message))
    context.on("weberror", lambda error: now().on_error(error))
    context.on("requestfailed", lambda request: now().on_failure(request))


@pytest.fixture(scope="session")
def visited_server(server: PagesServer) -> PagesServer:
    """What `page` and `open_context` visit: the built site, unless a folder of tests has another one."""
    return server


@pytest.fixture
def watched(visited_server: PagesServer) -> Iterator[Watched]:
    watcher = Watched(visited_server.url)
    yield watcher
    watcher.check()


@pytest.fixture
def open_context(
    launch: Callable[..., Browser], visited_server: PagesServer, watched: Watched
) -> Iterator[Callable[..., BrowserContext]]:
    opened: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        options.setdefault("service_workers", "block")  # one shared cache would make tests depend on their order
        options.setdefault("viewport", VIEWPORT)
        kind = launch(**options)
        options.pop("large_text", None)
        context = kind.new_context(base_url=visited_server.url, **options)
        context.set_default_timeout(PATIENCE)
        watched.attach(context)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def spare() -> Iterator[dict[str, tuple[Tab, list[Watched]]]]:
    """The tab that is free, by the site it is for, and who watches it."""
    tabs: dict[str, tuple[Tab, list[Watched]]] = {}
    yield tabs
    for tab, _ in tabs.values():
        tab.context.close()


@pytest.fixture
def page(
    launch: Callable[..., Browser],
    visited_server: PagesServer,
    watched: Watched,
    spare: dict[str, tuple[Tab, list[Watched]]],
    open_context: Callable[..., BrowserContext],
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """A tab as new, in a context of its own."""
    if engine_of(request.config) != "chromium":
        yield open_context().new_page()
        return
    tab, watchers = spare.pop(visited_server.url, (None, []))
    watchers[:] = [watched]
    if not tab:
        context = launch().new_context(base_url=visited_server.url, service_workers="block", viewport=VIEWPORT)
        context.set_default_timeout(PATIENCE)
        attach(context, lambda: watchers[0])
        tab = Tab(context, visited_server.url)
    yield tab.page
    if tab.clean():
        spare[visited_server.url] = (tab, watchers)
    else:
        tab.context.close()


@pytest.fixture
def calculator(page: Page) -> Calculator:
    """The confusion matrix calculator on its lesson, as it opens."""
    page.goto(PAGE)
    return Calculator(page)


def darken(page: Page) -> None:
    """By the reader's own button; what was opened stays open."""
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@contextmanager
def in_the_dark(page: Page) -> Iterator[None]:
    """Without the reader's button, which may be out of reach: all dark styles depend on this attribute alone."""
    light = page.evaluate(BACKGROUND)
    page.evaluate(SET_SCHEME, "slate")
    assert page.evaluate(BACKGROUND) != light, "the attribute does not darken the page"
    yield
    page.evaluate(SET_SCHEME, "default")


def assert_nothing_scrolls_sideways(page: Page) -> None:
    width = page.evaluate("() => innerWidth")
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width, (
        f"{page.url} at {width} px: {page.evaluate(OVERFLOWING)}"
    )


def looks_without_sideways_scrolling(page: Page) -> Iterator[str]:
    """The open page, light at 1280 px, then dark at 320 px, then as before. A failed look does not alter the next."""
    page.set_viewport_size(VIEWPORT)
    page.evaluate(SET_SCHEME, "default")
    assert_nothing_scrolls_sideways(page)
    yield "light, 1280 px"
    page.set_viewport_size({"width": 320, "height": 800})
    assert_nothing_scrolls_sideways(page)
    with in_the_dark(page):
        yield "dark, 320 px"
    page.set_viewport_size(VIEWPORT)


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """Function: what axe finds on a page as it now stands, a line a rule and element; [] is what we want.

    `within` is the selector of the part to look at, where the rest is known and has not changed.
    """
    source = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def look(page: Page, within: str, options: dict[str, Any]) -> list[str]:
        page.evaluate(ALL_FADED)
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(source)  # the debugger's door: passes the strict policy
        result = page.evaluate("([part, options]) => axe.run(part, options)", [within, options])
        return [
            f"{violation['id']}: {node['html'][:160]} {node['failureSummary'].splitlines()[-1].strip()}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]

    def found(page: Page, within: str = "html", options: dict[str, Any] = AXE_OPTIONS) -> list[str]:
        if not look(page, within, options):
            return []
        page.wait_for_timeout(500)  # a transition may have begun after the wait for them: what is a fault stays one
        return look(page, within, options)

    return found


@pytest.fixture(scope="session")
def axe_in_both_schemes(axe: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Function: what axe finds in the light, and of colors in the dark."""

    def found(page: Page, within: str = "html") -> list[str]:
        light = axe(page, within)
        with in_the_dark(page):
            return [*light, *(f"dark: {fault}" for fault in axe(page, within, COLOR_OPTIONS))]

    return found
