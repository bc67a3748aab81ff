"""Says at the end how many cases were held against scikit-learn; a difference fails its test."""

from collections import Counter

import pytest

from tests.live.agreement import CASES

SEEN: Counter[str] = Counter()


def pytest_sessionfinish(session):
    workers_own = getattr(session.config, "workeroutput", None)
    if workers_own is None:
        SEEN.update(CASES)
    else:
        workers_own["agreement"] = dict(CASES)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    SEEN.update(getattr(node, "workeroutput", {}).get("agreement", {}))


def pytest_terminal_summary(terminalreporter):
    if SEEN:
        terminalreporter.write_line(
            f"held against scikit-learn: {SEEN['generated']} generated, {SEEN['edge']} edge cases"
        )
