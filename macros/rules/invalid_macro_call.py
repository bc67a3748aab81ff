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

from collections.abc import Callable, Iterable, Iterator

from macros.bank.metric_calls import MetricCallError, evaluate_and_format
from macros.course import Call, Course
from macros.course.calculators import calculators_by_name
from macros.problems import Problem, did_you_mean, problem

MODES = ("practice", "pretest")


def check(course: Course) -> Iterator[Problem]:
    """Looks up the macro of each call, and checks its arguments."""
    for page in course.pages.values():
        for call in page.calls:
            fault = call.fault or (FAULT[call.name](course, call) if call.name in FAULT else "")
            if fault:
                yield problem("P114", call.place, fault)


def _why_mode_is_unknown(call: Call) -> str:
    mode = call.arguments["mode"]
    if mode in MODES:
        return ""
    return f"there is no mode {mode}.{did_you_mean(mode, MODES) or ' The modes are practice and pretest.'}"


def _why_fact_is_unknown(course: Course, call: Call) -> str:
    return _why_name_is_unknown("fact", call, course.ledger.entry_ids_in_file("facts"), "docs/data/facts.yml")


def _why_metric_call_fails(call: Call) -> str:
    try:
        evaluate_and_format(**call.arguments)
    except MetricCallError as fault:
        return f"the value cannot be computed: {fault}"
    return ""


def _why_calculator_or_preset_unknown(course: Course, call: Call) -> str:
    fault = _why_name_is_unknown("calculator", call, calculators_by_name(), "macros/live/calculators/")
    preset = call.arguments["preset"]
    if not fault and preset is not None:
        known = [each["name"] for each in calculators_by_name()[call.arguments["name"]].PRESETS]
        if preset not in known:
            return (
                "there is no preset "
                f"{preset}.{did_you_mean(preset, known) or ' The presets are ' + ', '.join(known) + '.'}"
            )
    return fault


def _why_picture_is_unknown(course: Course, call: Call) -> str:
    known = [file.stem for file in (course.root / "docs/assets/pictures").glob("*.svg")]
    return _why_name_is_unknown("picture", call, known, "docs/assets/pictures/")


def _why_name_is_unknown(noun: str, call: Call, known_names: Iterable[str], where_listed: str) -> str:
    """Why the name that a call gives is not among the known names, or an empty string."""
    name, names = call.arguments["name"], list(known_names)
    if name in names:
        return ""
    return f"there is no {noun} {name}.{did_you_mean(name, names) or f' See {where_listed}.'}"


def _why_lab_is_unknown(course: Course, call: Call) -> str:
    known = [file.parent.name for file in (course.root / "docs/labs").glob("*/index.md")]
    return _why_name_is_unknown("lab", call, known, "docs/labs/")


FAULT: dict[str, Callable[[Course, Call], str]] = {
    "quiz": lambda _, call: _why_mode_is_unknown(call),
    "fact": _why_fact_is_unknown,
    "value": lambda _, call: _why_metric_call_fails(call),
    "calculator": _why_calculator_or_preset_unknown,
    "picture": _why_picture_is_unknown,
    "lab_link": _why_lab_is_unknown,
}
