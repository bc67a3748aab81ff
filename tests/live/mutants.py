"""Plants one fault at a time in metrics and scoring, and runs the tests: `python -m tests.live.mutants`.

mutmut does the work (settings in pyproject.toml, its copy of the tree in mutants/). What no test notices must stand in
EXPLAINED with the reason why it is no fault, or this fails and prints it. At most MINUTES; what was not tried by
then is counted, and fails too.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.live.mutants_explained import EXPLAINED

ROOT = Path(__file__).parents[2]
MINUTES = 40
NOTICED = {"killed", "timeout", "segfault", "suspicious"}


def mutmut(*arguments: str, minutes: int = 5) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=minutes * 60)
    if run.returncode:  # also where the tests fail before a fault is planted
        raise SystemExit(f"mutants: mutmut {arguments[0]} failed\n{run.stdout[-3000:]}{run.stderr[-3000:]}")
    return run.stdout


def verdicts() -> dict[str, str]:
    """Name of each fault -> what became of it."""
    return dict(re.findall(r"^\s+(\S+__mutmut_\d+): (.+)$", mutmut("results", "--all", "true"), re.M))


def described(name: str) -> str:
    """The fault in a line that stays the same when others come and go: `curves.x__rates: - old + new`."""
    changed = re.findall(r"^([-+]) \s*(.*)$", mutmut("show", name), re.M)
    where = name.removeprefix("macros.live.").removeprefix("metrics.").rpartition("__mutmut_")[0]
    return f"{where}: " + " ".join(f"{sign} {line}" for sign, line in changed)


def main() -> int:
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    try:
        mutmut("run", "--max-children", "2", minutes=MINUTES)
    except subprocess.TimeoutExpired:
        print(f"stopped after {MINUTES} minutes")
    found = verdicts()
    counted = Counter(found.values())
    left = [described(name) for name, verdict in found.items() if verdict not in NOTICED]
    unknown = [line for line in left if line not in EXPLAINED]
    stale = [line for line in EXPLAINED if line not in left]
    print("\n".join(["", *unknown]))
    print("\n".join(f"explained, but noticed or gone: {line}" for line in stale))
    print(f"{len(found)} faults planted: {dict(counted)}; {len(left) - len(unknown)} of the survivors explained")
    return 1 if unknown or stale or not found else 0


if __name__ == "__main__":
    sys.exit(main())
