"""One model fitted to five hundred samples of the same problem: the simulation behind bias and variance.

The samples differ in their noise alone: each is measured at the same n places, evenly spread over (0, 1). A polynomial
is fitted by least squares on polynomials q_0, q_1, ... that are orthonormal over these places. The fit of y is then
c_j = sum of q_j(x_i) y_i, whatever the degree, so one run serves every degree, noise, penalty and truth:

    state = initial_simulation_state({"rows": n, "seed": seed})
    state, fraction = add_next_noise_samples(state), until the fraction is 1
    simulated = sums_to_means_and_variances(state)

`simulated` holds n, x, recurrence, basis (q_j at the places), noise (500 lists of sum of q_j(x_i) z_i, z standard
normal), by_degree (the same, a list of 500 for each j), means and spreads (mean and variance of these, for each j),
mean_noise (of the z, at each place), squares (mean of the sum of z squared), grid (places of a curve to draw) and
grid_basis (for each of these, its q_0, q_1, ...).
Source of the definitions: scikit-learn, "Single estimator versus bagging: bias-variance decomposition".
"""

import math

REFITS = 500
DEGREES = 10  # 0 to 9
GRID = 20  # steps of a drawn curve
DRAWS = 320  # of noise a step
PERIODS = (30269, 30307, 30323)  # Wichmann and Hill 1982: products stay small integers in every runtime
FACTORS = (171, 172, 170)


def initial_simulation_state(values: dict) -> dict:
    """The state without any sample yet. values: rows, DEGREES or more, and seed, 1 or more."""
    n = values["rows"]
    x = [(i + 0.5) / n for i in range(n)]
    recurrence, basis = orthonormal_recurrence_and_basis(x)
    seeds = [(values["seed"] * factor * 31) % (period - 1) + 1 for factor, period in zip(FACTORS, PERIODS)]
    state = {"n": n, "x": x, "recurrence": recurrence, "basis": basis, "seeds": seeds, "noise": []}
    state.update({"mean_noise": [0.0] * n, "squares": 0.0, "means": [0.0] * DEGREES, "spreads": [0.0] * DEGREES})
    state["grid"] = [x[0] + (x[n - 1] - x[0]) * i / GRID for i in range(GRID + 1)]
    state["grid_basis"] = [basis_at(recurrence, each) for each in state["grid"]]
    return state


