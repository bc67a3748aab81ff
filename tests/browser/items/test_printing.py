"""Each interaction on paper: the texts of a page that is shown as printed."""

import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.bank import Item
from macros.course import Course
from macros.prose import plain_text
from tests.browser.items.placed import KINDS, Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.printed import shown_as

PAPER = {"width": 816, "height": 1056}  # US Letter at 96 dpi
WITHOUT_ANSWERS = "() => { document.body.dataset.print = 'without-answers'; }"
SIZES_OF_UNCHOSEN = "selects => selects.filter(({ value }) => !value).map(it => getComputedStyle(it).fontSize)"
# their options are no text that is shown, except for the one that is chosen
REMOVE_SELECTS = "selects => selects.forEach(select => select.remove())"


@pytest.fixture(scope="module")
def bank(course: Course) -> dict[str, Item]:
    return {item.id: item for item in course.bank.items}


def squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def options_of(item: Item) -> list[str]:
    """What a reader can choose from; nothing where an answer is typed or a card is turned over."""
    return [plain_text(option.text) for option in item.presentation.initial_order]


@pytest.mark.parametrize("is_without_answers", [True, False])
def test_every_option_of_every_interaction_is_on_paper(
    page: Page, items: list[Placed], bank: dict[str, Item], is_without_answers: bool, subtests: Any
) -> None:
    samples = [of_kind([each for each in items if each.url == "contributing/gallery/"], kind) for kind in KINDS]
    page.goto(samples[0].url)
    for placed in samples:
        Shown(page, placed).is_there()
    if is_without_answers:
        page.evaluate(WITHOUT_ANSWERS)
    page.set_viewport_size(PAPER)
    shown_as(page, "print")
    selects = page.locator("quiz-item select")
    assert set(selects.evaluate_all(SIZES_OF_UNCHOSEN)) == {"0px"}, "a line to write on, without a word"
    selects.evaluate_all(REMOVE_SELECTS)
    text = squeeze(page.locator("article").inner_text())
    for placed in samples:
        with subtests.test(kind=placed.kind):
            presentation = bank[placed.id].presentation
            for words in options_of(bank[placed.id]):
                assert squeeze(words) in text, words
            if placed.kind != "cloze":
                assert squeeze(plain_text(presentation.stem)) in text
            rationale = squeeze(plain_text(presentation.rationale))
            assert (rationale in text) != is_without_answers
    for words in ["How sure are you?", "Copy link", "Read the case"]:
        assert squeeze(words) not in text, words
    assert "Case:tunnelcracks" in text
