"""B310: the key is formatted differently from every other choice.

A choice attracts attention if it is the only one with code, emphasis, or a capital letter.

Bad:
    choices:
    - {id: recall, text: "`recall`", feedback: It divides by the actual positives.}
    - {id: precision, text: precision, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: accuracy, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: "`recall`", feedback: It divides by the actual positives.}
    - {id: precision, text: "`precision`", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: "`accuracy`", feedback: It counts every message equally.}
"""

import re
from collections.abc import Callable, Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.prose import render_inline
from macros.wording import plain_line

_ORDINARY = re.compile(r"[^\W\d_][a-z]+\b")  # a first word that is not an acronym, so its capital is a matter of form
FORMS: dict[str, Callable[[str], bool]] = {
    "code": lambda text: "<code>" in render_inline(text),
    "emphasis": lambda text: "<em>" in render_inline(text) or "<strong>" in render_inline(text),
    "a link": lambda text: "<a " in render_inline(text),
    "a first capital": lambda text: plain_line(text)[:1].isupper(),
}


def check(course: Course) -> Iterator[Problem]:
    """Compares the form of the keys with the form of the distractors."""
    for item in course.bank.items_with_distractors:
        shown = item.presentation
        are_ordinary = all(_ORDINARY.match(plain_line(option.text)) for option in shown.options)
        for name, has_form in FORMS.items():
            if name == "a first capital" and not are_ordinary:
                continue
            right, wrong = (
                {has_form(option.text) for option in side} for side in (shown.key_options, shown.distractors)
            )
            if len(right) == len(wrong) == 1 and right != wrong:
                lacks = "only the key has" if right == {True} else "only the key lacks"
                yield problem("B310", item.at("key"), f"{lacks} {name}. Give all choices the same form.")
