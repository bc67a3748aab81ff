"""L121: two glossary terms have the same name, and nothing distinguishes them.

In the glossary, readers would find two definitions under one name. If the name really has several meanings, the field
`sense` of each entry says which one it defines.

Bad:
    docs/data/glossary.yml:
      recall: {names: [recall], meaning: Recall is a share of actual positives., page: "metrics/sample#recall"}
      tpr: {names: [Recall], meaning: Recall is the true positive rate., page: "metrics/sample#recall"}
Good:
    docs/data/glossary.yml:
      recall: {names: [recall], meaning: Recall is a share of actual positives., page: "metrics/sample#recall"}
      tpr: {names: [TPR], meaning: The TPR is the true positive rate., page: "metrics/sample#recall"}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the names of all terms, whatever their capitals are."""
    terms = course.ledger.glossary
    entries_by_name: dict[str, list[str]] = {}
    for entry, term in terms.items():
        for at, name in enumerate(term.names):
            earlier = entries_by_name.setdefault(name.casefold(), [])
            for other in earlier:
                if other != entry and (None in (term.sense, terms[other].sense) or term.sense == terms[other].sense):
                    message = (
                        f"{name} is also a name of {other}. Give each its own `sense`, or remove one of the names."
                    )
                    yield problem("L121", course.ledger.place_of("glossary", entry, "names", at), f"{entry}: {message}")
                    break
            earlier.append(entry)
