"""B137: an item names a source that its page does not list.

Often, the source was left over from the item that was copied, and it does not support the new item. A page lists its
sources under `sources` in its front matter. If the page or its items quote facts, the sources of these facts are also
accepted. Pages without sources are not checked. It is only a warning, but `make test` treats it as an error in the
question bank of this site.

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
    """Compares the source of each item with the sources of its page. Samples are exempt."""
    for file in course.bank.files.values():
        page = course.pages.get(file.page)
        own = page.meta.sources if page else []
        if not page or not own or file.sample:
            continue
        quoted = _sources_of_quoted_facts(course, page, file)
        for item in file.items:
            if item.id.startswith(NEW):  # B126 lists what it still has from the sample
                continue
            if item.source in course.ledger.sources and item.source not in {*own, *quoted}:
                message = (f"{item.source} is not a source of {page.path} ({_join_names_up_to_limit(own)}). "
                        "Name the source that you read, or add this one to `sources` of the page.")  # fmt: skip
                yield problem("B137", item.at("source"), message, warning=True)


def _sources_of_quoted_facts(course: Course, page: Page, file: BankFile) -> set[str]:
    """Sources of the facts that the page or its items quote."""
    facts = {call.arguments["name"] for call in page.valid_calls_of("fact")}
    facts.update(name for item in file.items for name in item.quoted_fact_ids)
    return {course.ledger.facts[name].source for name in facts if name in course.ledger.facts}


def _join_names_up_to_limit(names: list[str]) -> str:
    """The first names separated by commas, and the number of the others."""
    rest = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + rest
