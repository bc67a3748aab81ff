"""B212: feedback only repeats the choice.

The reader has just read the choice. Feedback should explain why the choice is tempting, or name the fact that makes
it right or wrong.

Bad:
    choices:
    - {id: recall, text: Found spam over all real spam, feedback: That is right; found spam over all real spam.}
    - {id: precision, text: Found spam over all flags, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Right calls over all calls, feedback: It counts every message equally.}
Good:
    choices:
    - {id: recall, text: Found spam over all real spam, feedback: The denominator includes the missed messages.}
    - {id: precision, text: Found spam over all flags, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Right calls over all calls, feedback: It counts every message equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import content_word_stems, plain_excerpt, stem

_VERDICTS = frozenset(map(stem, "true false right wrong correct incorrect yes sorry answer choice option key".split()))


def check(course: Course) -> Iterator[Problem]:
    """Looks for a content word that is not in the choice. Words such as "right" do not count."""
    for item in course.bank.items_with_distractors:
        for at, choice in enumerate(item.presentation.options):
            if not content_word_stems(choice.feedback) - content_word_stems(choice.text) - _VERDICTS:
                yield problem(
                    "B212",
                    item.at("choices", at, "feedback"),
                    f"feedback `{plain_excerpt(choice.feedback)}` only repeats the choice. Say why it is right or "
                    "wrong.",
                )
