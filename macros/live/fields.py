"""The fields of a calculator with those that choose its data, and the preset that the reader's values match."""

from .field_values import is_in_force


def fields_with_data_selects(calculator, reader_datasets=()) -> tuple:
    """FIELDS, after a select for the data and one for each other data set that it may be compared with.

    reader_datasets: names of the reader's own data sets, which can be chosen too.
    """
    data = getattr(calculator, "DATA", None)
    if not data:
        return tuple(calculator.FIELDS)
    options = tuple(data["examples"]) + tuple([(name, "Your file") for name in reader_datasets])
    selects = [select_field_spec("data", "Predictions", options)]
    for k in range(data.get("pins", 0)):
        label = "Also compare with" if k else "Compare with"
        selects.append(select_field_spec("pin%d" % (k + 1), label, (("none", "none"),) + options))
    return tuple(selects) + tuple(calculator.FIELDS)


def select_field_spec(name: str, label: str, options: tuple, default: str = "") -> dict:
    """A select as one of a calculator's FIELDS. options: pairs (name, label). default: "" is the first option."""
    return {"name": name, "label": label, "kind": "select", "options": options, "default": default or options[0][0]}


def chosen_field_dataset_pairs(calculator, values: dict) -> list:
    """[(field, name of the data set)] that the values choose; none where the calculator takes no data."""
    data = getattr(calculator, "DATA", None)
    if not data or "data" not in values:
        return []
    pins = ["pin%d" % (k + 1) for k in range(data.get("pins", 0))]
    return [("data", values["data"])] + [(pin, values[pin]) for pin in pins if values.get(pin, "none") != "none"]


def is_reader_dataset_chosen(calculator, values: dict) -> bool:
    """Whether one of the chosen data sets is the reader's own."""
    examples = [name for name, _ in getattr(calculator, "DATA", {}).get("examples", ())]
    return bool([name for _, name in chosen_field_dataset_pairs(calculator, values) if name not in examples])


def matching_preset(calculator, values: dict):
    """The preset that has exactly these values, or None."""
    defaults = {
        field["name"]: field["default"] for field in fields_with_data_selects(calculator) if is_in_force(field, values)
    }
    for preset in calculator.PRESETS:
        if not [name for name in defaults if preset["values"].get(name, defaults[name]) != values[name]]:
            return preset
    return None
