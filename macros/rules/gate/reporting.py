"""The gate's report. It is computed once for a bank, and stored under a hash of everything that it depends on.

The models are our own because scikit-learn has no conditional logit, in which the choices of an item compete, and
because importing it takes longer than the whole check.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from macros import wording
from macros.bank import Item
from macros.course import Course
from macros.ledger import names
from macros.ledger.names import ServiceNames
from macros.rules.gate import matching, odds
from macros.rules.gate.guessers import CUE_GUESSERS, CUE_MIX, MATCHING, WORDS
from macros.rules.gate.items import GateItem, TokenizedItem, active_choice_items
from macros.rules.gate.matching import GateMatchItem, active_match_items
from macros.rules.gate.positions import (
    UNLIKELY,
    WARNING_Z,
    Position,
    error_threshold_of_highest_z,
    key_positions_and_p_value,
)

FILE = Path(".cache/gate.json")  # not published: the page on the gate shows it
MOST_LEARNED_GAIN = 0.05  # what a guesser that learns may gain on chance, because choosing among mixes finds noise
LEARNING = (CUE_MIX, WORDS)
MOST_NAMED = 5  # items that a message names


class GuesserResult(NamedTuple):
    """How many of `n` items a guesser got right, and how many by chance: `z` standard deviations apart.

    result: ok, warns, fails, or below (chance). leaking: ids of items in the file that leaks most, if it leaks.
    """

    guesser: str
    n: int
    right: float
    chance: float
    z: float
    result: str
    leaking: list[str]

    @property
    def accuracy(self) -> float:
        """Share of the items that it got right."""
        return self.right / self.n


class GateReport(NamedTuple):
    """Everything that the gate found.

    cache_key: a hash of everything that the report depends on. n: items with choices. results: by name of the guesser,
    in the order of a table, without guessers that have too few items. position_p: the probability that keys are
    placed this unevenly by chance.
    """

    cache_key: str
    n: int
    results: dict[str, GuesserResult]
    positions: list[Position]
    position_p: float

    @property
    def has_enough_choice_items(self) -> bool:
        """Whether the bank has enough items with choices for results, which the next four properties need."""
        return CUE_MIX in self.results

    @property
    def chance(self) -> float:
        """Share of the items with choices that a blind pick gets right."""
        return self.results[CUE_MIX].chance

    @property
    def lowest_failing_accuracy(self) -> float:
        """The lowest accuracy with which a guesser fails the bank."""
        chance = self.chance
        return round(chance + odds.ERROR_Z * math.sqrt(chance * (1 - chance) / self.n), 4)

    @property
    def power_to_find_leak(self) -> float:
        """How likely a bank of this size shows a leak of 10 points."""
        return round(odds.power_to_find_leak(self.n, self.chance), 4)

    @property
    def items_needed_to_find_leak(self) -> int:
        """Items needed to find such a leak with a probability of 80%."""
        return odds.items_needed_to_find_leak(self.chance)

    @property
    def key_position_verdict(self) -> Literal["ok", "warns", "fails"]:
        """How evenly the keys are spread over the positions."""
        highest = max((position.z for position in self.positions), default=0.0)
        if highest > error_threshold_of_highest_z(len(self.positions)) or self.position_p < UNLIKELY:
            return "fails"
        return "warns" if highest > WARNING_Z else "ok"


def up_to_date_report(course: Course) -> GateReport:
    """The last report if the bank and the gate are still the same, else one computed now, which is not stored."""
    items, match_items = active_choice_items(course), active_match_items(course)
    service_names = course.ledger.service_names
    cache_key = _cache_key(items, match_items, service_names)
    last = read_last_report(course.root)
    if last and last.cache_key == cache_key:
        return last
    return _compute_report(items, match_items, service_names, cache_key)


def leaking_items(course: Course, result: GuesserResult) -> list[Item]:
    """The items that leak to a guesser according to its result, in that order."""
    by_id = {item.id: item for item in course.bank.items}
    return [by_id[name] for name in result.leaking if name in by_id]


def read_last_report(root: Path) -> GateReport | None:
    """The report of the last check, whichever bank it was about; None if there is none that can be read."""
    try:
        data: dict[str, Any] = json.loads((root / FILE).read_bytes())
        results = {one["guesser"]: GuesserResult(**one) for one in data["results"]}
        positions = [Position(**one) for one in data["positions"]]
        return GateReport(data["cache_key"], data["n"], results, positions, data["position_p"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_report_if_possible(root: Path, report: GateReport) -> None:
    """Stores the report, unless it is stored already or the folder cannot be written."""
    path, text = root / FILE, report_json(report)
    if any(one.is_symlink() for one in (path, path.parent)):
        return  # a link that a pull request brought could lead anywhere
    with suppress(OSError):
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def report_json(report: GateReport) -> str:
    """The report as it is stored."""
    data = {
        **report._asdict(),
        "results": [result._asdict() for result in report.results.values()],
        "positions": [position._asdict() for position in report.positions],
    }
    return json.dumps(data, sort_keys=True, indent=1) + "\n"


def _cache_key(items: tuple[GateItem, ...], match_items: tuple[GateMatchItem, ...], service_names: ServiceNames) -> str:
    """A hash of every text that is judged, of the names that it may contain, and of the code that judges."""
    texts = json.dumps(
        [[[*item[:-1], sorted(item.keys)] for item in items], match_items, service_names.name_by_spelling]
    )
    return hashlib.sha256(_bytes_of_gate_source() + texts.encode()).hexdigest()


@cache
def _bytes_of_gate_source() -> bytes:
    """The source of the gate and of the two modules that split and recognize words for it."""
    files = (*sorted(Path(__file__).parent.glob("*.py")), Path(names.__file__), Path(wording.__file__))
    return b"".join(file.read_bytes() for file in files)


@lru_cache(maxsize=1)
def _compute_report(
    items: tuple[GateItem, ...], match_items: tuple[GateMatchItem, ...], service_names: ServiceNames, cache_key: str
) -> GateReport:
    """A new report, to be stored under this key. The last one is remembered, because several rules ask for it."""
    positions, position_p = key_positions_and_p_value(items)
    tokenized = [TokenizedItem(item) for item in items] if len(items) >= odds.FEWEST_ITEMS else []
    results = _choice_guesser_results(items, tokenized, service_names) if tokenized else []
    if len(match_items) >= matching.FEWEST_ITEMS:
        results.append(_matching_guesser_result(match_items))
    by_name = {result.guesser: result for result in results}
    return GateReport(cache_key, len(items), by_name, positions, position_p)


def _choice_guesser_results(
    items: Sequence[GateItem], tokenized: Sequence[TokenizedItem], service_names: ServiceNames
) -> list[GuesserResult]:
    """The results of each cue, of the mix that `cue_mix_guesser` fits, and of the words that tend to be in keys."""
    # loaded here, because they load numpy, which is not needed for an unchanged bank
    from macros.rules.gate.cue_mix_guesser import cue_mix_hit_rates
    from macros.rules.gate.word_guesser import word_guesser_hit_rates

    scores = [[guesser.scores(item) for guesser in CUE_GUESSERS] for item in tokenized]
    hit_rates = {
        guesser.name: [
            odds.chance_to_pick_keys(by_cue[at], item.keys) for item, by_cue in zip(items, scores, strict=True)
        ]
        for at, guesser in enumerate(CUE_GUESSERS)
    }
    hit_rates[CUE_MIX] = cue_mix_hit_rates(items, scores)
    hit_rates[WORDS] = word_guesser_hit_rates(items, tokenized, service_names)
    return [_choice_guesser_result(name, items, rates) for name, rates in hit_rates.items()]


def _choice_guesser_result(guesser: str, items: Sequence[GateItem], hit_rates: Sequence[float]) -> GuesserResult:
    """A guesser's result on choice items; hit_rates: its chance to pick exactly the keys of each."""
    chances = [odds.chance_of_blind_pick(len(item.choices), len(item.keys)) for item in items]
    z, chance = odds.z_score(sum(hit_rates), chances), sum(chances) / len(items)
    gain = sum(hit_rates) / len(items) - chance
    fails = z > odds.ERROR_Z and (guesser not in LEARNING or gain > MOST_LEARNED_GAIN)
    is_below = z < odds.BELOW_CHANCE_Z and guesser not in LEARNING
    result = "fails" if fails else "warns" if z > odds.WARNING_Z else "below" if is_below else "ok"
    gains = [rate - by_luck for rate, by_luck in zip(hit_rates, chances, strict=True)]
    leaks = result in ("fails", "warns")
    leaking = _solved_ids_on_most_leaking_page(items, gains, [rate > 0.5 for rate in hit_rates]) if leaks else []
    return GuesserResult(guesser, len(items), round(sum(hit_rates), 4), round(chance, 4), round(z, 4), result, leaking)


