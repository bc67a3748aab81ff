"""Tests for "Threshold by cost": 1 is a fraudulent claim, 0 a legitimate one."""

import random

from harness import after, expect_number, fail, is_number, shown
from live.calculators import threshold as calculator
from live.metrics import confusion_matrix

SIGNATURES = (
    "total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
    "cheapest_threshold(y_true, y_score, cost_fp, cost_fn)",
    "break_even(cost_fp, cost_fn)",
)
# Claims for which each known mistake leads to another threshold if the costs are 20 and 50.
Y_SCORE = [0.85, 0.83, 0.77, 0.44, 0.42, 0.38, 0.36, 0.34, 0.32, 0.31, 0.11]
Y_TRUE = [0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0]
TIED_SCORE = [0.9, 0.8, 0.8, 0.6, 0.5, 0.5, 0.45, 0.4, 0.3, 0.2]
TIED_TRUE = [1, 1, 0, 1, 1, 0, 0, 0, 1, 0]


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
            "False positives and false negatives are swapped, in the counts or in their costs. "
            "confusion_matrix(y_true, y_pred) returns [[tn, fp], [fn, tp]], and a false positive costs cost_fp.",
        ),
        (
            50 * 2 + 450 * 1,
            "Your cost uses COST_FP and COST_FN, which are 50 and 450. Use the arguments cost_fp and cost_fn.",
        ),
        (3 * 1 + 20 * 3, "Your y_pred compares the scores with 0.5. Compare them with the argument threshold."),
        (3 * 2 + 20 * 4, "Your y_pred flags the claims below the threshold. Flag those at or above it."),
        (3 * 6 + 20 * 1, "Your cost counts all 6 flagged claims as false positives. Only 2 of them are legitimate."),
        (
            3 * 2 + 20 * 5,
            "Your cost counts all 5 fraudulent claims as false negatives. Only 1 of them was not flagged.",
        ),
        (2 + 1, "This is the number of errors. Multiply false positives by cost_fp and false negatives by cost_fn."),
        (26 / 9, "This is the mean cost of a claim. Return the total: do not divide by the number of claims."),
        (20 * 5, "Your y_pred flags no claim. Put 1 into it if the score is at or above the threshold."),
        (
            5,
            "Your y_pred flags no claim, and the errors are not multiplied by their costs. Put 1 into y_pred if the "
            "score is at or above the threshold. Then multiply fp by cost_fp and fn by cost_fn, and add the results.",
        ),
    ]
    y_true, y_score = [1, 0, 1, 1, 0, 1, 1, 0, 0], [0.9, 0.8, 0.7, 0.45, 0.4, 0.35, 0.2, 0.1, 0.05]
    got = lab.total_cost(y_true, y_score, 0.3, 3, 20)
    expect_number("total_cost with 2 false positives at 3 dollars and 1 false negative at 20", got, 26, mistakes)


@after("total_cost", test_total_cost)
def test_score_at_the_threshold(lab):
    """A score that equals the threshold"""
    expected = cost_at(TIED_TRUE, TIED_SCORE, 0.8, 3, 20)
    fp, fn = errors(TIED_TRUE, TIED_SCORE, 0.8, is_strict=True)
    strict = "A claim whose score equals the threshold is flagged, and two claims have a score of 0.8. Use >=, not >."
    mistakes = [(3 * fp + 20 * fn, strict)]
    expect_number("total_cost at 0.8", lab.total_cost(TIED_TRUE, TIED_SCORE, 0.8, 3, 20), expected, mistakes)


@after("total_cost", test_total_cost, test_score_at_the_threshold)
def test_cheapest_threshold(lab):
    """Cheapest threshold when a false negative costs more"""
    expect_cheapest(lab, Y_TRUE, Y_SCORE, 20, 50, known_mistake)


@after("total_cost", test_total_cost, test_score_at_the_threshold)
@after("cheapest_threshold", test_cheapest_threshold)
def test_cheapest_threshold_other_costs(lab):
    """Cheapest threshold when a false positive costs more"""
    expect_cheapest(lab, TIED_TRUE, TIED_SCORE, 20, 3)


