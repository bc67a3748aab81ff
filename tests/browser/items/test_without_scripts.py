"""What can be read where there are no scripts; that an item is as tall without them: see test_waking.py."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from macros.bank.interactions.cloze import GAP
from macros.course import Course
from macros.prose import plain_text
from macros.rendering.interactions.numeric import twelve_digit_text
from tests.browser.items.placed import Placed, for_kind, pages_of_every_kind


def pair(left: str, right: str) -> str:
    return f"{left} {right}" if left.endswith((".", "?", "!")) else f"{left}: {right}"


def words_of(choices: Any) -> dict[str, str]:
    return {choice.id: plain_text(choice.text) for choice in choices}


KEYS: dict[str, Callable[[Any], list[str]]] = {
    "one": lambda item: [f"Answer: {words_of(item.choices)[item.key]}"],
    "several": lambda item: [f"Answer: {words_of(item.choices)[key]}" for key in item.key],
    "number": lambda item: [f"Answer: {twelve_digit_text(item.key)}"],
    "order": lambda item: [f"{at}. {words_of(item.choices)[key]}" for at, key in enumerate(item.key, 1)],
    "cloze": lambda item: [f"Answer: {item.key[0]}", *item.key],
    "card": lambda item: [f"Answer: {plain_text(item.key)}"],
    "match": lambda item: [
        pair(words_of(item.left)[left], words_of(item.right)[right]) for left, right in item.key.items()
    ],
}


def test_without_scripts_every_stem_choice_key_and_feedback_is_readable(
    open_context: Any, items: list[Placed], course: Course
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    bank = {each.id: each for each in course.bank.items}
    for url in pages_of_every_kind(items):
        page.goto(url)
        for placed in [each for each in items if each.url == url]:
            root = page.locator(f"#item-{placed.id}")
            for fold in root.locator("summary").all():  # those of hints come first
                fold.press("Enter")
            tells_all(root.inner_text(), placed, bank[placed.id])
            assert root.locator(".item-buttons button").first.is_hidden()


def test_the_file_of_each_page_holds_every_stem_choice_key_and_feedback(
    site: Path, items: list[Placed], course: Course
) -> None:
    bank = {each.id: each for each in course.bank.items}
    for url in dict.fromkeys(each.url for each in items):
        page = LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))
        for placed in [each for each in items if each.url == url]:
            [root] = page.css(f"#item-{placed.id}")
            tells_all(root.text(separator=" "), placed, bank[placed.id])


def tells_all(text: str, placed: Placed, item: Any) -> None:
    words = even(text)
    for path, written in item.paths_and_texts():
        for part in plain_text(written).split(GAP):
            assert even(part.removeprefix("Correct. ")) in words, f"{placed.id}: {path} cannot be read"
    for key in for_kind(placed.kind, KEYS, "KEYS in test_without_scripts.py")(item):
        assert even(key) in words, f"{placed.id} does not say what is right"


def even(text: str) -> str:
    """The text without spaces: elements that stand side by side have none, or many, between their words."""
    return "".join(text.split())
