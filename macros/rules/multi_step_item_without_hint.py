"""B405: an item that takes several steps has no hint.

Without a hint, a reader who gets stuck on a calculation, an order, or an analysis would have to reveal the answer. A
hint names the next step, such as counting a group or reading certain words in the stem again. It must not give away the
key (B215). Numeric items, order items, and items at the `analyze` level need at least one hint.

Bad:
    interaction: numeric
    hints:
Good:
    interaction: numeric
    hints: [Count the messages that the filter flagged.]
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks at every item that is not retired."""
    for item in course.bank.items:
        if item.status is None and not item.hints and (reason := _why_hint_is_needed(item)):
            message = f"{reason} needs a hint. Add one to `hints` that names the next step without giving the key."
            yield problem("B405", item.at("id"), message)


def _why_hint_is_needed(item: Item) -> str:
    """What makes a hint necessary, or an empty string."""
    if item.presentation.is_numeric:
        return "a numeric item"
    if item.presentation.is_ordering:
        return "an order item"
    return "an item at the analyze level" if item.level == "analyze" else ""
