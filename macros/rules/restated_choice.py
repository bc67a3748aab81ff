"""B212: feedback only says the choice again.

The reader has just read it. Feedback adds why it tempts, or what decides.

Bad:
    choices:
    - {id: recall, text: Found spam over all real spam, feedback: That is right; found spam over all real spam.}
    - {id: precision, text: Found spam over all flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Right calls over all calls, feedback: It looks at every message.}
Good:
    choices:
    - {id: recall, text: Found spam over all real spam, feedback: "What got through counts below the line, too."}
    - {id: precision, text: Found spam over all flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Right calls over all calls, feedback: It looks at every message.}
"""

from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import short, stem, stems

_VERDICTS = frozenset(map(stem, "true false right wrong correct incorrect yes sorry answer choice option key".split()))


def check(course: Course) -> Iterator[Problem]:
    """Looks for a word of substance that the choice has not, verdicts aside."""
    for item in course.bank.of(ChoiceItem):
        for at, choice in enumerate(item.choices):
            if not stems(choice.feedback) - stems(choice.text) - _VERDICTS:
                yield problem(
                    "B212",
                    item.at("choices", at, "feedback"),
                    f"feedback `{short(choice.feedback)}` adds nothing to its choice. Say why it is so, or why not.",
                )
