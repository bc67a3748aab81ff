"""What engine.js calls in MicroPython: JSON text and text in, JSON text out. Not portable: it imports json.

A session for each calculator, so that one's work never drops another's. Of an answer only what differs from the last
one that crossed is told, as [path, value] pairs; the page keeps the others. The path of a whole answer is [].
"""

import array
import gc
import json
import time

# MicroPython looks for garbage after each call that took more bytes than this, through the whole heap: well spent while
# rows are read and prepared, but milliseconds at each touch of a field. So it mostly waits until the reader rests.
BUSY, AT_REST = 1 << 14, 1 << 23
gc.threshold(AT_REST)  # the imports that follow leave no garbage

from live.running import Session  # noqa: E402

sessions: dict = {}
sent: dict = {}
reading: dict = {}
quicker: dict = {}  # what JavaScript does in place of Python


def module(name):
    return __import__("live.calculators." + name, None, None, ["view"])


def bring(name):
    """Imports a calculator: what the first question would wait for."""
    module(name)


def session(name):
    if name not in sessions:
        sessions[name] = Session()
    return sessions[name]


def ask(text, slice_of):
    """A job of a calculator; the answer, its progress, or {"lacks": [data sets to be put first]}.

    slice_of: ms to work before the progress is told. The runtime collects its garbage only between two calls, and that
    takes the longer the more rows there are: few long slices are quicker than many short ones.
    """
    job = json.loads(text)
    name = job["name"]
    calculator = module(name)
    if job.get("anew"):
        sent.pop(name, None)
    lacks = session(name).lacks(name, calculator, job) if hasattr(calculator, "DATA") else []
    if lacks:
        return json.dumps({"lacks": lacks})
    session(name).ask(name, calculator, job)
    return advance(name, slice_of)


def advance(name, slice_of):
    until = time.ticks_add(time.ticks_ms(), slice_of)
    answer = session(name).advance()
    while "progress" in answer and time.ticks_diff(until, time.ticks_ms()) > 0:
        answer = session(name).advance()
    gc.threshold(BUSY if "progress" in answer else AT_REST)
    if "says" not in answer:
        return json.dumps(answer)
    changes = []
    if name in sent:
        compare(sent[name], answer, [], changes)
    else:
        changes.append([[], answer])
    sent[name] = answer
    return json.dumps({"changes": changes})


def rest():
    """The reader rests: time to look for garbage. The runtime does so when this call returns."""
    gc.collect()


def compare(old, new, path, changes):
    """Adds where two answers differ; most of them are equal, which the runtime finds out by itself, and quickly."""
    if type(new) is dict and len(new) == len(old) and type(old) is dict:
        for key in new:
            if key not in old:
                return changes.append([path, new])
        for key in new:
            if new[key] != old[key]:
                compare(old[key], new[key], path + [key], changes)
    elif type(new) is type(old) and type(new) in (list, tuple) and len(new) == len(old):
        for i in range(len(new)):
            if new[i] != old[i]:
                compare(old[i], new[i], path + [i], changes)
    else:
        changes.append([path, new])


def begin_file(name, lines):
    """Reads a new file for the calculator; lines: how many it has, to tell how far the reading is."""
    Reader = __import__("live.rows", None, None, ["Reader"]).Reader  # not before somebody has a file
    hasten()
    gc.threshold(BUSY)
    reading[name] = Reader(module(name).DATA["columns"], lines, array.array)


def hasten():
    """From now on classes are split and sorted by JavaScript."""
    __import__("live.metrics.classes", None, None, ["QUICK"]).QUICK.update(quicker)


def feed(name, text):
    """The next piece of it; how far it is, in words. Once it is refused nothing more is needed."""
    reading[name].feed(text)
    return "" if reading[name].refused else reading[name].words()


def head(name):
    """What plain.js needs to know to read plain rows itself, or null."""
    reader = reading[name]
    if not reader.places:
        return "null"
    found = {"places": reader.places, "width": reader.width, "mark": reader.mark, "scores": reader.scores}
    return json.dumps(found)


def take(name, count):
    """Rows that plain.js has read, count of them: two files of numbers. Answers as feed does."""
    one, other = reading[name].kinds
    reading[name].add(column("/one", one, count), column("/other", other, count))
    return "" if reading[name].refused else reading[name].words()


def column(path, kind, count):
    """What crossed as a file: an array of that kind, "d" for floats and "b" for small whole numbers."""
    numbers = array.array(kind, bytearray((8 if kind == "d" else 1) * count))
    with open(path, "rb") as file:
        file.readinto(numbers)
    return numbers


def offer(divide):
    """JavaScript's way to split and sort classes: divide() reads /one and /other, writes /pos and /neg, and answers
    how long the first of these is.
    """

    def quick(positive, scores):
        for path, kind, values in (("/one", "b", positive), ("/other", "d", scores)):
            with open(path, "wb") as file:
                file.write(values if type(values) is array.array else array.array(kind, values))
        length = divide()
        return column("/pos", "d", length), column("/neg", "d", len(scores) + 2 - length)

    quicker["classes"] = quick


def end_file(name):
    return json.dumps(reading[name].end())


def put(name, which):
    """What was read becomes a data set of the calculator."""
    session(name).put(name, which, reading.pop(name).columns)
