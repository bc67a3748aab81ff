"""The edit link: there where REPOSITORY says where, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[2]
BOTH = [
    pytest.param(SimpleNamespace(file=SimpleNamespace(src_uri="metrics/x.md")), id="MkDocs"),
    pytest.param(SimpleNamespace(path="metrics/x.md"), id="Zensical"),
]


def shown(page: SimpleNamespace) -> str:
    """A page's content, by the settings as they are read now."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings: dict[str, Any] = yaml_load(file)
    page.meta, page.content, page.title = {}, "<h1>x</h1>", "x"
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    environment.filters["url"] = str  # the builder's own, which no link of this page needs
    partial = environment.get_template("partials/content.html")
    return partial.render(page=page, config=SimpleNamespace(extra=settings["extra"]))


@pytest.mark.parametrize("page", BOTH)
def test_without_a_repository_there_is_no_link_to_one(page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPOSITORY", raising=False)
    assert "href" not in shown(page)


@pytest.mark.parametrize("page", BOTH)
def test_with_one_the_link_leads_to_the_page_s_source(page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY", "https://code.example/them/answers")
    assert 'href="https://code.example/them/answers/edit/main/docs/metrics/x.md">Edit this page</a>' in shown(page)


@pytest.mark.parametrize(
    "page", [SimpleNamespace(path='"><b>.md'), SimpleNamespace(file=SimpleNamespace(src_uri='"><b>.md'))]
)
def test_repository_and_path_are_text(page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY", 'https://code.example/"><i>')
    assert "<i>" not in shown(page) and "<b>" not in shown(page)


def test_the_theme_is_never_told_of_a_repository() -> None:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        assert {"repo_url", "repo_name", "edit_uri"} & set(yaml_load(file)) == set()
