"""A calculator's answer to what stands in its fields: the same call at build time and at every touch in the browser.

A job is {"texts": {field: text}, "kept": {field: text}, "facts": {id: fact}}, the last two optional. The answer holds
texts, lists and booleans only (and how many columns a cell spans), so JSON loses and reformats nothing:
{"problems": {field: sentence}} or {"about", "result": text, "table": rows, "figure": tree or None, "twin": rows,
"goals": [[reached, words]], "preset": name or ""}.
"""

from .entries import in_force, read


def run(calculator, job: dict) -> dict:
    """What the page shows for this job; `calculator` is a module of `live.calculators`."""
    values, problems = read(calculator.FIELDS, job["texts"], job.get("kept", {}))
    if problems:
        return {"problems": problems}
    result = calculator.compute(values, None, job.get("facts"))
    view = calculator.view(result)
    preset = matching(calculator, values)
    return {
        "about": preset["about"] if preset else "Your own numbers.",
        "result": view["says"]["result"],
        "table": view["table"],
        "figure": view.get("figure"),
        "twin": view.get("twin", []),
        "goals": [_stand(goal, values, result, preset) for goal in calculator.GOALS],
        "preset": preset["name"] if preset else "",
    }


def matching(calculator, values: dict):
    """The preset that has exactly these values, or None."""
    for preset in calculator.PRESETS:
        wanted = preset["values"]
        fields = [field for field in calculator.FIELDS if in_force(field, values)]
        if not [field for field in fields if wanted.get(field["name"], field["default"]) != values[field["name"]]]:
            return preset
    return None


def _stand(goal: dict, values: dict, result, preset) -> list:
    """[reached, words]. An example that meets the goal as it stands does not count: the reader is to move a number."""
    reached, words = goal["reached"](values, result)
    if not reached:
        return [False, "Not reached: " + words]
    if preset:
        return [False, "This example meets it as it stands. Start from another one and move its numbers."]
    return [True, "Reached: " + words]
