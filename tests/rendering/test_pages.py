"""Links and roots of pages, facts in prose, pictures and sources."""

from __future__ import annotations

import html
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown

from macros import prose
from macros.course import load_course
from macros.rendering.facts import escape_as_markdown_line, fact_text_or_error_markdown, metric_value_or_error_markdown
from macros.rendering.pages import (
    adapt_addresses_to_builder,
    relative_link_maker,
    relative_site_root,
    source_path_of_page,
)
from macros.rendering.pictures import inline_svg_picture_html
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.sources import page_source_list_html
from tests.sample import write_course


@pytest.mark.parametrize(
    ("source", "root"), [("index.md", ""), ("metrics/regression.md", "../../"), ("metrics/index.md", "../")]
)
def test_the_root_is_as_far_as_the_address_is_deep(source: str, root: str) -> None:
    assert relative_site_root(source) == root


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("metrics/regression.md", "metrics/accuracy.md#x", "../../metrics/accuracy/#x"),
        ("metrics/regression.md", "metrics/regression.md#x", "#x"),
        ("metrics/regression.md", "index.md", "../../"),
        ("index.md", "index.md", "./"),
        ("index.md", "lifecycle/stages.md", "lifecycle/stages/"),
        ("index.md", "contributing/index.md#a", "contributing/#a"),
        ("metrics/regression.md", "https://e.org/a.md", "https://e.org/a.md"),
        ("metrics/regression.md", "#here", "#here"),
        ("metrics/regression.md", "data/x.csv", "../../data/x.csv"),
    ],
)
def test_links_written_from_the_docs_root_become_relative(source: str, target: str, link: str) -> None:
    assert relative_link_maker(source)(target) == link


def test_both_builders_tell_the_source() -> None:
    assert source_path_of_page(SimpleNamespace(file=SimpleNamespace(src_uri="a/b.md"))) == "a/b.md"
    assert source_path_of_page(SimpleNamespace(path="a/b.md")) == "a/b.md"


WITHOUT_INDEX = SimpleNamespace(path="a/b.md")


@pytest.mark.parametrize(
    ("page", "written", "adapted"),
    [
        (WITHOUT_INDEX, '<a href="../../c/#d"><img src="../e">', '<a href="../c/#d"><img src="e">'),
        (WITHOUT_INDEX, '<b data-root="../../">', '<b data-root="../../">'),
        (SimpleNamespace(path="a/index.md"), '<a href="../c/">', '<a href="../c/">'),
        (SimpleNamespace(file=SimpleNamespace(src_uri="a/b.md")), '<a href="../../c/">', '<a href="../../c/">'),
    ],
)
def test_the_builder_that_adds_a_step_up_is_given_one_less(page: SimpleNamespace, written: str, adapted: str) -> None:
    assert adapt_addresses_to_builder(mark_protected_html(written), page) == mark_protected_html(adapted)


def test_in_markdown_links_alone_have_addresses() -> None:
    written = '[c](../../c/), `src="../d"`'
    assert adapt_addresses_to_builder(written, WITHOUT_INDEX) == '[c](../c/), `src="../d"`'


def test_numbers_in_prose(tmp_path: Path) -> None:
    facts = load_course(write_course(tmp_path)).ledger.facts
    assert fact_text_or_error_markdown(facts, "limit") == "1\u00a0GB"
    assert "Did you mean limit?" in fact_text_or_error_markdown(facts, "limitt")
    assert metric_value_or_error_markdown("precision(tp=40, fp=10)", 2) == "0.80"
    assert metric_value_or_error_markdown("precision(tp=40, fp=10)", 0, percent=True) == "80%"
    assert "problem-box" in metric_value_or_error_markdown("precision(tp=0, fp=0)", 2)
    assert escape_as_markdown_line("20 <MB>") == "20\u00a0&#60;MB&#62;"


