"""Match items: a select in each row, and never the key."""

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import match, rendered


def test_a_match_item_is_a_select_a_row_whose_first_entry_is_no_answer():
    page = Reader(rendered(match()))
    selects, options = page.all("select", name="response"), page.all("option")
    assert len(selects) == 3 and len({select["aria-labelledby"] for select in selects}) == 3
    assert all(page.all("span", id=select["aria-labelledby"]) for select in selects)
    assert [option["value"] for option in options] == ["", "flagged", "there", "absent", "passed"] * 3
    assert not page.all("option", selected=None)


def test_the_fold_of_a_match_pairs_the_rows_and_names_what_is_left_over():
    page = Reader(rendered(match()))
    assert "Answer: TPR: all there" in page.text and "PPV: all flagged" in page.text
    asked = match(left=[row.model_dump() | {"text": f"Which is {row.id}?"} for row in match().left])
    assert "Answer: Which is tpr? all there" in Reader(rendered(asked)).text
    assert "Not used" in page.text
    assert [line["data-for"] for line in page.all("dd")] == ["tpr", "tnr", "ppv", "left-over"]
