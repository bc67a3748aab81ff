"""Correct code that differs from the solution passes, too."""

import pytest

from tests.labs.folders import messages, run, with_mistake

CASES = [
    pytest.param(
        "metrics-from-scratch",
        "    if tp + fp == 0:\n        return None\n    return tp / (tp + fp)\n",
        "    from live.metrics import precision as ours\n"
        "    try:\n        return ours(tp=tp, fp=fp)\n    except ValueError:\n        return None\n",
        id="precision by this site's own function",
    ),
    pytest.param(
        "metrics-from-scratch",
        "    tp = fp = fn = tn = 0\n",
        "    pairs = list(zip(y_true, y_pred, strict=True))\n"
        "    return [pairs.count(pair) for pair in [(1, 1), (0, 1), (1, 0), (0, 0)]]\n    tp = fp = fn = tn = 0\n",
        id="counts as a list",
    ),
    pytest.param(
        "metrics-from-scratch",
        "    return 2 * tp / (2 * tp + fp + fn)\n",
        "    p, r = precision(y_true, y_pred), recall(y_true, y_pred)\n"
        "    return 2 * p * r / (p + r) if p and r else 0.0\n",
        id="F1 from precision and recall, with its undefined cases",
    ),
    pytest.param(
        "find-the-leak",
        "    random.Random(1).shuffle(machines)\n    for_training = set(machines[: len(machines) // 2])\n",
        "    for_training = set(machines[::2])\n",
        id="every other machine",
    ),
    pytest.param(
        "find-the-leak",
        "    random.Random(1).shuffle(machines)\n    for_training = set(machines[: len(machines) // 2])\n",
        '    failing = sorted({row["machine"] for row in rows if row["fails"]})\n'
        "    healthy = [machine for machine in machines if machine not in failing]\n"
        "    for_training = {*failing[::2], *healthy[::2]}\n",
        id="machines stratified by label",
    ),
    pytest.param(
        "find-the-leak",
        "    columns = choose_columns(training)\n",
        "    columns = choose_columns([dict(row) for row in training], count=4)\n",
        id="fewer columns, from copies of the rows",
    ),
    pytest.param(
        "threshold-by-cost",
        '[*sorted(set(y_score)), float("inf")]',
        "[k / 1000 for k in range(1002)]",
        id="a fine grid of thresholds",
    ),
    pytest.param(
        "threshold-by-cost",
        "    return min(candidates, key=cost)\n",
        "    return min(reversed(candidates), key=cost)\n",
        id="the highest of equally cheap thresholds",
    ),
    pytest.param(
        "bias-and-variance",
        "xs, ys = draw_sample(rows, generator)",
        "xs, ys = draw_sample(rows, random.Random(f'{seed} {len(values)}'))",
        id="a generator for each sample",
    ),
    pytest.param(
        "bias-and-variance",
        "    return fmean((value - mean) ** 2 for value in values)\n",
        "    return sum(value * value for value in values) / len(values) - mean * mean\n",
        id="mean of the squares minus square of the mean",
    ),
    pytest.param(
        "detect-drift",
        "    return quantiles(values, n=100)[-1]\n",
        "    return sorted(values)[int(0.99 * repeats)]\n",
        id="the percentile by hand",
    ),
    pytest.param(
        "detect-drift",
        "    return found\n",
        "    return {*found}\n",
        id="alarms as a set",
    ),
    pytest.param(
        "release-gate",
        "        is_undefined = new_recall is None or old_recall is None\n"
        "        if is_undefined or old_recall - new_recall > MAX_SLICE_DROP:\n",
        "        if None in (new_recall, old_recall) or new_recall < old_recall - MAX_SLICE_DROP:\n",
        id="the drop the other way around",
    ),
    pytest.param(
        "release-gate",
        'status, description = "Rejected", "Failed: " + ", ".join(failed)',
        'status, description = "Rejected", f"These gates failed: {failed}"',
        id="another description",
    ),
]


@pytest.mark.parametrize(("lab", "old", "new"), CASES)
def test_another_correct_solution_passes(lab: str, old: str, new: str) -> None:
    result = run(lab, with_mistake(lab, old, new))
    assert messages(result) == {}
    assert result["passed"]
