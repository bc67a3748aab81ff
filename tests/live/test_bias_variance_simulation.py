"""The simulation behind bias and variance: what it counts is what many fits, one by one, would show."""

import math

import numpy as np
import pytest

from macros.live import bias_variance_simulation as simulation
from macros.live.calculators import bias_variance
from tests.live.simulated import simulate

VALUES = {"rows": 16, "seed": 1}


@pytest.fixture(scope="module")
def made():
    return simulate(VALUES)


def wave(x):
    return [math.sin(2 * math.pi * each) for each in x]


def samples(rows, seed, noise):
    """(x, truth, y with a row for each sample), drawn again from the same seeds."""
    state = simulation.initial_simulation_state({"rows": rows, "seed": seed})
    z = np.array([simulation.draw_normals(state["seeds"], rows) for _ in range(simulation.REFITS)])
    truth = np.array(wave(state["x"]))
    return np.array(state["x"]), truth, truth + noise * z


def test_the_basis_is_orthonormal_over_the_places(made):
    basis = np.array(made["basis"])
    assert basis @ basis.T == pytest.approx(np.eye(10), abs=1e-9)
    anew = np.array([simulation.basis_at(made["recurrence"], x) for x in made["x"]])
    assert np.allclose(anew.T, basis)


@pytest.mark.parametrize("degree", range(10))
def test_the_parts_are_those_of_least_squares_fitted_one_by_one(made, degree):
    x, truth, y = samples(16, 1, 0.5)
    fitted = np.array([np.polynomial.Polynomial.fit(x, each, degree)(x) for each in y])
    found = simulation.bias_variance_and_training_error_by_degree(made, wave(made["x"]), 0.5, 0.0)[degree]
    assert found["bias2"] == pytest.approx(np.mean((fitted.mean(axis=0) - truth) ** 2), abs=1e-9)
    assert found["variance"] == pytest.approx(np.mean(fitted.var(axis=0)), abs=1e-9)
    assert found["training"] == pytest.approx(np.mean((fitted - y) ** 2), abs=1e-9)


def test_the_sum_is_the_error_on_rows_measured_anew(made):
    """Bias squared, variance and noise add up to what the models miss on other samples, give or take the draw."""
    x, _, y = samples(16, 1, 0.5)
    fitted = np.array([np.polynomial.Polynomial.fit(x, each, 3)(x) for each in y])
    anew = samples(16, 2, 0.5)[2]
    found = simulation.bias_variance_and_training_error_by_degree(made, wave(made["x"]), 0.5, 0.0)[3]
    assert found["bias2"] + found["variance"] + 0.25 == pytest.approx(np.mean((fitted - anew) ** 2), rel=0.03)


def test_least_squares_varies_by_noise_times_coefficients_over_rows(made):
    for degree, row in enumerate(
        simulation.bias_variance_and_training_error_by_degree(made, wave(made["x"]), 0.5, 0.0)
    ):
        assert row["variance"] == pytest.approx(0.25 * (degree + 1) / 16, rel=0.06)


def test_a_penalty_lowers_variance_and_raises_bias(made):
    free, charged = [
        simulation.bias_variance_and_training_error_by_degree(made, wave(made["x"]), 0.5, penalty)[9]
        for penalty in (0.0, 1.0)
    ]
    assert charged["variance"] < free["variance"] / 2
    assert charged["bias2"] > free["bias2"] + 0.1
    assert charged["training"] > free["training"]


def test_the_draws_are_those_of_a_standard_normal():
    drawn = np.array(simulation.draw_normals([5, 7, 9], 40_000))
    assert (drawn.mean(), drawn.std(), (drawn**4).mean()) == pytest.approx((0, 1, 3), abs=0.05)


def test_the_same_seed_gives_the_same_and_another_seed_another():
    assert simulate(VALUES) == simulate(VALUES)
    assert simulate(VALUES)["noise"][0] != simulate(VALUES | {"seed": 2})["noise"][0]


def test_work_goes_by_in_slices_and_counts_every_refit():
    state, fractions = simulation.initial_simulation_state({"rows": 100, "seed": 3}), [0.0]
    while fractions[-1] < 1:
        state, fraction = simulation.add_next_noise_samples(state)
        fractions.append(fraction)
    assert fractions == sorted(set(fractions))
    assert len(simulation.sums_to_means_and_variances(state)["noise"]) == 500


def test_bias_is_the_gap_of_the_mean_and_not_the_miss_of_a_model():
    values = {field["name"]: field["default"] for field in bias_variance.FIELDS}
    result = bias_variance.compute(values, simulate(values))
    said = bias_variance.view(result)["says"]["result"]
    assert result["mean"] == pytest.approx(np.mean(result["predictions"]))
    assert result["spread"] == pytest.approx(np.var(result["predictions"]))
    assert f"a bias of **\u2212{abs(result['mean'] - result['truth']):.2f}**" in said
    assert "which is not the bias" in said


@pytest.mark.parametrize("penalty", [0.0, 0.7])
def test_what_is_kept_between_touches_changes_no_answer(penalty):
    """Place and degree come and go in any order; the predictions are those of a fresh start."""
    values = {field["name"]: field["default"] for field in bias_variance.FIELDS} | {"penalty": penalty}
    prepared = simulate(values)
    for degree, place in [(3, 0.1), (1, 0.25), (9, 0.25), (4, 0.25), (4, 0.6), (0, 0.6), (7, 0.25)]:
        asked = values | {"degree": degree, "place": place}
        found, fresh = bias_variance.compute(asked, prepared), bias_variance.compute(asked, simulate(asked))
        assert found["predictions"] == pytest.approx(fresh["predictions"])
        assert found["curves"] == fresh["curves"]
        assert bias_variance.view(found)["figures"] == bias_variance.view(fresh)["figures"]
        assert bias_variance.view(found)["tables"] == bias_variance.view(fresh)["tables"]


@pytest.mark.parametrize("degree", [0, 1, 6])
def test_a_penalised_prediction_is_the_sum_of_its_shrunk_coefficients(degree):
    values = {field["name"]: field["default"] for field in bias_variance.FIELDS} | {"penalty": 0.5, "degree": degree}
    made = simulate(values)
    base, shrinkage = simulation.noise_free_coefficients_and_shrinkage(made, wave(made["x"]), degree, 0.5)
    at = simulation.basis_at(made["recurrence"], 0.25)
    expected = [
        sum((base[j] + 0.5 * shrinkage[j] * each[j]) * at[j] for j in range(degree + 1)) for each in made["noise"]
    ]
    assert bias_variance.compute(values, made)["predictions"] == pytest.approx(expected)
