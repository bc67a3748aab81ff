"""Calculators: one file each, plain data and pure functions; the file's name is the name that pages and links use.

    TITLE, PURPOSE   its name, and what to do with it in a line
    FIELDS           dicts of name, label, unit, kind (count, number, share, select), range or options, default; and
                       short   the name used in messages where the label is long
                       aside   words after the label that a phone leaves out
                       when    {field: value}: in force only if that earlier select says so
                       cell    (row head, column head): fields with cells form one table, in the order they come
                       mark    tp, fp, fn or tn: the hatch or solid strip beside the cell
    PRESETS          dicts of name, label, about (a line: where the numbers are from; invented ones say so), values and,
                     where PREDICT speaks of other numbers, predict: asked in its place on pages that start from it
    PREDICT          dict of question, choices ((id, text, told), ...), key, then (the values that show it)
    GOALS            dicts of text and reached(values, result) -> (whether, words); shown one after the other
    TAKEAWAY         shown once the goals are met or skipped
    FACTS            ids of the ledger's facts it quotes
    CAPTION, TWIN    one sentence to learn from, under the figure; the name of the table that holds its numbers
    EXAMPLES         (values, text that is then shown); they run as its test
    compute(values, prepared=None, facts=None) -> result, pure
    view(result) ->  {"says": {"result": text}, "table": rows, "figure": tree or None, "twin": rows}

Values are an int for a count, a float for a share or a number, an option's name for a select.
In `says`, in GOALS and in cells `**words**` are strong; no other markup, and never HTML.
Rows are lists of cells or {"cells": [...], "mark": "goal"}; the first row holds the column heads, the first cell of a
row its head. A cell is a text, {"lines": [texts], "span": columns}, or {"figure": tree}; a column of figures is left
out on phones, so what it shows must stand beside it in words. Trees are described in `live.figures`.
`live.running` puts it all together; a long calculation in steps has its place there when the first one comes.
"""
