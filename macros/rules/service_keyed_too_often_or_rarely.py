"""B513: a service is nearly always the key, or almost never.

The rule looks at service names that are choices in at least four single-key items. Each of them should be the key in
15% to 60% of those items. Otherwise, the name alone gives the key away or rules a choice out. It is only a warning, but
`make test` treats it as an error in the question bank of this site.

Bad:
    choices:
    - {id: recall, text: Canvas, feedback: It divides by all actual positives.}
    - {id: precision, text: Autopilot, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: JumpStart, feedback: It counts every message equally.}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 4}]}
Good:
    choices:
    - {id: recall, text: Canvas, feedback: It divides by all actual positives.}
    - {id: precision, text: Autopilot, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: JumpStart, feedback: It counts every message equally.}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 3}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course
from macros.ledger.names import service_names_in_text
from macros.problems import Problem, problem

OFFERED = 4
LEAST, MOST = 0.15, 0.60


def check(course: Course) -> Iterator[Problem]:
    """Counts how often each name is offered and how often it is the key. A name in all choices does not count."""
    offered, right = Counter[str](), Counter[str]()
    where: dict[str, list[Item]] = {}
    for _, item in course.bank.active_items_with_files:
        if item.presentation.has_one_key:
            held = [service_names_in_text(choice.text) for choice in item.presentation.options]
            everywhere = frozenset.intersection(*held)
            for choice, names in zip(item.presentation.options, held, strict=True):
                for name in names - everywhere:
                    offered[name] += 1
                    right[name] += choice.id == item.key
                    where.setdefault(name, []).append(item)
    for name, count in offered.items():
        share = right[name] / count
        if count >= OFFERED and not LEAST <= share <= MOST:
            message = (
                f"{name} is offered {count} times and is the key in {right[name]} ({share:.0%}); it should be "
                f"{LEAST:.0%} to "
                f"{MOST:.0%}. {'Offer it as a distractor' if share > MOST else 'Make it the key'} more often: "
                f"{', '.join(dict.fromkeys(item.id for item in where[name]))[:140]}."
            )
            yield problem("B513", where[name][0].at("choices"), message, warning=True)
