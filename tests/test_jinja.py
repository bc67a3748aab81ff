"""The second wall: whatever a page holds in braces, nothing but a call of our macros comes out of it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

import macros


@pytest.fixture
def jinja(monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment as the site generator makes it, after our hook."""
    made = Environment(undefined=StrictUndefined, loader=FileSystemLoader("/"))
    monkeypatch.setattr(macros, "_MACROS", {"quiz": lambda *ids: "a quiz"})
    made.globals.update({**macros._MACROS, "context": lambda: "what the plugin knows"})
    macros.on_pre_page_macros(SimpleNamespace(env=made))
    return made


def test_a_call_of_a_macro_still_works(jinja: Environment) -> None:
    assert jinja.from_string('{{ quiz("a") }}').render() == "a quiz"


@pytest.mark.parametrize(
    "page",
    [
        '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
        "{{ quiz.__globals__ }}",
        '{{ ""["__class__"] }}',
        "{{ quiz|attr('__globals__') }}",
        "{{ config.root }}",
        "{{ self.__init__.__globals__ }}",
        '{% include "etc/passwd" %}',
        '{% import "etc/passwd" as x %}',
        "{% for x in range(9) %}x{% endfor %}",
        "{% set x = ().__class__ %}",
        "{{ lipsum() }}",
        "{{ context() }}",
    ],
)
def test_nothing_else_is_rendered(page: str, jinja: Environment) -> None:
    with pytest.raises((TemplateError, LookupError, TypeError)):
        jinja.from_string(page).render(config=SimpleNamespace(root="/"))
