"""How many rows a threshold flags: a calculator as small as one with data, slices and two figures can be."""

from macros.live.arithmetic import written
from macros.live.figures.bar import bar

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
        "unit": "",
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
    at, columns = state["at"], state["columns"]
    rows = list(zip(columns["y_score"], columns["y_true"], strict=True))
    state["pairs"] += rows[at : at + SLICE]
    state["at"] = at + SLICE
    return state, min(1, state["at"] / len(rows))


def finish(state):
    return sorted(state["pairs"])


def compute(values, prepared=None, facts=None):
    flagged = [truth for score, truth in prepared["data"] if score >= values["t"]]
    beside = len(prepared["pin1"]) if prepared["pin1"] else 0
    return {"n": len(prepared["data"]), "flagged": len(flagged), "found": sum(flagged), "beside": beside}


def view(result):
    n, flagged, found = result["n"], result["flagged"], result["found"]
    words = f"**{written(flagged)}** of {written(n)} rows are flagged."
    return {
        "says": {"result": words, "all": "Flagged rows."},
        "table": [["What", "Rows"], ["Flagged", written(flagged)], ["Beside", written(result["beside"])]],
        "figures": {"all": bar(flagged / n), "found": bar(found / flagged) if flagged else None},
        "tables": {
            "all": [["", "Rows"], ["Flagged", written(flagged)]],
            "found": [["", "Rows"], ["Found", written(found)]],
        },
    }


GOALS = (
    {
        "text": "flag 100 or more.",
        "reached": lambda values, result: (result["flagged"] >= 100, f"{result['flagged']}."),
    },
)
EXAMPLES = (({"t": 0.5}, "of 143 rows"),)
