"""Every test's fixtures: the built site, made once for all workers, our own course, and a marker by folder."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import Phase, settings

from macros.course import Course, load_course
from macros.problems import Problem
from macros.rules import unwaived_problems
from tests.browser.pages_server import PagesServer

ROOT = Path(__file__).parents[1]
# `make thorough` adds three things: every case where `make test` takes some (this variable), tests that take a long
# time (the mark `thorough`), and more generated examples (the profile `thorough`).
IS_THOROUGH = "THOROUGH" in os.environ
FRAGMENTS = "assets/generated/items"
BUILT = ["site", "browser", "parity", "webkit", "lighthouse"]
FOLDERS = {name: name for name in ["content", *BUILT]}
SAMPLE_DAY = "1796040000"  # 30 November 2026, the last date in tests/sample.py
# The machine may be busy, and a run must mean the same tomorrow: no deadline, no fresh dice.
# `make thorough` draws more examples (--hypothesis-profile=thorough), and the run for each planted fault fewer (quick).
settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=40)
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=500)
TWO = (Phase.explicit, Phase.generate)  # a fault that was noticed need not be made small
settings.register_profile("quick", settings.get_profile("steady"), max_examples=5, phases=TWO)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        item.add_marker(FOLDERS.get(folder, "unit"))


@pytest.fixture(autouse=True)
def day_of_the_sample_course(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample course never ages: its dates are fixed, and so is the day from which ages are counted.

    A built site has a day of its own.
    """
    if not set(BUILT) & {mark.name for mark in request.node.iter_markers()}:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", SAMPLE_DAY)


def engine_of(config: pytest.Config) -> str:
    """`chromium`, or what --browser says."""
    asked: list[str] = config.getoption("--browser") or ["chromium"]
    return asked[0]


@pytest.fixture(scope="session")
def course() -> Course:
    """Our own items, facts and pages, loaded once in each worker. Tests only read it."""
    return load_course(ROOT)


@pytest.fixture(scope="session")
def own_problems(course: Course) -> list[Problem]:
    """What the rules find in our own course, warnings included."""
    return unwaived_problems(course)


def build(folder: Path = ROOT, **surroundings: str) -> None:
    """Runs `make site` in the project or a copy of it; fails with its output."""
    run = subprocess.run(
        ["make", "site"],
        cwd=folder,
        env={**os.environ, **surroundings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Folder of the built and sealed site. One worker builds, the others wait; SITE=site takes a built one as it is."""
    if "SITE" in os.environ:
        return Path(os.environ["SITE"]).resolve()
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent  # xdist: common to all workers
    done, verdict = shared / "site-built", "failed"
    try:
        (shared / "site-lock").mkdir()
    except FileExistsError:  # another worker builds
        return wait_for(done)
    try:
        build()
        verdict = "ok"
    finally:
        (shared / "site-verdict").write_text(verdict)
        (shared / "site-verdict").rename(done)  # whole or not there: a reader never sees half a word
    return ROOT / "site"


def wait_for(done: Path) -> Path:
    deadline = time.monotonic() + 180
    while not done.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert done.exists() and done.read_text() == "ok", "the worker that builds the site failed"
    return ROOT / "site"


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[PagesServer]:
    """The site at the sub-path it was built for: 404.html holds it."""
    base = urlsplit(os.environ.get("SITE_URL", "http://127.0.0.1:8000/model-answers/")).path
    served = PagesServer(site, base.rstrip("/") + "/")
    yield served
    served.close()


@pytest.fixture(scope="session")
def pages(site: Path) -> Iterator[list[Path]]:
    """Every built page, sorted, relative to the site. Fragments of items are no pages."""
    found = sorted(path.relative_to(site) for path in site.rglob("*.html") if not path.is_relative_to(site / FRAGMENTS))
    assert found, "the site has no page"
    yield found
