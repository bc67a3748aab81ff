"""Files as text, and YAML whose values know line and column: every YAML file of the project is read here.

Scalars follow YAML 1.2: `yes`, `no`, `on`, and `off` are refused with a hint; 010 is ten; and 1:30 is text.
"""

from macros.reading.faults import FAULTS
from macros.reading.files import read_text_or_empty_and_problems, unread_files
from macros.reading.limits import CONTROL
from macros.reading.parsing import Reading, parse_yaml, read_yaml_or_empty_and_problems, safe_load_yaml_or_none
from macros.reading.values import DataPath, Places, value_of_unquoted_scalar

__all__ = [
    "CONTROL",
    "FAULTS",
    "DataPath",
    "Places",
    "Reading",
    "parse_yaml",
    "read_text_or_empty_and_problems",
    "read_yaml_or_empty_and_problems",
    "safe_load_yaml_or_none",
    "unread_files",
    "value_of_unquoted_scalar",
]
