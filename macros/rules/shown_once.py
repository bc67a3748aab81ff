"""P116: a calculator or a picture is on a page twice.

Both have ids. A link to a state would find only the first calculator, and labels would name the wrong drawing.

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
    """Looks through the calls of each page."""
    for page in course.pages.values():
        seen: set[tuple[str, str]] = set()
        for call in [call for call in page.calls if call.name in KINDS and call.positional]:
            name = str(call.positional[0])
            if (call.name, name) in seen:
                yield problem("P116", call.place, f"the {call.name} {name} is already on this page. Keep one of them.")
            seen.add((call.name, name))
