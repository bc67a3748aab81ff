"""The queries of search_queries.yml: what learners type, and the lesson that they look for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_suffix(".yml")


class Query(NamedTuple):
    """What is typed, and the page that must be among the first results."""

    text: str
    lesson: str

    @property
    def address(self) -> str:
        """The page's address below the root of the site."""
        return "" if self.lesson == "index" else f"{self.lesson}/"


def queries() -> list[Query]:
    """Every query, in the order of the file."""
    return [Query(text, lesson) for lesson, texts in _data()["queries"].items() for text in texts]


def not_found() -> dict[str, str]:
    """Queries that need not find their lesson, each with the reason."""
    found: dict[str, str] = _data()["not_found"]
    return found


def _data() -> dict[str, dict]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))
