"""B509: too many keys depend on a limit or a date.

When a fact becomes outdated, so does any item that depends on it. Such an item also tests only memory. The rule counts
an item if its key, the feedback for the key, or its rationale quotes a fact from the ledger. This should be true for at
most 10% of the items. The rule applies to banks of 100 or more items. It is only a warning, but `make test` treats it
as an error in the question bank of this site.

Bad:
    rationale: '{{ fact("limit") }} is the limit, and that decides.'
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    rationale: '{{ fact("limit") }} is the limit, and that decides.'
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course
from macros.ledger.quoting import FACT
from macros.problems import Problem, problem
from macros.rules.gate import blueprint

MOST = 0.10
SHOWN = 8


def check(course: Course) -> Iterator[Problem]:
    """Looks for ledger facts in the key, its feedback, and the rationale."""
    items = [item for _, item in course.bank.active_items_with_files]
    quoting = [item for item in items if _key_or_rationale_quotes_fact(item)]
    if blueprint.has_enough_items_to_judge_bank(course) and len(quoting) / len(items) > MOST:
        names = ", ".join(item.id for item in quoting[:SHOWN])[:120]
        message = (
            f"{len(quoting)} of {len(items)} keys depend on a limit or a date; at most {MOST:.0%} may. "
            f"Change some of them to depend on a lasting fact: {names}."
        )
        yield problem("B509", quoting[0].at("rationale"), message, warning=True)


def _key_or_rationale_quotes_fact(item: Item) -> bool:
    """Whether the key, its feedback, or the rationale quotes the ledger."""
    if not item.quoted_fact_ids:
        return False
    texts = [str(item.fields_as_written.get("rationale"))]
    if item.presentation.is_selection:
        keys = [item.fields_as_written[option.group][option.index] for option in item.presentation.key_options]
        texts += [f"{raw['text']} {raw['feedback']}" for raw in keys]
    else:
        texts.append(str(item.fields_as_written.get("key")))
    return any(FACT.search(text) for text in texts)
