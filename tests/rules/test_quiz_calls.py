"""Each item is on its page once; a call that places it again is reported where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.course import load_course
from macros.rules import unwaived_problems
from tests.sample import write_course

REST = "this is a second quiz without ids, so it shows the remaining items again. Keep only the last one."


def problems_with_quizzes(root: Path, *calls: str) -> list[str]:
    """Problems of a page with these calls of `quiz`, which begin on line 8 and have an empty line between them."""
    body = "## Recall {#recall}\n\n" + "\n\n".join(f"{{{{ quiz({call}) }}}}" for call in calls) + "\n"
    page = f"docs/metrics/sample.md: {{body: {json.dumps(body)}}}"
    return [str(one) for one in unwaived_problems(load_course(write_course(root, page)))]


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        (["", ""], [f"docs/metrics/sample.md:10:1: P110 {REST}"]),
        (['"first"', "", 'mode="practice"'], [f"docs/metrics/sample.md:12:1: P110 {REST}"]),
        (
            ['"first"', '"first", "second"', ""],
            ["docs/metrics/sample.md:10:1: P110 quiz names first, which this page already shows. Name each item once."],
        ),
        (
            ['"first", "first"', ""],
            ["docs/metrics/sample.md:8:1: P110 quiz names first, which this page already shows. Name each item once."],
        ),
        (['"first"', ""], []),
    ],
)
def test_items_that_are_placed_again_are_reported_once_at_the_later_call(
    calls: list[str], said: list[str], tmp_path: Path
) -> None:
    assert problems_with_quizzes(tmp_path, *calls) == said


def test_an_item_that_no_call_places_is_reported_in_its_bank(tmp_path: Path) -> None:
    found = problems_with_quizzes(tmp_path, '"first"')
    [said] = [one for one in found if "P110" in one]
    assert said.startswith("quizzes/metrics/sample.yml:")
    assert "docs/metrics/sample.md does not show second. Add `{{ quiz() }}`, which shows all remaining items." in said
