"""Runs in each runtime: JSON calls in, JSON answers out. The subset of MicroPython, since MicroPython reads it too.

Before it runs, CALLS is set to the JSON text and ROOM to the name of the package, `live` or `macros.live`.
A call is {"call": "metrics.precision", "args", "named"}, or {"calculator": name, "job", "sets": {name: columns}}.
An answer is ["gives", value] or ["raises", name of the exception's class]. nan and infinities cross as texts.
"""

import json

NUMBERS = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}


def module(path):
    return __import__(ROOM + "." + path, None, None, ["x"])  # noqa: F821  # set from outside


def inward(value):
    if type(value) is list:
        return [inward(each) for each in value]
    return NUMBERS.get(value, value) if type(value) is str else value


def outward(value):
    if type(value) is float and value - value != 0:
        return "inf" if value > 0 else "-inf" if value < 0 else "nan"
    return [outward(each) for each in value] if type(value) in (list, tuple) else value


def answer(each):
    try:
        if "calculator" in each:
            load = each.get("sets", {}).get
            return [
                "gives",
                module("jobs").run_whole_job(module("calculators." + each["calculator"]), each["job"], load),
            ]
        path, _, name = each["call"].rpartition(".")
        named = {}
        for key in each.get("named", {}):
            named[key] = inward(each["named"][key])
        return ["gives", outward(getattr(module(path), name)(*inward(each.get("args", [])), **named))]
    except Exception as problem:
        return ["raises", type(problem).__name__]


ANSWERS = json.dumps([answer(each) for each in json.loads(CALLS)])  # noqa: F821  # set from outside
