"""B210: feedback has fewer than 25 characters.

"That is wrong." teaches nothing. Feedback speaks to the thought that led to the answer.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: Right.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

SHORTEST = 25


def check(course: Course) -> Iterator[Problem]:
    """Counts the characters of every feedback, markup aside."""
    for item in course.bank.items:
        for steps, text in item.texts():
            length = len(plain(text))
            if steps[-1] == "feedback" and length < SHORTEST:
                yield problem(
                    "B210",
                    item.at(*steps),
                    f"feedback `{plain(text)}` has {length} characters; at least {SHORTEST}. "
                    "Say what thinking leads here, and what it overlooks.",
                )
