"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from macros.ledger import Ledger


def _quiz_signature(*ids: str, mode: str = "practice") -> None: ...
def _value_signature(call: str, digits: int, *, percent: bool = False) -> None: ...
def _calculator_signature(name: str, *, preset: str | None = None) -> None: ...
def _one_name_signature(name: str) -> None: ...
def _no_argument_signature() -> None: ...


def _no_ids(ledger: Ledger) -> Iterable[str]:
    return ()


def _not_taught_ids(ledger: Ledger) -> Iterator[str]:
    for code, exam in ledger.exams.items():
        yield f"not-in-{code.lower()}"
        yield from (f"{code.lower()}-domain-{domain.id}" for domain in exam.domains)


class PageMacro(NamedTuple):
    """A macro: a function with its signature, whether it may stand in a sentence, and what links can name.

    ids: returns the ids of what the macro writes from the ledger; None if its ids are not known before it is rendered.
    The ids of items and calculators follow from their calls (macros/course/targets.py).
    """

    signature: Callable[..., None]
    is_inline: bool = False
    ids: Callable[[Ledger], Iterable[str]] | None = _no_ids


PAGE_MACROS: dict[str, PageMacro] = {
    "quiz": PageMacro(_quiz_signature),
    "value": PageMacro(_value_signature, is_inline=True),
    "calculator": PageMacro(_calculator_signature),
    "fact": PageMacro(_one_name_signature, is_inline=True),
    "given": PageMacro(_one_name_signature, is_inline=True),
    "picture": PageMacro(_one_name_signature),
    "source_list": PageMacro(_no_argument_signature),
    "lab": PageMacro(_no_argument_signature),
    "lab_link": PageMacro(_one_name_signature),
    "labs": PageMacro(_no_argument_signature),
    "playground": PageMacro(_no_argument_signature),
    "stored_answers": PageMacro(_no_argument_signature),
    "review": PageMacro(_no_argument_signature),
    "progress": PageMacro(_no_argument_signature, ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(_no_argument_signature),
    "rules": PageMacro(_no_argument_signature, ids=None),
    "gate": PageMacro(_no_argument_signature),
    "cards": PageMacro(_no_argument_signature, ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(_no_argument_signature, ids=lambda ledger: ledger.facts),
    "exams": PageMacro(_no_argument_signature, ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(_no_argument_signature),
    "glossary": PageMacro(_no_argument_signature, ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(_no_argument_signature),
    "topic": PageMacro(_no_argument_signature),
    "exam_shares": PageMacro(_no_argument_signature),
    "not_taught": PageMacro(_no_argument_signature, ids=_not_taught_ids),
    "interactions": PageMacro(_no_argument_signature),
}
