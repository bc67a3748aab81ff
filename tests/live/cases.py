"""Calls of every scikit-learn name on small rows, dull and degenerate, for runtimes that cannot run scikit-learn."""

import json
import math
from pathlib import Path
from random import Random

from hypothesis import settings

from tests.live.agreement import both

LABELS = ([0, 1], [0, 1], [0, 1], [1], [-1, 1], [0, 1, 2], [True, False], [0.0, 1.0], ["ham", "spam"], ["\u00e9", "b"])
SCORES = ([0.1, 0.35, 0.4, 0.8], [-2, 0, 1, 5], [0.5], [1e-300, 1e300, -0.0, 0.0])
SHARES = ([0, 0.25, 0.5, 1], [0.1, 0.3, 0.7, 0.9])
NUMBERS = ([-3, -0.5, 0, 2, 7.25], [0], [1e5, 12.5])
AVERAGED = {"average": ["binary", "micro", "macro", "weighted", None], "zero_division": ["warn", 0, 1, math.nan]}
NAMED = {"pos_label": [None, 0, 1, 1.0, "spam"]}
ERRORS = {"multioutput": ["uniform_average", "raw_values"]}
# name -> what the second column holds (None: labels, as the first) and the arguments it may be given
KINDS = {
    "confusion_matrix": (None, {"normalize": [None, "true", "pred", "all"], "labels": [None, [1, 0]]}),
    "accuracy_score": (None, {"normalize": [True, False]}),
    "balanced_accuracy_score": (None, {"adjusted": [True, False]}),
    "precision_score": (None, AVERAGED),
    "recall_score": (None, AVERAGED),
    "f1_score": (None, AVERAGED),
    "fbeta_score": (None, {**AVERAGED, "beta": [0, 0.5, 2, math.inf]}),
    "matthews_corrcoef": (None, {}),
    "roc_curve": (SCORES, {**NAMED, "drop_intermediate": [True, False]}),
    "roc_auc_score": (SCORES, {"max_fpr": [None, 0.5, 1]}),
    "precision_recall_curve": (SCORES, {**NAMED, "drop_intermediate": [True, False]}),
    "average_precision_score": (SCORES, {"pos_label": [1, "spam"]}),
    "log_loss": (SHARES, {"normalize": [True, False], "labels": [None, [0, 1]]}),
    "brier_score_loss": (SHARES, {**NAMED, "scale_by_half": ["auto", True, False]}),
    "mean_squared_error": (NUMBERS, ERRORS),
    "root_mean_squared_error": (NUMBERS, ERRORS),
    "mean_absolute_error": (NUMBERS, ERRORS),
    "mean_absolute_percentage_error": (NUMBERS, ERRORS),
    "r2_score": (NUMBERS, {**ERRORS, "force_finite": [True, False]}),
}
SPOILT = [math.nan, math.inf, 0.5, "text"]


def cases():
    """(name, columns, options): the same ones at every run; some are unequally long, empty or hold what may not be."""
    dice = Random(1)
    for name, (second, options) in KINDS.items():
        for _ in range(max(40, settings().max_examples)):
            n = dice.randint(1, 7)
            first = NUMBERS if second is NUMBERS else LABELS
            pool = dice.choice(first)
            columns = [dice.choices(pool, k=n), dice.choices(dice.choice(second) if second else pool, k=n)]
            if not dice.randrange(12):
                dice.choice(columns)[:] = dice.choice([[], [dice.choice(SPOILT)] * n, [1] * (n + 1)])
            yield name, columns, {key: dice.choice(values) for key, values in options.items()}


VECTORS = json.loads((Path(__file__).parents[1] / "vectors/live.json").read_text(encoding="utf-8"))["vectors"]
DRAWN = list(cases())


def crossing(value):
    """The value as JSON can carry it: nan and infinities as texts."""
    if isinstance(value, list):
        return [crossing(each) for each in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def calls():
    """What run_vectors.py is given: the vectors, then the drawn cases."""
    drawn = [
        {
            "call": "metrics." + name,
            "args": crossing(columns),
            "named": {key: crossing(value) for key, value in options.items()},
        }
        for name, columns, options in DRAWN
    ]
    return VECTORS + drawn


def wrong_vectors(answers):
    """A line for each vector whose answer is not the one that stands beside it."""
    for vector, (kind, got) in zip(VECTORS, answers, strict=False):
        wanted = ("gives", vector["gives"]) if "gives" in vector else ("raises", vector["raises"])
        if kind != wanted[0] or not alike(got, wanted[1]):
            yield f"{vector['id']}: {kind} {got}, not {wanted[0]} {wanted[1]}"


def wrong_cases(answers):
    """A line for each drawn case whose answer is not scikit-learn's."""
    for (name, columns, options), (kind, got) in zip(DRAWN, answers[len(VECTORS) :], strict=False):
        theirs = both(name, *columns, **options)[1]
        refused = kind == "raises" and got == "ValueError" and theirs == "refuses"
        if not refused and not (kind == "gives" and alike(got, crossing(theirs))):
            yield f"{name}{tuple(columns)} {options}: {kind} {got}, scikit-learn {theirs}"


def alike(one, other):
    """Equal, numbers to 1e-12."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)
    return one == other
