"""B307: words of the stem come back in the key, and in no other choice.

Matching words is how readers guess who know nothing. It is an error when the key shares two words of substance with the
stem and no distractor shares any, a warning when it shares two more than the best distractor.

Bad:
    choices:
    - {id: recall, text: Found spam messages, feedback: It looks at what is there.}
    - {id: precision, text: Rightly raised flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Calls that were right, feedback: It looks at every one there is.}
Good:
    choices:
    - {id: recall, text: Found spam messages, feedback: It looks at what is there.}
    - {id: precision, text: Messages rightly flagged as spam, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Messages rightly called, feedback: It looks at every one there is.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import stem, stems, words

SHARED = 2


def check(course: Course) -> Iterator[Problem]:
    """Counts shared stems: of the key that shares least, and of the distractor that shares most."""
    for item in course.bank.of(ChoiceItem):
        asked = stems(item.stem)
        right = min(
            (asked & stems(choice.text) for choice in item.right), key=lambda found: (len(found), sorted(found))
        )
        best = max((len(asked & stems(choice.text)) for choice in item.wrong), default=len(right))
        if len(right) - best >= SHARED:
            said = sorted({word for word in words(item.stem) if stem(word) in right})
            yield problem(
                "B307",
                item.at("key"),
                f"the key shares {', '.join(f'`{word}`' for word in said)} with the stem, a distractor at most {best}. "
                f"Reword {len(right) - best - 1} of them, or let a distractor share them.",
                warning=best > 0,
            )
