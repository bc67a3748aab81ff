"""P116: a calculator or a picture stands on a page twice.

Both carry ids: a link to a state would find the first one alone, and labels would name the wrong drawing.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ calculator("confusion_matrix") }}

        {{ calculator("confusion_matrix", preset="rates") }}

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem

KINDS = ("calculator", "picture")


def check(course: Course) -> Iterator[Problem]:
    """Follows the calls of each page."""
    for page in course.pages.values():
        seen: set[tuple[str, str]] = set()
        for call in [call for call in page.calls if call.name in KINDS and call.positional]:
            name = str(call.positional[0])
            if (call.name, name) in seen:
                yield problem("P116", call.place, f"{call.name} {name} stands on this page already. Keep one.")
            seen.add((call.name, name))
