"""Tests for "Threshold by cost": 1 is a fraudulent claim, 0 a legitimate one."""

import random

from harness import expect_number, fail, is_number, shown
from live.calculators import threshold as calculator
from live.metrics import confusion_matrix

SIGNATURES = (
    "total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
    "cheapest_threshold(y_true, y_score, cost_fp, cost_fn)",
    "break_even(cost_fp, cost_fn)",
)
Y_SCORE = [0.9, 0.8, 0.8, 0.6, 0.5, 0.5, 0.45, 0.4, 0.3, 0.2]
Y_TRUE = [1, 1, 0, 1, 1, 0, 0, 0, 1, 0]


def errors(y_true, y_score, threshold, is_strict=False):
    """(false positives, false negatives) at a threshold; is_strict flags only scores above it."""
    flagged = [int(score > threshold or (score == threshold and not is_strict)) for score in y_score]
    (_, fp), (fn, _) = confusion_matrix(y_true, flagged, labels=[0, 1])
    return fp, fn


def lowest_cost(y_true, y_score, cost_fp, cost_fn):
    """The lowest total cost of all thresholds."""
    return min(cost_at(y_true, y_score, threshold, cost_fp, cost_fn) for threshold in [*y_score, float("inf")])


def cost_at(y_true, y_score, threshold, cost_fp, cost_fn):
    """Total cost of the errors at a threshold."""
    fp, fn = errors(y_true, y_score, threshold)
    return cost_fp * fp + cost_fn * fn


def test_total_cost(lab):
    """Total cost at a threshold"""
    mistakes = [
        (
            20 * 2 + 3 * 1,
            "The costs are swapped: a false positive costs cost_fp, and a false negative costs cost_fn. "
            "confusion_matrix returns [[tn, fp], [fn, tp]].",
        ),
        (3 * 5 + 20 * 1, "Your cost counts all 5 flagged claims as false positives. Only 2 of them are legitimate."),
        (
            3 * 2 + 20 * 4,
            "Your cost counts all 4 fraudulent claims as false negatives. Only 1 of them was not flagged.",
        ),
        (2 + 1, "This is the number of errors. Multiply false positives by cost_fp and false negatives by cost_fn."),
        (26 / 7, "This is the mean cost of a claim. Return the total: do not divide by the number of claims."),
        (20 * 4, "Your y_pred flags no claim. Put 1 into it if the score is at or above the threshold."),
        (
            4,
            "Your y_pred flags no claim, and the errors are not multiplied by their costs. Put 1 into y_pred if the "
            "score is at or above the threshold, then return cost_fp * fp + cost_fn * fn.",
        ),
    ]
    y_true, y_score = [1, 1, 0, 1, 0, 1, 0], [0.9, 0.8, 0.7, 0.6, 0.55, 0.3, 0.2]
    got = lab.total_cost(y_true, y_score, 0.52, 3, 20)
    expect_number("total_cost with 2 false positives at 3 dollars and 1 false negative at 20", got, 26, mistakes)


def test_score_at_the_threshold(lab):
    """A score that equals the threshold"""
    expected = cost_at(Y_TRUE, Y_SCORE, 0.5, 3, 20)
    fp, fn = errors(Y_TRUE, Y_SCORE, 0.5, is_strict=True)
    strict = "A claim whose score equals the threshold is flagged, and two claims have a score of 0.5. Use >=, not >."
    mistakes = [(3 * fp + 20 * fn, strict)]
    expect_number("total_cost at 0.5", lab.total_cost(Y_TRUE, Y_SCORE, 0.5, 3, 20), expected, mistakes)


def test_cheapest_threshold(lab):
    """Cheapest threshold when a false negative costs more"""
    expect_cheapest(lab, Y_TRUE, Y_SCORE, 3, 20)


def test_cheapest_threshold_other_costs(lab):
    """Cheapest threshold when a false positive costs more"""
    expect_cheapest(lab, Y_TRUE, Y_SCORE, 20, 3)


def test_flag_nothing(lab):
    """Sometimes it is cheapest to flag nothing"""
    y_true, y_score = [0, 0, 1, 0], [0.9, 0.7, 0.6, 0.2]
    got = lab.cheapest_threshold(y_true, y_score, 10, 1)
    if got == 0.9:
        fail(
            "cheapest_threshold returned 0.9, the highest score, which still flags one claim. It is cheaper to flag no "
            "claim: one false negative costs 1. Add a candidate above all scores, such as infinity."
        )
    expect_cheapest(lab, y_true, y_score, 10, 1)


