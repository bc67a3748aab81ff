"""Flashcards: a front, and a back in the fold."""

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import card, rendered


def test_a_flashcard_shows_its_front_and_keeps_its_back_in_the_fold():
    html = rendered(card())
    page = Reader(html)
    assert "Answer: A share." in " ".join(page.text.replace("Answer:", "Answer: ").split())
    assert html.index("A share.") > html.index("<details")
    assert card().scoring_declaration().nonempty_fields() == {
        "cardinality": "single",
        "base": "identifier",
        "correct": ["remembered"],
    }
