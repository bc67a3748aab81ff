"""B118: `turns_on` quotes words that are in neither the stem nor the case, or it names the same key as the item.

The answer to an item at the `apply` or `analyze` level depends on specific words in its stem or case. If these words
change, a different key is correct.

Bad:
    turns_on: {words: reviewers, key: precision}
Good:
    turns_on: {words: really spam, key: precision}
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from macros.bank import Item
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem
from macros.validation import error_message_after_field_name


def check(course: Course) -> Iterator[Problem]:
    """Looks for the words, and compares the other key with the key. Levels apply and analyze need the field."""
    for item in course.bank.items:
        if item.turns_on is None:
            if item.level in ("apply", "analyze"):
                yield problem(
                    "B118",
                    item.at("level"),
                    f"an item at the {item.level} level needs turns_on. Quote the decisive words, and name the key if "
                    "they were different: `turns_on: {words: words of the stem, key: other key}`.",
                )
            continue
        if _casefold_and_collapse_spaces(item.turns_on.words) not in _casefold_and_collapse_spaces(
            f"{item.case_text} {item.stem}"
        ):
            yield problem(
                "B118",
                item.at("turns_on", "words"),
                f"neither the stem nor the case contains `{item.turns_on.words[:60]}`. Quote the exact words.",
            )
        yield from _other_key_problems(item)


def _other_key_problems(item: Item) -> Iterator[Problem]:
    """Problems with the key in `turns_on`: it must be possible for this item, but wrong for it as it is."""
    assert item.turns_on is not None
    place = item.at("turns_on", "key")
    try:
        other = type(item).model_validate({**item.fields_as_written, "key": item.turns_on.key})
    except ValidationError as fault:
        yield problem(
            "B118", place, f"this item cannot have the other key: {_first_answer_key_error_message(fault, item)}"
        )
        return
    if other.key == item.key or any(
        score(item.scoring_declaration(), response) == 1 for response in _correct_responses_as_stored(other)
    ):
        yield problem(
            "B118", place, "the other key is the same as the key. Name the key that would be correct with other words."
        )


def _correct_responses_as_stored(item: Item) -> list[Any]:
    """Responses that match the key, as they are stored. Where readers assess themselves, there are none."""
    declaration = item.scoring_declaration()
    if item.presentation.is_self_assessed:
        return []
    if declaration.base == "float":
        return [repr(declaration.correct[0])]
    return declaration.correct if declaration.cardinality == "single" else [declaration.correct]


def _first_answer_key_error_message(key_error: ValidationError, item: Item) -> str:
    """The first error of a key that cannot be validated, in words."""
    first = key_error.errors(include_url=False)[0]
    if first["type"].startswith("B") and first["type"][1:].isdigit():
        return first["msg"]
    return f"it {error_message_after_field_name(first, type(item).model_fields, ('key',))}"


def _casefold_and_collapse_spaces(text: str) -> str:
    return " ".join(text.casefold().split())
