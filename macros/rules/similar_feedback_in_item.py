"""B211: two feedback texts of an item are nearly the same.

Each wrong answer comes from a different misunderstanding. If two of them have the same feedback, it explains neither.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: "Sorry, this is not the metric of the question."}
    - {id: accuracy, text: Accuracy, feedback: This is not the metric of the question.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import jaccard_similarity_of_words, plain_excerpt

ALIKE = 0.8


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of every two feedback texts."""
    for item in course.bank.items:
        feedback = [(steps, text) for steps, text in item.paths_and_texts() if steps[-1] == "feedback"]
        for (_, one), (steps, other) in combinations(feedback, 2):
            share = jaccard_similarity_of_words(one, other)
            if share >= ALIKE:
                yield problem(
                    "B211",
                    item.at(*steps),
                    f"feedback `{plain_excerpt(other)}` shares {share:.0%} of its words with another one. "
                    "Address the idea behind this answer.",
                )
