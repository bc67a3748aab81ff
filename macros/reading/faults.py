"""The codes of problems in files: why each matters, an example with the problem and one without it."""

from __future__ import annotations

from macros.problems import Fault
from macros.reading.limits import LARGEST

FAULTS = {
    "Y101": Fault("If a file is not encoded as UTF-8, computers can show different characters for the same bytes.",
                  "a: \udce9", "a: é"),
    "Y102": Fault("YAML does not allow tabs for indentation, because editors show them with different widths.",
                  "a:\n\tb: 1", "a:\n  b: 1"),
    "Y103": Fault("The check cannot read a file that is not valid YAML.", 'a: "open', 'a: "closed"'),
    "Y104": Fault("If a mapping contains a key twice, some YAML parsers drop the first value without a warning.",
                  "a: 1\na: 2", "a: 1\nb: 2"),
    "Y105": Fault("Anchors, aliases, and custom tags hide what a file contains, and aliases can expand without limit.",
                  "a: &The mean", "a: '&The mean'"),
    "Y106": Fault("A file of more than a million bytes takes too long to check.", "a: " + "x" * (LARGEST + 1), "a: x"),
    "Y107": Fault("Data files do not need such deep nesting, and very deep nesting can crash a parser.",
                  "a: " + "[" * 60 + "]" * 60, "a: [[1]]"),
    "Y108": Fault("Some YAML parsers read an unquoted yes, no, on, or off as true or false, and others read it "
                  "as text.",
                  "a: no", 'a: "no"'),
    "Y109": Fault("A data file must be a mapping of names to values. Other content would not be read.",
                  "- a\n- b", "a: b"),
    "Y110": Fault("Control characters are invisible and can break a page, even if they are written as escape "
                  "sequences.",
                  "a: \x07", "a: b"),
    "Y111": Fault("In YAML, unquoted braces start a mapping, so the reference to the fact would be lost.",
                  'a: {{ fact("x") }}', "a: '{{ fact(\"x\") }}'"),
    "Y112": Fault("A key must be a plain string, because lists and mappings cannot be used as field names or ids.",
                  "? [a, b]\n: 1", "a: 1"),
    "Y113": Fault("In an unquoted string, a space followed by # starts a comment, so the rest of the string would be "
                  "lost without a warning. A # that is followed by a space is accepted as an intended comment.",
                  "a: room #5", 'a: "room #5"'),
    "Y114": Fault("Both versions of the lines would be published, with the marks between them.",
                  "<<<<<<< main\na: 1\n=======\na: 2\n>>>>>>> branch", "a: 1"),
}  # fmt: skip
