"""CPU of the build, ours over plain, and of the commands around it."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.table import Line, spread

GATE = ".cache/gate.json"
NAMES = ("ours", "plain", "check", "stage", "seal")
MKDOCS = ["mkdocs", "build", "--quiet"]


def cpu(folder: Path, *command: str) -> float:
    """Seconds of user and system time of one command of this Python in `folder`.

    `check` may say 1: the gate refuses a bank of copies.
    """
    before = os.times()
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    if run.returncode > (command == ("macros", "check")):
        raise SystemExit(f"bench: {' '.join(command)} failed in {folder.name}\n{run.stdout}{run.stderr}")
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def environment() -> dict[str, str]:
    """Python keeps its bytecode, as by default, for our modules as it does for those of MkDocs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def measure(ours: Path, plain: Path, rounds: int, count: int) -> list[Line]:
    """Builds both in alternating order, and discards the first pair."""
    pairs, around = [], {"check": [], "stage": [], "seal": []}
    cpu(ours, "macros", "stage")
    for turn in range(rounds + 1):
        order = [ours, plain] if turn % 2 else [plain, ours]
        spent = {folder: cpu(folder, *MKDOCS) for folder in order}
        pairs.append((spent[ours], spent[plain]))
        (ours / GATE).unlink(missing_ok=True)  # as if the bank had changed: check judges it again
        for name, seconds in around.items():
            seconds.append(cpu(ours, "macros", name))
    pairs = pairs[1:]
    base = median(plain for _, plain in pairs)
    ratios = [here / there for here, there in pairs]
    lines = [
        Line(f"CPU of mkdocs build, {count} items, over plain", spread(ratios), "<= 1.6", median(ratios) <= 1.6),
        Line("  plain, seconds", spread([plain for _, plain in pairs])),
        Line("  ours, seconds", spread([here for here, _ in pairs])),
    ]
    for name in ["stage", "seal"]:
        shares = [seconds / base for seconds in around[name][1:]]
        lines.append(Line(f"CPU of {name}, over plain", spread(shares), "<= 0.5", median(shares) <= 0.5))
    checks = around["check"][1:]
    return [*lines, Line("CPU of check, seconds", spread(checks), "<= 5", median(checks) <= 5)]


def grown(ours: Path, plain: Path, count: int) -> dict[str, float]:
    """Seconds of one build of a bank of this size, and of the commands around it."""
    cpu(ours, "macros", "stage")
    spent = {"ours": cpu(ours, *MKDOCS), "plain": cpu(plain, *MKDOCS)}
    (ours / GATE).unlink(missing_ok=True)
    spent |= {name: cpu(ours, "macros", name) for name in ("check", "stage", "seal")}
    return {"items": count, **spent}


def growth(sizes: list[dict[str, float]]) -> list[Line]:
    """What an item costs in the largest bank, beside what it costs in the one before.

    The theme writes the whole navigation into each page, so every page costs more where there are many, plain ones too:
    the build and the seal, which reads every page, may grow as plain does, and no faster.
    """
    lines = [
        Line(f"{size['items']:.0f} items, CPU seconds", ", ".join(f"{name} {size[name]:.1f}" for name in NAMES))
        for size in sizes
    ]
    before, most = sizes[-2:]
    by = most["items"] / before["items"]
    for name in ("check", "stage"):
        more = most[name] / before[name] / by
        lines.append(Line(f"  an item's share of {name}, {by:.0f} times as many", f"{more:.2f}", "<= 1.1", more <= 1.1))
    for name, what, limit in (("ours", "mkdocs build", 1.3), ("seal", "seal", 0.5)):
        share = most[name] / most["plain"]
        lines.append(Line(f"  {what} over plain, at the largest", f"{share:.2f}", f"<= {limit}", share <= limit))
    return lines
