"""B507: a topic asks too much from memory.

At most four items of ten may be of level recall, over the pages of a folder. What can be looked up is seldom what an
exam, or work, turns on. Looked for in banks of a hundred items or more and topics of ten. A warning;
`make test` holds this site's bank to it.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: matching, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 12}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem
from macros.rules.gate import blueprint

MOST = 0.40
JUDGED_FROM = 10  # items of a topic


def check(course: Course) -> Iterator[Problem]:
    """Counts levels by folder."""
    if not blueprint.is_judged(course):
        return
    every, recalled = Counter[str](), Counter[str]()
    for file, item in blueprint.asked(course):
        every[blueprint.topic(file)] += 1
        recalled[blueprint.topic(file)] += item.level == "recall"
    for name, count in every.items():
        if count >= JUDGED_FROM and recalled[name] / count > MOST:
            told = (
                f"{recalled[name]} of {count} items are of level recall; at most {MOST:.0%}. "
                "Ask what would change, or why, in place of some."
            )
            yield problem("B507", Place(f"quizzes/{name}"), told, warning=True)
