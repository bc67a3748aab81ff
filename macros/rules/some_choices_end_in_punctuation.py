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

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

MARKS = ".!?;:,"


def check(course: Course) -> Iterator[Problem]:
    """Compares the last characters of choices."""
    for item in course.bank.items_with_distractors:
        options = item.presentation.options
        marked = [option for option in options if plain_line(option.text).endswith(tuple(MARKS))]
        if 0 < len(marked) < len(options):
            unmarked = [option for option in options if option not in marked]
            fewer, ending = (marked, "in") if len(marked) <= len(unmarked) else (unmarked, "without")
            yield problem(
                "B309",
                item.at("choices"),
                f"of {len(options)} choices, only {' and '.join(option.id for option in fewer)} end {ending} a mark. "
                "End all of them in the same way.",
            )
