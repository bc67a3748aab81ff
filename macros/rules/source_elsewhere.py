"""B137: an item names a source that its page does not rest on.

Most often it is left from the item that this one began as, and says nothing about it. The page's own sources stand in
its front matter, under `sources`; those of the facts that it or its items quote count too. A page that names none is
not looked at. A warning; `make test` holds this site's bank to it.

Bad:
    docs/metrics/sample.md: |
      ---
      title: Sample
      description: A page to test with.
      verified: 2026-11-24
      sources: [paper]
      ---
      ## Recall {#recall}

      {{ quiz() }}
    docs/data/sources.yml:
      paper: {title: Paper, url: "https://example.org/paper", seen: 2026-11-24}
Good:
    docs/metrics/sample.md: |
      ---
      title: Sample
      description: A page to test with.
      verified: 2026-11-24
      sources: [paper, guide]
      ---
      ## Recall {#recall}

      {{ quiz() }}
    docs/data/sources.yml:
      paper: {title: Paper, url: "https://example.org/paper", seen: 2026-11-24}
"""

from collections.abc import Iterator

from macros.bank import BankFile
from macros.bank.skeleton import NEW
from macros.course import Course, Page
from macros.problems import Problem, problem

_SHOWN = 6  # sources of a page that a message names


def check(course: Course) -> Iterator[Problem]:
    """Holds the source of each item against those of its page; samples only show how items look."""
    for file in course.bank.files.values():
        page = course.pages.get(file.page)
        own = list(map(str, page.meta.get("sources") or [])) if page else []
        if not page or not own or file.sample:
            continue
        quoted = _quoted(course, page, file)
        for item in file.items:
            if item.id.startswith(NEW):  # B126 lists what it still has from the sample
                continue
            if item.source in course.ledger.sources and item.source not in {*own, *quoted}:
                told = (f"{item.source} is none of the sources of {page.path} ({_listed(own)}). "
                        "Name the one you read. If it is this one, add it to `sources` there.")  # fmt: skip
                yield problem("B137", item.at("source"), told, warning=True)


def _quoted(course: Course, page: Page, file: BankFile) -> set[str]:
    """Sources of the facts that the page or its items quote."""
    facts = {str(call.positional[0]) for call in page.called("fact") if call.positional}
    facts.update(name for item in file.items for name in item.facts)
    return {course.ledger.facts[name].source for name in facts if name in course.ledger.facts}


def _listed(names: list[str]) -> str:
    rest = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + rest