def _matching_guesser_result(items: Sequence[GateMatchItem]) -> GuesserResult:
    """The result of the guesser that matches rows by shared words."""
    shares, chance = (
        [matching.share_of_rows_matched(item) for item in items],
        sum(item.share_by_chance for item in items) / len(items),
    )
    gains = [share - item.share_by_chance for share, item in zip(shares, items, strict=True)]
    z, gain = sum(gains) / math.sqrt(sum(item.variance_of_share_by_chance for item in items)), sum(gains) / len(items)
    fails = z > odds.ERROR_Z and gain > MOST_LEARNED_GAIN
    result = "fails" if fails else "warns" if z > odds.WARNING_Z else "ok"
    leaking = [] if result == "ok" else _solved_ids_on_most_leaking_page(items, gains, [one > 0 for one in gains])
    return GuesserResult(MATCHING, len(items), round(sum(shares), 4), round(chance, 4), round(z, 4), result, leaking)


def _solved_ids_on_most_leaking_page(
    items: Sequence[GateItem | GateMatchItem], gains: Sequence[float], is_solved: Sequence[bool]
) -> list[str]:
    """Ids of items that a guesser solved, from the page where it gains most."""
    by_page: dict[str, float] = {}
    for item, gain in zip(items, gains, strict=True):
        by_page[item.page] = by_page.get(item.page, 0.0) + gain
    worst = max(sorted(by_page), key=lambda page: by_page[page])
    solved = [item for item, is_right in zip(items, is_solved, strict=True) if is_right]
    return [item.id for item in solved if item.page == worst][:MOST_NAMED]
