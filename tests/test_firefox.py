"""What Firefox lacks: the tests that are skipped there."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.browser.firefox import LACKS, skip_what_it_lacks

BROWSER_TESTS = Path(__file__).parent / "browser"


def test_what_firefox_lacks_names_tests_that_are_there() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in BROWSER_TESTS.rglob("test_*.py"))
    there = set(re.findall(r"def (test_\w+)\(|\b(tap|Finger)\b", sources))
    assert set(LACKS) <= {name for pair in there for name in pair}


def test_only_the_named_case_is_skipped() -> None:
    marked: list[str] = []

    def named(name: str) -> Any:
        return SimpleNamespace(name=name, add_marker=lambda mark: marked.append(f"{name} {mark.kwargs['reason']}"))

    names = [
        "by_touch_alone[one]",
        "a_card_by_clicks_and_by_touch_alone[click]",
        "a_card_by_clicks_and_by_touch_alone[tap]",
    ]
    skip_what_it_lacks([named(f"test_{name}") for name in names])
    reason = "Firefox: the driver has no finger: its taps do nothing"
    assert marked == [f"test_{names[0]} {reason}", f"test_{names[2]} {reason}"]
