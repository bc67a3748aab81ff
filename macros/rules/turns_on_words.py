"""B118: `turns_on` names words that neither stem nor case holds, or the same key.

An item asks for thought when some words of its stem or case decide: change them, and another key is right.

Bad:
    turns_on: {words: reviewers, key: precision}
Good:
    turns_on: {words: really spam, key: precision}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, Item
from macros.course import Course
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Finds the words, and sees that the other key differs. At apply and analyze a missing field is a warning."""
    for item in course.bank.items:
        if item.turns_on is None:
            if item.level in ("apply", "analyze"):
                yield problem(
                    "B118",
                    item.at("level"),
                    f"level {item.level} without turns_on. Name the words that decide.",
                    warning=True,
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
    assert item.turns_on is not None
    other = item.turns_on.key
    several = isinstance(item, ChoiceItem)
    if other == item.key or (several and _sorted(other) == _sorted(item.key)):
        yield problem(
            "B118", item.at("turns_on", "key"), "the other key is the same key. Name the one that would be right."
        )
    elif isinstance(item, ChoiceItem):
        offered = [choice.id for choice in item.choices]
        for name in other if isinstance(other, list) else [other]:
            if name not in offered:
                hint = did_you_mean(str(name), offered) or f" The choices are {', '.join(offered)}."
                told = f"turns_on names {str(name)[:60]}, which is no choice.{hint}"
                yield problem("B118", item.at("turns_on", "key"), told)


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _sorted(key: object) -> list[str]:
    return sorted(map(str, key)) if isinstance(key, list) else [str(key)]
