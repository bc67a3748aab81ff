"""Each interaction on paper: what Chromium prints to PDF is read back."""

import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.bank import Item
from macros.course import Course
from macros.prose import plain_text
from tests.browser.items.placed import KINDS, Placed, of_kind
from tests.browser.items.shown import Shown
from tests.browser.pdf_text import text_of_pdf

ON_PAPER = "() => { document.body.dataset.print = 'without-answers'; }"


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
        page.evaluate(ON_PAPER)
    text = text_of_pdf(page.pdf())
    for placed in samples:
        with subtests.test(kind=placed.kind):
            presentation = bank[placed.id].presentation
            for words in options_of(bank[placed.id]):
                assert squeeze(words) in text, words
            if placed.kind != "cloze":
                assert squeeze(plain_text(presentation.stem)) in text
            rationale = squeeze(plain_text(presentation.rationale))
            assert (rationale in text) != is_without_answers
    for words in ["How sure are you?", "Copy link", "Choose …", "Read the case"]:
        assert squeeze(words) not in text, words
    assert "Case:tunnelcracks" in text
