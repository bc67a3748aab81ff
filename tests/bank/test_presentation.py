"""What the presentation says of an item of each interaction, in words that fit all of them."""

import pytest

from macros.bank.interactions import INTERACTIONS
from tests.rendering.quizzes.sample_items import card, choice, cloze, match, numeric, order, several

ALL = {"choice": choice, "cloze": cloze, "flashcard": card, "match": match, "numeric": numeric, "order": order}
KINDS = ("is_selection", "is_numeric", "is_ordering", "is_matching", "is_self_assessed")


def test_each_interaction_has_a_sample_here() -> None:
    assert ALL.keys() == INTERACTIONS.keys()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (choice, "is_selection"),
        (several, "is_selection"),
        (numeric, "is_numeric"),
        (order, "is_ordering"),
        (match, "is_matching"),
        (card, "is_self_assessed"),
        (cloze, None),
    ],
)
def test_an_item_is_of_one_kind_at_most(make, kind) -> None:
    shown = make().presentation
    assert [name for name in KINDS if getattr(shown, name)] == [name for name in KINDS if name == kind]
    assert shown.is_single_selection == (make is choice)
    assert bool(shown.blank) == (make is cloze)
    assert bool(shown.calculation) == (make is numeric)


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_every_path_leads_to_its_text(make) -> None:
    item = make(hints=["Look at the flags."])
    for path, text in item.presentation.paths_and_texts:
        value = item
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value == text
    assert len({path for path, _ in item.presentation.paths_and_texts}) == len(item.presentation.paths_and_texts)


def test_keys_and_distractors_share_the_options_of_a_selection() -> None:
    shown = several().presentation
    assert [option.id for option in shown.key_options] == ["precision", "all"]
    assert [option.id for option in shown.distractors] == ["recall", "none"]
    assert match().presentation.key_options == order().presentation.distractors == []


def test_rows_have_their_partners() -> None:
    pairs = [
        (row.id, partner.id, partner.group, partner.index) for row, partner in match().presentation.rows_with_partners
    ]
    assert pairs == [("tpr", "there", "right", 1), ("tnr", "absent", "right", 2), ("ppv", "flagged", "right", 0)]


@pytest.mark.parametrize(
    ("make", "answers"),
    [
        (several, [("0.80",), ("0.57",)]),
        (match, [("TPR", "all there"), ("TNR", "all absent"), ("PPV", "all flagged")]),
        (order, [("GOAL", "DATA", "TRAIN", "RUN")]),
        (cloze, [("really",), ("truly",)]),
        (card, [("A share.",)]),
        (numeric, []),
    ],
)
def test_texts_that_give_a_right_answer_away(make, answers) -> None:
    assert make().presentation.text_groups_revealing_key == answers


def test_typed_mistakes_are_as_the_browser_stores_them() -> None:
    assert [one.response for one in numeric().presentation.mistakes] == [repr(2 / 3), "-3.0"]
    assert [(one.response, one.written) for one in cloze().presentation.mistakes] == [("said to be", "said to be")]


def test_misconceptions_have_the_path_of_their_field() -> None:
    choices = [{"id": name, "text": name, "feedback": "why", "misconception": "m"} for name in ("recall", "precision")]
    item = choice(choices=[{"id": "all", "text": "all", "feedback": "why"}, *choices])
    assert item.presentation.paths_and_misconception_ids == [
        (("choices", 1, "misconception"), "m"),
        (("choices", 2, "misconception"), "m"),
    ]
