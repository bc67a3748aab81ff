"""B308: the stem ends in an article that some choices do not follow.

"It is an ..." rules out every choice that starts with a consonant. The article belongs into the choices.

Bad:
    stem: How often a class was really there, and how often it was said, is counted in an
    turns_on: {words: counted, key: curve}
    choices:
    - {id: matrix, text: error matrix, feedback: Its cells hold one count each.}
    - {id: curve, text: ROC curve, feedback: A curve holds shares and no counts.}
    - {id: score, text: single score, feedback: A score is one number for all.}
    key: matrix
Good:
    stem: "How often a class was really there, and how often it was said, is counted in:"
    turns_on: {words: counted, key: curve}
    choices:
    - {id: matrix, text: an error matrix, feedback: Its cells hold one count each.}
    - {id: curve, text: a ROC curve, feedback: A curve holds shares and no counts.}
    - {id: score, text: a single score, feedback: A score is one number for all.}
    key: matrix
"""

import re
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain

_ARTICLE = re.compile(r"\b(an?)\W*\Z")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


def check(course: Course) -> Iterator[Problem]:
    """Compares the first letters of choices where the stem ends in `a` or `an`."""
    for item in course.bank.of(ChoiceItem):
        found = _ARTICLE.search(plain(item.stem))
        starts = {bool(_VOWEL.match(plain(choice.text))) for choice in item.choices}
        if found and len(starts) > 1:
            yield problem(
                "B308",
                item.at("stem"),
                f"the stem ends in `{found[1]}`, which only some choices follow. Move the article into the choices.",
            )
