"""The playground's Python: unpacks the files that readers find, runs their code, and says what went wrong.

PyScript runs it in a worker and lets the page call what __export__ names. It runs in MicroPython and in Pyodide; each
function returns JSON, which crosses to the page as it is.
"""

import builtins
import io
import json
import os
import sys

import js

try:  # CPython alone has these
    import linecache
    import traceback
except ImportError:
    linecache = traceback = None

__export__ = ["start", "run"]

FILE = "playground.py"  # the name of the reader's code in messages
FILES = "files.json"
LONGEST = 4000  # characters of a traceback


def start():
    """Unpack the files, once. Returns {"version"}, or {"error"} if they did not arrive."""
    try:
        with open(FILES) as file:
            texts = json.load(file)
        os.remove(FILES)
        for path, text in texts.items():
            _write_with_folders(path, text)
        __import__("live.metrics")
    except Exception as error:
        return json.dumps({"error": repr(error)})
    return json.dumps({"version": _python_version()})


def run(code):
    """Execute a reader's code as a program of its own. Returns {"error"}: None, or what `_error_data` says."""
    js.resetOutput()
    _cache_lines_for_tracebacks(code)
    failure = None
    try:
        exec(compile(code, FILE, "exec"), {"__name__": "__main__"})
    except SystemExit as request:
        failure = _error_data(request) if request.args and request.args[0] else None
    except BaseException as error:
        failure = _error_data(error)
    if hasattr(sys.stdout, "flush"):
        sys.stdout.flush()  # what was printed without an end of line
    js.endOutput()
    return json.dumps({"error": failure})


def _refuse_input(prompt=""):
    """Stand in for `input`, which would wait without end: a worker gets no line that it waits for."""
    raise RuntimeError("input() is not available in the playground. Write the value into your code.")


builtins.input = _refuse_input


def _write_with_folders(path, text):
    """Write a file, and make the folders of its path that do not exist."""
    folder = "./"
    for name in path.split("/")[:-1]:
        if name not in os.listdir(folder):
            os.mkdir(folder + name)
        folder += name + "/"
    with open(path, "w") as file:
        file.write(text)


def _python_version():
    """Name and version of the Python that runs, such as "Python 3.14.2"."""
    if "MicroPython" in sys.version:
        return sys.version.split("; ")[1].split(" on ")[0].replace(" v", " ")
    return "Python " + sys.version.split(" ")[0]


def _cache_lines_for_tracebacks(code):
    """Let tracebacks of CPython quote the reader's lines; MicroPython never does."""
    if linecache:
        linecache.cache[FILE] = (len(code), None, code.splitlines(True), FILE)


def _error_data(error):
    """{"type", "message", "line", "text"} of an exception; `line` counts from 1, None: no line of the reader's."""
    message = _error_message(error)
    text = _traceback_text(error)
    mark = 'File "' + FILE + '", line '
    first = text.find("  " + mark)
    if first >= 0:
        head = "Traceback (most recent call last):\n" if text.startswith("Traceback") else ""
        text = head + text[first:]
    line = text[text.rfind(mark) + len(mark) :] if mark in text else ""
    digits = ""
    for character in line:
        if not character.isdigit():
            break
        digits += character
    return {
        "type": type(error).__name__,
        "message": message,
        "line": int(digits) if digits else None,
        "text": text if len(text) <= LONGEST else text[: LONGEST // 2] + "\n...\n" + text[-LONGEST // 2 :],
    }


def _traceback_text(error):
    """The traceback of an exception as Python prints it."""
    out = io.StringIO()
    if traceback:
        traceback.print_exception(error, file=out)
    else:
        sys.print_exception(error, out)
    return out.getvalue()


def _error_message(error):
    """What went wrong, in words for the reader; changes the message of a failed import."""
    if isinstance(error, SyntaxError):
        return getattr(error, "msg", None) or str(error)
    if not isinstance(error, ImportError):
        return str(error)
    message = str(error).split("\n")[0].rstrip(".") + ". The playground has Python's standard library and live.metrics."
    if hasattr(error, "msg"):
        error.msg = message  # for the traceback: Pyodide advises to install packages that the site does not have
    return message
