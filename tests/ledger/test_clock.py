"""The day that ages count from."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from macros.ledger.clock import build_date


def test_the_epoch_of_the_build_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert build_date() == date(2030, 3, 17)


@pytest.mark.parametrize("epoch", ["", "soon"])
def test_without_an_epoch_it_is_today(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs((build_date() - datetime.now(UTC).date()).days) <= 1
