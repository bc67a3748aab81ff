"""B117: a numeric key differs from the result of its `equals`.

The key may be rounded, but the result of `equals` must be within the tolerance.

Bad:
    interaction: numeric
    key: 0.9
Good:
    interaction: numeric
    key: 0.8
"""

from collections.abc import Iterator

from macros.bank.metric_calls import evaluate_metric_call
from macros.bank.scoring import score
from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Scores the computed value against the key."""
    for item in course.bank.items:
        calculation = item.presentation.calculation
        if calculation:
            computed = evaluate_metric_call(calculation)
            if score(item.scoring_declaration(), repr(computed)) != 1:
                yield problem(
                    "B117",
                    item.at("key"),
                    f"the key is {item.key:g}, but {calculation} gives {computed:.6g}. Correct one of them.",
                )
