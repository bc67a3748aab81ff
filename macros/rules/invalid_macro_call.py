"""P114: a page calls something that does not exist.

If a fact, a number, a calculator, or a picture were missing, readers would see nothing in its place.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ fact("limmit") }}

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ fact("limit") }}

        {{ quiz() }}
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from inspect import signature

from macros.bank.metric_calls import MetricCallError, evaluate_and_format
from macros.course import Call, Course
from macros.course.labs import labs_by_name
from macros.course.page_macros import PAGE_MACROS
from macros.live import calculators
from macros.problems import Problem, did_you_mean, problem

SIGNATURES: dict[str, Callable[..., None]] = {name: macro.signature for name, macro in PAGE_MACROS.items()}
MODES = ("practice", "pretest")
_KINDS: dict[str, type] = {"str": str, "int": int, "bool": bool, "str | None": str}


def check(course: Course) -> Iterator[Problem]:
    """Looks up the macro of each call, and checks its arguments."""
    for page in course.pages.values():
        for call in page.calls:
            fault = _why_macro_or_arguments_invalid(call) or (
                FAULT[call.name](course, call) if call.name in FAULT else None
            )
            if fault:
                yield problem("P114", call.place, fault)


def _why_macro_or_arguments_invalid(call: Call) -> str | None:
    """Why there is no such macro or it does not accept the arguments, or None."""
    if call.name not in SIGNATURES:
        known = f" The macros are {', '.join(SIGNATURES)}."
        return f"there is no macro {call.name}.{did_you_mean(call.name, SIGNATURES) or known}"
    wanted = signature(SIGNATURES[call.name])
    pattern = f"Write {call.name}{wanted}.".replace(" -> 'None'", "").replace("'", "")
    try:
        bound = wanted.bind(*call.positional, **call.named).arguments
    except TypeError as fault:
        return f"{call.name} cannot be called like this: {fault}. {pattern}"
    for name, value in bound.items():
        kind = wanted.parameters[name].annotation
        for each in value if name == "ids" else [value]:
            if not isinstance(each, _KINDS[kind]):
                return f"{call.name}: {name} cannot be {str(each)[:40]}. {pattern}"
    mode = bound.get("mode", "practice")
    return (
        None
        if mode in MODES
        else f"there is no mode {mode}.{did_you_mean(mode, MODES) or ' The modes are practice and pretest.'}"
    )


def _why_fact_is_unknown(course: Course, call: Call) -> str | None:
    return _why_name_is_unknown("fact", call, course.ledger.entry_ids_in_file("facts"), "docs/data/facts.yml")


def _why_metric_call_fails(call: Call) -> str | None:
    try:
        evaluate_and_format(*call.positional, **call.named)
    except MetricCallError as fault:
        return f"the value cannot be computed: {fault}"
    return None


def _why_calculator_or_preset_unknown(course: Course, call: Call) -> str | None:
    modules = [module.name for module in pkgutil.iter_modules(calculators.__path__)]
    fault = _why_name_is_unknown("calculator", call, modules, "macros/live/calculators/")
    preset = call.named.get("preset")
    if fault is None and preset is not None:
        module = import_module(f"{calculators.__name__}.{call.positional[0]}")
        known = [each["name"] for each in module.PRESETS]
        if preset not in known:
            return (
                "there is no preset "
                f"{preset}.{did_you_mean(preset, known) or ' The presets are ' + ', '.join(known) + '.'}"
            )
    return fault


def _why_picture_is_unknown(course: Course, call: Call) -> str | None:
    known = [file.stem for file in (course.root / "docs/assets/pictures").glob("*.svg")]
    return _why_name_is_unknown("picture", call, known, "docs/assets/pictures/")


def _why_name_is_unknown(kind: str, call: Call, known_names: Iterable[str], where_listed: str) -> str | None:
    """Why the only argument of a call is not among the known names, or None."""
    name, names = call.positional[0] if len(call.positional) == 1 else None, list(known_names)
    if name in names:
        return None
    return f"there is no {kind} {name}.{did_you_mean(str(name), names) or f' See {where_listed}.'}"


def _why_lab_is_unknown(course: Course, call: Call) -> str | None:
    return _why_name_is_unknown("lab", call, labs_by_name(course.root, course.pages), "docs/labs/")


FAULT: dict[str, Callable[[Course, Call], str | None]] = {
    "fact": _why_fact_is_unknown,
    "value": lambda _, call: _why_metric_call_fails(call),
    "calculator": _why_calculator_or_preset_unknown,
    "picture": _why_picture_is_unknown,
    "lab_link": _why_lab_is_unknown,
}
