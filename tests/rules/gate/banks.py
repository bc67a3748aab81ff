"""Banks made of seeded words: with keys by lot, and with keys that give themselves away."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from macros.rules.gate.items import GateItem
from macros.rules.gate.matching import GateMatchItem

Key = Callable[[str, list[str], random.Random], int]

WORDS = (
    "model data batch endpoint threshold recall precision drift monitor pipeline feature store training tuning bucket "
    "label metric sample class error queue stream latency cost budget version registry deploy rollback canary shadow "
    "alarm schedule trigger notebook cluster container image policy role key secret region account quota limit token "
    "prompt answer review human agent index vector search cache table column row schema partition format join filter"
).split()

SERVICES = (
    "Serverless inference",
    "Canvas",
    "Model Registry",
    "JumpStart",
    "Autopilot",
    "Feature Store",
    "Glue",
    "Athena",
)
PRAISE = ("validate", "monitor", "review", "measure", "compare")


def by_lot(stem: str, choices: list[str], dice: random.Random) -> int:
    """Any of them: what a bank without cues does."""
    return dice.randrange(len(choices))


def bank(n: int, seed: int, key: Key = by_lot, several: int = 0) -> tuple[GateItem, ...]:
    """n items of three or four choices with one key; the last `several` have two keys of five choices instead."""
    dice = random.Random(f"{seed}")
    return tuple(_items(n, dice, key, several))


def _items(n: int, dice: random.Random, key: Key, several: int) -> Iterator[GateItem]:
    for at in range(n):
        many = at >= n - several
        stem, choices = (
            _text(dice, 12, 30) + "?",
            [_text(dice, 1, 14) for _ in range(5 if many else dice.choice((3, 4, 4)))],
        )
        keys = dice.sample(range(5), 2) if many else [key(stem, choices, dice)]
        yield GateItem(f"item-{at}", f"topic/page-{at // 8}", f"know-{at // 4}", stem, tuple(choices), frozenset(keys))


def _text(dice: random.Random, fewest: int, most: int) -> str:
    words = dice.choices(WORDS, k=dice.randint(fewest, most))
    if dice.random() < 0.25:
        words.insert(dice.randrange(len(words)), dice.choice(["always", "never", "only", "all"]))
    if dice.random() < 0.2:
        words.insert(dice.randrange(len(words)), dice.choice(["usually", "may", "often"]))
    if dice.random() < 0.3:
        words.append(dice.choice(["(first)", "because it is cheap", str(dice.randrange(100))]))
    return " ".join(words)


def keys_padded(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key was given its reason, and no distractor was."""
    at = dice.randrange(len(choices))
    choices[at] = max(choices, key=len) + " " + dice.choice(WORDS)
    return at


def some_padded(share: float) -> Key:
    return lambda stem, choices, dice: (keys_padded if dice.random() < share else by_lot)(stem, choices, dice)


def keys_second(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key stands at place 2."""
    return 1


def keys_echo(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key says three words of the stem again."""
    at = dice.randrange(len(choices))
    choices[at] += " " + " ".join(stem.rstrip("?").split()[:3])
    return at


def keys_without_absolutes(stem: str, choices: list[str], dice: random.Random) -> int:
    """Distractors overstate, keys do not."""
    at = dice.randrange(len(choices))
    choices[:] = [text if here == at else f"always {text}" for here, text in enumerate(choices)]
    choices[at] = choices[at].replace("always", "").replace("never", "").replace("only", "").replace("all", "")
    return at


def keys_named(stem: str, choices: list[str], dice: random.Random) -> int:
    """Choices begin with names of services; where one of three favourites is offered, it is the key."""
    names = dice.sample(SERVICES, len(choices))
    choices[:] = [f"{name} {text}" for name, text in zip(names, choices, strict=True)]
    wanted = [at for at, name in enumerate(names) if name in SERVICES[:3]]
    return dice.choice(wanted) if wanted else dice.randrange(len(choices))


def keys_named_by_lot(stem: str, choices: list[str], dice: random.Random) -> int:
    """The same choices, with keys by lot."""
    keys_named(stem, choices, dice)
    return dice.randrange(len(choices))


def keys_praise(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key holds one of five words of good practice, in place of its first word; no distractor does."""
    at = dice.randrange(len(choices))
    choices[at] = " ".join([dice.choice(PRAISE), *choices[at].split()[1:]])
    return at


def keys_by_elimination(stem: str, choices: list[str], dice: random.Random) -> int:
    """Never the longest and never the shortest: no single cue leads to the key, but what they leave does."""
    by_size = sorted(range(len(choices)), key=lambda at: len(choices[at]))
    return dice.choice(by_size[1:-1])


def matches(n: int, seed: int, told: float = 0.0) -> tuple[GateMatchItem, ...]:
    """n match items with keys by lot; that share `told` of all partners says a word of its row again."""
    dice = random.Random(f"{seed}")
    return tuple(_match(at, dice, told) for at in range(n))


def _match(at: int, dice: random.Random, told: float) -> GateMatchItem:
    rows = dice.randint(3, 7)
    left = [_text(dice, 1, 4) for _ in range(rows)]
    right = [_text(dice, 2, 8) for _ in range(rows + dice.randint(0, 2))]
    key = dice.sample(range(len(right)), rows)
    for row, partner in enumerate(key):
        if dice.random() < told:
            right[partner] += f" {left[row]}"
    return GateMatchItem(f"match-{at}", f"topic/page-{at // 2}", tuple(left), tuple(right), tuple(key))
