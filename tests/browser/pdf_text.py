"""The text of a PDF that Chromium wrote: its glyphs as characters, by the tables that the file has for copying."""

import re
import unicodedata
import zlib
from collections.abc import Iterator

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FONT_NAME = re.compile(rb"/(F\d+) (\d+) 0 R")
TABLE = re.compile(rb"/ToUnicode (\d+) 0 R")
CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
PAIR = re.compile(rb"<(\w+)>\s*<(\w+)>")
TRIPLE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>")
SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")


def text_of_pdf(data: bytes) -> str:
    """All characters in the order in which they are drawn, without spaces: where lines end depends on the paper."""
    objects = {int(number): body for number, body in OBJECT.findall(data)}
    tables = {
        name.decode(): dict(glyphs_of(content_of(objects[int(table[1])])))
        for body in objects.values()
        for name, number in FONT_NAME.findall(body)
        if (table := TABLE.search(objects[int(number)]))
    }
    drawn = "".join(draw(content_of(body), tables) for body in objects.values() if STREAM.search(body))
    return "".join(unicodedata.normalize("NFKC", drawn).split())  # a ligature is two letters


def content_of(body: bytes) -> bytes:
    """The stream of an object, b"" if it has none that can be read."""
    found = STREAM.search(body)
    try:
        return zlib.decompress(found[1]) if found else b""
    except zlib.error:
        return b""


def glyphs_of(table: bytes) -> Iterator[tuple[int, str]]:
    for block in CHARACTERS.findall(table):
        for glyph, text in PAIR.findall(block):
            yield int(glyph, 16), bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in RANGES.findall(table):
        for first, last, text in TRIPLE.findall(block):
            for at in range(int(last, 16) - int(first, 16) + 1):
                yield int(first, 16) + at, chr(int(text, 16) + at)


def draw(content: bytes, tables: dict[str, dict[int, str]]) -> str:
    if b" Tf" not in content:
        return ""
    font, drawn = "", []
    for name, glyphs in SHOWN.findall(content):
        font = name.decode() or font
        codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
        drawn.extend(tables.get(font, {}).get(code, "") for code in codes)
    return "".join(drawn)