LIVE = [
    "*a* and _b_ and `c`",
    "[x](javascript:y) or ![z](q)",
    "<b>bold</b> &lt;",
    "# heading",
    "- item",
    "1. item",
    "12) item",
    ": item",
    "a | b {.c #d} {: .e}",
    "a\n\n## b",
    "\\*a\\*",
    "x {{ quiz() }} {% y %}",
]


@pytest.mark.parametrize("text", LIVE)
def test_a_fact_is_text_and_no_markdown(text: str) -> None:
    markdown = Markdown(extensions=["attr_list", "tables", "md_in_html", "pymdownx.superfences"])
    for around in ("{}", "Up to {} it is.", "| a | b |\n| --- | --- |\n| {} | c |"):
        plain = markdown.reset().convert(around.format("words"))
        made = markdown.reset().convert(around.format(escape_as_markdown_line(text)))
        shown = html.escape(" ".join(text.split()), quote=False).replace(" ", "\u00a0")
        assert html.unescape(made) == html.unescape(plain.replace("words", shown))


def test_a_fact_with_signs_reads_the_same_in_an_item(tmp_path: Path) -> None:
    write_course(tmp_path, "rationale: 'Up to {{ fact(\"limit\") }}.'")
    facts = tmp_path / "docs/data/facts.yml"
    facts.write_text(facts.read_text().replace("1 GB", "*1* [GB](x) <b> `c` a_b_"))
    item = load_course(tmp_path).bank.items[-2]
    assert prose.render_blocks_or_bare_paragraph(item.rationale) == "Up to *1* [GB](x) &lt;b&gt; `c` a_b_."


def test_a_picture_is_inlined_with_links_of_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "docs/assets/pictures"
    folder.mkdir(parents=True)
    (folder / "loop.svg").write_text(
        '<?xml version="1.0"?>\n<svg>\n  <a href="lifecycle/stages.md#goal">x</a>\n</svg>\n'
    )
    assert inline_svg_picture_html(tmp_path, "loop", relative_link_maker("a/b.md")) == (
        '<figure class="picture picture-loop"><svg> <a href="../../lifecycle/stages/#goal">x</a> </svg></figure>'
    )
    assert "no picture ../x" in inline_svg_picture_html(tmp_path, "../x", relative_link_maker("a.md"))


def test_a_picture_that_could_run_something_is_a_problem_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "docs/assets/pictures"
    folder.mkdir(parents=True)
    (folder / "loop.svg").write_text("<svg><script>steal()</script></svg>")
    made = inline_svg_picture_html(tmp_path, "loop", relative_link_maker("a.md"))
    assert made.startswith('<strong class="problem-box">')
    assert "<script" not in made


TWO_SOURCES = """
docs/metrics/sample.md: {body: "## Recall {#recall}\\n\\n%s\\n\\n{{ quiz() }}\\n"}
docs/data/sources.yml: {limits: {title: Limits, url: "https://example.org/limits", seen: 2026-11-25}}
docs/data/facts.yml: {other: {text: "2 GB", value: 2, unit: GB, source: limits, seen: 2026-11-25}}
"""
FACT = '{{ fact(\\"other\\") }}, again {{ fact(\\"other\\") }}'
LIMITS = (
    '<li><a href="https://example.org/limits">Limits</a>, read on <time datetime="2026-11-25">Nov 25, 2026</time></li>'
)


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(TWO_SOURCES % FACT, id="of a fact on the page"),
        pytest.param(TWO_SOURCES % "Words." + 'rationale: Up to {{ fact("other") }}.', id="of a fact in an item"),
        pytest.param(TWO_SOURCES % "Words." + "source: limits", id="of an item"),
    ],
)
def test_each_source_is_listed_once(example: str, tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, example))
    made = page_source_list_html(course, course.pages["metrics/sample"])
    assert made.count("<li>") == 2
    assert made.count('<a href="https://example.org/">Guide</a>') == 1
    assert LIMITS in made
