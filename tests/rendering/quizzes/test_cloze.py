"""Cloze items: the gap in its sentence, and every variant in the fold."""

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import cloze, rendered


def test_the_gap_of_a_cloze_is_a_field_in_its_sentence():
    html = rendered(cloze())
    page = Reader(html)
    (field,) = page.all("input", type="text", name="response")
    assert page.all("div", id=field["aria-describedby"])  # the whole sentence, for whoever comes by Tab
    assert html.index(field["aria-describedby"]) < html.index("Recall divides by all that is <input")
    assert "Recall divides by all that is <input" in html and "> there.</p>" in html
    assert "___" not in page.text


def test_the_fold_of_a_cloze_has_the_sentence_whole_and_every_variant():
    page = Reader(rendered(cloze()))
    assert "Answer: really" in page.text and "Also correct: truly." in page.text
    assert "Recall divides by all that is really there." in page.text
    assert "said to be" in page.text and "That is precision." in page.text


def test_markup_may_stand_around_a_gap_and_its_stand_in_is_nobody_else_s():
    html = rendered(cloze(stem="It is **all \ue000that ___ there**."))
    assert "<strong>all that <input" in html
    assert "\ue000" not in html
