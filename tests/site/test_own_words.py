"""The built site carries no sentence of the source cards over, in whatever pieces its text was written."""

import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.content.own_words import carried_over


def text_of(html: str) -> str:
    """What readers see, attributes that are read aloud included; scripts and styles are none of it."""
    page = LexborHTMLParser(html)
    for node in page.css("script, style"):
        node.decompose()
    spoken = re.findall(r'(?:aria-label|alt|title|content)="([^"]*)"', html)
    return " ".join([page.body.text(separator=" ") if page.body else "", *spoken])


def test_no_page_has_eight_words_of_a_card_in_a_row(site: Path, pages: list[Path]) -> None:
    found = {str(page): carried_over(text_of((site / page).read_text("utf-8"))) for page in pages}
    assert {page: carried for page, carried in found.items() if carried} == {}


def test_neither_has_what_search_finds(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    texts = [f"{entry['title']} {re.sub('<[^>]+>', ' ', entry['text'])}" for entry in index["docs"]]
    assert len(texts) > 100
    assert [run for text in texts for run in carried_over(text)] == []


def test_words_that_tags_part_are_read_together() -> None:
    assert text_of("<body><p>one <b>two</b></p><script>three</script><p>four").split() == ["one", "two", "four"]
