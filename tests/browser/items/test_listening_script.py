"""What the script for people with a screen reader promises is what the live regions hold, step by step.

Whether it is spoken nobody here can say; that the script is not out of date, this can.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import ROOT

SCRIPT = (ROOT / "docs/contributing/screen-reader-script.md").read_text(encoding="utf-8")
STEPS = {
    found[1]: re.findall("“(.+?)”", found[2])
    for found in re.finditer(r"^\| ([A-K]\d+) \|.*\| (.*) \|$", SCRIPT, re.MULTILINE)
}


class Hands:
    """Does what the script says, with one question of the gallery."""

    def __init__(self, page: Page, name: str) -> None:
        self.root = page.locator(f"#item-sample-{name}")
        self.root.scroll_into_view_if_needed()
        expect(self.root).to_have_attribute("data-state", re.compile("."))
        self.field = self.root.locator("input[name=response]")

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name, exact=True).click()

    def choose(self, name: str) -> None:
        self.root.locator(".row", has_text=name).click()

    def select(self, name: str, label: str) -> None:
        self.root.get_by_label(name, exact=True).select_option(label=label)

    def type(self, words: str) -> None:
        self.field.fill(words)
        self.press("Check")

    def hears(self, step: str, at: int | None = None) -> None:
        """The words of a step, all of them or one, in the live region."""
        words = STEPS[step] if at is None else [STEPS[step][at]]
        assert words, f"{step} promises nothing"
        for said in words:
            expect(self.root.locator("[role=status]")).to_contain_text(said)

    def reads(self, step: str, where: Locator | None = None) -> None:
        """The words of a step, anywhere in the question."""
        for said in STEPS[step]:
            expect(where or self.root).to_contain_text(said)


@pytest.fixture
def gallery(page: Page) -> Page:
    page.goto("contributing/gallery/")
    return page


def test_choose_one(gallery: Page) -> None:
    hands = Hands(gallery, "choice")
    hands.press("Check")
    hands.hears("B1")
    hands.choose("Accuracy")
    expect(hands.root.locator("[role=status]")).to_be_empty()
    hands.press("Check")
    hands.hears("B3")
    hands.reads("B4", hands.root.locator(".row", has_text="Accuracy"))
    hands.press("Try again")
    hands.reads("B5", hands.root.locator(".row", has_text="Accuracy"))
    hands.choose("Recall")
    hands.press("Check")
    hands.hears("B6")


def test_beside_the_answer(gallery: Page) -> None:
    hands = Hands(gallery, "choice")
    hands.press("Hint")
    hands.hears("B7", 0)
    hands.press("Hint")
    expect(hands.root.get_by_role("button", name=STEPS["B7"][1])).to_be_visible()
    hands.choose("Precision")
    expect(hands.root.get_by_role("group", name=STEPS["B8"][0])).to_be_visible()
    hands.root.get_by_label("Sure", exact=True).check()
    hands.press("Check")
    hands.hears("B9")
    hands.press("Mark")
    hands.hears("B10", 0)
    expect(hands.root.get_by_role("link", name=STEPS["B10"][1])).to_be_visible()
    gallery.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    hands.press("Copy link")
    hands.hears("B11", 1)
    gallery.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => 1}})")
    hands.press("Copy link")
    hands.hears("B11", 0)


def test_choose_several(gallery: Page) -> None:
    hands = Hands(gallery, "choices")
    hands.choose("False positives")
    hands.press("Check")
    hands.hears("C1")
    hands.choose("True positives")
    hands.press("Check")
    hands.hears("C2")
    hands.press("Show answer")
    hands.hears("C3")


def test_match(gallery: Page) -> None:
    hands = Hands(gallery, "match")
    first = hands.root.locator("select").first
    expect(first).to_have_accessible_name(STEPS["D1"][0])
    expect(first.locator("option:checked")).to_have_text(STEPS["D1"][1])
    hands.press("Check")
    hands.hears("D2")
    expect(first).to_be_focused()
    for name, label in (("Precision", "TP + FN"), ("Recall", "TP + FP"), ("Accuracy", "TP + FP + TN + FN")):
        hands.select(name, label)
    hands.press("Check")
    hands.hears("D3")
    hands.press("Try again")
    hands.reads("D4")
    hands.press("Show answer")
    hands.hears("D5")


def test_put_in_order(gallery: Page) -> None:
    hands = Hands(gallery, "order")
    up, down = STEPS["E1"]
    expect(hands.root.get_by_role("button", name=down, exact=True)).to_be_visible()
    hands.press("Check")
    hands.hears("E2")
    hands.press(up)
    hands.hears("E3")
    hands.select("Position of Business goal", "1")
    hands.hears("E4")
    expect(hands.root.get_by_role("button", name=up, exact=True)).to_have_attribute("aria-disabled", "true")
    hands.press("Move up: Model development")
    hands.press("Check")
    hands.hears("E6")
    hands.press("Try again")
    hands.press("Move up: Data processing")
    hands.hears("E7", 0)
    hands.press("Check")
    hands.hears("E7", 1)


def test_give_a_number(gallery: Page) -> None:
    hands = Hands(gallery, "numeric")
    name, help_ = STEPS["F1"]
    expect(hands.field).to_have_accessible_name(name)
    expect(hands.field).to_have_accessible_description(help_)
    hands.press("Check")
    hands.hears("F2")
    hands.type("1,234.5")
    hands.hears("F3")
    hands.type("60%")
    hands.hears("F4")
    hands.press("Try again")
    hands.type("0.75")
    hands.hears("F5")


def test_fill_the_gap(gallery: Page) -> None:
    hands = Hands(gallery, "cloze")
    expect(hands.field).to_have_accessible_name(STEPS["G1"][0])
    hands.press("Check")
    hands.hears("G2")
    hands.type("error")
    hands.hears("G3")
    hands.press("Try again")
    hands.type("POSITIVE")
    hands.hears("G4")


def test_turn_the_card(gallery: Page) -> None:
    hands = Hands(gallery, "flashcard")
    hands.press("Show the back")
    hands.hears("H1")
    hands.press("Forgot")
    hands.hears("H2")
    hands.press("Try again")
    hands.press("Show the back")
    hands.press("Remembered")
    hands.hears("H3")


def test_a_case(gallery: Page) -> None:
    expect(gallery.locator(".case-set .item-head").first).to_contain_text(STEPS["I1"][0])
    title, note = STEPS["I2"]
    expect(gallery.get_by_role("group", name=title)).to_contain_text(note)


def test_the_result(page: Page) -> None:
    page.goto("metrics/regression/")
    items = page.locator("quiz-item[data-mode=practice]")
    expect(items.first).to_have_attribute("data-state", re.compile("."))
    for item in items.all():
        show, turn = (item.locator(f"[data-do={action}]") for action in ("show", "turn"))
        show.or_(turn).click()
        if item.get_attribute("data-interaction") == "flashcard":
            item.get_by_role("button", name="Forgot").click()
    end = page.locator(".quiz-end")
    end.get_by_role("button", name=re.compile("^Retry the")).click()
    expect(end.get_by_role("status")).to_have_text(STEPS["J3"][0])


def test_the_calculator(page: Page) -> None:
    page.goto("metrics/confusion-matrix/")
    root = page.locator("live-calculator")
    status = root.locator(".calculator-status")

    def hears(step: str) -> None:
        expect(status).to_contain_text(STEPS[step][0])

    field = root.locator("[name=fp]")
    expect(field).not_to_have_attribute("readonly", "")
    expect(root.locator("label", has=page.locator("strong", has_text="FP"))).to_contain_text(STEPS["K1"][0])
    root.get_by_role("button", name="Check my prediction").click()
    hears("K2")
    field.fill("42")
    hears("K3")
    root.locator("[name=tp]").fill("many")
    hears("K4")
    root.get_by_role("button", name="Reset").click()
    hears("K5")
    root.get_by_role("button", name="Skip").first.click()
    expect(root.locator("[data-step]:focus")).to_contain_text("Goal:")


def test_no_promise_of_the_script_is_left_out() -> None:
    own = (ROOT / "tests/browser/items/test_listening_script.py").read_text(encoding="utf-8")
    assert {step for step, words in STEPS.items() if words} == set(re.findall(r'"([A-K]\d+)"', own))
    assert len(STEPS) > 40
