"""The macros that pages may call, listed once: how each is called, where it may stand, and which ids it writes.

`macros.rendering` and `macros.reference` implement them; a test compares their functions with this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from inspect import Parameter, Signature
from typing import Any, NamedTuple

from macros.ledger import Ledger
from macros.problems import did_you_mean


def _positional_parameter(name: str, type_: Any) -> Parameter:
    return Parameter(name, Parameter.POSITIONAL_ONLY, annotation=type_)


def _keyword_parameter(name: str, type_: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=type_, default=default)


_IDS_PARAMETER = Parameter("ids", Parameter.VAR_POSITIONAL, annotation=str)
_NAME_SIGNATURE = Signature([_positional_parameter("name", str)])


def _exam_and_domain_heading_ids(ledger: Ledger) -> Iterator[str]:
    """Ids of the headings for what is not taught: one for each exam, and one for each of its domains."""
    for code, exam in ledger.exams.items():
        yield f"not-in-{code.lower()}"
        yield from (f"{code.lower()}-domain-{domain.id}" for domain in exam.domains)


class PageMacro(NamedTuple):
    """A macro: the arguments it accepts, whether it may appear in a sentence, and what links can name.

    signature: the parameters of the macro; by default, the macro has no parameters.
    written_ids: returns the ids of what the macro writes from the ledger; None if they are not known before it is
    rendered. The ids of items and calculators follow from their calls (macros/course/targets.py).
    """

    signature: Signature = Signature()
    is_inline: bool = False
    written_ids: Callable[[Ledger], Iterable[str]] | None = lambda ledger: ()


PAGE_MACROS: dict[str, PageMacro] = {
    "quiz": PageMacro(Signature([_IDS_PARAMETER, _keyword_parameter("mode", str, default="practice")])),
    "value": PageMacro(
        Signature(
            [
                _positional_parameter("call", str),
                _positional_parameter("digits", int),
                _keyword_parameter("percent", bool, default=False),
            ]
        ),
        is_inline=True,
    ),
    "calculator": PageMacro(
        Signature([_positional_parameter("name", str), _keyword_parameter("preset", str | None, default=None)])
    ),
    "fact": PageMacro(_NAME_SIGNATURE, is_inline=True),
    "given": PageMacro(_NAME_SIGNATURE, is_inline=True),
    "picture": PageMacro(_NAME_SIGNATURE),
    "source_list": PageMacro(),
    "lab": PageMacro(),
    "lab_link": PageMacro(_NAME_SIGNATURE),
    "labs": PageMacro(),
    "playground": PageMacro(),
    "stored_answers": PageMacro(),
    "review": PageMacro(),
    "progress": PageMacro(written_ids=lambda ledger: ("objectives", "lessons", "confidence")),
    "today": PageMacro(),
    "rules": PageMacro(written_ids=None),
    "gate": PageMacro(),
    "cards": PageMacro(written_ids=lambda ledger: ledger.cards),
    "ledger": PageMacro(written_ids=lambda ledger: ledger.facts),
    "exams": PageMacro(written_ids=lambda ledger: map(str.lower, ledger.exams)),
    "coverage": PageMacro(),
    "glossary": PageMacro(written_ids=lambda ledger: ledger.glossary),
    "holdings": PageMacro(),
    "calculators": PageMacro(),
    "topic": PageMacro(),
    "exam_shares": PageMacro(),
    "not_taught": PageMacro(written_ids=_exam_and_domain_heading_ids),
    "interactions": PageMacro(),
}


def arguments_and_fault(
    macro_name: str, positional: Sequence[Any], named: Mapping[str, Any]
) -> tuple[dict[str, Any], str]:
    """The arguments of a call by the names of the macro's parameters; none, and why, if they do not fit it."""
    if macro_name not in PAGE_MACROS:
        known = f" The macros are {', '.join(PAGE_MACROS)}."
        return {}, f"there is no macro {macro_name}.{did_you_mean(macro_name, PAGE_MACROS) or known}"
    wanted = PAGE_MACROS[macro_name].signature
    parameters = str(wanted).replace("'", "").replace(", /", "")
    form = f"Call it as defined: {macro_name}{parameters}."
    try:
        bound = wanted.bind(*positional, **named)
    except TypeError as fault:
        return {}, f"{macro_name} cannot be called like this: {fault}. {form}"
    for name, value in bound.arguments.items():
        for each in value if name == "ids" else [value]:
            if not isinstance(each, wanted.parameters[name].annotation):
                return {}, f"{macro_name}: {name} cannot be {str(each)[:40]}. {form}"
    bound.apply_defaults()
    return bound.arguments, ""
