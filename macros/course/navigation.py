"""The order of the lessons, as mkdocs.yml has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_LESSON = re.compile(r"^ +- ([\w-]+/[\w-]+)\.md$", re.MULTILINE)


def pages_in_navigation_order(root: Path, page_names: Iterable[str]) -> list[str]:
    """These pages in the order of the navigation; those that it does not list come last."""
    file = root / "mkdocs.yml"
    listed = _LESSON.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    place = {name: at for at, name in enumerate(listed)}
    return sorted(page_names, key=lambda name: (place.get(name, len(place)), name))
