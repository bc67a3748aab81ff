"""B207: numeric choices are out of order, or they differ in form.

Readers expect numbers in increasing order, and a choice with a different unit or number of decimal places attracts
attention. So sort the numbers, and use the same unit and the same number of decimal places in all of them.

Bad:
    choices:
    - {id: f1, text: "0.73", feedback: That is F1 of the same counts.}
    - {id: recall, text: "0.67", feedback: It divides by the actual positives.}
    - {id: precision, text: "0.8", feedback: It looks at flagged messages only.}
Good:
    choices:
    - {id: recall, text: "0.67", feedback: It divides by the actual positives.}
    - {id: f1, text: "0.73", feedback: That is F1 of the same counts.}
    - {id: precision, text: "0.80", feedback: It looks at flagged messages only.}
"""

import re
from collections.abc import Iterator

from macros.bank import NUMBER
from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import plain_line


def check(course: Course) -> Iterator[Problem]:
    """Reads the texts of items in which each choice is a number, with or without a unit."""
    for item in course.bank.items_with_distractors:
        found = [NUMBER.fullmatch(plain_line(choice.text)) for choice in item.presentation.options]
        numbers = [number for number in found if number]
        if len(numbers) < len(found):
            continue
        for fault in _order_and_format_faults(numbers):
            yield problem("B207", item.at("choices"), fault)


def _order_and_format_faults(number_matches: list[re.Match[str]]) -> Iterator[str]:
    """A message for wrong order, one for different decimals, and one for different units."""
    values = [float((one["sign"] + one["size"]).replace("\u2212", "-").replace(",", "")) for one in number_matches]
    if values != sorted(values):
        order = ", ".join(
            one[0] for _, one in sorted(zip(values, number_matches, strict=True), key=lambda pair: pair[0])
        )
        yield f"the numbers are out of order. Write them as {order}."
    decimals = [len(one["decimals"] or "") for one in number_matches]
    if len(set(decimals)) > 1:
        yield (
            f"{', '.join(one[0] for one in number_matches)}: {min(decimals)} to {max(decimals)} decimals. Use the same "
            "number in each."
        )
    units = {one["unit"].strip().removesuffix("s") for one in number_matches}
    if len(units) > 1:
        yield f"the units differ: {', '.join(sorted(unit or 'none' for unit in units))}. Use the same unit in each."
