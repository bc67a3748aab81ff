"""A guesser that learns from other items which mix of cues gives keys away.

A conditional logit over the ten cues, fitted on half of the objectives and tested on the other half, ten times. It
finds what no single cue shows, such as a key that is never the longest, never the shortest, and never the first.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from macros.rules.gate.items import GateItem
from macros.rules.gate.odds import chance_to_pick_keys

Scores = Sequence[Sequence[Sequence[float]]]  # item, guesser, choice
Floats = NDArray[np.float64]

REPEATS, STEPS, RIDGE, LONGEST_STEP = 10, 30, 1.0, 2.0


class PaddedArrays(NamedTuple):
    """Arrays with a row for each item and a column for each choice; items with fewer choices are filled up with 0.

    features: (item, choice, feature). choice_mask: 1 where a choice exists. key_shares: the share of each key in its
    item, 1 for a single key.
    """

    features: Floats
    choice_mask: Floats
    key_shares: Floats


def cue_mix_hit_rates(items: Sequence[GateItem], scores: Scores) -> list[float]:
    """For each item, how often a model that was fitted without it picks its keys, over all repeats."""
    features, choice_mask, key_shares = _padded_features_mask_and_key_shares(items, scores)
    right = [0.0] * len(items)
    for repeat in range(REPEATS):
        half = _mask_of_half_the_objectives(items, repeat)
        for fitted_on in (half, ~half):
            weights = _fit_weights(features[fitted_on], choice_mask[fitted_on], key_shares[fitted_on])
            scores_of_choices = np.round(features @ weights, 9).tolist()
            for at in np.flatnonzero(~fitted_on).tolist():
                right[at] += (
                    chance_to_pick_keys(scores_of_choices[at][: len(items[at].choices)], items[at].keys) / REPEATS
                )
    return right


def _padded_features_mask_and_key_shares(items: Sequence[GateItem], scores: Scores) -> PaddedArrays:
    most = max(len(item.choices) for item in items)
    features = np.zeros((len(items), most, 2 * len(scores[0])))
    choice_mask, key_shares = np.zeros((2, len(items), most))
    for at, (item, given) in enumerate(zip(items, scores, strict=True)):
        size = len(item.choices)
        features[at, :size] = _z_scores_and_best_choice_shares(np.array(given, dtype=float))
        choice_mask[at, :size] = 1
        key_shares[at, sorted(item.keys)] = 1 / len(item.keys)
    return PaddedArrays(features, choice_mask, key_shares)


def _z_scores_and_best_choice_shares(scores_by_guesser: Floats) -> Floats:
    """Two features for each score (guesser, choice), as (choice, feature).

    The first is the z-score within the guesser's scores of the item. The second is 1, split among the guesser's best
    choices, minus the mean.
    """
    scores = scores_by_guesser
    centered = scores - scores.mean(axis=1, keepdims=True)
    spread = centered.std(axis=1, keepdims=True)
    best = scores == scores.max(axis=1, keepdims=True)
    top = best / best.sum(axis=1, keepdims=True) - 1 / scores.shape[1]
    return np.concatenate([centered / np.where(spread > 0, spread, 1), top]).T


def _mask_of_half_the_objectives(items: Sequence[GateItem], seed: int) -> NDArray[np.bool_]:
    """Whether each item belongs to a seeded half of the objectives, or of the items if all test the same one.

    Both halves have about as many items.
    """
    objectives = [item.objective for item in items]
    if len(set(objectives)) == 1:
        objectives = [item.id for item in items]
    sizes = Counter(objectives)
    order = sorted(sizes)
    random.Random(seed).shuffle(order)
    chosen: set[str] = set()
    chosen_items = 0
    for objective in order:
        if chosen_items + sizes[objective] / 2 <= len(items) / 2:
            chosen.add(objective)
            chosen_items += sizes[objective]
    return np.array([objective in chosen for objective in objectives])


def _fit_weights(features: Floats, choice_mask: Floats, key_shares: Floats) -> Floats:
    """Weights that make the keys most likely, with a ridge penalty, by Newton's method with short steps."""
    flat, weights = features.reshape(-1, features.shape[2]), np.zeros(features.shape[2])
    keyed = key_shares.ravel() @ flat
    for _ in range(STEPS):
        scores_of_choices = np.where(choice_mask > 0, features @ weights, -np.inf)
        likely = np.exp(scores_of_choices - scores_of_choices.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        means = (likely[:, None, :] @ features)[:, 0]
        gradient = keyed - means.sum(axis=0) - RIDGE * weights
        hessian = flat.T @ (flat * likely.reshape(-1, 1)) - means.T @ means + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        size = float(np.linalg.norm(step))
        weights = weights + step * min(1.0, LONGEST_STEP / max(size, 1e-12))
        if size < 1e-6:
            break
    return weights
