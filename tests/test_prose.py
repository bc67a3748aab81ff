"""The Markdown door: what authors may write, and that nothing else gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.prose import plain_text, render_blocks_or_bare_paragraph, render_inline

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--> <b>x</b>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>)",
    '[x](https://e.org "onclick=alert(1)")',
    "![x](https://e.org/x.png)",
    "`<b>`",
    "<svg/onload=alert(1)>",
    "&lt;b&gt;",
    "</textarea><b>",
    "\u2028<b>",
]


def test_plain_words_are_only_escaped() -> None:
    assert render_blocks_or_bare_paragraph("Precision & recall") == "Precision &amp; recall"
    assert render_inline("TP + FP") == "TP + FP"


def test_emphasis_code_and_links_are_written() -> None:
    assert render_blocks_or_bare_paragraph("**no** `x < 1` [a](metrics/r.md#x)") == (
        '<strong>no</strong> <code>x &lt; 1</code> <a href="metrics/r.md#x">a</a>'
    )


def test_links_are_rewritten_by_the_page() -> None:
    assert render_blocks_or_bare_paragraph("[a](metrics/r.md#x?tp=1&fp=2)", lambda target: "../" + target) == (
        '<a href="../metrics/r.md#x?tp=1&amp;fp=2">a</a>'
    )


def test_paragraphs_stay_paragraphs() -> None:
    assert render_blocks_or_bare_paragraph("one\n\ntwo").count("<p>") == 2


def test_plain_gives_the_words_alone() -> None:
    assert plain_text("**a** `b` & c") == "a b & c"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(text: str) -> None:
    for made in (render_blocks_or_bare_paragraph(text), render_inline(text)):
        lowered = made.lower()
        assert "<img" not in lowered
        assert "<script" not in lowered
        assert "<svg" not in lowered
        assert "<b>" not in lowered
        assert 'href="javascript' not in lowered
        assert 'href="data' not in lowered
        assert "onclick=" not in lowered


@given(st.text(alphabet="<>/&\"'`*_[]()!#-ab \n:javscript\u2028\x00", max_size=80))
def test_only_allowed_tags_come_out(text: str) -> None:
    import re

    for made in (render_blocks_or_bare_paragraph(text), render_inline(text)):
        tags = {found.lower() for found in re.findall(r"<\s*/?\s*([a-zA-Z][^\s/>]*)", made)}
        assert tags <= {"p", "em", "strong", "code", "a", "ul", "ol", "li", "br", "pre", "blockquote"}
