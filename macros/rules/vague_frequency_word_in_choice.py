"""B208: a choice uses a vague frequency word.

Readers disagree about what "often" means, so the key is open to debate. It is a warning.

Bad:
    choices:
    - {id: recall, text: What recall usually gives, feedback: It divides by the actual positives.}
    - {id: precision, text: What precision gives, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: What accuracy gives, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: What recall gives, feedback: It divides by the actual positives.}
    - {id: precision, text: What precision gives, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: What accuracy gives, feedback: It counts every message equally.}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_excerpt, plain_line

_VAGUE = re.compile(r"\b(?:[Oo]ften|[Uu]sually|[Ss]ometimes|may|[Rr]arely|[Ss]eldom|[Ff]requently|[Oo]ccasionally)\b")


def check(course: Course) -> Iterator[Problem]:
    """Looks for vague frequency words in choices."""
    for item in course.bank.items_with_distractors:
        for at, choice in enumerate(item.presentation.options):
            found = _VAGUE.search(plain_line(choice.text))
            if found:
                yield problem(
                    "B208",
                    item.at("choices", at, "text"),
                    f"`{found[0]}` in `{plain_excerpt(choice.text)}` is vague. State when or how many, or remove it.",
                    warning=True,
                )
