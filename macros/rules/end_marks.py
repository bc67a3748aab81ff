"""B309: some choices end in a mark, others do not.

Each difference of form is a difference to guess by. Sentences end in a full stop, all of them; phrases in nothing.

Bad:
    choices:
    - {id: recall, text: It is recall., feedback: It looks at what is there.}
    - {id: precision, text: It is precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: It is accuracy, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: It is recall., feedback: It looks at what is there.}
    - {id: precision, text: It is precision., feedback: "It looks at flags, no more."}
    - {id: accuracy, text: It is accuracy., feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

MARKS = ".!?;:,"


def check(course: Course) -> Iterator[Problem]:
    """Compares the last characters of choices."""
    for item in course.bank.of(ChoiceItem):
        marked = [choice for choice in item.choices if plain(choice.text).endswith(tuple(MARKS))]
        if 0 < len(marked) < len(item.choices):
            fewer = marked if 2 * len(marked) <= len(item.choices) else [c for c in item.choices if c not in marked]
            does = "ends in a mark" if fewer is marked else "ends in none"
            yield problem(
                "B309",
                item.at("choices"),
                f"of {len(item.choices)} choices {' and '.join(choice.id for choice in fewer)} alone {does}. "
                "End all of them alike.",
            )
