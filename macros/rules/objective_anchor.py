"""P111: an objective has no heading of its own, or more than one.

Feedback sends readers back to the section that teaches; it needs one place to send them to.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall

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


def check(course: Course) -> Iterator[Problem]:
    """Counts headings with the objective's id on its page."""
    for name, objective in course.ledger.objectives.items():
        page = course.pages.get(objective.page)
        place = course.ledger.at("objectives", name, "page")
        if page is None:
            yield problem("P111", place, f"objective {name}: no page docs/{objective.page}.md.")
            continue
        found = [where for anchor, where in page.anchors if anchor == name]
        if not found:
            yield problem("P111", place, f"objective {name}: no heading with {{#{name}}} on {page.path}. Add it.")
        for where in found[1:]:
            yield problem("P111", where, f"a second heading with {{#{name}}}. Keep one.")
