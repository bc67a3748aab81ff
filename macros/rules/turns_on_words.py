"""B118: `turns_on` names words that neither stem nor case holds, or the same key.

An item asks for thought when some words of its stem or case decide: change them, and another key is right.

Bad:
    turns_on: {words: reviewers, key: precision}
Good:
    turns_on: {words: really spam, key: precision}
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from macros.bank import FlashcardItem, Item
from macros.bank.scoring import score
from macros.course import Course
from macros.ledger.validation import in_words
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Finds the words, and sees that the other key differs. At apply and analyze the field must be there."""
    for item in course.bank.items:
        if item.turns_on is None:
            if item.level in ("apply", "analyze"):
                yield problem(
                    "B118",
                    item.at("level"),
                    f"level {item.level} without turns_on. Name the words that decide, and what the key is with "
                    "others: `turns_on: {words: words of the stem, key: other key}`.",
                )
            continue
        if _words(item.turns_on.words) not in _words(f"{item.scenario} {item.stem}"):
            yield problem(
                "B118",
                item.at("turns_on", "words"),
                f"neither stem nor case holds `{item.turns_on.words[:60]}`. Quote its words.",
            )
        yield from _key_problems(item)


def _key_problems(item: Item) -> Iterator[Problem]:
    """The other key must be one that the item could have, and must not be right as the item stands."""
    assert item.turns_on is not None
    place = item.at("turns_on", "key")
    try:
        other = type(item).model_validate({**item.raw, "key": item.turns_on.key})
    except ValidationError as fault:
        yield problem("B118", place, f"the other key can't be this item's: {_said(fault, item)}")
        return
    if other.key == item.key or any(score(item.declaration(), response) == 1 for response in _responses(other)):
        yield problem("B118", place, "the other key is the same key. Name the one that would be right.")


def _responses(item: Item) -> list[Any]:
    """What a reader may give who has the key, as it is stored; a card has none."""
    declaration = item.declaration()
    if isinstance(item, FlashcardItem):
        return []
    if declaration.base == "float":
        return [repr(declaration.correct[0])]
    return declaration.correct if declaration.cardinality == "single" else [declaration.correct]


def _said(fault: ValidationError, item: Item) -> str:
    """The first thing that is wrong with the key, in words."""
    first = fault.errors(include_url=False)[0]
    if first["type"].startswith("B") and first["type"][1:].isdigit():
        return first["msg"]
    return f"it {in_words(first, type(item).model_fields, ('key',))}"


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
