"""What each threshold would cost, which sweeps do not work out."""


def expected_costs_by_flagged_entries(ranking: dict, *, cost_fp, cost_fn, prevalence=None) -> list:
    """Expected cost of a row when no entry of the ranking is flagged, the first one, the first two, and so on.

    prevalence: that of the rows if None.
    """
    positives, negatives = ranking["tps"][-1], ranking["fps"][-1]
    if prevalence is None:
        prevalence = positives / (positives + negatives)
    return [
        cost_fn * prevalence * (positives - tp) / positives + cost_fp * (1 - prevalence) * fp / negatives
        for tp, fp in zip([0, *ranking["tps"]], [0, *ranking["fps"]], strict=True)
    ]
