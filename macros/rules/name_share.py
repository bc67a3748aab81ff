"""B513: a service is nearly always the key where it is offered, or hardly ever.

A name that is offered four times or more, in items with one key, is the key in 15 to 60 % of them. Else the name alone
gives the key, or rules a choice out. A warning; `make test` holds this site's bank to it.

Bad:
    choices:
    - {id: recall, text: Canvas, feedback: It looks at what is really there.}
    - {id: precision, text: Autopilot, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: JumpStart, feedback: It looks at every message.}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 4}]}
Good:
    choices:
    - {id: recall, text: Canvas, feedback: It looks at what is really there.}
    - {id: precision, text: Autopilot, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: JumpStart, feedback: It looks at every message.}
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 3}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.bank import ChoiceItem
from macros.course import Course
from macros.ledger.names import named_in
from macros.problems import Problem, problem
from macros.rules.gate import blueprint

OFFERED = 4
LEAST, MOST = 0.15, 0.60


def check(course: Course) -> Iterator[Problem]:
    """Counts for each name how often it was offered, and how often right; one in all choices tells nothing."""
    offered, right = Counter[str](), Counter[str]()
    where: dict[str, list[ChoiceItem]] = {}
    for _, item in blueprint.asked(course):
        if isinstance(item, ChoiceItem) and blueprint.has_one_key(item):
            held = [named_in(choice.text) for choice in item.choices]
            everywhere = frozenset.intersection(*held)
            for choice, names in zip(item.choices, held, strict=True):
                for name in names - everywhere:
                    offered[name] += 1
                    right[name] += choice.id == item.key
                    where.setdefault(name, []).append(item)
    for name, count in offered.items():
        share = right[name] / count
        if count >= OFFERED and not LEAST <= share <= MOST:
            told = (
                f"{name} is offered {count} times and is the key in {right[name]}, {share:.0%}; {LEAST:.0%} to "
                f"{MOST:.0%}. {'Offer it where it is wrong' if share > MOST else 'Ask what it is right for'}: "
                f"{', '.join(dict.fromkeys(item.id for item in where[name]))[:140]}."
            )
            yield problem("B513", where[name][0].at("choices"), told, warning=True)
