"""L114: a flashcard or a glossary term points to a place that does not exist, or quotes a fact that does not exist.

Flashcards and glossary terms name the place that teaches them: a page and the id of a heading. If that page does not
exist yet, this check only warns about it, but `make test` fails.

Bad:
    docs/data/glossary.yml:
      recall: {names: [recall], meaning: Recall is a share of actual positives., page: "metrics/sample#recal"}
Good:
    docs/data/glossary.yml:
      recall: {names: [recall], meaning: Recall is a share of actual positives., page: "metrics/sample#recall"}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.course.targets import link_target_ids
from macros.ledger.quoting import FACT
from macros.problems import Problem, did_you_mean, problem

_HOW = " Name the heading that teaches it, as in metrics/regression#interpret-r2."


def check(course: Course) -> Iterator[Problem]:
    """Checks the pages and anchors of cards and terms, and the facts in their texts."""
    known: dict[str, set[str]] = {}
    for kind in ("cards", "glossary"):
        for name, entry in getattr(course.ledger, kind).items():
            page, _, anchor = entry.page.partition("#")
            place = course.ledger.place_of(kind, name, "page")
            if page.endswith(".md") and page.removesuffix(".md") in course.pages:
                yield problem("L114", place, f"{name}: write the name of the page without `.md`.")
                continue
            if page not in course.pages:
                message = f"{name}: there is no page docs/{page[:60]}.md. Write it, or name another one."
                yield problem("L114", place, message, warning=True)
                continue
            if page not in known:
                known[page] = set(link_target_ids(course, course.pages[page]))
            ids = known[page]
            if anchor not in ids:
                hint = did_you_mean(anchor, ids) or _HOW
                yield problem("L114", place, f"{name}: there is no #{anchor[:60]} on docs/{page}.md.{hint}")
    yield from _fact_call_problems(course)


def _fact_call_problems(course: Course) -> Iterator[Problem]:
    """Problems of cards and terms that call `fact` with an unknown id, or in a form that is not replaced."""
    for kind, name, field, text in course.ledger.card_and_term_claim_fields():
        place = course.ledger.place_of(kind, name, field)
        for fact in FACT.findall(text):
            if fact not in course.ledger.entry_ids_in_file("facts"):
                hint = did_you_mean(fact, course.ledger.facts) or " Add it to docs/data/facts.yml."
                yield problem("L114", place, f"{name}: there is no fact {fact[:60]} in the ledger.{hint}")
        if "{{" in FACT.sub("", text):
            yield problem("L114", place, f'{name}: readers would see the braces. Write exactly `{{{{ fact("id") }}}}`.')
