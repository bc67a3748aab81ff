"""The list of the calculators on lessons, for the home page."""

from __future__ import annotations

from markupsafe import Markup

from macros.course.navigation import pages_in_navigation_order
from macros.reference.links import PageLinks
from macros.rendering.protected_html import mark_protected_html

# By the name of the calculator: what it is called in the list, and what you do with it.
LISTED = {
    "confusion_matrix": (
        "Confusion matrix calculator",
        "change a count, and see precision, recall, F1, and other metrics.",
    ),
    "threshold": (
        "Threshold calculator",
        "change the threshold and the costs, and see the total cost, the ROC curve, and the precision-recall curve.",
    ),
    "regression": (
        "Regression metrics calculator",
        "change one forecast, and see MAE, RMSE, MAPE, and R squared.",
    ),
    "bias_variance": (
        "Bias and variance calculator",
        "change the flexibility of a model, and see its bias and its variance.",
    ),
    "inference_options": (
        "Inference option chooser",
        "describe your requests, and see which SageMaker inference option fits.",
    ),
}


def calculators_list(links: PageLinks) -> str:
    """A list with a line for each calculator of a lesson, in the order of the lessons. A link opens the calculator."""
    items = [
        Markup('<li><a href="{}">{}</a>: {}</li>').format(links.link(f"{lesson}.md#{name}"), *LISTED[name])
        for name, lesson in _first_lesson_by_calculator(links).items()
        if name in LISTED
    ]
    return mark_protected_html(f"<ul>{Markup('').join(items)}</ul>")


def _first_lesson_by_calculator(links: PageLinks) -> dict[str, str]:
    """The first lesson that has it, for each calculator by its name."""
    found: dict[str, str] = {}
    for lesson in pages_in_navigation_order(links.course.root, links.course.sorted_lesson_names):
        for call in links.course.pages[lesson].calls_of("calculator"):
            found.setdefault(call.arguments["name"], lesson)
    return found
