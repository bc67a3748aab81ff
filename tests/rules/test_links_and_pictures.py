"""Links of items and pictures lead somewhere, and pictures hold nothing but a drawing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

from macros import rules
from macros.course import load_course
from macros.course.targets import heading_slug
from macros.rendering.pictures import inline_svg_picture_html
from tests.sample import write_course

PAGE = """
docs/metrics/other.md:
  body: |
    ## Given {#given-id}

    ### Made *up* by [Markdown](sample.md), 2 `times`

    <div id="raw"></div>

    {{ calculator("confusion_matrix") }}
docs/data/rows.csv: "a,b"
docs/labs/index.md: {body: "Words."}
"""


def problem_texts_with_code(root: Path, example: str, code: str) -> list[str]:
    return [one.text for one in rules.unwaived_problems(load_course(write_course(root, example))) if one.code == code]


@pytest.mark.parametrize(
    "target",
    [
        "metrics/other.md",
        "metrics/other.md#given-id",
        "metrics/other.md#made-up-by-markdown-2-times",
        "metrics/other.md#raw",
        "metrics/other.md#page-title",
        "metrics/other.md#confusion_matrix?tp=1&fp=2",
        "metrics/sample.md#item-first",
        "#recall",
        "data/rows.csv",
        "https://example.org/#x",
        "mailto:a@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(target: str, tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, f'{PAGE}\nrationale: "See [the page]({target})."', "B134") == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("metrics/othr.md", "leads to docs/metrics/othr.md, which is not there. Did you mean metrics/other.md?"),
        ("metrics/other.md#given", "has no #given on docs/metrics/other.md. Did you mean given-id?"),
        ("metrics/other.md#confusion?tp=1", "has no #confusion on"),
        ("metrics/other/", "does not lead to a page. Write metrics/other.md."),
        ("labs/", "does not lead to a page. Write labs/index.md."),
        ("#given-id", "has no #given-id on docs/metrics/sample.md"),
        ("other.md", "is not there"),
        ("../quizzes/metrics/sample.yml", "is not there"),
        ("/metrics/other.md", "does not begin in the docs root"),
        ("//example.org/x", "does not begin in the docs root"),
        ("ftp://example.org/", "does not begin in the docs root"),
    ],
)
def test_a_dead_link_is_named_with_its_way_out(target: str, words: str, tmp_path: Path) -> None:
    [text] = problem_texts_with_code(tmp_path, f'{PAGE}\nrationale: "See [the page]({target})."', "B134")
    assert text.startswith(f"the link {target} ")
    assert words in text
    assert text.endswith((".", "?"))


def test_a_link_with_a_name_too_long_for_a_file_is_dead(tmp_path: Path) -> None:
    [text] = problem_texts_with_code(tmp_path, f'rationale: "See [it](metrics/{"o" * 260}.md)."', "B134")
    assert "is not there" in text


def test_the_links_of_a_case_are_followed_too(tmp_path: Path) -> None:
    case = "quizzes/metrics/sample.yml: {cases: {launch: 'See [it](no.md).'}}"
    assert len(problem_texts_with_code(tmp_path, case, "B134")) == 1


def test_of_a_page_that_a_macro_writes_no_heading_is_doubted(tmp_path: Path) -> None:
    page = 'docs/contributing/rules.md: {body: "{{ rules() }}"}'
    assert (
        problem_texts_with_code(tmp_path, f'{page}\nrationale: "See [it](contributing/rules.md#b104)."', "B134") == []
    )


def page_with(markdown: str) -> str:
    """The example of a page of the sample course with this Markdown before its quiz."""
    body = f"## Recall {{#recall}}\n\n{markdown}\n\n{{{{ quiz() }}}}\n"
    return f"{PAGE}\ndocs/metrics/sample.md: {{body: {json.dumps(body)}}}"


@pytest.mark.parametrize(
    "target",
    [
        "other.md",
        "other.md#given-id",
        "../metrics/other.md#made-up-by-markdown-2-times",
        "other.md#confusion_matrix?tp=1&fp=2",
        "#item-first",
        "#recall",
        "#re%63all",
        "../labs/index.md",
        "../data/rows.csv",
        "https://example.org/#x",
        "mailto:a@example.org",
    ],
)
def test_a_link_of_a_page_that_leads_somewhere_is_fine(target: str, tmp_path: Path) -> None:
    problems = rules.unwaived_problems(load_course(write_course(tmp_path, page_with(f"See [the page]({target})."))))
    assert [one for one in problems if one.code in ("P121", "P127")] == []


def test_a_link_to_an_item_that_has_to_be_corrected_is_not_dead_as_well(tmp_path: Path) -> None:
    example = f"verified: yesterday\n{page_with('See [the question](#item-first).')}"
    problems = rules.unwaived_problems(load_course(write_course(tmp_path, example)))
    assert [one.code for one in problems if one.code in ("B103", "P127")] == ["B103"]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("others.md", "leads to docs/metrics/others.md, which is not there. Did you mean other.md?"),
        ("metrics/other.md", "Did you mean other.md?"),
        ("../lab/index.md", "Did you mean ../labs/index.md?"),
        ("../reference/glossary.md#recall", "is not there"),
        ("#reca", "has no #reca on docs/metrics/sample.md. Did you mean recall?"),
        ("other.md#given", "has no #given on docs/metrics/other.md. Did you mean given-id?"),
        ("other", "does not lead to a page. Write other.md."),
        ("../labs/", "does not lead to a page. Write ../labs/index.md."),
        ("other.html", "is not there. Did you mean other.md?"),
        ("/metrics/other/", "does not begin in the folder of the page. Write a path such as regression.md#r2."),
        ("../../quizzes/metrics/sample.yml", "is not there"),
    ],
)
def test_a_dead_link_of_a_page_is_named_with_its_way_out(target: str, words: str, tmp_path: Path) -> None:
    root = write_course(tmp_path, page_with(f'Half of {{{{ fact("limit") }}}}: see [the page]({target}).'))
    [found] = [one for one in rules.unwaived_problems(load_course(root)) if one.code == "P127"]
    assert (found.path, found.line, found.column) == ("docs/metrics/sample.md", 8, 45)
    assert found.text.startswith(f"the link {target} ")
    assert words in found.text


@pytest.mark.parametrize("code", ["`[a](no.md)`", "```text\n[a](no.md)\n```", "{## [a](no.md) ##}"])
def test_a_link_that_readers_see_as_code_or_not_at_all_is_not_followed(code: str, tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, page_with(code), "P127") == []


def test_a_link_without_an_address_is_refused(tmp_path: Path) -> None:
    assert "leads to ``" in problem_texts_with_code(tmp_path, page_with("See [the page]()."), "P121")[0]


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("More on [spam][x].", (8, 15)),
        ("More on [spam][].", (8, 15)),
        ("More on [spam] (other.md).", (8, 14)),
        ("More on [spam]\n(../metrics/other.md#x).", (8, 14)),
        ("More on [spam] (#recall).", (8, 14)),
        ("More on [spam] (https://example.org/).", (8, 14)),
    ],
)
def test_what_is_almost_a_link_is_refused(markdown: str, place: tuple[int, int], tmp_path: Path) -> None:
    root = write_course(tmp_path, page_with(markdown))
    [found] = [one for one in rules.unwaived_problems(load_course(root)) if one.code == "P121"]
    assert (found.line, found.column) == place
    assert found.text.startswith("this is not a link, so readers would see the brackets. Write [text](")


@pytest.mark.parametrize(
    "markdown", ["A share in [0, 1] (both ends count).", "The cell `cm[0][1]`.", "```text\ncm[0][1] (a.md)\n```"]
)
def test_brackets_that_are_meant_are_fine(markdown: str, tmp_path: Path) -> None:
    assert problem_texts_with_code(tmp_path, page_with(markdown), "P121") == []


@given(st.text(max_size=40))
def test_an_id_is_made_as_markdown_makes_it(heading: str) -> None:
    assert heading_slug(heading) == slugify(heading, "-")


def problem_texts_with_svg(root: Path, svg_content: str | bytes, is_shown: bool = True) -> list[str]:
    root = write_course(root)
    (root / "docs/assets/pictures").mkdir(parents=True)
    page = root / "docs/metrics/sample.md"
    page.write_text(page.read_text() + ('\n{{ picture("sample") }}\n' if is_shown else ""))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">\n{svg_content}\n</svg>'
    (root / "docs/assets/pictures/sample.svg").write_bytes(
        svg_content if isinstance(svg_content, bytes) else svg.encode()
    )
    return [str(one) for one in rules.unwaived_problems(load_course(root))]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>go()</script>", "2:1: P117 <script> is not allowed"),
        ("<g><foreignObject/></g>", "2:4: P117 <foreignObject> is not allowed"),
        ("<style>a{}</style>", "<style> is not allowed"),
        ("<image href='https://example.org/x.png'/>", "<image> is not allowed"),
        ("<animate onbegin='go()'/>", "<animate> is not allowed"),
        ("<g onload='go()'/>", "the attribute onload is not allowed"),
        ("<g style='color:red'/>", "the attribute style is not allowed"),
        ("<a x:href='javascript:go()'/>", "the attribute href is not allowed"),
        ("<a href='JavaScript:go()'/>", "is not the address of a page. Name a page."),
        ("<a href='metrics/othr.md'/>", "is not there"),
        ("<use href='#a'/>", "<use> is not allowed"),
        ("<!--><img src=x>-->", "can hide anything"),
        ("<pattern><rect fill='url(#b)'/></pattern>", "from inside of a"),
        ("<linearGradient href='https://example.org/x.svg#a'/>", "<linearGradient> loads https://example.org/x.svg#a"),
        ("<a href='jav&#x09;ascript:go()'/>", "is not the address of a page"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "is not allowed in a drawing"),
        ("<rect fill='url(https://example.org/x.svg#a)'/>", "fill loads url("),
        ("<s:script xmlns:s='http://www.w3.org/1999/xhtml'/>", "<script> is not allowed"),
        ("<title><![CDATA[x><script>go()</script>]]></title>", "2:1: P117 `<![CDATA["),
        ("<g>", "is not well-formed: mismatched tag."),
        ("&nbsp;", "is not well-formed"),
        (b"<svg>caf\xe9</svg>", "1:9: Y101 this is not UTF-8"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "can hide anything"),
        (b'<?xml-stylesheet href="x"?><svg/>', "can hide anything"),
        (b'<?xml version="1.0" encoding="foo"?><svg/>', "can hide anything"),
        (b'<?xml version="1.0" encoding="utf-7"?><svg/>', "can hide anything"),
        (b"<?xml version='1.0' encoding = 'iso-8859-1'?><svg/>", "can hide anything"),
    ],
)
def test_a_picture_is_a_drawing_and_nothing_else(inside: str | bytes, words: str, tmp_path: Path) -> None:
    listed = problem_texts_with_svg(tmp_path, inside)
    assert any(line.startswith("docs/assets/pictures/sample.svg:") and words in line for line in listed), listed


def test_links_of_a_picture_that_no_page_shows_are_not_followed(tmp_path: Path) -> None:
    assert problem_texts_with_svg(tmp_path, "<a href='metrics/othr.md'/>", is_shown=False) == []
    assert problem_texts_with_svg(tmp_path / "code", "<a href='javascript:go()'/>", is_shown=False)


def test_shapes_words_and_links_are_fine(tmp_path: Path) -> None:
    inside = (
        "<defs><marker id='m'/></defs><path marker-end='url(#m)' fill='var(--ink)'/>"
        "<a href='metrics/sample.md#recall'><text>x<tspan>y</tspan></text></a><a href='https://example.org/'/>"
    )
    assert problem_texts_with_svg(tmp_path, inside) == []


def test_a_picture_with_a_name_too_long_for_a_file_breaks_no_page(tmp_path: Path) -> None:
    problem_texts_with_svg(tmp_path, "<title>x</title>")
    assert "no picture" in inline_svg_picture_html(tmp_path, "x" * 260, str)


@pytest.mark.parametrize("declaration", ["", ' encoding="UTF-8" standalone="no"', " encoding='utf-8'"])
def test_a_drawing_may_declare_that_it_is_utf_8(declaration: str, tmp_path: Path) -> None:
    svg = f'<?xml version="1.0"{declaration}?>\n<svg xmlns="http://www.w3.org/2000/svg"><title>café</title></svg>'
    assert problem_texts_with_svg(tmp_path, svg.encode()) == []


def test_a_picture_in_another_encoding_breaks_no_page(tmp_path: Path) -> None:
    problem_texts_with_svg(tmp_path, b"<svg>caf\xe9</svg>")
    assert "problem-box" in inline_svg_picture_html(tmp_path, "sample", str)
