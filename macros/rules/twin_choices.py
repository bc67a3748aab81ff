"""B104: two choices read the same.

A reader who picks the second is told that the very words marked right are wrong.

Bad:
    choices:
    - {id: recall, text: "0.67", feedback: It looks at what is there.}
    - {id: f1, text: "0.67", feedback: "That is F1, a mean of both."}
    - {id: precision, text: "0.80", feedback: "It looks at flags, no more."}
Good:
    choices:
    - {id: recall, text: "0.67", feedback: It looks at what is there.}
    - {id: f1, text: "0.73", feedback: "That is F1, a mean of both."}
    - {id: precision, text: "0.80", feedback: "It looks at flags, no more."}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, Item, MatchItem, OrderItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.prose import plain


def check(course: Course) -> Iterator[Problem]:
    """Compares choices by their words, markup and case aside."""
    for item in course.bank.items:
        for field, offered in _offered(item):
            first: dict[str, str] = {}
            for at, (name, text) in enumerate(offered):
                twin = first.setdefault(plain(text).casefold(), name)
                if twin != name:
                    yield problem(
                        "B104",
                        item.at(field, at, "text"),
                        f"choice {name} reads the same as {twin}. Reword one, or drop it.",
                    )


def _offered(item: Item) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What a reader may pick, by the field that holds it."""
    if isinstance(item, ChoiceItem | OrderItem):
        yield "choices", [(choice.id, choice.text) for choice in item.choices]
    if isinstance(item, MatchItem):
        yield "left", [(row.id, row.text) for row in item.left]
        yield "right", [(row.id, row.text) for row in item.right]
