"""Threshold by cost: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_total_cost", "Your y_pred flags no claim, and the errors are not multiplied")

MISTAKES = [
    Mistake(
        "costs swapped",
        "return cost_fp * fp + cost_fn * fn",
        "return cost_fn * fp + cost_fp * fn",
        "test_total_cost",
        "returned 43. The costs are swapped: a false positive costs cost_fp",
    ),
    Mistake(
        "above instead of at or above",
        "1 if score >= threshold else 0",
        "1 if score > threshold else 0",
        "test_score_at_the_threshold",
        "two claims have a score of 0.5. Use >=, not >.",
    ),
    Mistake(
        "mean instead of total cost",
        "return cost_fp * fp + cost_fn * fn",
        "return (cost_fp * fp + cost_fn * fn) / len(y_true)",
        "test_total_cost",
        "returned 3.714. This is the mean cost of a claim.",
    ),
    Mistake(
        "the order of the confusion matrix",
        "(_, fp), (fn, _) = confusion_matrix",
        "(_, fn), (fp, _) = confusion_matrix",
        "test_total_cost",
        "confusion_matrix returns [[tn, fp], [fn, tp]].",
    ),
    Mistake(
        "fewest errors instead of lowest cost",
        "return total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
        "return total_cost(y_true, y_score, threshold, 1, 1)",
        "test_cheapest_threshold",
        "Yours has the fewest errors, but the errors differ in cost.",
    ),
    Mistake(
        "costs passed in the wrong order",
        "return total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
        "return total_cost(y_true, y_score, threshold, cost_fn, cost_fp)",
        "test_cheapest_threshold",
        "Yours would be the cheapest if the two costs were swapped",
    ),
    Mistake(
        "the cost instead of the threshold",
        "return min(candidates, key=cost)",
        "return min(map(cost, candidates))",
        "test_cheapest_threshold",
        "returned 12, which is the lowest cost. Return the threshold that has this cost.",
    ),
    Mistake(
        "flagging nothing is no candidate",
        '[*sorted(set(y_score)), float("inf")]',
        "sorted(set(y_score))",
        "test_flag_nothing",
        "Add a candidate above all scores, such as infinity.",
    ),
    Mistake(
        "the other cost above the line",
        "return cost_fp / (cost_fp + cost_fn)",
        "return cost_fn / (cost_fp + cost_fn)",
        "test_break_even",
        "break_even(50, 450) returned 0.9. This is cost_fn / (cost_fp + cost_fn).",
    ),
    Mistake(
        "a ratio of costs",
        "return cost_fp / (cost_fp + cost_fn)",
        "return cost_fp / cost_fn",
        "test_break_even",
        "This is the ratio of the two costs. Divide cost_fp by the sum of both costs.",
    ),
]