@after("total_cost", test_total_cost, test_score_at_the_threshold)
@after("cheapest_threshold", test_cheapest_threshold)
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
        (0.5, "This is right only if both errors cost the same. Solve (1 - p) * cost_fp = p * cost_fn for p."),
    ]
    expect_number("break_even(50, 450)", lab.break_even(50, 450), 0.1, mistakes)
    same = [(0.1, "That is the result for 50 and 450. Use the arguments cost_fp and cost_fn.")]
    expect_number("break_even(1, 4)", lab.break_even(1, 4), 0.2, same)


@after("total_cost", test_total_cost, test_score_at_the_threshold)
@after("cheapest_threshold", test_cheapest_threshold)
def test_other_data(lab):
    """Other data"""
    draw = random.Random(3)
    y_score = [round(0.9 + 0.1 * draw.random(), 3) for _ in range(120)]  # hardly any score of the example
    y_true = [int(draw.random() < 10 * score - 9) for score in y_score]
    expect_cheapest(lab, y_true, y_score, 70, 130)


def expect_cheapest(lab, y_true, y_score, cost_fp, cost_fn, why=None):
    """Fail unless the reader's threshold has the lowest cost; any threshold with that cost is right.

    why: gets the module and the threshold, and says which known mistake leads to this threshold, if there is one.
    """
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
    if got == best:
        fail(f"{call} returned {shown(got)}, which is the lowest cost. Return the threshold that has this cost.")
    reason = why(lab, got) if why else ""
    if got not in [*y_score, float("inf")]:
        reason = "Take the candidates from the argument y_score: yours is not one of its scores."
    fail(f"{call} returned {shown(got)}, where the cost is {cost}. Another threshold costs {best}. {reason}".strip())


def known_mistake(lab, got):
    """Which mistake leads to this threshold for Y_TRUE, Y_SCORE, and costs of 20 and 50; empty if none is known."""
    candidates = [*Y_SCORE, float("inf")]

    def is_cheapest(y_true, y_score, *costs):
        return cost_at(y_true, y_score, got, *costs) == min(
            cost_at(y_true, y_score, each, *costs) for each in candidates
        )

    reasons = (
        (
            is_cheapest(Y_TRUE, Y_SCORE, 50, 20),
            "Yours would be the cheapest if the two costs were swapped: check the order of the arguments.",
        ),
        (
            is_cheapest(Y_TRUE, Y_SCORE, lab.COST_FP, lab.COST_FN),
            "Yours would be the cheapest for COST_FP and COST_FN. Use the arguments cost_fp and cost_fn instead.",
        ),
        (
            is_cheapest(Y_TRUE, Y_SCORE, 1, 1),
            "Yours has the fewest errors, but the errors differ in cost. Compare total_cost instead.",
        ),
        (
            is_cheapest(lab.Y_TRUE, lab.Y_SCORE, 20, 50),
            "Yours would be the cheapest for the example claims. Use the arguments y_true and y_score.",
        ),
        (
            got == min(Y_SCORE),
            "Yours is the lowest score, which flags every claim. Compare the total cost at each candidate.",
        ),
        (
            is_cheapest(Y_TRUE, Y_SCORE, -20, -50),
            "Yours is the threshold with the highest cost. Return the one with the lowest.",
        ),
    )
    return next((reason for is_true, reason in reasons if is_true), "")


def figure(lab):
    """The cost of every threshold for the claims of the starter, with the reader's threshold."""
    threshold = lab.cheapest_threshold(lab.Y_TRUE, lab.Y_SCORE, lab.COST_FP, lab.COST_FN)
    if not is_number(threshold):
        return None
    state, done = calculator.begin({"y_true": lab.Y_TRUE, "y_score": lab.Y_SCORE}), 0
    while done < 1:
        state, done = calculator.step(state)
    values = {"data": "claims", "threshold": threshold, "cost_fp": lab.COST_FP, "cost_fn": lab.COST_FN, "mix": "rows"}
    values |= {"least_recall": 0.9, "least_precision": 0.8}  # of offers, which are not drawn here
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
