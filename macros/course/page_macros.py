"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from inspect import Signature, signature
from typing import Any, NamedTuple

from macros.ledger import Ledger
from macros.problems import did_you_mean

_TYPES: dict[str, type] = {"str": str, "int": int, "bool": bool, "str | None": str}


# Empty functions: only their parameters are used, which the arguments of calls must fit.
def _quiz_stub(*ids: str, mode: str = "practice") -> None: ...
def _value_stub(call: str, digits: int, /, *, percent: bool = False) -> None: ...
def _calculator_stub(name: str, /, *, preset: str | None = None) -> None: ...
def _stub_taking_name(name: str, /) -> None: ...
def _stub_taking_nothing() -> None: ...


def _no_written_ids(ledger: Ledger) -> Iterable[str]:
    return ()


def _html_ids_of_exams_and_domains(ledger: Ledger) -> Iterator[str]:
    for code, exam in ledger.exams.items():
        yield f"not-in-{code.lower()}"
        yield from (f"{code.lower()}-domain-{domain.id}" for domain in exam.domains)


class PageMacro(NamedTuple):
    """A macro: a function with its signature, whether it may stand in a sentence, and what links can name.

    written_ids: returns the ids of what the macro writes from the ledger; None if they are not known before it is
    rendered. The ids of items and calculators follow from their calls (macros/course/targets.py).
    """

    signature: Callable[..., None]
    is_inline: bool = False
    written_ids: Callable[[Ledger], Iterable[str]] | None = _no_written_ids


PAGE_MACROS: dict[str, PageMacro] = {
    "quiz": PageMacro(_quiz_stub),
    "value": PageMacro(_value_stub, is_inline=True),
    "calculator": PageMacro(_calculator_stub),
    "fact": PageMacro(_stub_taking_name, is_inline=True),
    "given": PageMacro(_stub_taking_name, is_inline=True),
    "picture": PageMacro(_stub_taking_name),
    "source_list": PageMacro(_stub_taking_nothing),
    "lab": PageMacro(_stub_taking_nothing),
    "lab_link": PageMacro(_stub_taking_name),
    "labs": PageMacro(_stub_taking_nothing),
    "playground": PageMacro(_stub_taking_nothing),
    "stored_answers": PageMacro(_stub_taking_nothing),
    "review": PageMacro(_stub_taking_nothing),
    "progress": PageMacro(_stub_taking_nothing, written_ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(_stub_taking_nothing),
    "rules": PageMacro(_stub_taking_nothing, written_ids=None),
    "gate": PageMacro(_stub_taking_nothing),
    "cards": PageMacro(_stub_taking_nothing, written_ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(_stub_taking_nothing, written_ids=lambda ledger: ledger.facts),
    "exams": PageMacro(_stub_taking_nothing, written_ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(_stub_taking_nothing),
    "glossary": PageMacro(_stub_taking_nothing, written_ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(_stub_taking_nothing),
    "calculators": PageMacro(_stub_taking_nothing),
    "topic": PageMacro(_stub_taking_nothing),
    "exam_shares": PageMacro(_stub_taking_nothing),
    "not_taught": PageMacro(_stub_taking_nothing, written_ids=_html_ids_of_exams_and_domains),
    "interactions": PageMacro(_stub_taking_nothing),
}


def arguments_and_fault(
    macro_name: str, positional: Sequence[Any], named: Mapping[str, Any]
) -> tuple[dict[str, Any], str]:
    """The arguments of a call by the names of the macro's parameters; none, and why, if they do not fit it."""
    if macro_name not in PAGE_MACROS:
        known = f" The macros are {', '.join(PAGE_MACROS)}."
        return {}, f"there is no macro {macro_name}.{did_you_mean(macro_name, PAGE_MACROS) or known}"
    wanted = signature(PAGE_MACROS[macro_name].signature)
    form = f"Call it as defined: {_definition_of_macro(macro_name, wanted)}."
    try:
        bound = wanted.bind(*positional, **named)
    except TypeError as fault:
        return {}, f"{macro_name} cannot be called like this: {fault}. {form}"
    for name, value in bound.arguments.items():
        for each in value if name == "ids" else [value]:
            if not isinstance(each, _TYPES[wanted.parameters[name].annotation]):
                return {}, f"{macro_name}: {name} cannot be {str(each)[:40]}. {form}"
    bound.apply_defaults()
    return bound.arguments, ""


def _definition_of_macro(macro_name: str, wanted: Signature) -> str:
    """The name of the macro and its parameters: `calculator(name: str, *, preset: str | None = None)`."""
    written = str(wanted).replace(" -> 'None'", "").replace("'", "")
    return macro_name + written.replace(", /", "")
