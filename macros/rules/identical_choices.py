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

from macros.course import Course
from macros.problems import Problem, problem
from macros.prose import plain_text


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of choices, without markup and case."""
    for item in course.bank.items:
        for options in item.presentation.options_by_group.values():
            first_id: dict[str, str] = {}
            for option in options:
                twin = first_id.setdefault(plain_text(option.text).casefold(), option.id)
                if twin != option.id:
                    yield problem(
                        "B104",
                        item.at(*option.path_in_item, "text"),
                        f"the choices {option.id} and {twin} have the same text. Reword or remove one of them.",
                    )
