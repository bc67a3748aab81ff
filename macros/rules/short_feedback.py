"""B210: feedback has fewer than 25 characters.

"That is wrong." teaches nothing. Feedback should address the misunderstanding that led to the answer.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: Right.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

SHORTEST = 25


def check(course: Course) -> Iterator[Problem]:
    """Counts the characters of every feedback text, without markup."""
    for item in course.bank.items:
        for steps, text in item.paths_and_texts():
            length = len(plain_line(text))
            if steps[-1] == "feedback" and length < SHORTEST:
                yield problem(
                    "B210",
                    item.at(*steps),
                    f"feedback `{plain_line(text)}` has {length} characters; at least {SHORTEST} are needed. "
                    "Say which idea leads to this answer, and what it overlooks.",
                )
