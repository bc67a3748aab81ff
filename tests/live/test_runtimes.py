"""The same calls in CPython, MicroPython and Pyodide: equal to 1e-12, with the same texts and the same exceptions."""

import json
import math
import shutil
import subprocess
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from macros.live.calculators import confusion_matrix
from macros.live.metrics import METRICS
from macros.staging import live_sources
from tests.live.agreement import both
from tests.live.cases import cases

HERE = Path(__file__).parent
VECTORS = json.loads((HERE.parent / "vectors/live.json").read_text(encoding="utf-8"))["vectors"]
SMALL = [dict(zip(("tp", "fp", "fn", "tn"), map(str, counts), strict=True)) for counts in product((0, 1, 7), repeat=4)]
EXAMPLES = [{name: str(value) for name, value in values.items()} for values, _ in confusion_matrix.EXAMPLES]
LARGE = {"tp": "9999999", "fp": "9999998", "fn": "9999997", "tn": "9999996"}
REFUSED = [{"tp": "-3"}, {"fn": ""}, {"fp": "1,5"}, {"from": "rates", "prevalence": "1.3", "n": "1e9"}]
JOBS = [
    {"calculator": "confusion_matrix", "job": {"texts": texts, "kept": {"tp": "12"}}}
    for texts in [*SMALL, *EXAMPLES, LARGE, *REFUSED]
]


def crossing(value):
    """The value as JSON can carry it: nan and infinities as texts."""
    if isinstance(value, list | dict):
        keys = value if isinstance(value, dict) else range(len(value))
        crossed = {key: crossing(value[key]) for key in keys}
        return crossed if isinstance(value, dict) else list(crossed.values())
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


DRAWN = list(cases())
CALLS = [
    *VECTORS,
    *(
        {"call": "metrics." + name, "args": crossing(columns), "named": crossing(named)}
        for name, columns, named in DRAWN
    ),
    *JOBS,
]


def in_cpython(calls):
    scope = {"CALLS": json.dumps(calls), "ROOM": "macros.live"}
    exec((HERE / "run_vectors.py").read_text(encoding="utf-8"), scope)
    return json.loads(scope["ANSWERS"])


@cache
def answers(runtime):
    """Answers to all calls, in order."""
    if runtime == "cpython":
        return in_cpython(CALLS)
    node = shutil.which("node") or pytest.fail("node is not installed: make test installs it")
    command = [node, HERE / "runtimes.mjs", runtime]
    given = json.dumps({"calls": CALLS, "live": json.loads(live_sources(HERE.parents[1]))})
    run = subprocess.run(command, input=given, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def same(one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)
    return one == other


each_runtime = pytest.mark.parametrize("runtime", ["cpython", "micropython", "pyodide"])


@each_runtime
def test_every_vector_gives_what_it_says(runtime):
    wrong = []
    for vector, (kind, got) in zip(VECTORS, answers(runtime), strict=False):
        wanted = ("gives", vector["gives"]) if "gives" in vector else ("raises", vector["raises"])
        if kind != wanted[0] or not same(got, wanted[1]):
            wrong.append(f"{vector['id']}: {kind} {got}, not {wanted[0]} {wanted[1]}")
    assert not wrong, "\n".join(wrong)


@each_runtime
def test_every_drawn_case_gives_what_scikit_learn_gives(runtime):
    wrong = []
    for (name, columns, named), (kind, got) in zip(DRAWN, answers(runtime)[len(VECTORS) :], strict=False):
        theirs = both(name, *columns, **named)[1]
        refused = kind == "raises" and got == "ValueError" and theirs == "refuses"
        if not refused and not (kind == "gives" and same(got, crossing(theirs))):
            wrong.append(f"{name}{tuple(columns)} {named}: {kind} {got}, scikit-learn {theirs}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("runtime", ["micropython", "pyodide"])
def test_the_calculator_shows_the_same_in_the_browser_as_in_the_page(runtime):
    built, live = answers("cpython")[-len(JOBS) :], answers(runtime)[-len(JOBS) :]
    for job, one, other in zip(JOBS, built, live, strict=True):
        assert one == other, job


def test_ids_of_vectors_are_unique():
    ids = [vector["id"] for vector in VECTORS]
    assert len(set(ids)) == len(ids)


def test_every_metric_has_a_vector():
    assert set(METRICS) - {vector["call"].rpartition(".")[2] for vector in VECTORS} == set()
