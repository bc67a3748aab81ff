"""Finished HTML goes through Markdown to the letter, and everything around it is Markdown still."""

from __future__ import annotations

from markdown import Markdown

from macros.rendering.protected_html import mark_protected_html

HTML = '<div class="quiz">\n<p>*not* emphasis &amp; {#id}</p>\n\n    in\n<x-tag a="1"><form></form></x-tag></div>'


def render(text: str) -> str:
    return Markdown(extensions=["macros.rendering.protected_html", "md_in_html", "attr_list"]).convert(text)


def test_a_block_comes_out_as_it_went_in() -> None:
    assert HTML in render(f"Before *it*.\n\n{mark_protected_html(HTML)}\n\nAfter.")


def test_the_text_around_it_is_markdown() -> None:
    made = render(f"Before *it*.\n{mark_protected_html(HTML)}\nAfter.")
    assert "<p>Before <em>it</em>.</p>" in made
    assert "<p>After.</p>" in made


def test_two_blocks_stay_apart() -> None:
    made = render(mark_protected_html("<div>1</div>") + "\n\n" + mark_protected_html("<div>2</div>"))
    assert made.index("<div>1</div>") < made.index("<div>2</div>")


def test_a_block_may_stand_inside_markdown_inside_html() -> None:
    assert HTML in render(f'<div class="home" markdown>\n\n## Try\n\n{mark_protected_html(HTML)}\n\n</div>')


def test_a_block_indented_in_an_admonition_stays_inside_it() -> None:
    text = f"!!! note\n\n    Before.\n\n    {mark_protected_html(HTML)}\n\n    After.\n\nEnd."
    made = Markdown(extensions=["macros.rendering.protected_html", "admonition"]).convert(text)
    inside, end = made.rsplit("</div>", 1)
    assert HTML in inside
    assert "<p>After.</p>" in inside
    assert end.strip() == "<p>End.</p>"


def test_nothing_is_marked_where_there_is_nothing() -> None:
    assert mark_protected_html("") == ""
