"""All samples of the bias and variance calculator at once, without slices."""

from macros.live import bias_variance_simulation


def simulate(values: dict) -> dict:
    """The samples as `sums_to_means_and_variances` returns them."""
    state, share = bias_variance_simulation.initial_simulation_state(values), 0.0
    while share < 1:
        state, share = bias_variance_simulation.add_next_noise_samples(state)
    return bias_variance_simulation.sums_to_means_and_variances(state)
