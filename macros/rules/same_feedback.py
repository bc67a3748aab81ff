"""B211: two feedbacks of an item say the same.

Each wrong answer has a thought of its own behind it. The same feedback for two of them speaks to neither.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It is not what the question asks for, alas."}
    - {id: accuracy, text: Accuracy, feedback: It is not what the question asks for.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import likeness, short

ALIKE = 0.8


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of each two feedbacks."""
    for item in course.bank.items:
        told = [(steps, text) for steps, text in item.texts() if steps[-1] == "feedback"]
        for (_, one), (steps, other) in combinations(told, 2):
            share = likeness(one, other)
            if share >= ALIKE:
                yield problem(
                    "B211",
                    item.at(*steps),
                    f"feedback `{short(other)}` shares {share:.0%} of its words with another. "
                    "Speak to the thought behind this answer.",
                )
