"""MkDocs and Zensical make the same pages of the same sources. Markup and theme may differ, what is read may not."""

import subprocess
import sys
from itertools import zip_longest

import pytest

from tests.parity import zensical


@pytest.fixture(scope="module")
def other(tmp_path_factory, site):
    """The site as Zensical builds it; asks for `site` first, since building that one stages what both need."""
    return zensical.build(tmp_path_factory.mktemp("zensical"))


@pytest.fixture(scope="module")
def both(site, other):
    return zensical.pages(site), zensical.pages(other)


def first_difference(ours: list[str], theirs: list[str]) -> str:
    for place, (here, there) in enumerate(zip_longest(ours, theirs)):
        if here != there:
            return f"word {place}: {ours[place - 5 : place + 5]} here, {theirs[place - 5 : place + 5]} there"
    return ""


def test_same_pages(both):
    ours, theirs = both
    assert theirs.keys() == ours.keys()


def test_same_words_in_every_article(both):
    ours, theirs = both
    differ = {
        address: first_difference(words.words, theirs[address].words)
        for address, words in ours.items()
        if address in theirs and words.words != theirs[address].words
    }
    assert differ == {}


def test_same_items_in_the_same_order(both):
    ours, theirs = both
    assert {address: page.items for address, page in theirs.items()} == {
        address: page.items for address, page in ours.items()
    }
    assert sum(len(page.items) for page in ours.values()) >= 30


def test_same_search_locations(site, other):
    assert zensical.search_locations(other) == zensical.search_locations(site)


def test_the_other_site_passes_the_seal(other):
    run = subprocess.run(
        [sys.executable, "-m", "macros", "seal", str(other)],
        cwd=zensical.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
