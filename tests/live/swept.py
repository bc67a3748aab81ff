"""A sweep in one go, as no page works it out."""

from macros.live import threshold_sweep


def swept(columns: dict) -> threshold_sweep.Sweep:
    """The sweep of some rows; columns as `threshold_sweep.initial_sweep_state` takes them."""
    state, done = threshold_sweep.initial_sweep_state(columns), 0
    while done < 1:
        state, done = threshold_sweep.advance_sweep_state(state)
    return threshold_sweep.sweep_from_state(state)
