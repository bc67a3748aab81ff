"""What reads as a claim about a service: a number with one of its units, and nothing else."""

from __future__ import annotations

import pytest

from macros.ledger.units import CLAIM
from tests.time_limits import cpu_seconds_at_most


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Up to 6 MB are taken.", "6 MB"),
        ("Up to 6MB are taken.", "6MB"),
        ("Up to 6\u00a0MB are taken.", "6\u00a0MB"),
        ("A 60-second limit.", "60-second"),
        ("1,000 concurrent calls", "1,000 concurrent"),
        ("0.5 vCPU", "0.5 vCPU"),
        ("2 vCPUs", "2 vCPUs"),
        ("15 minutes", "15 minutes"),
        ("1 minute", "1 minute"),
        ("3 h of work", "3 h"),
        ("10 GiB", "10 GiB"),
        ("It costs USD 5.", "USD 5"),
        ("It costs $0.20 a call.", "$0.20"),
        ("5 USD a month", "5 USD"),
        ("200 ms", "200 ms"),
        ("4096 bytes", "4096 bytes"),
        ("a million, or 1000000 invocations", "1000000 invocations"),
        ("1 invocation", "1 invocation"),
    ],
)
def test_a_number_with_a_unit_of_a_service_is_a_claim(text: str, claim: str) -> None:
    assert [found[0] for found in CLAIM.finditer(text)] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "40 of 50 messages",
        "0.80",
        "80 %",
        "12 melons",
        "the 1990s",
        "version 1.9.1",
        "F1 s",
        "x6 MB",
        "6 MBs",
        "6 sails",
        "3 hats",
        "5 minuets",
        "MB 6",
        "seconds",
    ],
)
def test_other_numbers_and_words_are_none(text: str) -> None:
    assert CLAIM.search(text) is None


@pytest.mark.parametrize("mark", ["1,", "1 ", "$1", "9", "1-", "USD "])
def test_no_text_slows_the_search(mark: str) -> None:
    with cpu_seconds_at_most(1):
        CLAIM.search(mark * (60_000 // len(mark)))
