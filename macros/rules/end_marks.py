"""B309: some choices end in a punctuation mark and others do not.

Any difference in form can help readers guess. If the choices are sentences, end each of them with a period. If they
are phrases, use no final punctuation.

Bad:
    choices:
    - {id: recall, text: It is recall., feedback: It divides by the actual positives.}
    - {id: precision, text: It is precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: It is accuracy, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: It is recall., feedback: It divides by the actual positives.}
    - {id: precision, text: It is precision., feedback: It looks at flagged messages only.}
    - {id: accuracy, text: It is accuracy., feedback: It counts every message equally.}
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
            ends = "end in a mark" if fewer is marked else "end without a mark"
            yield problem(
                "B309",
                item.at("choices"),
                f"of {len(item.choices)} choices, only {' and '.join(choice.id for choice in fewer)} {ends}. "
                "End all of them in the same way.",
            )
