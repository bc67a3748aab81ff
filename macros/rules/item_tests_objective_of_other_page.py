"""B136: an item tests an objective that another page teaches.

Readers would encounter the question on a page that does not explain it, and their answer would count toward their
progress on the other page. A page that teaches no objective, such as the home page, may ask about any of them. It is
only a warning, but `make test` treats it as an error in the question bank of this site.

Bad:
    objective: precision
    docs/data/objectives.yml:
      precision: {statement: Compute precision, page: metrics/other}
    docs/metrics/other.md: {body: "## Precision {#precision}"}
Good:
    objective: precision
    docs/data/objectives.yml:
      precision: {statement: Compute precision, page: metrics/sample}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        ## Precision {#precision}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the objective of each item with the objectives of its page. Samples are exempt."""
    taught: dict[str, list[str]] = {}
    for name, objective in course.ledger.objectives.items():
        taught.setdefault(objective.page, []).append(name)
    for file in course.bank.files.values():
        own = taught.get(file.page, [])
        for item in file.items if own and not file.sample else ():
            entry = course.ledger.objectives.get(item.objective)
            if entry and entry.page != file.page and entry.page in course.pages:  # P111 reports any other page
                message = (f"{item.objective} is taught on docs/{entry.page}.md. Name an objective of this page "
                        f"({', '.join(own)}), or move the item there.")  # fmt: skip
                yield problem("B136", item.at("objective"), message, warning=True)
