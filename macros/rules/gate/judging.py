"""The gate's report: judged once for a bank, kept in gate.json by a hash of all that was judged."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from macros.course import Course
from macros.ledger import names
from macros.rules.gate import odds, pairs
from macros.rules.gate.guessers import GUESSERS
from macros.rules.gate.judged import Judged, Sheet, judged
from macros.rules.gate.pairs import Paired, paired
from macros.rules.gate.positions import UNLIKELY, WARNS, Position, limit, positions

FILE = Path("docs/assets/generated/gate.json")
EXCESS = 0.05  # what a guesser that has learned may gain: noise of choosing a mix
LEARNED = ("learned", "content")
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
    """All that the gate found; without lines and `content` if there are too few items to judge, and so `matching`."""

    key: str
    n: int
    lines: list[Line]
    positions: list[Position]
    likelihood: float
    matching: Line | None = None
    content: Line | None = None

    @property
    def every(self) -> list[Line]:
        """Every guesser's line, in the order of a table."""
        return [*self.lines, *(line for line in (self.content, self.matching) if line)]

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
    items, matches = judged(course), paired(course)
    key = _key(items, matches)
    return _kept(course.root, key) or _judge(items, matches, key)


def kept(root: Path) -> Report | None:
    """The report of the last check, whatever bank it judged; none if there is none that can be read."""
    try:
        content: dict[str, Any] = json.loads((root / FILE).read_bytes())
        lines = [_read(line) for line in content["lines"]]
        places = [Position(**place) for place in content["positions"]]
        others = [_read(content[name]) if content[name] else None for name in ("matching", "content")]
        return Report(content["key"], content["n"], lines, places, content["likelihood"], *others)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def as_json(made: Report) -> str:
    """The report as gate.json holds it."""
    content = {
        **made._asdict(),
        "format": 1,
        "lines": list(map(_written, made.lines)),
        "positions": [place._asdict() for place in made.positions],
        "matching": _written(made.matching) if made.matching else None,
        "content": _written(made.content) if made.content else None,
        "power": made.power,
    }
    return json.dumps(content, sort_keys=True, indent=1) + "\n"


def _written(line: Line) -> dict[str, Any]:
    return {**line._asdict(), "accuracy": round(line.accuracy, 4)}


def _read(line: dict[str, Any]) -> Line:
    return Line(**{field: line[field] for field in Line._fields})


def _key(items: tuple[Judged, ...], matches: tuple[Paired, ...]) -> str:
    """Changes with every judged text, and with the gate itself."""
    judged_texts = json.dumps([[[*item[:-1], sorted(item.keys)] for item in items], matches])
    return hashlib.sha256(_own_source() + judged_texts.encode()).hexdigest()


@cache
def _own_source() -> bytes:
    files = (*sorted(Path(__file__).parent.glob("*.py")), Path(str(names.__file__)), names.FILE)
    return b"".join(file.read_bytes() for file in files)


def _kept(root: Path, key: str) -> Report | None:
    found = kept(root)
    return found if found and found.key == key else None


@lru_cache(maxsize=1)
def _judge(items: tuple[Judged, ...], matches: tuple[Paired, ...], key: str) -> Report:
    places, likelihood = positions(items)
    sheets = [Sheet(item) for item in items] if len(items) >= odds.JUDGED_FROM else []
    return Report(
        key, len(items), _lines(items, sheets), places, likelihood, _matching(matches), _content(items, sheets)
    )


def _content(items: Sequence[Judged], sheets: Sequence[Sheet]) -> Line | None:
    """How far words that tend to stand in keys give other keys away."""
    if not sheets:
        return None
    from macros.rules.gate import content  # brings numpy, which an unchanged bank never needs

    return _line("content", items, content.hits(items, sheets))


def _lines(items: Sequence[Judged], sheets: Sequence[Sheet]) -> list[Line]:
    if not sheets:
        return []
    from macros.rules.gate import learned

    scores = [[guess(sheet) for guess in GUESSERS.values()] for sheet in sheets]
    lines = [
        _line(name, items, [odds.hit(given[at], item.keys) for item, given in zip(items, scores, strict=True)])
        for at, name in enumerate(GUESSERS)
    ]
    return [*lines, _line("learned", items, learned.hits(items, scores))]


def _matching(items: Sequence[Paired]) -> Line | None:
    """How far shared words alone match rows with partners."""
    if len(items) < pairs.JUDGED_FROM:
        return None
    shares, by_luck = [pairs.share(item) for item in items], sum(item.chance for item in items) / len(items)
    gains = [got - item.chance for got, item in zip(shares, items, strict=True)]
    z, gained = sum(gains) / math.sqrt(sum(item.variance for item in items)), sum(gains) / len(items)
    result = "fails" if z > odds.FAILS and gained > EXCESS else "warns" if z > odds.WARNS else "ok"
    where = [] if result == "ok" else _where(items, gains, [gain > 0 for gain in gains])
    return Line("matching", len(items), round(sum(shares), 4), round(by_luck, 4), round(z, 4), result, where)


def _line(name: str, items: Sequence[Judged], hits: Sequence[float]) -> Line:
    chances = [odds.chance(len(item.choices), len(item.keys)) for item in items]
    z, by_luck = odds.z_of(sum(hits), chances), sum(chances) / len(items)
    gained = sum(hits) / len(items) - by_luck
    fails = z > odds.FAILS and (name not in LEARNED or gained > EXCESS)
    below = z < odds.BELOW and name not in LEARNED
    result = "fails" if fails else "warns" if z > odds.WARNS else "below" if below else "ok"
    gains = [got - luck for got, luck in zip(hits, chances, strict=True)]
    where = [] if result in ("ok", "below") else _where(items, gains, [got > 0.5 for got in hits])
    return Line(name, len(items), round(sum(hits), 4), round(by_luck, 4), round(z, 4), result, where)


def _where(items: Sequence[Judged | Paired], gains: Sequence[float], caught: Sequence[bool]) -> list[str]:
    """Items that the guesser caught in the file where it gains most."""
    pages: dict[str, float] = {}
    for item, gain in zip(items, gains, strict=True):
        pages[item.page] = pages.get(item.page, 0.0) + gain
    worst = max(sorted(pages), key=lambda page: pages[page])
    return [item.id for item, right in zip(items, caught, strict=True) if item.page == worst and right][:SHOWN]
