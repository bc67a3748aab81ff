"""P118: the first use of a glossary term in a lesson is not a link.

Readers who meet a term before they read its lesson can follow the link to look it up. The link leads to the glossary
or to the page that teaches the term. The rule ignores that page itself, a first use in bold (which defines the term),
everyday words, code, tables, and headings. It is a warning.

Bad:
    docs/data/glossary.yml:
      spam: {names: [spam filter], meaning: A spam filter flags unwanted messages., page: "metrics/other#spam"}
    docs/metrics/other.md:
      body: |
        ## Spam {#spam}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A spam filter has recall too.

        {{ quiz() }}
Good:
    docs/data/glossary.yml:
      spam: {names: [spam filter], meaning: A spam filter flags unwanted messages., page: "metrics/other#spam"}
    docs/metrics/other.md:
      body: |
        ## Spam {#spam}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A [spam filter](other.md#spam) has recall too. Any spam filter has.

        {{ quiz() }}
"""

import posixpath
from collections.abc import Iterator

from macros.course import Course
from macros.course.terms import GLOSSARY, unlinked
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks through the text of each lesson."""
    lessons = {objective.page for objective in course.ledger.objectives.values()}
    for name in sorted(lessons & set(course.pages)) if course.ledger.glossary else ():
        page = course.pages[name]
        way = posixpath.relpath(GLOSSARY, posixpath.dirname(name) or ".")
        for use in unlinked(page, course.ledger.glossary):
            told = f"this is the first use of {use.term}. Write [{' '.join(use.text.split())}]({way}.md#{use.term})."
            yield problem("P118", page.at(use.at), told, warning=True)
