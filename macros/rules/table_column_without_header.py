"""P119: a table column has no header.

A screen reader announces the column header before each cell. The top left cell also needs a header, which says what
the rows are.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        | | Found |
        |---|---:|
        | spam | 40 |

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        | Kind | Found |
        |---|---:|
        | spam | 40 |

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem

_HEAD = re.compile(r"^\|(?P<cells>.*)\|[ \t]*\n\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$", re.MULTILINE)


def check(course: Course) -> Iterator[Problem]:
    """Reads the header row of each table."""
    for page in course.pages.values():
        for found in _HEAD.finditer(page.text):
            empty = [at for at, cell in enumerate(found["cells"].split("|"), 1) if not cell.strip()]
            if empty:
                message = (
                    f"column {empty[0]} has no header. Write what it contains or, in the first column, "
                    "what the rows are."
                )
                yield problem("P119", page.place_in_file(found.start()), message)
