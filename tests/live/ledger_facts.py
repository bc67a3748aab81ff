"""The ledger's facts as a page gives them to a calculator."""

from functools import cache
from pathlib import Path

from macros.ledger import load_ledger
from macros.rendering.sources import format_us_date

ROOT = Path(__file__).parents[2]


@cache
def _all_facts():
    facts = load_ledger(ROOT).facts
    return {
        key: {"text": fact.text, "value": str(fact.value), "unit": fact.unit, "seen": format_us_date(fact.seen)}
        for key, fact in facts.items()
    }


def facts_of(calculator):
    """{id: {text, value, unit, seen}} of the facts that the calculator quotes."""
    return {key: _all_facts()[key] for key in calculator.FACTS}
