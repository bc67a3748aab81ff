"""Every built page has one title: a reader of headings lands on it, and on no other."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def test_each_page_has_one_h1(site: Path, pages: list[Path]) -> None:
    titles = {str(page): len(LexborHTMLParser((site / page).read_bytes()).css("h1")) for page in pages}
    assert {page: count for page, count in titles.items() if count != 1} == {}
