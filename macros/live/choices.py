"""The fields of a calculator with those that choose its data, and the preset that the reader's values match."""

from .entries import in_force


def fields_of(calculator, own=()) -> tuple:
    """FIELDS, after a select for the data and one for each data set that may stand beside it.

    own: names of the reader's own data sets, which can be chosen too.
    """
    data = getattr(calculator, "DATA", None)
    if not data:
        return tuple(calculator.FIELDS)
    options = tuple(data["examples"]) + tuple([(name, "Your file") for name in own])
    chosen = _select("data", "Predictions", options)
    beside = [
        _select("pin%d" % (k + 1), "Also compare with" if k else "Compare with", (("none", "none"),) + options)
        for k in range(data.get("pins", 0))
    ]
    return tuple([chosen] + beside) + tuple(calculator.FIELDS)


def _select(name: str, label: str, options: tuple) -> dict:
    return {"name": name, "label": label, "unit": "", "kind": "select", "options": options, "default": options[0][0]}


def sets_of(calculator, values: dict) -> list:
    """[(field, name of the data set)] that the values choose; none where the calculator takes no data."""
    data = getattr(calculator, "DATA", None)
    if not data or "data" not in values:
        return []
    found = [("data", values["data"])]
    for k in range(data.get("pins", 0)):
        field = "pin%d" % (k + 1)
        if values.get(field, "none") != "none":
            found.append((field, values[field]))
    return found


def matching(calculator, values: dict):
    """The preset that has exactly these values, or None."""
    fields = [(field["name"], field["default"]) for field in fields_of(calculator) if in_force(field, values)]
    for preset in calculator.PRESETS:
        if _has(preset["values"], fields, values):
            return preset
    return None


def _has(wanted: dict, fields: list, values: dict) -> bool:
    for name, default in fields:
        if wanted.get(name, default) != values[name]:
            return False
    return True
