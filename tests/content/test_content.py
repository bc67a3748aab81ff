"""The real items, facts and pages have no problem: the same check as `python -m macros check`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_check_finds_no_error():
    run = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
