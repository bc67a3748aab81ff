"""The parts of a calculator, by what a reader calls them, and the hands of a test."""

from playwright.sync_api import Locator, Page, Route, Worker

PAGE = "metrics/confusion-matrix/"
RATES_PAGE = "metrics/precision-and-recall/"
SPAM = "#confusion_matrix?from=counts&tp=40&fn=20&fp=10&tn=930"


class Calculator:
    """The parts of the calculator, by what a reader calls them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator("live-calculator")
        self.result = self.box.locator("[data-says=result]")
        self.about = self.box.locator("[data-says=about]")
        self.slot = self.box.locator(".calculator-slot")
        self.status = self.box.get_by_role("status")
        self.figure = self.box.locator("figure svg").first
        self.note = self.box.locator("[data-note]:visible")
        self.verdict = self.box.locator("[data-verdict]:visible")
        self.goals = self.box.locator(".calculator-goal")
        self.takeaway = self.box.locator(".calculator-takeaway")

    def field(self, name: str) -> Locator:
        return self.box.locator(f"input[name={name}], select[name={name}]")

    def save(self, name: str) -> None:
        """Presses a button of the menu that saves."""
        if not self.box.locator(".calculator-save[open]").count():
            self.box.locator(".calculator-save > summary").click()
        self.press(name)

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=name).click()

    def metric(self, name: str) -> Locator:
        head = self.page.get_by_role("rowheader", name=name, exact=True)
        return self.box.locator(".metrics tr").filter(has=head)

    def fill(self, **texts: str) -> None:
        for name, text in texts.items():
            self.field(name).fill(text)


def our_workers(page: Page) -> list[Worker]:
    """The workers that are not the theme's, which has the search engine lunr and starts first."""
    browser = page.context.browser
    if browser and browser.browser_type.name == "firefox":  # evaluates nothing in a worker that starts from a blob
        return page.workers[1:]
    return [worker for worker in page.workers if worker.evaluate("typeof lunr") == "undefined"]


def blocked(route: Route) -> None:
    route.abort()


def listen(page: Page, region: str) -> None:
    """Keeps in window.heard what the region says from now on, once for each node that changed."""
    page.evaluate(
        """region => {
          window.heard = [];
          const place = document.querySelector(`live-calculator ${region}`);
          new MutationObserver(changes => changes.forEach(() => window.heard.push(place.textContent)))
            .observe(place, {childList: true, characterData: true, subtree: true});
        }""",
        region,
    )


def held(page: Page, pattern: str) -> list[Route]:
    """Requests that wait until the test lets them go on."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, hold)
    return waiting
