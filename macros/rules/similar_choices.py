"""B206: two choices have nearly the same words.

Parallel wording is good. But if two choices share 90% of their words, readers have to search for the difference
instead of thinking about it. It is a warning.

Bad:
    choices:
    - {id: recall, text: Spam found in all of the mail that also is spam, feedback: It divides by the actual positives.}
    - {id: precision, text: Spam found in all of the mail that is spam, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Spam among all the messages that were flagged, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Spam found in all the messages that are spam, feedback: It divides by the actual positives.}
    - {id: precision, text: Spam among all the messages that were flagged, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Correct predictions among all the messages, feedback: It counts every message equally.}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import jaccard_similarity_of_words, plain_line

ALIKE = 0.9


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of every two choices. Equal texts are left to another rule."""
    for item in course.bank.items_with_distractors:
        for (_, one), (at, other) in combinations(enumerate(item.presentation.options), 2):
            share = jaccard_similarity_of_words(one.text, other.text)
            if share >= ALIKE and plain_line(one.text).casefold() != plain_line(other.text).casefold():
                yield problem(
                    "B206",
                    item.at("choices", at, "text"),
                    f"choices {other.id} and {one.id} share {share:.0%} of their words. Move what they share into the "
                    "stem, or reword one of them.",
                    warning=True,
                )
