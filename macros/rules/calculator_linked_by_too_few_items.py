"""P115: fewer than three items link to a calculator.

Readers use a calculator if a question sends them to it. If a page has a calculator, at least three of its items must
include a link, in the stem or the feedback, to a specific calculator state, such as
`metrics/confusion-matrix.md#confusion_matrix?tp=8&fp=12&fn=2&tn=978`. Pages for contributors are exempt.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ calculator("confusion_matrix") }}

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course
from macros.problems import Problem, problem

ENOUGH = 3
FOR_CONTRIBUTORS = "contributing/"


def check(course: Course) -> Iterator[Problem]:
    """Counts items that link to a calculator, on the first page that shows it."""
    shown: dict[str, list[tuple[str, Problem]]] = {}
    linked: dict[str, int] = {}
    for page in course.pages.values():
        if page.name.startswith(FOR_CONTRIBUTORS):
            continue
        file = course.bank.files.get(page.name)
        for call in page.valid_calls_of("calculator"):
            name = call.arguments["name"]
            count = sum(_has_link_to_calculator_state(item, name) for item in file.items) if file else 0
            linked[name] = max(linked.get(name, 0), count)
            message = (
                f"{count} items of this page link to a state of {name}; at least {ENOUGH} are needed. Link to "
                f"`#{name}?...` in feedback."
            )
            shown.setdefault(name, []).append((page.name, problem("P115", call.place, message)))
    for name, places in shown.items():
        if linked[name] < ENOUGH:
            yield places[0][1]


def _has_link_to_calculator_state(item: Item, calculator: str) -> bool:
    """Whether a text of the item links to the calculator with values filled in."""
    return any(f"#{calculator}?" in text for _, text in item.paths_and_texts())
