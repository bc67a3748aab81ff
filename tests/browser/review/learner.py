"""A learner over many days: the clock of the page, the reader's log, and hands that answer whatever is asked."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.items.placed import placed_in_fragment
from tests.browser.items.shown import Shown
from tests.browser.items.stored import PUT, READ

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAY_MS = 86_400_000
# Playwright's own clock also replaces the timers, and axe, which starts thousands of them, then takes minutes.
FIXED_DATE = """globalThis.RealDate ??= Date;
globalThis.Date = class extends RealDate {
  constructor(...given) { super(...(given.length ? given : [MOMENT])); }
  static now() { return MOMENT; }
};"""


@cache
def catalogue(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "assets/generated/review/catalogue.json").read_text(encoding="utf-8"))
    return found


def date_fixed_at(day: float) -> str:
    """A script: from now on the date stands so many days after the start."""
    return FIXED_DATE.replace("MOMENT", str(int((START + timedelta(days=day)).timestamp() * 1000)))


class Learner:
    """Opens pages on a given day, writes events of the past, and answers the questions of a review."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page, self.site = page, site
        self.eids = 0
        self._fix_date(0)
        page.goto("your-answers/")
        page.wait_for_load_state()

    def _fix_date(self, day: float) -> None:
        """From its next page on, the date stands so many days after the start."""
        self.page.add_init_script(date_fixed_at(day))

    def come_back(self, day: float, event: str) -> None:
        """The page was left open, and the reader comes back to it so many days after the start."""
        self.page.evaluate(f"() => {{ {date_fixed_at(day)} {event} }}")

    def go_to(self, day: float, url: str = "review/") -> None:
        """Opens a page so many days after the start."""
        self._fix_date(day)
        self.page.goto(url)
        if url in ("review/", "progress/"):
            expect(self.page.locator("review-page, study-progress")).to_be_visible()

    # --- the log ---

    def learn(self, day: int, objectives: list[str], score: int = 1, **facts: Any) -> None:
        """Events as if a question on each objective had been answered in its lesson on a day."""
        for objective in objectives:
            self.write(day, objective=objective, item=self.items_of(objective)[0]["id"], score=score, **facts)

    def write(self, day: float, **facts: Any) -> None:
        self.eids += 1
        at = int(START.timestamp() * 1000 + day * DAY_MS) + self.eids
        row = {"format": 1, "eid": f"test-{self.eids:05}", "kind": "answered", "rev": 1, "mode": "practice", "seed": 0}
        self.page.evaluate(PUT, ["events", [{**row, "at": at, "response": "a", **facts}]])

    def events(self, **facts: Any) -> list[dict[str, Any]]:
        """Stored events with these values, in the order of the log."""
        rows = sorted(self.page.evaluate(READ, "events"), key=lambda row: (row["at"], row["eid"]))
        return [row for row in rows if all(row.get(name) == value for name, value in facts.items())]

    # --- what the build says ---

    @property
    def objectives(self) -> list[str]:
        return list(catalogue(self.site)["objectives"])

    def items_of(self, objective: str) -> list[dict[str, Any]]:
        return [item for item in catalogue(self.site)["items"] if item["objective"] == objective]

    def questions_of(self, lesson: str) -> list[dict[str, Any]]:
        """What the page of a lesson counts as its questions."""
        objectives = catalogue(self.site)["objectives"]
        items = catalogue(self.site)["items"]
        return [item for item in items if item.get("isCounted") and objectives[item["objective"]]["lesson"] == lesson]

    # --- a review ---

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-part='{name}']")

    @property
    def question(self) -> Shown:
        """The question on the page, with hands."""
        item = self.page.locator("review-page quiz-item")
        expect(item).to_have_attribute("data-state", "unseen")
        name = (item.get_attribute("id") or "").removeprefix("item-")
        fragment = (self.site / f"assets/generated/items/{name}.html").read_text(encoding="utf-8")
        return Shown(self.page, placed_in_fragment(name, fragment))

    def start(self, name: str = "today") -> None:
        self.page.locator(f"[data-part=choice] [data-do={name}]").click()

    def answer(self, is_correct: bool = True) -> str:
        """Answers the question on the page and goes on; the item's id."""
        shown = self.question
        shown.answer(shown.right if is_correct else shown.wrong)
        self.page.get_by_role("button", name="Next question").click()
        return shown.item.id

    def finish(self, is_correct: bool = True) -> list[str]:
        """Answers until the session is over; the ids in order."""
        asked = []
        while self.part("result").is_hidden():
            asked.append(self.answer(is_correct))
            expect(
                self.page.locator("review-page quiz-item[data-state=unseen], [data-part=result]:visible")
            ).to_be_visible()
        return asked
