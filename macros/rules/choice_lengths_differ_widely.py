"""B303: the choices differ widely in length.

Readers notice the longest or the shortest choice, and choices of very different lengths are often different kinds of
answers. The rule fires if the longest choice is more than 2.5 times as long as the shortest and also more than 30
characters longer. It is a warning.

Bad:
    choices:
    - {id: recall, text: Recall of the filter, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy of all predictions made by the filter, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall of the filter, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision of the filter, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy of the filter, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_excerpt, plain_line

TIMES, LONGER = 2.5, 30


def check(course: Course) -> Iterator[Problem]:
    """Compares the longest choice with the shortest one, in characters."""
    for item in course.bank.items_with_distractors:
        texts = sorted((plain_line(choice.text) for choice in item.presentation.options), key=len)
        least, most = len(texts[0]), len(texts[-1])
        if most > TIMES * least and most - least > LONGER:
            yield problem(
                "B303",
                item.at("choices"),
                f"the choices have {least} to {most} characters. Shorten `{plain_excerpt(texts[-1], 40)}` by "
                f"{most - max(int(TIMES * least), least + LONGER)} characters, or extend "
                f"`{plain_excerpt(texts[0], 40)}`.",
                warning=True,
            )
