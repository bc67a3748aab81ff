"""The room's door: any metric by name, loaded when it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.live import metrics
from macros.live.metrics import names

ROOT = Path(__file__).parents[2]
LOADED = """import sys; sys.path.insert(0, sys.argv[1])
from macros.live.calculators import confusion_matrix
print(*[name for name in sys.modules if name.startswith("macros.live.metrics.")])"""


def test_any_metric_is_found_by_its_name():
    assert metrics.__getattr__("METRICS") is names.METRICS
    assert all(metrics.__getattr__(name) is metric for name, metric in names.METRICS.items())


def test_what_is_no_metric_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"names' has no attribute 'precison'$"):
        metrics.__getattr__("precison")


@pytest.mark.parametrize("name", ["_share", "__wrapped__"])
def test_a_private_name_is_refused_without_a_look_at_the_table(name):
    with pytest.raises(AttributeError, match=f"^{name}$"):
        metrics.__getattr__(name)


def test_a_calculator_loads_only_the_files_it_needs():
    run = subprocess.run([sys.executable, "-c", LOADED, str(ROOT)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["macros.live.metrics.counts"]


def test_every_metric_has_a_docstring_and_its_own_name():
    assert [name for name, metric in names.METRICS.items() if metric.__name__ != name or not metric.__doc__] == []
