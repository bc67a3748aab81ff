"""B504: the key is too often at the same position.

The page shuffles the choices, but exports keep the order of the file. An error is reported if a chi-square test over
all positions, or the test of the most frequent position, has a p-value below 0.01. A warning is reported if the z-score
of one position is above 2.33, or if more than four consecutive items on a page have their key at the same position.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 60}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 4}]}
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import GateItem, Position, active_choice_items, long_same_position_runs, up_to_date_report

SHOWN = 5


def check(course: Course) -> Iterator[Problem]:
    """Reads the gate's report, and looks for runs on each page."""
    items = {item.id: item for item in course.bank.items}
    items_with_choices, report = active_choice_items(course), up_to_date_report(course)
    if report.results and report.key_position_verdict != "ok":
        most = max(report.positions, key=lambda place: place.z)
        named = _first_ids_on_page_with_most_keys(items_with_choices, most)
        text = f"{_uneven_position_message(most, report.position_p)} Most of them are in: {', '.join(named)}."
        yield problem("B504", items[named[0]].at("choices"), text, warning=report.key_position_verdict == "warns")
    for run in long_same_position_runs(items_with_choices):
        names = f"from {run[0].id} to {run[-1].id}"
        yield problem(
            "B504",
            items[run[0].id].at("choices"),
            f"the keys of {len(run)} items in a row are at position {min(run[0].keys) + 1}, {names}. "
            "Move a key in the middle of them.",
            warning=True,
        )


def _uneven_position_message(position: Position, p_value: float) -> str:
    """How many keys are at the position, how many chance would put there, and how many to move."""
    return (
        f"{position.keys} of the items with {position.choices} choices have their key at position {position.position}, "
        "where chance "
        f"gives {position.expected:.0f} (z {position.z:.1f}; all positions p {p_value:.3f}). "
        f"Move {position.keys - round(position.expected)} of these keys."
    )


def _first_ids_on_page_with_most_keys(items: tuple[GateItem, ...], position: Position) -> list[str]:
    """Ids of the first items with their key at this position, from the page that has most of them."""
    there = [item for item in items if len(item.choices) == position.choices and item.keys == {position.position - 1}]
    [(page, _)] = Counter(item.page for item in there).most_common(1)
    return [item.id for item in there if item.page == page][:SHOWN]
