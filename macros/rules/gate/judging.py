"""The gate's report: judged once for a bank, kept in gate.json by a hash of all that was judged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from macros.course import Course
from macros.rules.gate import odds
from macros.rules.gate.guessers import GUESSERS
from macros.rules.gate.judged import Judged, Sheet, judged
from macros.rules.gate.positions import UNLIKELY, WARNS, Position, limit, positions

FILE = Path("docs/assets/generated/gate.json")
EXCESS = 0.05  # what the learned guesser may gain: noise of choosing a mix
SHOWN = 5


class Line(NamedTuple):
    """How one guesser did; `where` names items of the file that leaks most, the clearest first."""

    guesser: str
    n: int
    right: float
    chance: float
    z: float
    result: str
    where: list[str]

    @property
    def accuracy(self) -> float:
        """Share of the items that it got right."""
        return self.right / self.n


class Report(NamedTuple):
    """All that the gate found; no lines if there are too few items to judge."""

    key: str
    n: int
    lines: list[Line]
    positions: list[Position]
    likelihood: float

    @property
    def power(self) -> dict[str, float]:
        """From what share a guesser fails, how likely a leak of 10 points is seen, and items needed for 80 %."""
        if not self.lines:
            return {}
        by_luck = self.lines[0].chance
        fails_from = by_luck + odds.FAILS * (by_luck * (1 - by_luck) / self.n) ** 0.5
        seen = odds.power(self.n, by_luck)
        return {"fails_from": round(fails_from, 4), "seen": round(seen, 4), "needed": odds.needed(by_luck)}

    @property
    def misplaced(self) -> str:
        """What the places of the keys give: ok, warns or fails."""
        most = max((place.z for place in self.positions), default=0.0)
        if most > limit(len(self.positions)) or self.likelihood < UNLIKELY:
            return "fails"
        return "warns" if most > WARNS else "ok"


def report(course: Course) -> Report:
    """The report on the course's bank: the kept one if it was made from the same texts by the same gate."""
    items = judged(course)
    key = _key(items)
    return _kept(course.root, key) or _judge(items, key)


def as_json(made: Report) -> str:
    """The report as gate.json holds it."""
    lines = [{**line._asdict(), "accuracy": round(line.accuracy, 4)} for line in made.lines]
    places = [place._asdict() for place in made.positions]
    content = {**made._asdict(), "format": 1, "lines": lines, "positions": places, "power": made.power}
    return json.dumps(content, sort_keys=True, indent=1) + "\n"


def _key(items: tuple[Judged, ...]) -> str:
    """Changes with every judged text, and with the gate itself."""
    judged_texts = json.dumps([[*item[:-1], sorted(item.keys)] for item in items])
    return hashlib.sha256(_own_source() + judged_texts.encode()).hexdigest()


@cache
def _own_source() -> bytes:
    return b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))


def _kept(root: Path, key: str) -> Report | None:
    try:
        kept: dict[str, Any] = json.loads((root / FILE).read_bytes())
        if kept["key"] != key:
            return None
        lines = [Line(**{field: line[field] for field in Line._fields}) for line in kept["lines"]]
        places = [Position(**place) for place in kept["positions"]]
        return Report(key, kept["n"], lines, places, kept["likelihood"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=1)
def _judge(items: tuple[Judged, ...], key: str) -> Report:
    places, likelihood = positions(items)
    if len(items) < odds.JUDGED_FROM:
        return Report(key, len(items), [], places, likelihood)
    from macros.rules.gate import learned  # brings numpy, which an unchanged bank never needs

    sheets = [Sheet(item) for item in items]
    scores = [[guess(sheet) for guess in GUESSERS.values()] for sheet in sheets]
    lines = [
        _line(name, items, [odds.hit(given[at], item.keys) for item, given in zip(items, scores, strict=True)])
        for at, name in enumerate(GUESSERS)
    ]
    mixed = _line("learned", items, learned.hits(items, scores))
    return Report(key, len(items), [*lines, mixed], places, likelihood)


def _line(name: str, items: Sequence[Judged], hits: Sequence[float]) -> Line:
    chances = [odds.chance(len(item.choices), len(item.keys)) for item in items]
    z, by_luck = odds.z_of(sum(hits), chances), sum(chances) / len(items)
    gained = sum(hits) / len(items) - by_luck
    fails = z > odds.FAILS and (name != "learned" or gained > EXCESS)
    below = z < odds.BELOW and name != "learned"
    result = "fails" if fails else "warns" if z > odds.WARNS else "below" if below else "ok"
    where = [] if result in ("ok", "below") else _where(items, hits, chances)
    return Line(name, len(items), round(sum(hits), 4), round(by_luck, 4), round(z, 4), result, where)


def _where(items: Sequence[Judged], hits: Sequence[float], chances: Sequence[float]) -> list[str]:
    """Items that the guesser gets right in the file where it gains most."""
    gains: dict[str, float] = {}
    for item, got, luck in zip(items, hits, chances, strict=True):
        gains[item.page] = gains.get(item.page, 0.0) + got - luck
    worst = max(sorted(gains), key=lambda page: gains[page])
    return _first(item.id for item, got in zip(items, hits, strict=True) if item.page == worst and got > 0.5)


def _first(names: Iterable[str]) -> list[str]:
    return list(names)[:SHOWN]
