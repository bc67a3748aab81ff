"""B304: only the key is qualified.

If only one choice has parentheses, a clause after a comma, a "because", or a number, readers assume that the author
took special care to make it correct.

Bad:
    choices:
    - {id: recall, text: "Recall, of real spam", feedback: It divides by the actual positives.}
    - {id: precision, text: Precision of all messages, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Accuracy of all messages, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: "Recall, of real spam", feedback: It divides by the actual positives.}
    - {id: precision, text: "Precision, of all messages", feedback: It looks at flagged messages only.}
    - {id: accuracy, text: "Accuracy, of all messages", feedback: It counts every message equally.}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line

QUALIFIERS = {
    "a text in parentheses": re.compile(r"\([^)]{1,100}\)"),
    "a clause after a comma": re.compile(r"[,;:]\s[^,;:]*"),
    "a reason": re.compile(r"\b(?:because|since|so that|in order to)\b[^,;]*", re.IGNORECASE),
    "a number": re.compile(r"(?<![\w.])\d[\d.,]*"),
}


def check(course: Course) -> Iterator[Problem]:
    """Looks for qualifiers in every key and in no distractor."""
    for item in course.bank.items_with_distractors:
        keys, distractors = (
            [plain_line(option.text) for option in side]
            for side in (item.presentation.key_options, item.presentation.distractors)
        )
        for name, pattern in QUALIFIERS.items():
            in_keys = [pattern.search(text) for text in keys]
            if in_keys[0] and all(in_keys) and not any(map(pattern.search, distractors)):
                yield problem(
                    "B304",
                    item.at("key"),
                    f"only the key has {name}: `{in_keys[0][0].strip()[:60]}`. Add one to a distractor, or "
                    "remove it from the key.",
                )
