"""Lighthouse finds no fault in three of its categories, and gives 95 or more for performance, on a phone and a desktop.

Three categories judge the page, so one run is enough. Performance is a measurement, which a busy machine disturbs: the
median of three runs counts (two that reach the limit are enough).
"""

import json
import os
import subprocess
from typing import Any

import pytest

from tests.browser.engines import INSTALL, executable
from tests.browser.pages_server import PagesServer
from tests.conftest import ROOT

COMMAND = ["node", str(ROOT / ".cache/lighthouse/node_modules/lighthouse/cli/index.js")]
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
LIMIT = 0.95  # of the score for performance
JUDGED = ["accessibility", "best-practices", "seo"]
PAGES = {
    "home": "",
    "lesson": "lifecycle/stages/",
    "quiz": "contributing/gallery/",
    "calculator": "metrics/confusion-matrix/",
    "own data": "metrics/thresholds/",
    "regression": "metrics/regression/",
    "simulation": "building/bias-and-variance/",
    "review": "review/",
    "progress": "progress/",
}
DEVICES = {"phone": [], "desktop": ["--preset=desktop"]}


def report(url: str, device: str, path: str) -> dict[str, Any]:
    """Lighthouse's own report of one visit."""
    run = subprocess.run(
        [*COMMAND, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", *DEVICES[device]],
        env={**os.environ, "CHROME_PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    assert "runtimeError" not in found, found["runtimeError"]
    return found


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    path = executable()
    if not path:
        pytest.exit(INSTALL["chromium"], returncode=3)
    return path


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("page", PAGES)
def test_no_category_has_a_fault_and_performance_is_high(
    server: PagesServer, chromium: str, page: str, device: str
) -> None:
    runs: list[dict[str, Any]] = []
    while not (known := median([run["categories"]["performance"]["score"] for run in runs])):
        runs.append(report(server.url + PAGES[page], device, chromium))
    for name in JUDGED:
        assert faults(runs[0], name) == [], name
    assert known >= LIMIT, f"performance {known}: {slow(runs[-1])}. {surroundings(runs)}"


def median(scores: list[float]) -> float | None:
    """The median of three scores; the lower of two that reach the limit; None as long as neither is known."""
    if len(reached := [score for score in scores if score >= LIMIT]) >= 2:
        return min(reached)
    return sorted(scores)[1] if len(scores) == 3 else None


def faults(run: dict[str, Any], category: str) -> list[str]:
    """What keeps a category from 100, in Lighthouse's words."""
    audits = [run["audits"][part["id"]] for part in run["categories"][category]["auditRefs"] if part["weight"]]
    return [f"{audit['id']}: {audit['title']}" for audit in audits if audit["score"] not in (1, None)]


def slow(run: dict[str, Any]) -> str:
    audits = [run["audits"][part["id"]] for part in run["categories"]["performance"]["auditRefs"] if part["weight"]]
    return ", ".join(f"{audit['title']} {audit['displayValue']}" for audit in audits if audit["score"] < 1)


def surroundings(runs: list[dict[str, Any]]) -> str:
    """What a reader of a failure needs to know of the machine."""
    power = ", ".join(str(round(run["environment"]["benchmarkIndex"])) for run in runs)
    return (
        f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; Lighthouse's index of the machine's power: {power}. "
        "On a machine busy with other work this says little: run it again when it is quiet."
    )
