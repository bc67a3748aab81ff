"""Where MicroPython finds its modules: in memory, in one piece as they were fetched.

A file of the runtime is read in portions of twenty bytes, each of which crosses to JavaScript and back, and each of the
names that an import tries and does not find costs an exception there. Not portable: it is mounted.
"""

import io
import json
import sys
import vfs

FILE, FOLDER = (0x8000,) + (0,) * 9, (0x4000,) + (0,) * 9  # what os.stat says of either
MISSING = 2

modules: dict = {}  # path -> the file
folders: set = set()


class Shelf:
    def mount(self, readonly, new):
        pass

    def stat(self, path):
        if path in modules:
            return FILE
        if path in folders:
            return FOLDER
        raise OSError(MISSING)

    def open(self, path, mode):
        return io.BytesIO(modules[path])


def add(path):
    """Takes the modules of a bundle, a file of the runtime: a line of JSON, [[path, bytes], ...], then the modules."""
    with open(path, "rb") as file:
        bundle = file.read()
    at = bundle.find(b"\n") + 1
    for name, size in json.loads(bundle[:at]):
        place, at = "/" + name, at + size
        modules[place] = bundle[at - size : at]
        while place:
            place = place[: place.rfind("/")]
            folders.add(place)


vfs.mount(Shelf(), "/lib")
sys.path[:] = ["/lib"]
