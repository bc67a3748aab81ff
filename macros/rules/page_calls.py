"""P114: a page calls something that does not exist.

A missing fact, number, calculator or picture would leave a hole in the sentence.

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

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from macros.bank.equals import EqualsError, shown
from macros.course import Call, Course
from macros.live import calculators
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Looks up what each call names."""
    for page in course.pages.values():
        for call in page.calls:
            fault = FAULT[call.name](course, call) if call.name in FAULT else None
            if fault:
                yield problem("P114", call.place, fault)


def _fact(course: Course, call: Call) -> str | None:
    return _unknown("fact", call, course.ledger.facts, "docs/data/facts.yml")


def _value(course: Course, call: Call) -> str | None:
    try:
        shown(*call.positional, **call.named)
    except EqualsError as fault:
        return f"value can't be computed: {fault}"
    except TypeError:
        return 'value takes a call and its digits: `{{ value("precision(tp=40, fp=10)", 2) }}`.'
    return None


def _calculator(course: Course, call: Call) -> str | None:
    modules = [module.name for module in pkgutil.iter_modules(calculators.__path__)]
    fault = _unknown("calculator", call, modules, "macros/live/calculators/")
    preset = call.named.get("preset")
    if fault is None and preset is not None:
        module = import_module(f"{calculators.__name__}.{call.positional[0]}")
        known = [each["name"] for each in module.PRESETS]
        if preset not in known:
            return f"no preset {preset}.{did_you_mean(preset, known) or ' Known are ' + ', '.join(known) + '.'}"
    return fault


def _picture(course: Course, call: Call) -> str | None:
    known = [file.stem for file in (course.root / "docs/assets/pictures").glob("*.svg")]
    return _unknown("picture", call, known, "docs/assets/pictures/")


def _unknown(kind: str, call: Call, known: Iterable[str], where: str) -> str | None:
    name, names = call.positional[0] if len(call.positional) == 1 else None, list(known)
    if name in names:
        return None
    return f"no {kind} {name}.{did_you_mean(str(name), names) or f' See {where}.'}"


FAULT: dict[str, Callable[[Course, Call], str | None]] = {
    "fact": _fact,
    "value": _value,
    "calculator": _calculator,
    "picture": _picture,
}
