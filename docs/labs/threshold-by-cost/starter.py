"""Choose the threshold of a fraud model by the costs of its errors.

Label 1 is a fraudulent claim, 0 a legitimate one. Costs are in dollars.
"""

from live.metrics import confusion_matrix

Y_SCORE = [
    0.90, 0.85, 0.78, 0.67, 0.62, 0.61, 0.58, 0.51, 0.50, 0.47,
    0.43, 0.40, 0.38, 0.38, 0.34, 0.33, 0.32, 0.26, 0.26, 0.24,
    0.24, 0.24, 0.23, 0.22, 0.15, 0.14, 0.14, 0.13, 0.12, 0.11,
    0.11, 0.10, 0.10, 0.08, 0.07, 0.04, 0.04, 0.02, 0.01, 0.01,
]
Y_TRUE = [
    1, 1, 1, 1, 1, 1, 1, 1, 0, 0,
    0, 0, 1, 0, 0, 0, 0, 0, 0, 1,
    1, 0, 0, 0, 0, 1, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]
COST_FP = 50  # an investigator visits an honest customer
COST_FN = 450  # a fraudulent claim is paid


def total_cost(y_true, y_score, threshold, cost_fp, cost_fn):
    """Return the cost of all errors at this threshold."""
    y_pred = [0 for score in y_score]  # TODO: 1 if the claim is flagged, otherwise 0.
    (_, fp), (fn, _) = confusion_matrix(y_true, y_pred, labels=[0, 1])
    return fp + fn  # TODO: multiply each kind of error by its cost.


def cheapest_threshold(y_true, y_score, cost_fp, cost_fn):
    """Return a threshold with the lowest total cost."""
    candidates = [*sorted(set(y_score)), float("inf")]  # infinity flags no claim
    return candidates[0]  # TODO: return the candidate with the lowest total cost.


def break_even(cost_fp, cost_fn):
    """Return the probability at which flagging costs as much as not flagging."""
    return 0.5  # TODO


print("Cost at 0.5:", total_cost(Y_TRUE, Y_SCORE, 0.5, COST_FP, COST_FN))
best = cheapest_threshold(Y_TRUE, Y_SCORE, COST_FP, COST_FN)
print("Cheapest threshold:", best)
print("Its cost:", total_cost(Y_TRUE, Y_SCORE, best, COST_FP, COST_FN))
print("Break-even probability:", break_even(COST_FP, COST_FN))
