"""B308: the stem ends in an article that only some of the choices can follow.

"It is an ..." rules out every choice that starts with a consonant. Move the article into the choices.

Bad:
    stem: The counts of actual and predicted classes are shown in an
    turns_on: {words: are shown, key: curve}
    choices:
    - {id: matrix, text: error matrix, feedback: Each of its cells holds one count.}
    - {id: curve, text: ROC curve, feedback: A curve shows rates instead of counts.}
    - {id: score, text: single score, feedback: A score is one number for all cases.}
    key: matrix
Good:
    stem: "The counts of actual and predicted classes are shown in:"
    turns_on: {words: are shown, key: curve}
    choices:
    - {id: matrix, text: an error matrix, feedback: Each of its cells holds one count.}
    - {id: curve, text: a ROC curve, feedback: A curve shows rates instead of counts.}
    - {id: score, text: a single score, feedback: A score is one number for all cases.}
    key: matrix
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

_ARTICLE = re.compile(r"\b(an?)\W*\Z")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


def check(course: Course) -> Iterator[Problem]:
    """Compares the first letters of choices where the stem ends in `a` or `an`."""
    for item in course.bank.items_with_distractors:
        found = _ARTICLE.search(plain_line(item.stem))
        starts = {bool(_VOWEL.match(plain_line(choice.text))) for choice in item.presentation.options}
        if found and len(starts) > 1:
            yield problem(
                "B308",
                item.at("stem"),
                f"the stem ends in `{found[1]}`, which only some choices can follow. Move the article into "
                "the choices.",
            )
