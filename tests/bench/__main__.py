"""Measures everything in one run and prints one table.

python -m tests.bench [--items 2000] [--rounds 5]
python -m tests.bench --large     how the build grows: 500, 2,000 and 20,000 items, once each, in half an hour
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import bank, builds, calculator, lab, weight
from tests.bench.table import show
from tests.browser.conftest import FLAGS
from tests.browser.engines import INSTALL, executable
from tests.browser.pages_server import PagesServer

# A bank of copies repeats wording and cues (B2, B3, B5), and no objective of it serves a skill of an exam (L118).
OF_COPIES = re.compile(r" warning: | (B[235]\d\d|L118) ")
SIZES = (500, 2_000, 20_000)
MEMORY = Path("/dev/shm")


def temporary_folder() -> tempfile.TemporaryDirectory:
    """In memory if possible: on a disk, the kernel's time for the files of a build grew from 0.4 to 2.4 s."""
    return tempfile.TemporaryDirectory(prefix="model-answers-bench-", dir=MEMORY if MEMORY.is_dir() else None)


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("--items", type=int, default=2000, help="size of the generated bank")
    parser.add_argument("--rounds", type=int, default=5, help="pairs of builds; of starts six times as many")
    parser.add_argument("--large", action="store_true", help="only how the build grows, up to 20,000 items")
    given = parser.parse_args()
    return large() if given.large else measured(given)


def large() -> int:
    sizes = []
    for count in SIZES:
        with temporary_folder() as folder:
            ours, plain = Path(folder, "ours"), Path(folder, "plain")
            bank.write(ours, plain, count)
            sizes.append(builds.grown(ours, plain, count))
    show(builds.growth(sizes))
    return 0


def measured(given: argparse.Namespace) -> int:
    program = executable()
    if not program:
        print(INSTALL["chromium"], file=sys.stderr)
        return 2
    with temporary_folder() as folder:
        ours, plain = Path(folder, "ours"), Path(folder, "plain")
        bank.write(ours, plain, given.items)
        check = subprocess.run(
            [sys.executable, "-m", "macros", "check"], cwd=ours, capture_output=True, text=True, check=False
        )
        faults = [line for line in check.stdout.splitlines() if not OF_COPIES.search(line)]
        if faults or check.returncode not in (0, 1):
            print("\n".join(faults[-20:]) + check.stderr[-2000:], file=sys.stderr)
            print("bench: the generated bank has problems", file=sys.stderr)
            return 1
        lines = builds.measure(ours, plain, given.rounds, given.items)
        servers = [PagesServer(site / "site", "/model-answers/") for site in (ours, plain)]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            lines += weight.measure(browser, *servers)
            lines += calculator.measure(browser, servers[0], 6 * given.rounds + 1)
            lines += lab.measure(browser, servers[0], given.rounds)
            browser.close()
        for server in servers:
            server.close()
    show(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
