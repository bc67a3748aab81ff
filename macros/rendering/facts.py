"""Numbers in prose: from the ledger, from a metric, or marked as invented."""

from __future__ import annotations

from collections.abc import Mapping

from macros.bank.equals import EqualsError, shown
from macros.ledger import Fact
from macros.problems import did_you_mean
from macros.rendering.problems import problem_mark
from macros.rendering.whole import words


def fact_text(facts: Mapping[str, Fact], name: str) -> str:
    """The text of a fact, its spaces kept on one line."""
    fact = facts.get(name)
    if fact is None:
        return problem_mark(f"no fact {name} in the ledger.{did_you_mean(name, facts)}")
    return words(fact.text).replace(" ", "&nbsp;") if len(fact.text) <= 20 else words(fact.text)


def value_text(call: str, digits: int, *, percent: bool = False) -> str:
    """What a metric gives, with so many digits."""
    try:
        return words(shown(call, digits, percent=percent)).replace(" ", "&nbsp;")
    except EqualsError as fault:
        return problem_mark(str(fault))


def given_text(number: str) -> str:
    """A number of the page's own example, which no ledger holds."""
    return words(number).replace(" ", "&nbsp;")