def add_next_noise_samples(state: dict) -> tuple:
    """(state, fraction): draws and adds the next DRAWS // n samples, at most REFITS in all."""
    done = len(state["noise"])
    for _ in range(min(max(1, DRAWS // state["n"]), REFITS - done)):
        _draw_and_add_noise_sample(state)
    return state, len(state["noise"]) / REFITS


def sums_to_means_and_variances(summed: dict) -> dict:
    """The simulated samples, with means and variances over them in place of sums; see above."""
    simulated = dict(summed)
    simulated["mean_noise"] = [each / REFITS for each in summed["mean_noise"]]
    simulated["squares"] = summed["squares"] / REFITS
    simulated["by_degree"] = [[each[j] for each in summed["noise"]] for j in range(DEGREES)]
    simulated["means"] = [each / REFITS for each in summed["means"]]
    simulated["spreads"] = [
        summed["spreads"][j] / REFITS - simulated["means"][j] * simulated["means"][j] for j in range(DEGREES)
    ]
    return simulated


def _draw_and_add_noise_sample(state: dict) -> None:
    """Draws one sample's noise, and adds it and its product with each q_j to the sums of the state."""
    z = draw_normals(state["seeds"], state["n"])
    sums = state["mean_noise"]
    for i in range(state["n"]):
        sums[i] += z[i]
    state["squares"] += dot_product(z, z)
    seen = [dot_product(row, z) for row in state["basis"]]
    for j in range(DEGREES):
        state["means"][j] += seen[j]
        state["spreads"][j] += seen[j] * seen[j]
    state["noise"].append(seen)


def dot_product(a: list, b: list) -> float:
    """Sum of products of two equally long lists."""
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


def draw_normals(generator_state: list, n: int) -> list:
    """N draws of a standard normal (Box and Muller); changes the generator's state."""
    out: list = []
    while len(out) < n:
        far, angle = (
            math.sqrt(-2 * math.log(_draw_one_uniform(generator_state))),
            2 * math.pi * _draw_one_uniform(generator_state),
        )
        out.append(far * math.cos(angle))
        out.append(far * math.sin(angle))
    return out[:n]


def _draw_one_uniform(generator_state: list) -> float:
    """A draw from (0, 1); changes the generator's state."""
    share = 0.0
    for k in range(3):
        generator_state[k] = FACTORS[k] * generator_state[k] % PERIODS[k]
        share += generator_state[k] / PERIODS[k]
    return share % 1.0 or 0.5


def orthonormal_recurrence_and_basis(x: list) -> tuple:
    """(recurrence, basis): polynomials of degree 0 to 9, orthonormal over the places.

    recurrence: for each degree (a, b, scale) with p = (x - a) * p of the degree below - b * p of the one below that,
    and q = p * scale; basis: the q at the places.
    """
    before, now = [0.0] * len(x), [1.0] * len(x)
    recurrence, basis, a, b, last = [], [], 0.0, 0.0, 1.0
    for _ in range(DEGREES):
        size = dot_product(now, now)
        recurrence.append((a, b, 1 / math.sqrt(size)))
        basis.append([each / math.sqrt(size) for each in now])
        a = dot_product([u * v for u, v in zip(x, now)], now) / size
        b = size / last if len(recurrence) > 1 else 0.0
        last = size
        before, now = now, [(x[i] - a) * now[i] - b * before[i] for i in range(len(x))]
    return recurrence, basis


def basis_at(recurrence: list, x: float) -> list:
    """The q_0, q_1, ... at any place."""
    before, now, out = 0.0, 1.0, []
    for k in range(len(recurrence)):
        if k:
            a, b, _ = recurrence[k]
            before, now = now, (x - a) * now - b * before
        out.append(now * recurrence[k][2])
    return out


def bias_variance_and_training_error_by_degree(simulated: dict, truths: list, noise_sd: float, penalty: float) -> list:
    """For each degree from 0: bias squared, variance and training error, each the mean over the places.

    truths: the true value at each place; noise_sd: standard deviation of the noise; penalty: 0 or more, it divides
    every coefficient but the first by 1 + penalty.
    """
    n, size = simulated["n"], dot_product(truths, truths)
    left = (
        size + 2 * noise_sd * dot_product(truths, simulated["mean_noise"]) + noise_sd * noise_sd * simulated["squares"]
    )
    missing, bias, variance, rows = size, 0.0, 0.0, []
    for j in range(DEGREES):
        true, shrinkage = dot_product(simulated["basis"][j], truths), shrinkage_factor(j, penalty)
        fitted, spread = true + noise_sd * simulated["means"][j], noise_sd * noise_sd * simulated["spreads"][j]
        squares = fitted * fitted + spread  # mean over the refits of what q_j sees in y, squared
        missing -= true * true
        bias += (shrinkage * fitted - true) * (shrinkage * fitted - true)
        variance += shrinkage * shrinkage * spread
        left -= squares * (1 - (1 - shrinkage) * (1 - shrinkage))
        rows.append({"bias2": (bias + max(missing, 0.0)) / n, "variance": variance / n, "training": max(left, 0.0) / n})
    return rows


def shrinkage_factor(coefficient_degree: int, penalty: float) -> float:
    """The share of a coefficient that a penalty leaves of it: 1 / (1 + penalty), but 1 for that of degree 0."""
    return 1 / (1 + penalty) if coefficient_degree else 1.0


def noise_free_coefficients_and_shrinkage(simulated: dict, truths: list, degree: int, penalty: float) -> tuple:
    """(noise_free, shrinkage): coefficients without noise, and what the penalty leaves of each coefficient.

    Refit r has the coefficients noise_free[j] + noise_sd * shrinkage[j] * simulated["noise"][r][j], j <= degree.
    """
    shrinkage = [shrinkage_factor(j, penalty) for j in range(degree + 1)]
    return [shrinkage[j] * dot_product(simulated["basis"][j], truths) for j in range(degree + 1)], shrinkage


def unit_noise_by_refit(simulated: dict, basis_at_x: list, degree: int) -> list:
    """What noise with a standard deviation of 1 adds to the prediction of each refit for one input.

    basis_at_x: the value of each q at this input, as `basis_at` returns them; those above the degree do not count.
    """
    sums = [basis_at_x[0] * z for z in simulated["by_degree"][0]]
    for j in range(1, degree + 1):
        sums = [s + basis_at_x[j] * z for s, z in zip(sums, simulated["by_degree"][j])]
    return sums
