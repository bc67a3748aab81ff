"""A number in a lab is the number that the calculator shows for the same data."""

from types import SimpleNamespace

import pytest

from macros.live.calculators import confusion_matrix
from tests.labs.folders import source


def solution(lab: str) -> SimpleNamespace:
    """What the lab's solution defines."""
    names: dict[str, object] = {"__name__": "lab"}
    exec(compile(source(lab, "solution.py"), "solution.py", "exec"), names)
    return SimpleNamespace(**names)


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
