"""Order items: rows that can be moved, and never the key."""

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import order, rendered


def test_an_order_item_shows_every_step_once_and_never_the_key():
    page = Reader(rendered(order()))
    rows = [row["data-row"] for row in page.all("div", role="listitem")]
    assert sorted(rows) == sorted(order().key) and rows != order().key
    assert len(page.all("option", selected=None)) == len(page.all("select")) == 4
    assert [button["data-move"] for button in page.all("button") if "data-move" in button] == ["-1", "1"] * 4
    assert "Answer: 1. GOAL" in page.text and "4. RUN" in page.text