def test_break_even(lab):
    """Break-even probability"""
    mistakes = [
        (
            0.9,
            "This is cost_fn / (cost_fp + cost_fn). The more a false negative costs, the earlier it pays to flag a "
            "claim, so the probability must be low here. Divide cost_fp by the sum.",
        ),
        (1 / 9, "This is the ratio of the two costs. Divide cost_fp by the sum of both costs."),
        (9.0, "This is a ratio of costs, not a probability. Divide cost_fp by the sum of both costs."),
        (0.5, "0.5 is right only if both errors cost the same. Solve (1 - p) * cost_fp = p * cost_fn for p."),
    ]
    expect_number("break_even(50, 450)", lab.break_even(50, 450), 0.1, mistakes)
    same = [(0.1, "That is the result for 50 and 450. Use the arguments cost_fp and cost_fn.")]
    expect_number("break_even(1, 4)", lab.break_even(1, 4), 0.2, same)


def test_other_data(lab):
    """Other data"""
    draw = random.Random(3)
    y_score = [round(draw.random(), 2) for _ in range(120)]
    y_true = [int(draw.random() < score) for score in y_score]
    expect_cheapest(lab, y_true, y_score, 70, 130)


def expect_cheapest(lab, y_true, y_score, cost_fp, cost_fn):
    """Fail unless the reader's threshold has the lowest cost; any threshold with that cost is right."""
    call = f"With cost_fp={cost_fp} and cost_fn={cost_fn}, cheapest_threshold"
    got = lab.cheapest_threshold(y_true, y_score, cost_fp, cost_fn)
    best = lowest_cost(y_true, y_score, cost_fp, cost_fn)
    if got is None:
        fail(f"{call} returned None. Return the candidate with the lowest total cost.")
    if isinstance(got, bool) or not isinstance(got, int | float):
        fail(f"{call} returned {shown(got)}. Return one number: the threshold.")
    cost = cost_at(y_true, y_score, got, cost_fp, cost_fn)
    if cost == best:
        return
    said = f"{call} returned {shown(got)}, where the cost is {cost}. Another threshold costs {best}."
    if got == best:
        fail(f"{call} returned {shown(got)}, which is the lowest cost. Return the threshold that has this cost.")
    if cost_at(y_true, y_score, got, cost_fn, cost_fp) == lowest_cost(y_true, y_score, cost_fn, cost_fp):
        fail(f"{said} Yours would be the cheapest if the two costs were swapped: check the order of the arguments.")
    if sum(errors(y_true, y_score, got)) == lowest_cost(y_true, y_score, 1, 1):
        fail(f"{said} Yours has the fewest errors, but the errors differ in cost. Compare total_cost instead.")
    fail(said)


def figure(lab):
    """The cost of every threshold for the claims of the starter, with the reader's threshold."""
    threshold = lab.cheapest_threshold(lab.Y_TRUE, lab.Y_SCORE, lab.COST_FP, lab.COST_FN)
    if not is_number(threshold):
        return None
    state, done = calculator.begin({"y_true": lab.Y_TRUE, "y_score": lab.Y_SCORE}), 0
    while done < 1:
        state, done = calculator.step(state)
    values = {"data": "claims", "threshold": threshold, "cost_fp": lab.COST_FP, "cost_fn": lab.COST_FN, "mix": "rows"}
    prepared = {"data": calculator.finish(state), "pin1": None, "pin2": None}
    shown_values = sorted({*lab.Y_SCORE, threshold, 0.5})
    costs = [cost_at(lab.Y_TRUE, lab.Y_SCORE, each, lab.COST_FP, lab.COST_FN) for each in shown_values]
    return {
        "caption": f"Total cost of each threshold. Your threshold is {shown(threshold)}.",
        "tree": calculator.view(calculator.compute(values, prepared))["figures"]["cost"],
        "table": [
            ["Threshold", "Total cost"],
            *([shown(x), str(cost)] for x, cost in zip(shown_values, costs, strict=True)),
        ],
    }
