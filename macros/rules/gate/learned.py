"""A guesser who has seen other items with their keys, though not their subject: which mix of cues gives keys away?

A softmax over the ten cues, fitted on half of the objectives and tried on the other half, ten times over. It finds
what no single cue shows, such as a key that is never the longest, never the shortest and never on top.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from macros.rules.gate.items import GateItem
from macros.rules.gate.odds import chance_to_pick_keys

Scores = Sequence[Sequence[Sequence[float]]]  # item, guesser, choice
Floats = NDArray[np.float64]

REPEATS, STEPS, RIDGE, LONGEST_STEP = 10, 30, 1.0, 2.0


def hit_rates(items: Sequence[GateItem], scores: Scores) -> list[float]:
    """For each item how often, over the repeats, the half that has not seen it takes its keys."""
    cues, offered, wanted = _arrays(items, scores)
    right = [0.0] * len(items)
    for repeat in range(REPEATS):
        half = _draw_half(items, repeat)
        for seen in (half, ~half):
            weights = _fit_weights(cues[seen], offered[seen], wanted[seen])
            worth = np.round(cues @ weights, 9).tolist()
            for at in np.flatnonzero(~seen).tolist():
                right[at] += chance_to_pick_keys(worth[at][: len(items[at].choices)], items[at].keys) / REPEATS
    return right


def _arrays(items: Sequence[GateItem], scores: Scores) -> tuple[Floats, Floats, Floats]:
    """Cues (item, choice, feature), which choices exist, and each key's share of its item; missing choices are 0."""
    most = max(len(item.choices) for item in items)
    cues = np.zeros((len(items), most, 2 * len(scores[0])))
    offered, wanted = np.zeros((2, len(items), most))
    for at, (item, given) in enumerate(zip(items, scores, strict=True)):
        size = len(item.choices)
        cues[at, :size] = _features(np.array(given, dtype=float))
        offered[at, :size] = 1
        wanted[at, sorted(item.keys)] = 1 / len(item.keys)
    return cues, offered, wanted


def _features(given: Floats) -> Floats:
    """Of scores (guesser, choice) two features each: how far from the item's mean, and whether it is the best."""
    centred = given - given.mean(axis=1, keepdims=True)
    spread = centred.std(axis=1, keepdims=True)
    best = given == given.max(axis=1, keepdims=True)
    top = best / best.sum(axis=1, keepdims=True) - 1 / given.shape[1]
    return np.concatenate([centred / np.where(spread > 0, spread, 1), top]).T


def _draw_half(items: Sequence[GateItem], repeat: int) -> NDArray[np.bool_]:
    """A seeded half of the objectives (of the items, if all test the same one), about as many items as the other."""
    kinds = [item.objective for item in items]
    if len(set(kinds)) == 1:
        kinds = [item.id for item in items]
    sizes = Counter(kinds)
    order = sorted(sizes)
    random.Random(repeat).shuffle(order)
    chosen: set[str] = set()
    held = 0
    for kind in order:
        if held + sizes[kind] / 2 <= len(items) / 2:
            chosen.add(kind)
            held += sizes[kind]
    return np.array([kind in chosen for kind in kinds])


def _fit_weights(cues: Floats, offered: Floats, wanted: Floats) -> Floats:
    """Weights that make the keys likeliest, held near 0 by a ridge; Newton's method, its steps kept short."""
    flat, weights = cues.reshape(-1, cues.shape[2]), np.zeros(cues.shape[2])
    keyed = wanted.ravel() @ flat
    for _ in range(STEPS):
        worth = np.where(offered > 0, cues @ weights, -np.inf)
        likely = np.exp(worth - worth.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        means = (likely[:, None, :] @ cues)[:, 0]
        slope = keyed - means.sum(axis=0) - RIDGE * weights
        bend = flat.T @ (flat * likely.reshape(-1, 1)) - means.T @ means + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        size = float(np.linalg.norm(step))
        weights = weights + step * min(1.0, LONGEST_STEP / max(size, 1e-12))
        if size < 1e-6:
            break
    return weights
