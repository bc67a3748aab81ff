"""What review and progress must know of all items, objectives and lessons, as one JSON object for the browser.

`types.d.ts` in docs/assets/review describes it. Everything else about an item is in its fragment (fragments.py).
"""

from __future__ import annotations

import json
from typing import Any, get_args

from macros.bank import Item
from macros.bank.items import Level
from macros.bank.quiz_time import item_seconds
from macros.course import Course
from macros.course.navigation import pages_in_navigation_order

LEVELS = get_args(Level)  # from easy to hard


def review_catalogue_json(course: Course) -> bytes:
    """JSON: items that can be asked, objectives, and lessons in the order of the site.

    URLs are relative to the root of the site.
    """
    lessons = {name: course.pages[name] for name in pages_in_navigation_order(course.root, course.sorted_lesson_names)}
    objectives = {
        name: {"statement": objective.statement, "lesson": objective.page}
        for name, objective in course.ledger.objectives.items()
        if objective.page in lessons
    }
    counted_ids = {item.id for page in lessons.values() for item in course.quiz_items_except_pretest(page)}
    items = [
        _catalogue_json_entry(item, item.id in counted_ids)
        for _, item in course.bank.active_items_with_files
        if item.objective in objectives
    ]
    catalogue = {
        "format": 1,
        "items": items,
        "objectives": objectives,
        "lessons": {
            name: {"title": page.title, "url": f"{name}/", "topic": name.split("/")[0]}
            for name, page in lessons.items()
        },
    }
    return json.dumps(catalogue, separators=(",", ":")).encode()


def _catalogue_json_entry(item: Item, is_counted: bool) -> dict[str, Any]:
    """What the browser must know of an item: ids, revision, level from 0, seconds that it takes."""
    return {
        "id": item.id,
        "rev": item.rev,
        "objective": item.objective,
        "level": LEVELS.index(item.level),
        "seconds": item_seconds(item),
        **({"isCounted": True} if is_counted else {}),
    }
