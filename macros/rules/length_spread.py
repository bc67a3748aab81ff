"""B303: choices differ widely in length.

Unequal choices draw the eye to one end, and are most often of different kinds. It fires when the longest has more than
2.5 times and 30 characters more than the shortest. A warning.

Bad:
    choices:
    - {id: recall, text: Recall of the filter, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy of all calls that the filter made, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall of the filter, feedback: It looks at what is there.}
    - {id: precision, text: Precision of the filter, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy of the filter, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain, short

TIMES, LONGER = 2.5, 30


def check(course: Course) -> Iterator[Problem]:
    """Compares the longest choice with the shortest, in characters."""
    for item in course.bank.of(ChoiceItem):
        texts = sorted((plain(choice.text) for choice in item.choices), key=len)
        least, most = len(texts[0]), len(texts[-1])
        if most > TIMES * least and most - least > LONGER:
            yield problem(
                "B303",
                item.at("choices"),
                f"choices have {least} to {most} characters. Shorten `{short(texts[-1], 40)}` by "
                f"{most - max(int(TIMES * least), least + LONGER)} characters, or say more in `{short(texts[0], 40)}`.",
                warning=True,
            )
