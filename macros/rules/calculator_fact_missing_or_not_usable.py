"""L120: a calculator cannot compute with a fact that it quotes.

A calculator converts each fact that it names in `FACTS` into its own units. If the fact is missing, is not a positive
number, or has a unit that the calculator does not know, the pages with this calculator cannot be built.

Bad:
    docs/data/facts.yml: {async-max-run: {text: "1 hour", value: 1, unit: hour, source: guide, seen: 2026-11-24}}
Good:
    docs/data/facts.yml: {async-max-run: {text: "1 hour", value: 1, unit: h, source: guide, seen: 2026-11-24}}
"""

from collections.abc import Iterator
from types import ModuleType

from macros.course import Course
from macros.course.calculators import calculators_by_name
from macros.ledger import Fact
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks up the facts of each calculator."""
    yield from _missing_fact_problems(course)
    for calculator, module in calculators_by_name().items():
        for name in module.FACTS:
            fact = course.ledger.facts.get(name)
            for field, message in _value_and_unit_faults(fact, module) if fact else ():
                place = course.ledger.place_of("facts", name, field)
                yield problem("L120", place, f"{name}: the calculator {calculator} {message}")


def _missing_fact_problems(course: Course) -> Iterator[Problem]:
    """A problem where a page shows a calculator, for each of its facts that the ledger does not have."""
    known = course.ledger.entry_ids_in_file("facts")
    for call in [call for page in course.pages.values() for call in page.valid_calls_of("calculator")]:
        for name in getattr(calculators_by_name().get(call.arguments["name"]), "FACTS", ()):
            if name not in known:
                hint = did_you_mean(name, known) or " Add it to docs/data/facts.yml."
                yield problem("L120", call.place, f"the calculator quotes the fact {name}, which does not exist.{hint}")


def _value_and_unit_faults(fact: Fact, module: ModuleType) -> Iterator[tuple[str, str]]:
    """(field of the fact, why the calculator cannot compute with it)."""
    if not isinstance(fact.value, int | float):
        yield "value", f"needs a number; this is {str(fact.value)[:40]}. Write a number."
    elif fact.value <= 0:
        yield "value", f"needs a number above 0; this is {fact.value}. Correct it."
    if fact.unit not in module.UNITS:
        yield "unit", f"does not know the unit {fact.unit[:40] or '(none)'}. Write one of {', '.join(module.UNITS)}."
