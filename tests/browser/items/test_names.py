"""What a screen reader is offered of each interaction: roles, names and how they nest, as Playwright writes them.

What a sample shows besides (its number, its choices' texts a second time) is left out, and so is what depends on the
order in which choices are shown. A line more in the page is no fault; a line that is missing or renamed is.
"""

import re
from collections import Counter

import pytest

from tests.browser.items.placed import Placed, for_kind, of_kind
from tests.browser.items.shown import side_by_side

ONE = (
    "A hospital uses a model to screen X-rays for pneumonia, and doctors later confirm every case. A missed case is "
    "the most costly error. Which metric is the share of pneumonia cases that the model finds?"
)
SPOKEN = {
    "one": f"""
- radiogroup "{ONE}":
  - radio "Precision"
  - radio "Recall"
  - radio "Accuracy"
- button "Check"
- button "Show answer"
- status
""",
    "several": """
- group "Which cells of a confusion matrix count errors? Choose TWO.":
  - checkbox "True positives"
  - checkbox "False positives"
  - checkbox "False negatives"
  - checkbox "True negatives"
- button "Check"
- button "Show answer"
- text: 0 of 2 chosen
- status
""",
    "number": """
  - paragraph: Enter a number. You can write 0.4, 40%, or 0,4.
    - textbox "Your answer, share"
- button "Check"
- button "Show answer"
- status
""",
    "match": """
- group "What is the denominator of each metric?":
  - paragraph: Choose one answer in each row.
  - combobox "Precision":
    - option "Choose …" [selected]
    - option "TP + FN"
    - option "TP + FP"
    - option "TN + FN"
    - option "TP + FP + TN + FN"
  - combobox "Recall":
  - combobox "Accuracy":
- button "Check"
- button "Show answer"
- text: 0 of 3 rows answered
- status
""",
    "order": """
- group "Put the first four stages of the machine learning lifecycle in order.":
  - list:
    - listitem:
      - combobox "Position of Problem framing":
      - 'button "Move up: Problem framing"': ↑
      - 'button "Move down: Problem framing"': ↓
    - listitem:
      - combobox "Position of Model development":
      - 'button "Move up: Model development"': ↑
      - 'button "Move down: Model development"': ↓
    - listitem:
      - combobox "Position of Business goal":
    - listitem:
      - combobox "Position of Data processing":
- button "Check"
- button "Show answer"
- status
""",
    "cloze": """
- group "Fill in the blank.":
    - text: The share of actual positives that a model flags is called recall, sensitivity, or true
    - textbox "The missing words"
    - text: rate.
- button "Check"
- button "Show answer"
- status
""",
    "card": """
- group "What is precision if a model predicts no positives?":
  - paragraph: Think of the answer, then turn the card over.
- button "Show the back"
- status
""",
}


def lines(snapshot: str) -> Counter[str]:
    """How often each line stands there; at an end of its list a button is disabled, whichever row that is."""
    return Counter(line.replace(" [disabled]", "") for line in snapshot.splitlines() if re.search(r"\w", line))


def test_each_interaction_has_its_roles_and_names(
    page, samples: list[Placed], items: list[Placed], subtests: pytest.Subtests
) -> None:
    cards = of_kind([each for each in items if each.url == samples[0].url], "card")
    for each in side_by_side(page, [*samples, cards]):
        with subtests.test(kind=each.item.kind):
            snapshot = each.root.aria_snapshot()
            missing = lines(for_kind(each.item.kind, SPOKEN, "SPOKEN in test_names.py")) - lines(snapshot)
            assert not missing, f"{list(missing)} not in\n{snapshot}"
