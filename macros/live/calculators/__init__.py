"""Calculators: one file each, plain data and pure functions; the file's name is the name that pages and links use.

    TITLE, PURPOSE   its name, and what to do with it in a line
    LIST_ENTRY       (its name, what you do with it) in the list of the home page
    FIELDS           dicts of name, label, kind (count, number, share, select), range or options, default; and
                       short   the name used in messages where the label is long
                       aside   words after the label that a phone leaves out
                       when    {field: value}: in force only if that earlier select says so
                       cell    (row head, column head): fields with cells form one table, in the order they come
                       mark    tp, fp, fn or tn: the hatch or solid strip beside the cell
                       offer   the OFFERS entry whose button the field stands beside
                       slide   step of a slider beside the box of a number or share, which then spans the range
    PRESETS          dicts of name, label, about (a line: where the numbers are from; invented ones say so), values and,
                     where PREDICT speaks of other numbers, predict: asked in its place on pages that start from it
    PREDICT          dict of question, choices ((id, text, feedback), ...), key, then (the values that show it)
    GOALS            dicts of text and reached(values, result) -> (whether, words); shown one after the other
    TAKEAWAY         shown once the goals are met or skipped
    FACTS            ids of the ledger's facts it quotes
    UNITS            with FACTS: {unit of a fact: how many of the calculator's own units it is}
    FIGURES          dicts of name, caption (one sentence to learn from, under the figure) and twin, the name of the
                     table that holds its numbers, in the order they stand; wide for one over the whole width; slide for
                     the field that a pointer moves in it, whose range is the width. The first stands beside the fields
    OFFERS           buttons that fill a field (optional): dicts of name, label, target (the field); `view` has under
                     "offers" {name: [what it fills in, or "" where there is nothing, words beside it]}
    EXAMPLES         (values, text that is then shown); they run as its test
    compute(values, prepared=None, facts=None) -> result, pure
    view(result) ->  {"says": {"result": text}, "table": rows, "figures": {name: tree or None}, "tables": {name: rows}};
                     and "captions": {name: text} where another caption is true of these numbers

Values are an int for a count, a float for a share or a number, an option's name for a select.
In `says`, in GOALS and in cells `**words**` are strong; no other markup, and never HTML. Beside "result", `says` may
hold a sentence under the name of a figure: it stands above that figure.
Rows are lists of cells or {"cells": [...], "mark": "goal"}; the first row holds the column heads, the first cell of a
row its head. A cell is a text, {"lines": [texts], "span": columns}, or {"figure": tree}; a column of figures is left
out on phones, so what it shows must stand beside it in words. Trees are described in `live.figures`.

A calculator that works on rows of predictions has

    DATA             {"columns": ("y_true", "y_score") or ("y_true", "y_pred"),
                      "examples": ((stem of a file in docs/data, label), ...), the first is the default,
                      "pins": how many other data sets may stand beside the chosen one, 0 if missing}

and gets fields in front of its own: `data`, the name of the chosen data set, and for each pin `pin1`, `pin2`, a name
or "none". PRESETS and EXAMPLES may set them. The reader's own files can be chosen there too; the page sees to that.
Columns are {"y_true": list of n, "y_score": list of n}: labels 0 or 1 with scores in [0, 1], both classes present; or
finite floats with "y_pred". What depends on the rows alone is done once for a data set, in slices:

    begin(columns) -> state    step(state) -> (state, share done, 1 at the end)    finish(state) -> prepared

`compute` gets what was prepared, and does not change it; with pins {"data": prepared, "pin1": prepared or None, ...}. A
slice of `step` takes at most 8 ms in the browser, so that work can be canceled: up to a million rows may come.

Long work without data has `begin`, `step` and `finish` as well, and begin(values) gets the values of the fields; it is
done again only if one of the fields named in WORK (all, if there is no WORK) has changed. A newer job cancels it.

`live.jobs` runs a job and says what the page shows.
"""
