"""A number in a lab is the number that the calculator shows for the same data."""

import csv
from bisect import bisect_right
from statistics import quantiles
from typing import Any

import pytest

from macros.live import bias_variance_simulation as simulation
from macros.live.calculators import bias_variance, confusion_matrix, threshold
from macros.live.metrics.extras import population_stability_index
from tests.conftest import ROOT
from tests.labs.folders import solution
from tests.live.simulated import simulate


@pytest.mark.parametrize(
    "counts",
    [(40, 10, 20, 930), (0, 0, 60, 940), (0, 10, 0, 990), (0, 0, 0, 1000), (8, 12, 2, 978), (90, 10, 0, 0)],
)
def test_metrics_from_scratch_are_those_of_the_confusion_matrix(counts: tuple[int, int, int, int]) -> None:
    lab = solution("metrics-from-scratch")
    tp, fp, fn, tn = counts
    y_true = [1] * tp + [0] * fp + [1] * fn + [0] * tn
    y_pred = [1] * tp + [1] * fp + [0] * fn + [0] * tn
    shown = confusion_matrix.compute({"from": "counts", "tp": tp, "fp": fp, "fn": fn, "tn": tn})
    assert lab.count_outcomes(y_true, y_pred) == counts
    for name in ("precision", "recall", "f1"):
        assert getattr(lab, name)(y_true, y_pred) == pytest.approx(shown[name], abs=1e-12), name


def sweep(columns: dict[str, list[float]]) -> Any:
    """What the threshold calculator prepares from rows."""
    state, done = threshold.begin(columns), 0.0
    while done < 1:
        state, done = threshold.step(state)
    return threshold.finish(state)


def tumors() -> dict[str, list[float]]:
    """The rows that the threshold calculator starts with."""
    with (ROOT / f"docs/data/{threshold.TEXTURE}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        "y_true": [int(row["y_true_malignant"]) for row in rows],
        "y_score": [float(row["p_malignant"]) for row in rows],
    }


@pytest.mark.parametrize("costs", [(1, 5), (1, 20), (3, 1), (50, 450)])
@pytest.mark.parametrize("rows", ["tumors of the calculator", "claims of the lab"])
def test_costs_of_a_threshold_are_those_of_the_calculator(rows: str, costs: tuple[int, int]) -> None:
    lab = solution("threshold-by-cost")
    columns = tumors() if rows.startswith("tumors") else {"y_true": lab.Y_TRUE, "y_score": lab.Y_SCORE}
    data = {"data": sweep(columns), "pin1": None, "pin2": None}
    values = {"data": "rows", "cost_fp": costs[0], "cost_fn": costs[1], "mix": "rows", "threshold": 0.3}
    values |= {"least_recall": 0.9, "least_precision": 0.8}
    for at in (0.0, 0.14, 0.28, 0.3, 0.5, 0.95):
        [shown] = threshold.compute({**values, "threshold": at}, data)["models"]
        assert lab.total_cost(columns["y_true"], columns["y_score"], at, *costs) == pytest.approx(shown.current.cost)
    best = lab.cheapest_threshold(columns["y_true"], columns["y_score"], *costs)
    assert lab.total_cost(columns["y_true"], columns["y_score"], best, *costs) == pytest.approx(shown.lowest_cost)


@pytest.mark.parametrize(("name", "degree"), [("constant", 0), ("line", 1)])
@pytest.mark.parametrize("rows", [16, 64])
def test_bias_and_variance_are_those_of_the_calculator(rows: int, name: str, degree: int) -> None:
    lab = solution("bias-and-variance")
    values = {"degree": degree, "rows": rows, "noise": lab.NOISE, "penalty": 0, "truth": "wave", "seed": 1}
    shown = bias_variance.compute({**values, "place": lab.X}, simulate(values))
    seeds = simulation.initial_simulation_state(values)["seeds"]

    def draw_sample(rows: int, _: object) -> tuple[list[float], list[float]]:
        xs = [(i + 0.5) / rows for i in range(rows)]
        return xs, [lab.truth(x) + lab.NOISE * z for x, z in zip(xs, simulation.draw_normals(seeds, rows), strict=True)]

    lab.predictions.__globals__["draw_sample"] = draw_sample
    found = lab.predictions(lab.MODELS[name], rows, simulation.REFITS)
    assert found == pytest.approx(shown["predictions"], abs=1e-9)
    assert lab.bias_squared(found, lab.truth(lab.X)) == pytest.approx((shown["mean"] - shown["truth"]) ** 2, abs=1e-9)
    assert lab.variance(found) == pytest.approx(shown["spread"], abs=1e-9)


@pytest.mark.parametrize("shift", [0.0, 0.1, 1.0])
def test_psi_is_the_metric_that_pages_quote(shift: float) -> None:
    lab = solution("detect-drift")
    reference = lab.applications(1000, seed=1)["debt_ratio"]
    current = lab.applications(80, seed=5, shift=shift)["debt_ratio"]
    edges = quantiles(reference, n=lab.BINS)
    counts = [
        [sum(bisect_right(edges, value) == k for value in values) for k in range(lab.BINS)]
        for values in (reference, current)
    ]
    expected = population_stability_index(*counts, floor=lab.FLOOR)
    assert lab.psi(reference, current) == pytest.approx(expected, rel=1e-12)


def test_the_release_gate_sees_the_metrics_of_the_calculator() -> None:
    lab = solution("release-gate")
    for report in (lab.PRODUCTION, lab.CANDIDATE):
        for counts in (lab.overall(report), *report["slices"].values()):
            shown = confusion_matrix.compute({"from": "counts", **counts})
            assert lab.metrics_of(counts) == {name: pytest.approx(shown[name]) for name in ("recall", "precision")}
