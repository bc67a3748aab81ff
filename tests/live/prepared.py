"""What the threshold calculator prepares from some rows, without slices."""

from macros.live.calculators import threshold


def prepared_scores(columns):
    """columns: as `threshold_sweep.initial_sweep_state` takes them."""
    state, share = threshold.begin(columns), 0
    while share < 1:
        state, share = threshold.step(state)
    return threshold.finish(state)
