"""B201: a choice refers to other choices.

"All of the above" must be the key as soon as a reader sees that two choices are correct. "None of the above" can be
chosen for the wrong reason. In addition, choices are shuffled, so nothing is reliably "above".

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: all, text: All of the above, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It divides by the actual positives.}
    - {id: precision, text: Precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy, feedback: It counts every message equally.}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_excerpt, plain_line

_OTHERS = re.compile(
    r"(all|none|both|any|either|neither|two|some)( of)? (the|these|those)( \w+)? ?"
    r"(above|below|others?|choices|options|answers|these|those)\b.*"
    r"|(all|none|both|any|either|neither) (of )?(the above|these|them|those)\.?"
    r"|(both )?[a-f](,? (and|or|nor) [a-f])+\.?"
    r"|(the )?above( choices| options)?\.?",
    re.IGNORECASE,
)


def check(course: Course) -> Iterator[Problem]:
    """Reads the texts of choices."""
    for item in course.bank.items_with_distractors:
        for at, choice in enumerate(item.presentation.options):
            if _OTHERS.fullmatch(plain_line(choice.text)):
                yield problem(
                    "B201",
                    item.at("choices", at, "text"),
                    f"`{plain_excerpt(choice.text)}` refers to other choices. Write a distractor based on a "
                    "misconception, or ask for several keys.",
                )
