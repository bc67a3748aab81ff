"""Plain arithmetic under a name."""

import pytest

from macros.live.arithmetic import Undefined
from macros.live.metrics.basic_arithmetic import difference, product, ratio, root


def test_functions_do_what_they_are_called():
    assert (ratio(40, 70), difference(1, 4), product(0.5, 3), root(9)) == (40 / 70, -3, 1.5, 3)


def test_ratio_by_0_is_undefined():
    with pytest.raises(Undefined, match=r"^the divisor is 0$"):
        ratio(1, 0)
    assert ratio(0, 1) == 0


def test_root_of_a_negative_number_is_undefined():
    with pytest.raises(Undefined, match=r"^a negative number has no square root$"):
        root(-1)
    assert root(0) == 0
