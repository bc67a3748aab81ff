"""What engine.js calls in MicroPython: JSON text and text in, JSON text out. Not portable: it imports json.

A session for each calculator, so that one's work never drops another's. Of an answer only those parts cross that differ
from the last one that crossed; the page keeps the others.
"""

import gc
import json

from live.running import Session

# MicroPython looks for garbage after each call that took more bytes than this, through the whole heap: well spent while
# rows are read and prepared, but milliseconds at each touch of a field
BUSY, AT_REST = 1 << 14, 1 << 18

sessions: dict = {}
sent: dict = {}
reading: dict = {}


def module(name):
    return __import__("live.calculators." + name, None, None, ["view"])


def session(name):
    if name not in sessions:
        sessions[name] = Session()
    return sessions[name]


def ask(text):
    """A job of a calculator; the answer, its progress, or {"lacks": [data sets to be put first]}."""
    job = json.loads(text)
    name = job["name"]
    calculator = module(name)
    if job.get("anew"):
        sent.pop(name, None)
    lacks = session(name).lacks(name, calculator, job) if hasattr(calculator, "DATA") else []
    if lacks:
        return json.dumps({"lacks": lacks})
    session(name).ask(name, calculator, job)
    return advance(name)


def advance(name):
    answer = session(name).advance()
    gc.threshold(BUSY if "progress" in answer else AT_REST)
    if "says" in answer:
        last, sent[name] = sent.get(name, {}), answer
        answer = changed(answer, last)
    return json.dumps(answer)


def changed(answer, last):
    """The answer without those of its parts, and parts of parts by name, that are as in the last one."""
    out = {}
    for key in answer:
        if type(answer[key]) is dict and key in last:
            before, out[key] = last[key], {}
            for name in answer[key]:
                if name not in before:
                    out[key][name] = answer[key][name]
                elif before[name] != answer[key][name]:
                    out[key][name] = less(answer[key][name], before[name]) if key == "figures" else answer[key][name]
        elif key not in last or last[key] != answer[key]:
            out[key] = answer[key]
    return out


def less(tree, old):
    """A drawing with None in place of each part that is as in the old one: most of it stays where it is."""
    if not tree or not old or len(tree[2]) != len(old[2]):
        return tree
    return [tree[0], tree[1], [None if part == was else part for part, was in zip(tree[2], old[2])]]


def begin_file(name, lines):
    """Reads a new file for the calculator; lines: how many it has, to tell how far the reading is."""
    from live.rows import Reader  # not before somebody has a file

    gc.threshold(BUSY)
    reading[name] = Reader(module(name).DATA["columns"], lines)


def feed(name, text):
    """The next piece of it; how far it is, in words. Once it is refused nothing more is needed."""
    reading[name].feed(text)
    return "" if reading[name].refused else reading[name].words()


def end_file(name):
    return json.dumps(reading[name].end())


def put(name, which):
    """What was read becomes a data set of the calculator."""
    session(name).put(name, which, reading.pop(name).columns)
