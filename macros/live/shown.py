"""What a page shows for a job, from what a calculator computes: the same at build time and at every touch.

The answer holds texts, lists and booleans only (and how many columns a cell spans), so JSON loses and reformats
nothing: {"problems": {field: sentence}} or {"says": {region: text}, "table": rows, "figures": {name: tree or None},
"tables": {name: rows}, "goals": [[reached, words]], "preset": name or ""}.
"""

from .choices import matching

ONE = "figure"  # the name of the only figure of a calculator without FIGURES


def figures_of(calculator) -> tuple:
    """The figures in order: dicts of name, caption and twin, the name of the table that holds its numbers."""
    if hasattr(calculator, "FIGURES"):
        return calculator.FIGURES
    return ({"name": ONE, "caption": calculator.CAPTION, "twin": calculator.TWIN},)


def shown(calculator, values: dict, prepared=None, facts=None) -> dict:
    """The answer for these values; prepared: what the calculator made of its data."""
    result = calculator.compute(values, prepared, facts)
    view = calculator.view(result)
    preset = matching(calculator, values)
    says = dict(view["says"])
    says["about"] = preset["about"] if preset else "Your own numbers."
    return {
        "says": says,
        "table": view["table"],
        "figures": view.get("figures", {ONE: view.get("figure")}),
        "tables": view.get("tables", {ONE: view.get("twin", [])}),
        "goals": [_stand(goal, values, result, preset) for goal in calculator.GOALS],
        "preset": preset["name"] if preset else "",
    }


def _stand(goal: dict, values: dict, result, preset) -> list:
    """[reached, words]. An example that meets the goal as it stands does not count: the reader is to move a number."""
    reached, words = goal["reached"](values, result)
    if not reached:
        return [False, "Not reached: " + words]
    if preset:
        return [False, "This example already meets the goal. Start from another example, and change its values."]
    return [True, "Reached: " + words]
