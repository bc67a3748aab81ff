"""How many rows a threshold flags: a calculator as small as one with data, slices and two figures can be.

Portable, for the tests of the browser: there it is `live.calculators.flagged`.
"""

from macros.live.arithmetic import format_number
from macros.live.figures.bar import bar_svg

TITLE = "How many rows are flagged"
PURPOSE = "Move the threshold."
DATA = {
    "columns": ("y_true", "y_score"),
    "examples": (
        ("breast_cancer_texture_only_test", "Breast cancer, texture alone"),
        ("breast_cancer_logreg_test", "Breast cancer, all features"),
    ),
    "pins": 1,
}
FIELDS = (
    {
        "name": "t",
        "label": "Threshold",
        "kind": "share",
        "range": (0, 1),
        "default": 0.5,
        "slide": 0.01,
    },
)
PRESETS = (
    {"name": "weak", "label": "Weak", "about": "Texture alone.", "values": {"t": 0.5}},
    {"name": "good", "label": "Good", "about": "All.", "values": {"data": "breast_cancer_logreg_test", "t": 0.5}},
)
PREDICT = {
    "question": "What does a lower threshold flag?",
    "choices": (("more", "More", "From 42 to 143."), ("less", "Less", "From 42 to 143.")),
    "key": "more",
    "then": {"t": 0},
}
TAKEAWAY = "Lower flags more."
FACTS = ()
FIGURES = (
    {"name": "all", "caption": "Flagged of all.", "twin": "Flagged rows"},
    {"name": "found", "caption": "Positive of flagged.", "twin": "Positive rows"},
)
SLICE = 50
begun = []  # how often the work began: for the tests


def begin(columns):
    begun.append(len(columns["y_true"]))
    return {"columns": columns, "at": 0, "pairs": []}


def step(state):
    at, n = state["at"], len(state["columns"]["y_true"])
    end = at + (SLICE if n < 1000 else 20000)
    for name in ("y_score", "y_true"):
        column = state["columns"][name]
        for k in range(at, min(end, n)):
            state["pairs"].append(column[k])
    state["at"] = end
    return state, min(1, end / n)


def finish(state):
    return state["columns"]


def compute(values, prepared=None, facts=None):
    rows, beside = prepared["data"], prepared["pin1"]
    flagged = found = k = 0
    for score in rows["y_score"]:
        if score >= values["t"]:
            flagged += 1
            found += rows["y_true"][k]
        k += 1
    return {"n": k, "flagged": flagged, "found": found, "beside": len(beside["y_true"]) if beside else 0}


def view(result):
    n, flagged, found = result["n"], result["flagged"], result["found"]
    words = "**" + format_number(flagged) + "** of " + format_number(n) + " rows are flagged."
    return {
        "says": {"result": words, "all": "Flagged rows."},
        "table": [["What", "Rows"], ["Flagged", format_number(flagged)], ["Beside", format_number(result["beside"])]],
        "figures": {"all": bar_svg(flagged / n), "found": bar_svg(found / flagged) if flagged else None},
        "tables": {
            "all": [["", "Rows"], ["Flagged", format_number(flagged)]],
            "found": [["", "Rows"], ["Found", format_number(found)]],
        },
    }


GOALS = (
    {
        "text": "flag 100 or more.",
        "reached": lambda values, result: (result["flagged"] >= 100, "flags " + format_number(result["flagged"]) + "."),
    },
)
EXAMPLES = (({"t": 0.5}, "of 143 rows"),)
