"""B201: a choice speaks of other choices.

"All of the above" is right as soon as two are, "none" is right for the wrong reason, and after shuffling nothing stands
above.

Bad:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: all, text: All of the above, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Recall, feedback: It looks at what is there.}
    - {id: precision, text: Precision, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Accuracy, feedback: It looks at every message.}
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain, short

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
    for item in course.bank.of(ChoiceItem):
        for at, choice in enumerate(item.choices):
            if _OTHERS.fullmatch(plain(choice.text)):
                yield problem(
                    "B201",
                    item.at("choices", at, "text"),
                    f"`{short(choice.text)}` speaks of other choices. Write a distractor with a belief of its own, "
                    "or ask for several keys.",
                )
