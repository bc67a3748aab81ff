"""B114: the key does not score 1, or a listed mistake does.

The page scores answers in the same way as this rule. It would mark a mistake that is within the tolerance as correct.

Bad:
    interaction: numeric
    mistakes: [{value: 0.801, feedback: This is the rounded value of another metric.}]
    tolerance: {abs: 0.01}
Good:
    interaction: numeric
    mistakes: [{value: 0.67, feedback: It divides by the actual positives.}]
    tolerance: {abs: 0.01}
"""

from collections.abc import Iterator
from typing import Any

from macros.bank import Item, WrongAnswer
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Scores each key and each mistake as the page does."""
    for item in course.bank.items:
        if score(item.scoring_declaration(), _key_as_response(item)) != 1:
            yield problem("B114", item.at("key"), "the key does not score 1. Correct the key.")
        for mistake in item.presentation.mistakes:
            if score(item.scoring_declaration(), mistake.response) == 1:
                yield problem("B114", item.at(*mistake.path_in_item), _accepted_mistake_message(item, mistake))


def _accepted_mistake_message(item: Item, accepted_mistake: WrongAnswer) -> str:
    """The message for a mistake that scores as the key does."""
    if accepted_mistake.written:
        return f"the mistake `{accepted_mistake.written[:40]}` is also accepted as the key. Remove one of them."
    return (
        f"the mistake {float(accepted_mistake.response):g} is within the tolerance of the key {item.key:g}. "
        "Reduce the tolerance, or remove the mistake."
    )


def _key_as_response(item: Item) -> Any:
    """The key as a reader would give it."""
    declaration = item.scoring_declaration()
    if declaration.base == "float":
        return repr(declaration.correct[0])
    return declaration.correct if declaration.cardinality != "single" else declaration.correct[0]
