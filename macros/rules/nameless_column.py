"""P119: a column of a table has no name.

A screen reader reads the name of the column before each cell. The top left cell needs a name too: it says what the
rows are.

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
                said = (
                    f"column {empty[0]} has no name. Say what it contains; in the top left cell, say what the rows are."
                )
                yield problem("P119", page.at(found.start()), said)
