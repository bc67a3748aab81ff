"""B205: a choice has more than 30 words.

Readers cannot compare several long choices. Move the words that the choices share into the stem. It is a warning.

Bad:
    choices:
    - id: recall
      text: >-
        The share of the messages that are really spam and that the filter flags, which is the number of spam messages
        that it flags, divided by the number of all messages that are really spam
      feedback: This is the definition of recall.
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
from macros.wording import plain_excerpt, words

LONGEST = 30


def check(course: Course) -> Iterator[Problem]:
    """Counts words."""
    for item in course.bank.items_with_distractors:
        for at, choice in enumerate(item.presentation.options):
            count = len(words(choice.text))
            if count > LONGEST:
                yield problem(
                    "B205",
                    item.at("choices", at, "text"),
                    f"`{plain_excerpt(choice.text)}` has {count} words; the limit is {LONGEST}. Remove "
                    f"{count - LONGEST}, or move what the choices share into the stem.",
                    warning=True,
                )
