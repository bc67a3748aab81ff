"""The catalogue of items, objectives and lessons that review and progress work on."""

from __future__ import annotations

import json

from macros.course import Course
from macros.rendering.catalogue import review_catalogue_json


def test_a_lesson_counts_the_questions_of_its_page_without_the_pretest_and_the_pool(course: Course) -> None:
    catalogue = json.loads(review_catalogue_json(course))
    items = {item["id"]: item for item in catalogue["items"]}
    assert len(items) > sum("isCounted" in item for item in items.values()) > 0
    for name in catalogue["lessons"]:
        for call, placed in course.quiz_calls_with_items(course.pages[name]):
            for item in placed:
                assert ("isCounted" in items[item.id]) == (call.arguments["mode"] != "pretest"), item.id
        for item in course.bank.files[name].items:
            if item.id in items and not item.is_on_page:
                assert "isCounted" not in items[item.id], item.id
