"""B206: two choices hold nearly the same words.

Parallel choices are good, but where nine words in ten agree, the difference is looked for and not thought about.
A warning.

Bad:
    choices:
    - {id: recall, text: Spam found in all of the messages that really are spam, feedback: It looks at what is there.}
    - {id: precision, text: Spam found in all of the messages that are spam, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Spam among all the messages that were flagged, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Spam found in all the messages that are spam, feedback: It looks at what is there.}
    - {id: precision, text: Spam among all the messages that were flagged, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Messages called rightly among all there were, feedback: It looks at every message.}
"""

from collections.abc import Iterator
from itertools import combinations

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import likeness, plain

ALIKE = 0.9


def check(course: Course) -> Iterator[Problem]:
    """Compares the words of each two choices; equal texts are another rule's."""
    for item in course.bank.of(ChoiceItem):
        for (_, one), (at, other) in combinations(enumerate(item.choices), 2):
            share = likeness(one.text, other.text)
            if share >= ALIKE and plain(one.text).casefold() != plain(other.text).casefold():
                yield problem(
                    "B206",
                    item.at("choices", at, "text"),
                    f"choices {other.id} and {one.id} share {share:.0%} of their words. Move what they share into the "
                    "stem, or reword one.",
                    warning=True,
                )
