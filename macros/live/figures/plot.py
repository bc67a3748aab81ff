"""A plot: one baseline, three hairlines, lines and points in the unit square, and bold names beside the axes.

Its viewBox is 280 wide and is never scaled down, so its text keeps its size. Places are shares of the drawing area:
(0, 0) is its lower left corner, (1, 1) the upper right one. Series 1 to 3 differ by colour, dash and marker.
"""

WIDTH = 280
LEFT, ACROSS = 34, 236  # the drawing area, in units of the viewBox
TOP, DOWN = 28, 160
ROW = 16  # a line of the key
MARKERS = {1: "disc", 2: "square", 3: "triangle"}


def plot(kind: str, *, title: str, y_name: str, x_name: str, x_ticks, y_ticks, marks: list, value="", keys=()) -> list:
    """The tree of a plot.

    kind: a class of the drawing. title: what it shows and where its numbers stand. x_ticks, y_ticks: (place, text)
    pairs, the lowest first. marks: trees made by the functions below. value: a text at the upper right.
    keys: (series, text) pairs that name the lines, where more than one is drawn.
    """
    low = ROW * len(keys)
    inside = [["line", _line("grid" if place else "axis", (0, place), (1, place)), []] for place, _ in y_ticks]
    inside += [_text("tick", (0, place), text, -7, 4, "end") for place, text in y_ticks]
    inside += [_text("tick", (place, 0), text, 0, 16, "middle") for place, text in x_ticks]
    inside += [_text("", (1, 0), x_name + " \u2192", 0, 33, "end")] + marks
    head = [["text", {"class": "strong", "x": "0", "y": "12"}, [y_name]]]
    head.append(["text", {"x": str(LEFT + ACROSS), "y": "12", "text-anchor": "end"}, [value]])
    for row, (series, text) in enumerate(keys):
        head.append(_key(series, text, TOP + ROW * row))
    size = {"class": "plot " + kind, "role": "img", "viewBox": "0 0 %d %d" % (WIDTH, TOP + DOWN + 40 + low)}
    return ["svg", size, [["title", {}, [title]]] + head + [["g", {"transform": "translate(0 %d)" % low}, inside]]]


def tenths(x: float) -> str:
    """A coordinate >= 0 to a tenth of a unit, quicker than any format."""
    whole = int(x * 10 + 0.5)
    return "%d.%d" % (whole // 10, whole % 10)


def across(share: float) -> str:
    """The x of a share of the width."""
    return tenths(LEFT + share * ACROSS)


def up(share: float) -> str:
    """The y of a share of the height."""
    return tenths(TOP + (1 - share) * DOWN)


def points(places) -> str:
    """(x, y) pairs as the points of a line."""
    return " ".join([across(x) + "," + up(y) for x, y in places])


def stairs(start: float, steps, end: float) -> str:
    """The path of a step function from right to left: at `start` high, then at each x of (x, height) as high as said."""
    (first, *others), parts = steps, []
    parts.append("M%s,%s" % (across(start), up(first[1])))
    for x, height in others:
        parts.append("H%sV%s" % (across(x), up(height)))
    return "".join(parts) + "H" + across(end)


def curve(series: int, drawn: str) -> list:
    """A line of a series, from `points`."""
    return ["polyline", {"class": "series-%d" % series, "points": drawn}, []]


def path(series: int, drawn: str) -> list:
    """A line of a series, from `stairs`."""
    return ["path", {"class": "series-%d" % series, "d": drawn}, []]


def reference(a: tuple, b: tuple) -> list:
    """A thin dashed line: chance, prevalence, least cost."""
    return ["line", _line("reference", a, b), []]


def note(place: tuple, words: str, dx: int = 0, dy: int = 0, anchor: str = "start") -> list:
    """Words at a place, moved by units of the viewBox (dy is downwards)."""
    return _text("", place, words, dx, dy, anchor)


def marker(series: int, place: tuple) -> list:
    """The point of another series: a disc, a square or a triangle."""
    x, y = LEFT + place[0] * ACROSS, TOP + (1 - place[1]) * DOWN
    kind = "marker-%d" % series
    if MARKERS[series] == "disc":
        return ["circle", {"class": kind, "cx": tenths(x), "cy": tenths(y), "r": "4.5"}, []]
    corners = ((-4, -4), (4, -4), (4, 4), (-4, 4)) if MARKERS[series] == "square" else ((-5, 4), (5, 4), (0, -5))
    return ["polygon", {"class": kind, "points": " ".join([tenths(x + a) + "," + tenths(y + b) for a, b in corners])}, []]


def ring(place: tuple, words: str, dx: int, dy: int, anchor: str) -> list:
    """The point of now, with its words in bold beside it."""
    shown = ["circle", {"class": "ring", "cx": across(place[0]), "cy": up(place[1]), "r": "5.5"}, []]
    return ["g", {}, [shown, _text("strong", place, words, dx, dy, anchor)]]


def _key(series: int, text: str, y: int) -> list:
    """A line of the key: a piece of the series' line and its name."""
    sample = {"class": "series-%d" % series, "x1": "0", "x2": "26", "y1": str(y), "y2": str(y)}
    return ["g", {}, [["line", sample, []], ["text", {"x": "34", "y": str(y + 4)}, [text]]]]


def _line(kind: str, a: tuple, b: tuple) -> dict:
    return {"class": kind, "x1": across(a[0]), "y1": up(a[1]), "x2": across(b[0]), "y2": up(b[1])}


def _text(kind: str, place: tuple, words: str, dx: int, dy: int, anchor: str) -> list:
    x, y = LEFT + place[0] * ACROSS + dx, TOP + (1 - place[1]) * DOWN + dy
    where = {"x": tenths(max(x, 0.0)), "y": tenths(max(y, 0.0)), "text-anchor": anchor}
    if kind:
        where["class"] = kind
    return ["text", where, [words]]


def nice(most: float) -> tuple:
    """(top, ticks) of an axis from 0 that holds `most`: three or four round steps."""
    if most <= 0:
        return 1.0, [0.0, 1.0]
    step = 10.0 ** _exponent(most / 3)
    for factor in (1, 2, 2.5, 5, 10):
        if step * factor * 3 >= most:
            break
    step, ticks = step * factor, [0.0]
    while ticks[-1] < most:
        ticks.append(step * len(ticks))
    return ticks[-1], ticks


def _exponent(x: float) -> int:
    """The power of ten at or below x > 0."""
    power = 0
    while 10.0**power > x:
        power -= 1
    while 10.0 ** (power + 1) <= x:
        power += 1
    return power
