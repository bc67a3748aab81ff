"""P125: a page contains longer lines, more brackets, or more repeated punctuation than the build can process.

Markdown is parsed with regular expressions whose running time is quadratic: doubling the length of the text quadruples
the parsing time. A malformed page could therefore stop the build. The limits on line length, indentation, brackets, and
repeated punctuation are far above what a lesson needs.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A line: ========================================

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A line: ====

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem

LONGEST_LINE = 1_000  # characters
DEEPEST = 24  # spaces and quote marks before a line
MOST_SPACES = 60  # in a row
MOST = {"[": 300, "<": 1_000, "*": 2_000, "`": 2_000}
_RUN = re.compile(r"([^\w\s])(?:[ \t]*\1){30,}")
_LONG = re.compile(rf"[^\n]{{{LONGEST_LINE + 1}}}")
_DEEP = re.compile(rf"^[ \t>]{{{DEEPEST + 1}}}|[ \t]{{{MOST_SPACES + 1}}}", re.MULTILINE)


def check(course: Course) -> Iterator[Problem]:
    """Measures the text of every page; in fenced code only lines and runs of white space count."""
    for page in course.pages.values():
        for at, message in _excess_positions_and_messages(page.markdown.with_masked_fenced_code):
            yield problem("P125", page.place_of_markdown(at), message)


def _excess_positions_and_messages(markdown: str) -> Iterator[tuple[int, str]]:
    """(position, message) of the first line that is too long, of repeated characters, and of too much markup."""
    if found := _LONG.search(markdown):
        yield found.start(), f"the line has more than {LONGEST_LINE:,} characters. Split it."
    if found := _RUN.search(markdown):
        yield found.start(), f"`{found[1]}` is repeated more than 30 times in a row. Remove it."
    if found := _DEEP.search(markdown):
        yield found.start(), "more spaces or quote marks in a row than a page needs. Remove them."
    for mark, most in MOST.items():
        if markdown.count(mark) > most:
            yield (
                0,
                f"the page contains {markdown.count(mark):,} `{mark}`; the limit is {most:,}. Split the page into two.",
            )
