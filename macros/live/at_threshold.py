"""A model at one threshold through its scores: what it flags, which metrics that makes, and what it costs.

Another prevalence than that of the rows weighs each positive row alike and each negative row alike, so that the two
classes have the shares it says: both rates stay, precision and cost move.
"""

from .arithmetic import Undefined, format_fixed, format_number
from .metrics.counts import false_positive_rate, precision, recall
from .metrics.ranking import counts_at
from .threshold_sweep import Sweep


class ThresholdOutcome:
    """What a model flags at a threshold: the counts of its rows, and the metrics and the cost that they make."""

    def __init__(self, counts: dict, weights: tuple[float, float], prices: tuple[float, float]):
        """counts: tp, fp, fn, tn. weights: of a positive and of a negative row. prices: of a fp and of a fn."""
        self.tp: int = counts["tp"]
        self.fp: int = counts["fp"]
        self.fn: int = counts["fn"]
        self.tn: int = counts["tn"]
        self.tp_weighted: float = self.tp * weights[0]
        self.fn_weighted: float = self.fn * weights[0]
        self.fp_weighted: float = self.fp * weights[1]
        self.recall: float = recall(tp=self.tp, fn=self.fn)
        self.fpr: float = false_positive_rate(fp=self.fp, tn=self.tn)
        self.precision: float | None = None  # where nothing is flagged
        self.why_no_precision: str = ""
        try:
            self.precision = precision(tp=self.tp_weighted, fp=self.fp_weighted)
        except Undefined as undefined:
            self.why_no_precision = str(undefined)
        self.cost: float = self.fp_weighted * prices[0] + self.fn_weighted * prices[1]


class ThresholdModel:
    """The model of a sweep at a threshold, and the lowest cost of all thresholds."""

    def __init__(self, values: dict, sweep: Sweep, cost_row_count: int):
        """values: threshold, cost_fp, cost_fn, mix ("rows" or "other") and with "other" a prevalence in [0, 1].

        cost_row_count: for how many rows costs are computed, whatever the sweep has.
        """
        rows = sweep.positives + sweep.negatives
        self.sweep: Sweep = sweep
        self.shifted: bool = values["mix"] == "other"  # whether the prevalence is another than that of the rows
        self.prevalence: float = values["prevalence"] if self.shifted else sweep.positives / rows
        self.weights: tuple[float, float] = (cost_row_count / rows, cost_row_count / rows)  # positive, negative row
        if self.shifted:
            positives, negatives = self.prevalence * cost_row_count, (1 - self.prevalence) * cost_row_count
            self.weights = (positives / sweep.positives, negatives / sweep.negatives)
        self.prices: tuple[float, float] = (values["cost_fp"], values["cost_fn"])
        self.current: ThresholdOutcome = self.outcome_at(values["threshold"])
        lowest_cost, entries = _lowest_cost_and_hull_entries(sweep, self.weights, self.prices)
        self.lowest_cost: float = lowest_cost
        self.lowest_cost_entries: list = entries  # of the hull; None is to flag nothing
        self.lowest_cost_text: str = ""  # of a threshold that has it; empty if nothing is to be flagged
        if entries[0] is not None:
            self.lowest_cost_text = _shortest_threshold_text(sweep, entries[0])

    def outcome_at(self, threshold: float) -> ThresholdOutcome:
        """What the model flags at the threshold."""
        return ThresholdOutcome(counts_at(self.sweep.ranking, threshold), self.weights, self.prices)


def best_precision_threshold_text_or_empty(model: ThresholdModel, min_recall: float) -> str:
    """Threshold with the highest precision among those with this recall or more, as text; "" if nothing has it."""
    sweep = model.sweep
    tps, frontier, positives = sweep.ranking["tps"], sweep.frontier, sweep.positives
    low, high = 0, len(frontier)
    while low < high:  # recall rises along the frontier
        middle = (low + high) // 2
        if tps[frontier[middle]] / positives >= min_recall:
            high = middle
        else:
            low = middle + 1
    return _shortest_threshold_text(sweep, frontier[low]) if low < len(frontier) else ""


def best_recall_threshold_text_or_empty(model: ThresholdModel, min_precision: float) -> str:
    """Threshold with the highest recall among those with this precision or more, as text; "" if nothing has it."""
    sweep, (weight_p, weight_n) = model.sweep, model.weights
    tps, fps, frontier = sweep.ranking["tps"], sweep.ranking["fps"], sweep.frontier
    low, high = 0, len(frontier)
    while low < high:  # precision falls along the frontier
        middle = (low + high) // 2
        hits, alarms = tps[frontier[middle]] * weight_p, fps[frontier[middle]] * weight_n
        if hits and hits / (hits + alarms) >= min_precision:
            low = middle + 1
        else:
            high = middle
    return _shortest_threshold_text(sweep, frontier[low - 1]) if low else ""


