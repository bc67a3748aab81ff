"""B208: a choice says how often without saying how often.

"Often" is true for one reader and false for the next, so nobody can be sure of the key. A warning.

Bad:
    choices:
    - {id: recall, text: What recall usually gives, feedback: It looks at what is there.}
    - {id: precision, text: What precision gives, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: What accuracy gives, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: What recall gives, feedback: It looks at what is there.}
    - {id: precision, text: What precision gives, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: What accuracy gives, feedback: It looks at every message.}
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain, short

_VAGUE = re.compile(r"\b(?:[Oo]ften|[Uu]sually|[Ss]ometimes|may|[Rr]arely|[Ss]eldom|[Ff]requently|[Oo]ccasionally)\b")


def check(course: Course) -> Iterator[Problem]:
    """Looks for such words in the texts of choices."""
    for item in course.bank.of(ChoiceItem):
        for at, choice in enumerate(item.choices):
            found = _VAGUE.search(plain(choice.text))
            if found:
                yield problem(
                    "B208",
                    item.at("choices", at, "text"),
                    f"`{found[0]}` in `{short(choice.text)}` can be argued about. Say when or how many, or drop it.",
                    warning=True,
                )
