"""What is kept of an answer, and what comes of it when it is there again."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.items.placed import Placed
from tests.browser.items.shown import Shown, side_by_side
from tests.browser.items.states import correct_at_second_try, wrong
from tests.browser.items.stored import PUT, READ, REFUSED, stored_event
from tests.browser.waits import wait_until

TYPED = "<img src=x onerror=alert(1)>"
EVENT = ["format", "eid", "kind", "item", "rev", "objective", "response", "score", "seed", "at", "mode"]
DRAFT = ["item", "rev", "seed", "response", "hints", "invalid", "at"]


def test_typed_markup_is_shown_as_text_also_after_a_reload(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    item.answer([TYPED])
    item.is_now("invalid")
    item.reload()
    expect(item.field).to_have_value(TYPED)
    expect(item.root.locator("img")).to_have_count(0)


def test_a_poisoned_log_neither_runs_nor_counts(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    item.answer(["-98765"])
    row = stored_event(page)
    poison = [
        {"eid": "a", "response": TYPED, "at": row["at"] - 2},
        {"eid": "b", "response": [TYPED], "at": row["at"] + 2},
        {"eid": "c", "item": {"x": 1}},
        {"eid": "d", "score": 1e9, "at": row["at"] + 3},
        {"eid": "e", "kind": "__proto__", "at": row["at"] + 4},
    ]
    for change in poison:
        page.evaluate(PUT, ["events", [row | change]])
    page.evaluate(PUT, ["drafts", [{"item": row["item"], "rev": row["rev"], "response": 4, "invalid": "yes"}]])
    item.reload()
    item.is_now("wrong")
    assert not dialogs
    expect(page.locator("quiz-item img")).to_have_count(0)
    expect(item.root.locator(".item-count")).to_have_text(f"Already tried: {TYPED}")


def test_what_is_kept_is_what_the_contract_says(one_of_each: list[Shown], subtests: pytest.Subtests) -> None:
    def kept(store: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = page.evaluate(READ, store)
        return [row for row in rows if row["item"] == shown_item.item.id]

    for shown_item in one_of_each:
        page = shown_item.page
        with subtests.test(kind=shown_item.item.kind):
            wrong(shown_item)
            expect(shown_item.main).to_have_text("Try again")
            wait_until(page, lambda: kept("events"))
            (row,) = kept("events")
            assert sorted(row) == sorted(EVENT)
            assert (row["kind"], row["item"], row["mode"]) == ("answered", shown_item.item.id, "practice")
            assert kept("drafts") == []
            shown_item.main.click()
            (draft,) = kept("drafts")
            assert sorted(draft) == sorted(DRAFT)


def test_where_storage_is_refused_items_work_and_one_line_says_so(
    open_context: Any, samples: list[Placed], subtests: pytest.Subtests
) -> None:
    context = open_context()
    context.add_init_script(REFUSED)
    shown_items = side_by_side(context.new_page(), samples)
    expect(shown_items[0].page.locator(".storage-notice")).to_have_count(1)
    expect(shown_items[0].page.locator(".storage-notice")).to_contain_text("does not save your answers")
    for shown_here in shown_items:
        with subtests.test(kind=shown_here.item.kind):
            correct_at_second_try(shown_here)
    shown_items[-1].reload()
    for shown_here in shown_items:
        shown_here.is_now("unseen")


POISON = {
    "several": lambda right: [[right[0], right[0]], [[right[0]]], right[0], [right[0], "no-such"]],
    "match": lambda right: [
        ["ab", "cd", "ef"],
        [right[0].split(), [right[0].split()[0], right[1].split()[1]], *map(str.split, right[2:])],
        [right[0].split(), right[0].split()],
        [["no-such", right[0].split()[1]]],
        [[*right[0].split(), "more"]],
        right[0],
    ],
    "order": lambda right: [[right[0]] * len(right), right[:-1], [right], "".join(right)],
    "one": lambda right: [[right[0]], "no-such", [[right[0], right[0]]]],
}


@pytest.mark.parametrize("kind", list(POISON))
def test_a_stored_answer_that_the_form_cannot_give_is_not_shown(page: Page, items: list[Placed], kind: str) -> None:
    shown = Shown(page, next(each for each in items if each.kind == kind)).open()
    wrong(shown)
    row = stored_event(page)
    for at, response in enumerate(POISON[kind](shown.right)):
        page.evaluate(PUT, ["events", [row | {"eid": f"p{at}", "at": row["at"] + at + 1, "response": response}]])
    before = shown.seen()
    shown.reload()
    assert shown.seen() == before
    expect(shown.status).not_to_contain_text(f"{len(shown.right)} of {len(shown.right)}")


@pytest.mark.parametrize("kind", ["number", "cloze"])
def test_a_long_text_is_kept_whole_or_said_not_to_be(page: Page, items: list[Placed], kind: str) -> None:
    shown = Shown(page, next(each for each in items if each.kind == kind)).open()
    shown.field.fill("x" * 900)
    shown.main.click()
    shown.is_now("invalid")
    expect(shown.status).to_contain_text("not a number" if kind == "number" else "This answer has 900 characters")
    shown.reload()
    expect(shown.field).to_have_value("x" * 900)
    shown.field.fill("x" * 1200)
    expect(shown.root.locator(".item-count")).to_have_text("1200 characters: too long to be saved")
