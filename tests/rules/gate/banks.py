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


def random_key(stem: str, choices: list[str], dice: random.Random) -> int:
    """Any of them: what a bank without cues does."""
    return dice.randrange(len(choices))


def choice_bank(count: int, seed: int, key: Key = random_key, two_key_count: int = 0) -> tuple[GateItem, ...]:
    """n items of three or four choices with one key; the last `several` have two keys of five choices instead."""
    dice = random.Random(f"{seed}")
    return tuple(_choice_items(count, dice, key, two_key_count))


def _choice_items(count: int, dice: random.Random, key: Key, two_key_count: int) -> Iterator[GateItem]:
    for at in range(count):
        many = at >= count - two_key_count
        stem, choices = (
            _random_text(dice, 12, 30) + "?",
            [_random_text(dice, 1, 14) for _ in range(5 if many else dice.choice((3, 4, 4)))],
        )
        keys = dice.sample(range(5), 2) if many else [key(stem, choices, dice)]
        yield GateItem(f"item-{at}", f"topic/page-{at // 8}", f"know-{at // 4}", stem, tuple(choices), frozenset(keys))


def _random_text(dice: random.Random, fewest: int, most: int) -> str:
    words = dice.choices(WORDS, k=dice.randint(fewest, most))
    if dice.random() < 0.25:
        words.insert(dice.randrange(len(words)), dice.choice(["always", "never", "only", "all"]))
    if dice.random() < 0.2:
        words.insert(dice.randrange(len(words)), dice.choice(["usually", "may", "often"]))
    if dice.random() < 0.3:
        words.append(dice.choice(["(first)", "because it is cheap", str(dice.randrange(100))]))
    return " ".join(words)


def make_key_longest(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key was given its reason, and no distractor was."""
    at = dice.randrange(len(choices))
    choices[at] = max(choices, key=len) + " " + dice.choice(WORDS)
    return at


def make_key_longest_in_share(share: float) -> Key:
    return lambda stem, choices, dice: (make_key_longest if dice.random() < share else random_key)(stem, choices, dice)


def second_choice_as_key(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key stands at place 2."""
    return 1


def make_key_echo_stem(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key says three words of the stem again."""
    at = dice.randrange(len(choices))
    choices[at] += " " + " ".join(stem.rstrip("?").split()[:3])
    return at


def add_absolutes_to_distractors(stem: str, choices: list[str], dice: random.Random) -> int:
    """Distractors overstate, keys do not."""
    at = dice.randrange(len(choices))
    choices[:] = [text if here == at else f"always {text}" for here, text in enumerate(choices)]
    choices[at] = choices[at].replace("always", "").replace("never", "").replace("only", "").replace("all", "")
    return at


def prefix_services_and_favor_three(stem: str, choices: list[str], dice: random.Random) -> int:
    """Choices begin with names of services; where one of three favourites is offered, it is the key."""
    names = dice.sample(SERVICES, len(choices))
    choices[:] = [f"{name} {text}" for name, text in zip(names, choices, strict=True)]
    wanted = [at for at, name in enumerate(names) if name in SERVICES[:3]]
    return dice.choice(wanted) if wanted else dice.randrange(len(choices))


def prefix_services_with_random_key(stem: str, choices: list[str], dice: random.Random) -> int:
    """The same choices, with keys by lot."""
    prefix_services_and_favor_three(stem, choices, dice)
    return dice.randrange(len(choices))


def start_key_with_praise_word(stem: str, choices: list[str], dice: random.Random) -> int:
    """Every key holds one of five words of good practice, in place of its first word; no distractor does."""
    at = dice.randrange(len(choices))
    choices[at] = " ".join([dice.choice(PRAISE), *choices[at].split()[1:]])
    return at


def key_of_middle_length(stem: str, choices: list[str], dice: random.Random) -> int:
    """Never the longest and never the shortest: no single cue leads to the key, but what they leave does."""
    by_size = sorted(range(len(choices)), key=lambda at: len(choices[at]))
    return dice.choice(by_size[1:-1])


def match_bank(count: int, seed: int, share_with_row_word: float = 0.0) -> tuple[GateMatchItem, ...]:
    """n match items with keys by lot; that share `told` of all partners says a word of its row again."""
    dice = random.Random(f"{seed}")
    return tuple(_match_item(at, dice, share_with_row_word) for at in range(count))


def _match_item(number: int, dice: random.Random, share_with_row_word: float) -> GateMatchItem:
    rows = dice.randint(3, 7)
    left = [_random_text(dice, 1, 4) for _ in range(rows)]
    right = [_random_text(dice, 2, 8) for _ in range(rows + dice.randint(0, 2))]
    key = dice.sample(range(len(right)), rows)
    for row, partner in enumerate(key):
        if dice.random() < share_with_row_word:
            right[partner] += f" {left[row]}"
    return GateMatchItem(f"match-{number}", f"topic/page-{number // 2}", tuple(left), tuple(right), tuple(key))
