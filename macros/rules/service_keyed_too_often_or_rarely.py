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
from macros.problems import Problem, problem

FEWEST_CHOICES = 4
LEAST, MOST = 0.15, 0.60


def check(course: Course) -> Iterator[Problem]:
    """Counts how often each name is a choice and how often it is the key. A name in all choices does not count."""
    names_in = course.ledger.service_names.names_in
    choice_counts, key_counts = Counter[str](), Counter[str]()
    items_by_name: dict[str, list[Item]] = {}
    for _, item in course.bank.active_items_with_files:
        if item.presentation.is_single_selection:
            names_by_choice = [names_in(choice.text) for choice in item.presentation.options]
            everywhere = frozenset.intersection(*names_by_choice)
            for choice, names in zip(item.presentation.options, names_by_choice, strict=True):
                for name in names - everywhere:
                    choice_counts[name] += 1
                    key_counts[name] += choice.id == item.key
                    items_by_name.setdefault(name, []).append(item)
    for name, count in choice_counts.items():
        share = key_counts[name] / count
        if count >= FEWEST_CHOICES and not LEAST <= share <= MOST:
            message = (
                f"{name} is offered {count} times and is the key in {key_counts[name]} ({share:.0%}); it should be "
                f"{LEAST:.0%} to "
                f"{MOST:.0%}. {'Offer it as a distractor' if share > MOST else 'Make it the key'} more often: "
                f"{', '.join(dict.fromkeys(item.id for item in items_by_name[name]))[:140]}."
            )
            yield problem("B513", items_by_name[name][0].at("choices"), message, warning=True)
