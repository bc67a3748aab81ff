"""Choice items: radios or checkboxes, and where each choice stands."""

from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import CHOICES, choice, rendered, several


def test_a_choice_item_is_a_form_with_native_radios_and_numbers_in_the_order_of_the_bank():
    page = Reader(rendered(choice()))
    assert page.all("fieldset", **{"data-fixed": None})
    assert [box["value"] for box in page.all("input", type="radio", name="response")] == ["recall", "precision", "all"]
    assert len(page.all("form")) == 1
    assert len(page.all("fieldset")) == len(page.all("legend")) == 2  # the question, and how sure the reader is
    assert "Choose one." in page.text
    assert not page.all("input", checked="")


def worded(**changes):
    texts = {"recall": "Recall", "precision": "Precision", "all": "A share of everything"}
    return choice(choices=[each | {"text": texts[each["id"]]} for each in CHOICES], **changes)


def test_choices_that_are_no_numbers_stand_in_an_order_of_their_own():
    page = Reader(rendered(worded()))
    shown = [box["value"] for box in page.all("input", type="radio", name="response")]
    assert shown == [each.id for each in worded().presentation.initial_order]
    assert not page.all("fieldset", **{"data-fixed": None}) and not page.all("label", **{"data-pin": None})
    assert [line["data-for"] for line in page.all("dd")] == [
        "precision",
        *(name for name in shown if name != "precision"),
    ]


def test_a_pinned_choice_is_the_last_and_says_so_to_the_script():
    item = worded()
    pinned = [each.model_dump() | ({"pin": "last"} if each.id == "recall" else {}) for each in item.choices]
    page = Reader(rendered(choice(choices=pinned)))
    assert [box["value"] for box in page.all("input", type="radio", name="response")][-1] == "recall"
    assert ["data-pin" in label for label in page.all("label")][:3] == [False, False, True]


def test_several_keys_are_checkboxes_and_the_stem_alone_says_how_many():
    page = Reader(rendered(several(stem="Which figures are shares of what was flagged? Choose TWO.")))
    assert len(page.all("input", type="checkbox")) == 4
    assert page.text.lower().count("choose") == 1