def cheapest_threshold_text_or_empty(model: ThresholdModel) -> str:
    """Threshold with the lowest cost, as text; "" if that is to flag nothing and a score is 1."""
    if model.lowest_cost_text:
        return model.lowest_cost_text
    highest = model.sweep.ranking["thresholds"][0]
    return _shortest_number_text(highest, 1.0) if highest < 1 else ""


def cheapest_threshold_range_or_empty(model: ThresholdModel, end_text: str) -> tuple:
    """(first text, end_text) of a range of thresholds that flag the same rows at the lowest cost.

    () if the range would be that text alone, or if it does not have the lowest cost.
    """
    for low, high in _cheapest_ranges(model):
        if low < float(end_text) <= high:
            first = _first_text_above(low, len(end_text) - 2)
            return (first, end_text) if float(first) < float(end_text) else ()
    return ()


def other_cheapest_threshold_texts(model: ThresholdModel, chosen_threshold_text: str) -> list:
    """A threshold from each range of the hull that has the lowest cost and does not hold the chosen threshold.

    Ranges on a straight part of the hull may be missing.
    """
    threshold = float(chosen_threshold_text)
    return [
        _shortest_number_text(low, high)
        for low, high in _cheapest_ranges(model)
        if low < high and not low < threshold <= high
    ]


def _cheapest_ranges(model: ThresholdModel) -> list:
    """(low, high) for each entry with the lowest cost: thresholds above low and up to high flag its rows."""
    thresholds = model.sweep.ranking["thresholds"]
    ranges = []
    for entry in model.lowest_cost_entries:
        following = 0 if entry is None else entry + 1
        low = thresholds[following] if following < len(thresholds) else -1.0
        ranges.append((low, 1.0 if entry is None else thresholds[entry]))
    return ranges


def _first_text_above(low: float, digits: int) -> str:
    """Text of the first number above low, 0 or more, with so many digits."""
    step = max(0, int(low * 10**digits))
    while step / 10**digits <= low:
        step += 1
    return format_fixed(step / 10**digits, digits)


def _shortest_threshold_text(sweep: Sweep, last_flagged_entry: int) -> str:
    """Text of a threshold that flags the rows up to this entry of the ranking, and no others."""
    thresholds = sweep.ranking["thresholds"]
    below = thresholds[last_flagged_entry + 1] if last_flagged_entry + 1 < len(thresholds) else -1.0
    return _shortest_number_text(below, thresholds[last_flagged_entry])


def _shortest_number_text(above: float, up_to: float) -> str:
    """Text of a number in (above, up_to] with as few decimals as possible, but two at least."""
    for digits in range(2, 16):
        value = int(up_to * 10**digits) / 10**digits
        if above < value <= up_to:
            return format_fixed(value, digits)
    return "%.17g" % up_to


def _lowest_cost_and_hull_entries(sweep: Sweep, weights: tuple, prices: tuple) -> tuple:
    """(the lowest cost, entries of the hull that have it); the entry None is to flag nothing."""
    tps, fps = sweep.ranking["tps"], sweep.ranking["fps"]
    fp_cost, fn_cost = weights[1] * prices[0], weights[0] * prices[1]
    least, entries = fn_cost * sweep.positives, [None]
    for k in sweep.hull[1:]:
        cost = fp_cost * fps[k] + fn_cost * (sweep.positives - tps[k])
        if cost < least * (1 - 1e-12):
            least, entries = cost, [k]
        elif cost <= least * (1 + 1e-12):
            entries.append(k)
    return least, entries


def format_2_to_6_decimals(x: float) -> str:
    """A threshold with two digits, or with as many of six as it takes."""
    text = format_fixed(x, 6)
    while text[-1] == "0" and len(text) > 4:
        text = text[:-1]
    return text


def format_cost(cost: float) -> str:
    """A cost: whole where it is, else with a digit, or two where it is small."""
    if cost == int(cost):
        return format_number(int(cost))
    return format_number(cost, 1 if cost >= 10 else 2)


def format_share_not_rounded_to_0_or_1(share: float) -> str:
    """A share with two digits, or with as many as it takes to tell it from 0 and from 1."""
    for digits in (2, 3, 4):
        if 0.5 * 0.1**digits < share < 1 - 0.5 * 0.1**digits:
            return format_fixed(share, digits)
    return format_fixed(share, 2 if share in (0, 1) else 6)
