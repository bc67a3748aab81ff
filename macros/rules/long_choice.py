"""B205: a choice has more than thirty words.

Several long choices can't be weighed against each other. What they share belongs into the stem. A warning.

Bad:
    choices:
    - id: recall
      text: >-
        The share of the messages that are really spam which the filter found, which is to say the ones it flagged
        rightly, divided by those together with the ones that got through it
      feedback: Found, of what was there.
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import short, words

LONGEST = 30


def check(course: Course) -> Iterator[Problem]:
    """Counts words."""
    for item in course.bank.of(ChoiceItem):
        for at, choice in enumerate(item.choices):
            count = len(words(choice.text))
            if count > LONGEST:
                yield problem(
                    "B205",
                    item.at("choices", at, "text"),
                    f"`{short(choice.text)}` has {count} words; at most {LONGEST}. Take {count - LONGEST} out, "
                    "or move what the choices share into the stem.",
                    warning=True,
                )
