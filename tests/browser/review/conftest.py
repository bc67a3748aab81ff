"""A learner with an empty log, on December 1, 2026."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.review.learner import Learner


@pytest.fixture
def learner(page: Page, site: Path) -> Learner:
    return Learner(page, site)
