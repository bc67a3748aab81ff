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

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.prose import plain


def check(course: Course) -> Iterator[Problem]:
    """Compares choices by their words, markup and case aside."""
    for item in course.bank.items:
        first: dict[str, str] = {}
        for at, choice in enumerate(item.choices if isinstance(item, ChoiceItem) else []):
            twin = first.setdefault(plain(choice.text).casefold(), choice.id)
            if twin != choice.id:
                yield problem(
                    "B104",
                    item.at("choices", at, "text"),
                    f"choice {choice.id} reads the same as {twin}. Reword one, or drop it.",
                )
