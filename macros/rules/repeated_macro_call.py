"""P116: a calculator, a picture, or a generated table is on a page twice.

Calculators and pictures have ids. If one of them is on a page twice, a link to a state of the calculator would find
only the first one, and labels would refer to the wrong picture. Generated tables are long, and many copies of them
would make the build fail.

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
from macros.course.page_macros import PAGE_MACROS
from macros.problems import Problem, problem

REPEATABLE = {
    "quiz",
    *(name for name, macro in PAGE_MACROS.items() if macro.is_inline),
}  # as often as a page needs them


def check(course: Course) -> Iterator[Problem]:
    """Looks through the calls of each page."""
    for page in course.pages.values():
        seen: set[tuple[str, str]] = set()
        for call in (call for call in page.calls if call.name not in REPEATABLE and not call.fault):
            name = call.arguments.get("name", "")
            if (call.name, name) in seen:
                message = f"{call.name}{f' {name}' if name else ''} is already on this page. Keep one of them."
                yield problem("P116", call.place, message)
            seen.add((call.name, name))
