"""P123: code is written in an unusual form.

The rules on HTML and attributes must recognize code exactly as the site generator does. So code has only two forms: a
span in single backticks on one line, or an unindented block between fences of three backticks.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        Write `make
        check`.

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        Write `make check`, or

        ```sh
        make check
        ```

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.course.markdown import unusual_fence_positions
from macros.problems import Problem, problem

_LINE = re.compile(r"[^\n]*`[^\n]*")


def check(course: Course) -> Iterator[Problem]:
    """Reads the marks of code of every page."""
    for page in course.pages.values():
        for at in unusual_fence_positions(page.markdown.text):
            message = (
                "the code fence has an unusual form. Begin it with ``` and a language, end it with ```, unindented."
            )
            yield problem("P123", page.place_of_markdown(at), message)
        for line in _LINE.finditer(page.markdown.with_masked_fenced_code):
            if "```" not in line[0] and (line[0].count("`") % 2 or "``" in line[0] or "\\`" in line[0]):
                message = "the code span has an unusual form. Begin and end it with one backtick on the same line."
                yield problem("P123", page.place_of_markdown(line.start() + line[0].index("`")), message)
