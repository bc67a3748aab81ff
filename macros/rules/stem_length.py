"""B204: a stem is too short to be answered unseen, or too long to be kept in mind.

Fewer than eight words leave the question to the choices: readers compare those instead of thinking. Beyond 120 words
reading is what is tested. A warning.

Bad:
    stem: Which share is it?
Good:
    stem: Of 60 messages that are really spam 40 are found. Which share of them is that?
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem, NumericItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import short, words

SHORTEST, LONGEST = 8, 120


def check(course: Course) -> Iterator[Problem]:
    """Counts words."""
    for item in course.bank.items:
        if not isinstance(item, (ChoiceItem, NumericItem)):
            continue
        count = len(words(item.stem))
        if count < SHORTEST:
            told = f"`{short(item.stem)}` has {count} words. Add {SHORTEST - count}, so that it can be answered unseen."
        elif count > LONGEST:
            told = f"{count} words; at most {LONGEST}. Take {count - LONGEST} out: what decides nothing can go."
        else:
            continue
        yield problem("B204", item.at("stem"), told, warning=True)
