"""Poison in the database: nothing runs, no element is made of it, nothing throws, and the page still works."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed, of_kind
from tests.browser.items.shown import Shown, side_by_side
from tests.browser.items.stored import PUT

POISON = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "--><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028\u2029",
    "\u202e\u2066drawkcab",
    "\0",
    "__proto__",
    '"]{}\\',
    "x" * 100_000,
]
SHORT = [text for text in POISON if len(text) < 1000]  # a longer one makes a draft invalid
HOLES = """item => new Promise(resolve => {
  const opening = indexedDB.open('model-answers-record');
  opening.onsuccess = () => {
    const rows = opening.result.transaction('events', 'readwrite').objectStore('events');
    const common = {format: 1, kind: 'answered', item, rev: 1, objective: 'x', mode: 'practice'};
    Object.assign(common, {score: 0, seed: 0, at: 5});
    const itself = []; itself.push(itself);
    [Array(3), [Array(2)], new Map([[1, 2]]), new Date(), /x/, itself, {length: 2, 0: 'a'}, new Uint8Array(3)]
      .forEach((response, at) => rows.put({...common, eid: `odd-${at}`, response}));
    rows.transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""


def shapes(text: str) -> list[Any]:
    """A poisoned response in every shape that an interaction stores."""
    return [text, [text], [text, text, text], [[text, text]], [[text], text], {"text": text}]


def test_poison_in_the_log_and_in_drafts_reaches_the_page_as_text_or_not_at_all(
    page: Page, items: list[Placed], samples: list[Placed]
) -> None:
    """Every kind on one page; each text is in each log and draft, in a log in every shape."""
    every = [*samples, of_kind([each for each in items if each.url == samples[0].url], "card")]
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    shown_items = side_by_side(page, every)
    before = [each.root.locator("*").count() for each in shown_items]
    for each in shown_items:
        page.evaluate(PUT, ["events", poisoned(each)])
        page.evaluate(HOLES, each.item.id)
    for response in (" ".join(SHORT), SHORT, [[text, text] for text in SHORT], {"text": POISON}):
        page.evaluate(PUT, ["drafts", [draft(each, response) for each in shown_items]])
        reload(shown_items)
        assert not dialogs
        expect(page.locator("quiz-item :is(img, script, [onerror], [onload])")).to_have_count(0)
    assert page.evaluate("() => ({}).tries === undefined && ({}).item === undefined")
    for each in shown_items[:-1]:
        each.second.click()
        each.root.locator("[data-do=reset]").click()
        each.is_now("unseen")
    page.evaluate(PUT, ["drafts", [{"item": each.item.id} for each in shown_items]])
    reload(shown_items)
    for each, elements in zip(shown_items, before, strict=True):
        assert abs(each.root.locator("*").count() - elements) < 10


def revision(shown: Shown) -> int:
    return int(shown.root.get_attribute("data-rev") or 1)


def poisoned(shown: Shown) -> list[dict[str, Any]]:
    """Rows of the log: every text in every shape."""
    common = {"format": 1, "kind": "answered", "item": shown.item.id, "rev": revision(shown), "mode": "practice"}
    common |= {"score": 0, "seed": 0}
    return [
        common
        | {
            "eid": f"{shown.item.id} {text[:50]}{at}{place}",
            "response": response,
            "at": 10 * at + place,
            "objective": text,
        }
        for at, text in enumerate(POISON)
        for place, response in enumerate(shapes(text))
    ]


def draft(shown: Shown, response: Any) -> dict[str, Any]:
    common = {"item": shown.item.id, "rev": revision(shown), "seed": 0, "hints": 0, "invalid": True}
    return common | {"response": response, "at": 4_000_000_000_000}


def reload(shown_items: list[Shown]) -> None:
    shown_items[0].page.reload()
    for each in shown_items:
        each.is_there()


def test_poison_is_counted_on_the_page_of_what_is_stored_and_taken_away_as_text(
    page: Page, items: list[Placed]
) -> None:
    placed = of_kind(items, "number")
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    Shown(page, placed).open()
    common = {"format": 1, "kind": "answered", "rev": 1, "mode": "practice", "score": 0, "seed": 0, "response": "1"}
    rows = [
        common | {"eid": f"{at}", "item": text[:900], "objective": text[:900], "at": at}
        for at, text in enumerate(POISON)
    ]
    page.evaluate(PUT, ["events", [*rows, {"eid": "strange", "x": "<img src=x onerror=alert(1)>"}]])
    page.goto("your-answers/")
    part = page.locator("stored-answers")
    expect(part).to_contain_text(f"{len(POISON)} rows are stored")
    expect(part).to_contain_text("this site did not write and therefore ignores: 1")
    expect(part.locator("tbody tr")).to_have_count(1)
    expect(part.locator("tbody")).to_contain_text("Other pages")
    expect(part.locator("img, script:not([type])")).to_have_count(0)
    assert not dialogs
