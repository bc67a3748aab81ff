"""B104: two choices have the same text.

If a reader selects the second of them, the feedback says that the text of the key is wrong.

Bad:
    choices:
    - {id: recall, text: "0.67", feedback: It divides by the actual positives.}
    - {id: f1, text: "0.67", feedback: "That is F1, a mean of both."}
    - {id: precision, text: "0.80", feedback: It looks at flagged messages only.}
Good:
    choices:
    - {id: recall, text: "0.67", feedback: It divides by the actual positives.}
    - {id: f1, text: "0.73", feedback: "That is F1, a mean of both."}
    - {id: precision, text: "0.80", feedback: It looks at flagged messages only.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, Item, MatchItem, OrderItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.prose import plain


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of choices, without markup and case."""
    for item in course.bank.items:
        for field, offered in _offered(item):
            first: dict[str, str] = {}
            for at, (name, text) in enumerate(offered):
                twin = first.setdefault(plain(text).casefold(), name)
                if twin != name:
                    yield problem(
                        "B104",
                        item.at(field, at, "text"),
                        f"the choices {name} and {twin} have the same text. Reword or remove one of them.",
                    )


def _offered(item: Item) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What a reader can choose, by field."""
    if isinstance(item, ChoiceItem | OrderItem):
        yield "choices", [(choice.id, choice.text) for choice in item.choices]
    if isinstance(item, MatchItem):
        yield "left", [(row.id, row.text) for row in item.left]
        yield "right", [(row.id, row.text) for row in item.right]
