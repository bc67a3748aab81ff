"""The same calls in CPython, MicroPython and Pyodide: equal to 1e-12, with the same texts and the same exceptions."""

import json
import shutil
import subprocess
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from macros.live.calculators import bias_variance, confusion_matrix, inference_options, regression, threshold
from macros.live.metrics import METRICS
from macros.rendering.calculators import example_columns_loader
from macros.staging.calculator_bundles import browser_python_sources
from tests.live.cases import VECTORS, calls, wrong_cases, wrong_vectors
from tests.live.ledger_facts import facts_of

HERE = Path(__file__).parent
SMALL = [dict(zip(("tp", "fp", "fn", "tn"), map(str, counts), strict=True)) for counts in product((0, 1, 7), repeat=4)]
EXAMPLES = [{name: str(value) for name, value in values.items()} for values, _ in confusion_matrix.EXAMPLES]
LARGE = {"tp": "9999999", "fp": "9999998", "fn": "9999997", "tn": "9999996"}
REFUSED = [{"tp": "-3"}, {"fn": ""}, {"fp": "1,5"}, {"from": "rates", "prevalence": "1.3", "n": "1e9"}]
REFUSED += [{"from": "rates", "prevalence": text} for text in (".", "e5", "1e999", "0x1", "\U0001f600" * 30, "\x00<b>")]
JOBS = [
    {"calculator": "confusion_matrix", "job": {"texts": texts, "shown": {"tp": "12"}}}
    for texts in [*SMALL, *EXAMPLES, LARGE, *REFUSED]
]
SETS = {name: example_columns_loader(HERE.parents[1], threshold)(name) for name, _ in threshold.DATA["examples"]}
CUTS = [{"threshold": cut} for cut in ("0", "0.125", "0.285517", "0.5", "1")]
RARE = [{"mix": "other", "prevalence": share, "pin1": threshold.ALL} for share in ("0", "0.001", "1/3", "1")]
JOBS += [
    {"calculator": "threshold", "job": {"texts": {name: str(value) for name, value in values.items()}}, "sets": SETS}
    for values in [*(values for values, _ in threshold.EXAMPLES), *CUTS, *RARE]
]
AMOUNTS = {name: example_columns_loader(HERE.parents[1], regression)(name) for name, _ in regression.DATA["examples"]}
FAR = [{"data": "diabetes_linreg_test", "row": row, "forecast_by": by, "truth_by": by} for row in "17" for by in "09"]
JOBS += [
    {
        "calculator": "regression",
        "job": {"texts": {name: str(value) for name, value in values.items()}},
        "sets": AMOUNTS,
    }
    for values in [*(values for values, _ in regression.EXAMPLES), *FAR]
]
JOBS += [
    {"calculator": "bias_variance", "job": {"texts": {name: str(value) for name, value in values.items()}}}
    for values in [
        *(values for values, _ in bias_variance.EXAMPLES),
        {"degree": 9, "place": 0.97, "seed": 7, "rows": 40},
    ]
]
LIMITS = facts_of(inference_options)
NEEDS = product(("user", "process", "nobody"), ("steady", "intermittent", "together"), ("no", "yes"))
REQUESTS = (("0", "0.001", "0"), ("4", "60", "1e6"), ("25.000001", "3601", "0.0025"), ("1024.5", "60", "3"))
WORKLOADS = [
    {"who": who, "traffic": traffic, "gpu": gpu, "payload": payload, "time": time, "rate": rate}
    for (who, traffic, gpu), (payload, time, rate) in product(NEEDS, REQUESTS)
]
JOBS += [
    {
        "calculator": "inference_options",
        "job": {"texts": {name: str(value) for name, value in values.items()}, "facts": LIMITS},
    }
    for values in [*(values for values, _ in inference_options.EXAMPLES), *WORKLOADS]
]

CALLS = calls() + JOBS


def in_cpython(calls):
    scope = {"CALLS": json.dumps(calls), "ROOM": "macros.live"}
    exec((HERE / "run_vectors.py").read_text(encoding="utf-8"), scope)
    return json.loads(scope["ANSWERS"])


def answers(runtime):
    """Answers to all calls, in order; asked anew of CPython, where mutation testing may have changed them."""
    return in_cpython(CALLS) if runtime == "cpython" else in_node(runtime)


@cache
def in_node(runtime):
    node = shutil.which("node") or pytest.fail("node is not installed: make test installs it")
    command = [node, HERE / "runtimes.mjs", runtime]
    given = json.dumps({"calls": CALLS, "live": browser_python_sources(HERE.parents[1])})
    run = subprocess.run(command, input=given, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


each_runtime = pytest.mark.parametrize("runtime", ["cpython", "micropython", "pyodide"])


@each_runtime
def test_every_vector_gives_what_it_says(runtime):
    assert list(wrong_vectors(answers(runtime))) == []


@each_runtime
def test_every_drawn_case_gives_what_scikit_learn_gives(runtime):
    assert list(wrong_cases(answers(runtime))) == []


@pytest.mark.parametrize("runtime", ["micropython", "pyodide"])
def test_the_calculator_shows_the_same_in_the_browser_as_in_the_page(runtime):
    built, live = answers("cpython")[-len(JOBS) :], answers(runtime)[-len(JOBS) :]
    for job, one, other in zip(JOBS, built, live, strict=True):
        assert one[0] == "gives", job
        assert one == other, job


def test_ids_of_vectors_are_unique():
    ids = [vector["id"] for vector in VECTORS]
    assert len(set(ids)) == len(ids)


def test_every_metric_has_a_vector():
    assert set(METRICS) - {vector["call"].rpartition(".")[2] for vector in VECTORS} == set()
