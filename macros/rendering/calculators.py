"""A calculator as HTML: its form, and the result of a first set of numbers, worked out here and now.

Every calculator goes through the one template; `macros/live/calculators/__init__.py` says what a calculator offers.
The page is complete as written: what takes a script to work is hidden until the script is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from macros.course.calculators import calculators_by_name
from macros.live.csv_rows import CsvReader
from macros.live.fields import fields_with_data_selects
from macros.live.jobs import run_whole_job
from macros.rendering.templates import json_for_script_element, template, without_blank_lines

Texts = dict[str, str]

DATASETS_FOLDER = "docs/data"
# What a drawing may hold. docs/assets/dom/trees.js has the same two lists; a test compares them.
TAGS = frozenset("svg g rect circle line path polyline text title defs pattern".split())
ATTRIBUTES = frozenset(
    "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox"
    " width x x1 x2 y y1 y2".split()
)


class UnknownCalculator(LookupError):
    """There is no such calculator or preset; the text names those there are."""


class UnusableExampleFile(ValueError):
    """An example file is missing, or not all of its rows can be read; the text says which and why."""


def calculator_html(
    name: str,
    *,
    preset: str | None,
    site_root: str,
    loads_script: bool,
    facts: dict[str, dict[str, Any]],
    project: Path,
) -> str:
    """The calculator, ready worked for one of its presets, or for its first.

    site_root: relative path from the page to the docs root; loads_script: this call brings style and script.
    project: holds docs/data with the example files.
    facts: the ledger's facts by id; those that the calculator quotes go into the page.
    """
    module = _calculator_or_raise(name)
    start = _named_or_first_preset(module, preset)
    predict = start.get("predict", module.PREDICT)
    texts = _initial_field_texts(module, start["values"])
    fields = _fields_with_initial_texts(module, texts)
    missing = [key for key in module.FACTS if key not in facts]
    if missing:
        raise UnknownCalculator(f"{module.TITLE!r} quotes facts that the ledger does not have: {', '.join(missing)}")
    quoted = {key: facts[key] for key in module.FACTS}
    try:
        shown = run_whole_job(module, {"texts": texts, "facts": quoted}, example_columns_loader(project, module))
    except UnusableExampleFile as fault:
        raise UnknownCalculator(f"{module.TITLE!r} cannot read its example: {fault}") from None
    html = template("calculator.html").render(
        name=name,
        root=site_root,
        first=loads_script,
        calculator=module,
        presets=[(each, urlencode(each["values"]), each is start) for each in module.PRESETS],
        groups=_field_groups_by_condition(module, texts),
        sliders=[field for field in fields if "slide" in field],
        offers=getattr(module, "OFFERS", ()),
        offer_fields={
            offer["name"]: [field for field in fields if field.get("offer") == offer["name"]]
            for offer in getattr(module, "OFFERS", ())
        },
        predict=predict,
        predict_then=urlencode(predict["then"]),
        goals=list(zip(module.GOALS, shown["goals"], strict=True)),
        shown=shown,
        figures=[_figure_view(each, shown) for each in module.FIGURES],
        data=getattr(module, "DATA", None),
        strong=strong_markup_to_html,
        cells=mark_and_cells,
        figure=lambda tree, prefix=name: svg_markup(tree, prefix),
        json=json_for_script_element(json.dumps({"facts": quoted}, sort_keys=True, ensure_ascii=False)),
    )
    return without_blank_lines(html)


def _calculator_or_raise(name: str) -> Any:
    """The calculator of this name. Raises UnknownCalculator with the names there are."""
    if name not in calculators_by_name():
        raise UnknownCalculator(f"there is no calculator {name!r}; there is {', '.join(calculators_by_name())}")
    return calculators_by_name()[name]


def _named_or_first_preset(module: Any, name: str | None) -> Any:
    if name is None:
        return module.PRESETS[0]
    for preset in module.PRESETS:
        if preset["name"] == name:
            return preset
    names = ", ".join(preset["name"] for preset in module.PRESETS)
    raise UnknownCalculator(f"{module.TITLE!r} has no preset {name!r}; it has {names}")


def _initial_field_texts(module: Any, preset_values: dict[str, Any]) -> Texts:
    """{name of a field: what stands in it at the start}. A field that the preset leaves out has its default."""
    return {
        field["name"]: str(preset_values.get(field["name"], field["default"]))
        for field in fields_with_data_selects(module)
    }


def _figure_view(figure: dict[str, str], result: dict[str, Any]) -> dict[str, Any]:
    """A figure with what a result says about it: its tree, the sentence above it, rows and caption of its table."""
    name = figure["name"]
    return figure | {
        "tree": result["figures"][name],
        "says": result["says"].get(name),
        "rows": result["tables"][name],
        "caption": result["captions"][name],
    }


def _fields_with_initial_texts(module: Any, initial_text_by_name: Texts) -> list[dict[str, Any]]:
    """The fields of a calculator, each with what stands in it at the start under `text`."""
    return [field | {"text": initial_text_by_name[field["name"]]} for field in fields_with_data_selects(module)]


def _field_groups_by_condition(module: Any, initial_texts: Texts) -> list[dict[str, Any]]:
    """Fields in the order they come, those under the same condition together: each group one block of the form.

    Fields that choose data have a block of their own, so that the others start in a new line. Fields with a slider and
    those beside a button are elsewhere.

    `rows` is the table of a group with cells: [(row head, [field, ...]), ...] under the heads in `columns`.
    """
    groups = []
    of_calculator = [field["name"] for field in module.FIELDS]
    grouped = [
        field
        for field in _fields_with_initial_texts(module, initial_texts)
        if "slide" not in field and "offer" not in field
    ]
    for (when, _), members in groupby(
        grouped, key=lambda field: (field.get("when", {}), field["name"] in of_calculator)
    ):
        fields = list(members)
        celled = [field for field in fields if "cell" in field]
        groups.append(
            {
                "when": urlencode(when),
                "hidden": any(initial_texts[name] != value for name, value in when.items()),
                "fields": [field for field in fields if "cell" not in field],
                "columns": list(dict.fromkeys(field["cell"][1] for field in celled)),
                "rows": [(row, list(across)) for row, across in groupby(celled, key=lambda field: field["cell"][0])],
            }
        )
    return groups


def strong_markup_to_html(text: str) -> Markup:
    """A text of `live` as HTML: `**words**` are strong, nothing else is markup."""
    parts = text.split("**")
    bold = Markup("<strong>{}</strong>")
    return Markup("").join(bold.format(part) if i % 2 else escape(part) for i, part in enumerate(parts))


def mark_and_cells(row: list[Any] | dict[str, Any]) -> tuple[str, list[Any]]:
    """(mark, cells) of a row, which is a list of cells without a mark, or a dict with both."""
    return (row["mark"], row["cells"]) if isinstance(row, dict) else ("", row)


def example_columns_loader(project: Path, calculator: Any) -> Callable[[str], dict[str, list[float]]]:
    """Function: name of an example -> its columns. `project` holds docs/data."""
    return lambda name: read_example_columns_or_raise(
        project / DATASETS_FOLDER / f"{name}.csv", calculator.DATA["columns"]
    )


def read_example_columns_or_raise(csv_file: Path, column_names: tuple[str, str]) -> dict[str, list[float]]:
    """{"y_true": n values, the other: n values} of a CSV file. Raises UnusableExampleFile unless every row is good."""
    reader = CsvReader(column_names)
    try:
        reader.feed(csv_file.read_text(encoding="utf-8"))
    except OSError:
        raise UnusableExampleFile(f"{DATASETS_FOLDER}/{csv_file.name} is not there") from None
    report = reader.finish_and_summarize()
    if report["refused"] or report["bad"]:
        raise UnusableExampleFile(f"{DATASETS_FOLDER}/{csv_file.name}: {' '.join(report['says'] + report['lines'])}")
    return reader.columns


def svg_markup(tree: list[Any], id_prefix: str) -> Markup:
    """A tree of `live.figures` as SVG, with the prefix before each id and in each `url(#id)`.

    Raises ValueError for what is not on the lists above.
    """
    tag, attributes, children = tree
    if tag not in TAGS:
        raise ValueError(f"a drawing may not hold <{tag}>")
    inner = Markup("").join(
        svg_markup(child, id_prefix) if isinstance(child, list) else escape(child) for child in children
    )
    written = Markup("").join(_svg_attribute_markup(name, attributes[name], id_prefix) for name in sorted(attributes))
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), written, inner)


def _svg_attribute_markup(name: str, value: str, id_prefix: str) -> Markup:
    """The attribute with a space before it; ids have the prefix. Raises ValueError for other names."""
    if name not in ATTRIBUTES:
        raise ValueError(f"a drawing may not have the attribute {name}")
    if name == "id":
        value = f"{id_prefix}-{value}"
    return Markup(' {}="{}"').format(name, value.replace("url(#", f"url(#{id_prefix}-"))
